"""Pantau on paper: what a leader lays on the table of a meeting."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.e2e.conftest import MEJA

pytestmark = pytest.mark.e2e


def printed(halaman: Page) -> tuple[int, str]:
    """Pages of A4, and their text on one line."""
    kertas = PdfReader(BytesIO(halaman.pdf(format="A4")))
    lebar, tinggi = (round(float(n) / 72 * 25.4) for n in kertas.pages[0].mediabox[2:])
    assert (lebar, tinggi) == (210, 297)
    return len(kertas.pages), " ".join(" ".join(satu.extract_text() for satu in kertas.pages).split())


def test_paper_has_the_figures_of_the_table_and_no_menu(buka):
    pimpinan = buka("sekda-pekanbaru", layar=MEJA)
    pimpinan.goto("/pantau/")
    baris = [
        [sel.inner_text() for sel in satu.locator("th, td b").all()]
        for satu in pimpinan.locator(".panas-tabel tbody tr").all()
    ]
    halaman, teks = printed(pimpinan)

    assert len(baris) > 2
    for nama, *daftar_angka in baris:
        ikut = r"[\d\smenuggu]*?".join(re.escape(satu) for satu in daftar_angka)
        assert re.search(rf"{re.escape(nama)} {ikut}", teks), (nama, daftar_angka)
    assert (
        "Realisasi lengkap" in teks and "Sebagai tabel" in teks
    )  # figures of the lines too, which are folded on screen
    assert re.search(r"Dihitung \d+ November 2026", teks)
    for tidak in (
        "Beranda",
        "Keluar",
        "Muat ulang",
        "Semua angka sebagai tabel",
        "Bantuan untuk halaman ini",
    ):
        assert tidak not in teks, tidak
    assert halaman <= 3


def test_no_column_is_cut_off(buka):
    pimpinan = buka("sekda-pekanbaru", layar=MEJA)
    for alamat in ("/pantau/", "/pantau/tabel/", "/kesiapan/"):
        pimpinan.goto(alamat)
        pimpinan.emulate_media(media="print")
        pimpinan.set_viewport_size({"width": 703, "height": 1000})  # A4 between its margins
        assert pimpinan.evaluate("document.documentElement.scrollWidth") <= 703, alamat
        assert pimpinan.locator("main thead").first.is_visible(), alamat  # a table, not cards
