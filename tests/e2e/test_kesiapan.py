"""Three taps on a telephone, and what a leader reads of how ready units are."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.conftest import MEJA, press, unfold

pytestmark = pytest.mark.e2e


def accessible(halaman: Page) -> bool:
    return not Axe().run(halaman).response["violations"]


def test_the_pulse_is_three_taps_and_readiness_one_table(buka):
    pegawai = buka("pak-budi")
    pegawai.get_by_role("link", name="Denyut November 2026: tiga pernyataan").click()
    assert accessible(pegawai)
    assert pegawai.evaluate("document.documentElement.scrollWidth") <= 360
    for kelompok in pegawai.locator("main fieldset").all():
        kelompok.get_by_label("Setuju", exact=True).check()
    unfold(pegawai, "Apa yang disimpan")
    press(pegawai, "Kirim")
    expect(pegawai.get_by_text("Terima kasih, jawaban Anda tersimpan")).to_be_visible()
    assert accessible(pegawai)
    press(pegawai, "Ubah jawaban")
    expect(pegawai.get_by_label("Setuju", exact=True).first).to_be_checked()
    pegawai.goto("/")
    expect(pegawai.get_by_role("link", name="Denyut November")).to_have_count(0)

    pimpinan = buka("sekda-pekanbaru", layar=MEJA)
    pimpinan.get_by_role("link", name="Kesiapan unit", exact=True).click()
    expect(pimpinan.get_by_role("table")).to_contain_text("Seluruhnya")
    pimpinan.get_by_label("Urutkan").select_option("umpan_balik")
    press(pimpinan, "Tampilkan")
    assert accessible(pimpinan)
    pimpinan.get_by_role("row", name="Kecamatan Tenayan Raya").get_by_role("link", name="umpan balik").click()
    expect(pimpinan.get_by_role("heading", level=1)).to_contain_text("Belum diberi umpan balik")
    pimpinan.goto("/kesiapan/denyut/hasil/")
    expect(pimpinan.get_by_text("Dengan kata mereka")).to_be_visible()
    assert accessible(pimpinan)
