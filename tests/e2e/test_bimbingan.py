"""Coaching is rated where the guide does not look; counselling is read by two people and nobody else."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.conftest import MEJA, press

pytestmark = pytest.mark.e2e
CATATAN = "kata-penanda-7391 hanya untuk berdua"
PESAN_PEMBIMBING = "Saya perlu waktu lebih lama untuk menjawab."


def sound(halaman: Page) -> None:
    """Open to everybody, and no wider than the screen."""
    temuan = Axe().run(halaman).response
    assert not temuan["violations"], [(v["id"], v["nodes"][0]["html"][:120]) for v in temuan["violations"]]
    assert halaman.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_coaching_is_rated_past_the_guide_and_counselling_stays_between_two(buka, pelayan):
    rate_and_read(buka)
    talk_and_try_to_read(buka, pelayan)


def rate_and_read(buka) -> None:
    pegawai = buka("pak-budi")
    pegawai.goto("/")
    pegawai.get_by_role("link", name=re.compile("Beri umpan balik atas bimbingan")).click()
    for nomor in range(1, 10):
        pegawai.locator(f"input[name=j{nomor}][value={'sebagian' if nomor == 3 else 'ya'}]").check()
    pegawai.get_by_label("Catatan untuk kriteria 3").fill(PESAN_PEMBIMBING)
    sound(pegawai)
    press(pegawai, "Serahkan kepada atasan pembimbing")
    expect(pegawai.locator("main")).to_contain_text(PESAN_PEMBIMBING)
    alamat = pegawai.url

    atasan = buka("kepala-dinkes", layar=MEJA)
    atasan.goto("/bimbingan/")
    atasan.get_by_role("link", name=re.compile("Budi Hartawan.* tentang")).click()
    expect(atasan.locator("main")).to_contain_text(PESAN_PEMBIMBING)
    sound(atasan)
    pembimbing = buka("bu-sari")
    jawaban = pembimbing.goto(alamat)
    assert jawaban is not None
    assert jawaban.status == 404
    pembimbing.goto("/")
    pembimbing.get_by_role("link", name=re.compile("Evaluasi kompetensi Budi")).click()
    sound(pembimbing)


def talk_and_try_to_read(buka, pelayan) -> None:
    konselor = buka("bu-nurul", layar=MEJA)
    konselor.goto("/bimbingan/konseling/")
    konselor.get_by_role("link", name=re.compile("Joko Wibisana")).click()
    konselor.get_by_label("Catatan", exact=True).fill(CATATAN)
    press(konselor, "Simpan catatan")
    expect(konselor.locator("main")).to_contain_text(CATATAN)
    sound(konselor)
    kasus = konselor.url
    joko = buka("pak-joko")
    joko.goto(kasus)
    expect(joko.locator("main")).to_contain_text(CATATAN)
    sound(joko)

    for slug in ("pak-anton", "auditor-pekanbaru", "kapus-rejosari"):
        lain = buka(slug)
        jawaban = lain.goto(kasus)
        assert jawaban is not None
        assert jawaban.status == 404
    admin = buka("pak-anton", layar=MEJA)
    admin.goto("/bimbingan/konselor/")
    expect(admin.locator("main")).to_contain_text("Nurul Izzatin")
    expect(admin.locator("main")).not_to_contain_text("Joko")
    sound(admin)
    isi = pelayan.sql("SELECT isi FROM bimbingan_amplopkonseling")
    assert isi
    assert not [satu for (satu,) in isi if b"kata-penanda" in bytes(satu)]
