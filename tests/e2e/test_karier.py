"""A journey is read by the person, found in the list with its reasons, and its angka kredit set and opened."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from kinerja.demo.baca import find_pemeran
from tests.e2e.conftest import MEJA, TELEPON, press
from tests.e2e.test_setiap_halaman import look

pytestmark = pytest.mark.e2e


def check_page(halaman: Page, nama: str, slug: str) -> None:
    masalah = []
    for layar in (TELEPON, MEJA):
        halaman.set_viewport_size(layar)
        masalah += look(halaman, nama, slug, layar["width"])
    assert not masalah


def test_a_journey_from_the_person_to_the_paper(buka):
    analis = buka("analis-pontianak")
    analis.goto("/karier/")
    utama = analis.locator("main")
    expect(utama).to_contain_text("Naik ke jenjang Ahli Madya")
    expect(utama).to_contain_text("Hasil uji kompetensi belum tercatat.")
    expect(utama).to_contain_text("bukan janji")
    check_page(analis, "karier:perjalanan", "analis-pontianak")

    admin = buka("admin-pontianak", layar=MEJA)
    admin.goto("/karier/kelayakan/jenjang/")
    admin.get_by_label("Nama atau NIP").fill(find_pemeran("analis-pontianak").nip)
    press(admin, "Tampilkan")
    expect(admin.locator("main")).to_contain_text("masih kurang")
    check_page(admin, "karier:kelayakan_list", "admin-pontianak")

    admin.get_by_role("link", name=find_pemeran("analis-pontianak").nama).click()
    admin.get_by_role("link", name="Penetapan Angka Kredit", exact=True).click()
    check_page(admin, "karier:penetapan_set", "admin-pontianak")
    admin.get_by_label("Nomor surat").fill("800.1.3/077/AK")
    press(admin, "Tetapkan")
    expect(admin.get_by_text("nomor 800.1.3/077/AK sudah ditetapkan")).to_be_visible()

    analis.goto("/karier/")
    surat = analis.locator("aside").get_by_role("link", name="Penetapan Angka Kredit", exact=True)
    berkas = analis.request.get(str(surat.get_attribute("href")))
    assert berkas.headers["content-type"] == "application/pdf"
    isi = " ".join(lembar.extract_text() for lembar in PdfReader(BytesIO(berkas.body())).pages)
    assert "PENETAPAN ANGKA KREDIT" in isi and "800.1.3/077/AK" in isi
