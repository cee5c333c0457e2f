"""A threshold moves the boxes, people decide about a successor, and the person reads his own place and nobody else's."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import MEJA, TELEPON, press
from tests.e2e.test_setiap_halaman import look

pytestmark = pytest.mark.e2e
SUMBER = "Berita acara tim manajemen talenta 3/2026"
ALASAN = "Memimpin kelas ibu hamil tiga tahun dan sudah dua kali menjadi pelaksana harian."


def check_page(halaman: Page, nama: str, siapa: str) -> None:
    masalah = []
    for layar in (TELEPON, MEJA):
        halaman.set_viewport_size(layar)
        masalah += look(halaman, nama, siapa, layar["width"])
    assert not masalah


def people_in(halaman: Page, kotak: int) -> int:
    isi = halaman.locator(f"td.kotak-{kotak} .kotak-jumlah").inner_text()
    return int(isi.split()[0].replace(".", ""))


def test_a_threshold_moves_the_boxes_and_a_decision_reaches_the_person(buka):
    admin = buka("pak-anton", layar=MEJA)
    admin.goto("/talenta/")
    atas_dahulu, tengah_dahulu = people_in(admin, 8), people_in(admin, 5)
    assert atas_dahulu
    check_page(admin, "talenta:talenta_list", "pak-anton")

    admin.goto("/setelan/talenta/ubah/")
    admin.get_by_label("Di atas nilai ini: tinggi atau di atas").fill("95")
    press(admin, "Simpan")
    expect(admin.get_by_role("alert")).to_contain_text("Tulis sumber atau alasannya")
    admin.get_by_label("Sumber", exact=False).first.fill(SUMBER)
    press(admin, "Simpan")
    expect(admin.locator("#batas_tinggi")).to_contain_text(SUMBER)
    check_page(admin, "setelan:setelan_detail", "pak-anton")

    admin.goto("/talenta/")
    assert (people_in(admin, 8), people_in(admin, 5)) == (0, tengah_dahulu + atas_dahulu)

    admin.goto("/talenta/suksesi/")
    admin.get_by_role("link", name="Kepala BKPSDM").click()
    check_page(admin, "talenta:suksesi_detail", "pak-anton")
    # Two steps below, so the rule does not propose her; people may decide otherwise.
    admin.get_by_text("Tidak diusulkan, dengan alasannya").click()
    admin.get_by_role("link", name="Putuskan tentang Dewi Kurniawati", exact=False).click()
    check_page(admin, "talenta:calon_decide", "pak-anton")
    admin.get_by_text("Masuk pool", exact=True).click()
    admin.get_by_label("Alasan", exact=False).fill(ALASAN)
    press(admin, "Simpan putusan")
    expect(admin.locator("main")).to_contain_text(ALASAN)

    dewi = buka("bu-dewi")
    dewi.goto("/talenta/saya/")
    expect(dewi.locator("main")).to_contain_text("Kotak 7")
    expect(dewi.locator("main")).to_contain_text("batas 60 dan 95")
    expect(dewi.locator("main")).to_contain_text(ALASAN)
    check_page(dewi, "talenta:talenta_own", "bu-dewi")
    assert dewi.goto("/talenta/").status == 403
    assert dewi.goto("/talenta/pegawai/5/").status == 403
