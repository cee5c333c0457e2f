"""The practice as people get it: one click in, another process, nothing of it on the real side, one click out."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import MEJA, issue, press, to_own_skp

pytestmark = pytest.mark.e2e
KALIMAT = "Satu pelatihan yang hanya ada dalam latihan."
LAMA = 400  # planting the demo takes half a minute of an idle machine


def enter(halaman: Page, peran: str) -> None:
    """Waits as a person does: the page tells when the practice is ready."""
    halaman.goto("/sosialisasi/latihan/")
    press(halaman, f"Berlatih sebagai {peran}")
    habis = time.monotonic() + LAMA
    while "/sosialisasi/latihan/" in halaman.url and time.monotonic() < habis:
        if halaman.get_by_text("Latihan sudah siap").count():
            press(halaman, f"Berlatih sebagai {peran}")
        halaman.wait_for_timeout(1000)
    expect(halaman.get_by_role("region", name="Mode latihan")).to_be_visible()


def test_what_is_done_in_practice_stays_there(buka, pelayan):
    halaman = buka("bu-dewi", layar=MEJA)
    nyata = {satu["name"]: satu["value"] for satu in halaman.context.cookies()}["sessionid"]
    sebelum = counts(pelayan)

    enter(halaman, "pegawai")
    assert halaman.title().startswith("LATIHAN: ")
    assert "Budi Hartawan" in halaman.locator(".kop").inner_text()
    halaman.goto("/dukungan/baru/")
    halaman.locator("input[name=jenis]").first.check()
    halaman.get_by_label("Jelaskan dalam satu kalimat").fill(KALIMAT)
    halaman.get_by_label("Kapan Anda membutuhkannya").fill(f"{time.strftime('%Y')}-12-30")
    press(halaman, "Kirim permintaan")
    expect(halaman.get_by_text(KALIMAT).first).to_be_visible()

    skp_id = to_own_skp(halaman, tahun=int(time.strftime("%Y")))
    _, kertas = issue(halaman, skp_id, "Sasaran Kinerja")
    assert all("LATIHAN" in lembar.extract_text() for lembar in kertas.pages)
    kode = kertas.pages[0].extract_text().split("Kode pemeriksaan:")[1].split()[0]

    umum = buka()
    umum.goto(f"/dokumen/periksa/?kode={kode}")
    assert "tidak terdaftar" in umum.locator("main").inner_text().lower()

    halaman.goto("/")
    halaman.get_by_role("link", name="Keluar dari latihan").click()
    expect(halaman.locator(".pita-latihan")).to_have_count(0)
    kuki = {satu["name"]: satu["value"] for satu in halaman.context.cookies()}
    assert kuki["sessionid"] == nyata
    assert not [nama for nama in kuki if nama.startswith("latihan")]
    assert "Dewi" in halaman.locator(".kop").inner_text()
    assert counts(pelayan) == sebelum


def counts(pelayan) -> list[int]:
    tabel = ("dukungan_permintaandukungan", "jejak_dokumenterbit", "django_session")
    return [pelayan.sql(f"SELECT COUNT(*) FROM {satu}")[0][0] for satu in tabel]
