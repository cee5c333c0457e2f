"""A report from its filter to the workbook, a ZIP made in the background, and a field copied for SIASN."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kinerja.lib.lembar_kerja import read_lembar
from tests.e2e.conftest import MEJA, press

pytestmark = pytest.mark.e2e


def choose_unit(halaman: Page, nama: str) -> None:
    pilihan = halaman.get_by_label("Unit kerja")
    nilai = pilihan.locator("option", has_text=nama).first.get_attribute("value")
    pilihan.select_option(nilai)
    press(halaman, "Tampilkan")
    halaman.wait_for_url(re.compile(rf"unit={nilai}"))


def rows(halaman: Page) -> list[list[str]]:
    return [satu.locator("td").all_inner_texts() for satu in halaman.locator("main tbody tr").all()]


def test_what_the_address_keeps_is_read_back_from_the_workbook(buka):
    admin = buka("pak-anton", layar=MEJA)
    admin.goto("/laporan/pyb/")
    choose_unit(admin, "Puskesmas Tenayan Raya")
    tampak = rows(admin)
    assert tampak

    alamat = admin.url
    admin.goto("/")
    admin.goto(alamat)  # as from a bookmark
    assert rows(admin) == tampak
    with admin.expect_download() as unduhan:
        press(admin, "Excel (XLSX)")
    isi = Path(unduhan.value.path()).read_bytes()
    lembar = read_lembar(isi, nama="laporan.xlsx", judul_dikenal=("Nama", "NIP"))

    dibaca = [set(baris.nilai.values()) for baris in lembar.baris]
    assert len(dibaca) == len(tampak)
    for satu in tampak:
        assert any(satu[0] in baris for baris in dibaca), satu


def test_documents_of_a_unit_arrive_as_one_zip_from_the_background(buka):
    admin = buka("pak-anton")
    admin.goto("/laporan/pyb/")
    choose_unit(admin, "Puskesmas Tenayan Raya")
    banyak = len(rows(admin))
    press(admin, "ZIP dokumen evaluasi saja")
    admin.wait_for_url("**/laporan/unduhan/")
    kartu = admin.locator("#daftar-unduhan .kartu").first
    expect(kartu.get_by_role("status").first).to_contain_text(re.compile("Disiapkan|Siap"))
    expect(kartu.get_by_role("link", name="Unduh")).to_be_visible(timeout=90_000)  # asks again by itself
    with admin.expect_download() as unduhan:
        press(admin, "Unduh")

    with zipfile.ZipFile(unduhan.value.path()) as arsip:
        assert arsip.testzip() is None
        pdf = [nama for nama in arsip.namelist() if nama.endswith(".pdf")]
        assert len(pdf) == banyak
        assert all(arsip.read(nama).startswith(b"%PDF") for nama in pdf)


def test_a_field_for_siasn_is_copied_with_one_press(buka, server):
    admin = buka("pak-anton", permissions=["clipboard-read", "clipboard-write"])
    admin.goto("/laporan/bkn-periodik/")
    admin.locator("main").get_by_role("link", name="Salin isian").first.click()
    baris = admin.locator(".salin-baris", has=admin.locator("button")).first
    tertulis = baris.locator("code").inner_text()
    baris.get_by_role("button").click()

    expect(baris.get_by_role("button")).to_have_text("Tersalin")
    assert admin.evaluate("navigator.clipboard.readText()") == tertulis
