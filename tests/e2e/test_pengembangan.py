"""From what somebody needs to a plan, from the plan to a word of the penilai, and on to the year's seats."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import MEJA, TELEPON, press
from tests.e2e.test_setiap_halaman import look

pytestmark = pytest.mark.e2e
KEBUTUHAN = "Menjelaskan laporan kepada tim lain"


def check_page(halaman: Page, nama: str, slug: str) -> None:
    masalah = []
    for layar in (TELEPON, MEJA):
        halaman.set_viewport_size(layar)
        masalah += look(halaman, nama, slug, layar["width"])
    assert not masalah


def plan(pegawai: Page) -> None:
    pegawai.goto("/pengembangan/")
    check_page(pegawai, "pengembangan:pengembangan_own", "bu-yanti")
    press(pegawai, "Mulai rencana")
    check_page(pegawai, "pengembangan:butir_add", "bu-yanti")
    pegawai.get_by_label("Apa yang perlu dikuatkan").fill(KEBUTUHAN)
    pegawai.get_by_label("Mentoring").check()
    pegawai.get_by_label("Kegiatan", exact=False).fill("Bertemu mentor dua minggu sekali")
    pegawai.get_by_label("Hasil yang diharapkan").fill("Paparan triwulan tanpa didampingi.")
    press(pegawai, "Masukkan ke rencana")
    expect(pegawai.locator("main")).to_contain_text(KEBUTUHAN)
    check_page(pegawai, "pengembangan:rencana_detail", "bu-yanti")
    press(pegawai, "Ajukan kepada penilai")
    expect(pegawai.locator("main")).to_contain_text("Menunggu")


def test_a_need_becomes_a_plan_and_plans_become_seats(buka):
    plan(buka("bu-yanti", layar=MEJA))

    penilai = buka("bu-sari", layar=MEJA)
    penilai.goto("/pengembangan/tim/")
    check_page(penilai, "pengembangan:pengembangan_tim", "bu-sari")
    penilai.locator("tr", has_text="Yanti").get_by_role("link", name=re.compile("^Jawab")).click()
    press(penilai, "Sepakati rencana")
    expect(penilai.locator("main")).to_contain_text("Versi yang disepakati")

    admin = buka("pak-anton", layar=MEJA)
    admin.goto("/pengembangan/rencana-anggaran/")
    check_page(admin, "pengembangan:alokasi_list", "pak-anton")
    admin.locator("main").get_by_role("link", name=re.compile("^Rencana pelatihan")).first.click()
    check_page(admin, "pengembangan:alokasi_detail", "pak-anton")
    admin.get_by_role("link", name=re.compile("^Ubah usulan")).first.click()
    check_page(admin, "pengembangan:baris_edit", "pak-anton")
    admin.get_by_label("Alasan").fill("Sedang cuti panjang tahun depan")
    press(admin, "Keluarkan")
    expect(admin.locator("main")).to_contain_text("dikeluarkan dari usulan")
    admin.goto("/pengembangan/dampak/")
    check_page(admin, "pengembangan:dampak_list", "pak-anton")
    expect(admin.locator("main")).to_contain_text("Tampak membantu")
