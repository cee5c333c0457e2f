"""A method is changed in a draft and read before it holds; a drawn colleague answers on an old telephone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import MEJA, TELEPON, press
from tests.e2e.test_setiap_halaman import look

pytestmark = pytest.mark.e2e
BKPSDM = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"
KALIMAT = "Pada 3 November ia membuka loket kedua sehingga warga tidak menunggu lama."


def open_draft(admin: Page) -> None:
    admin.goto("/kebijakan/daftar/")
    admin.locator("main").get_by_role("link", name=BKPSDM, exact=False).first.click()
    press(admin, "Buat draf baru")
    expect(admin.get_by_role("heading", level=1)).to_contain_text("Draf kebijakan")


def check_page(halaman: Page, nama: str) -> None:
    """A draft exists only here, so the crawl never sees its pages."""
    masalah = []
    for layar in (TELEPON, MEJA):
        halaman.set_viewport_size(layar)
        masalah += look(halaman, nama, "admin-pontianak", layar["width"])
    assert not masalah


def test_a_changed_method_is_tried_put_in_force_and_read(buka):
    admin = buka("admin-pontianak", layar=MEJA)
    open_draft(admin)
    check_page(admin, "kebijakan:draf_detail")
    admin.locator("#sumber").get_by_role("link", name=re.compile("^Ubah")).click()
    atasan, rekan = admin.locator("[name=bobot_atasan]"), admin.locator("[name=bobot_rekan]")
    atasan.fill(str(int(atasan.input_value()) + 5))
    press(admin, "Simpan ke draf")
    expect(admin.get_by_text("Jumlah bobot: 105%")).to_be_visible()
    rekan.fill(str(int(rekan.input_value()) - 5))
    press(admin, "Simpan ke draf")
    press(admin, "Coba pada periode lalu")
    expect(admin.get_by_text("Tidak ada yang disimpan")).to_be_visible()
    check_page(admin, "kebijakan:simulasi")

    admin.go_back()
    admin.get_by_label("Saya sudah membaca catatan ini", exact=False).check()
    press(admin, "Tetapkan kebijakan")
    expect(admin.get_by_text("Akan berlaku")).to_be_visible()

    pegawai = buka("analis-pontianak")
    press(pegawai, "Bagaimana saya dinilai")
    expect(pegawai.locator("main")).to_contain_text("Berlaku mulai 1 Januari 2027: versi 2")
    press(pegawai, "Baca versi yang akan berlaku")
    expect(pegawai.locator("#sumber")).to_contain_text("Atasan 65% dan rekan kerja 20%")


def test_a_drawn_colleague_answers_without_a_script(buka):
    ponsel = buka("petugas-kotabumi-ilir", java_script_enabled=False)
    ponsel.get_by_role("link", name=re.compile(r"^Menilai \d+ rekan")).click()
    ponsel.locator("main").get_by_role("link", name="Santi Oktavian").click()
    press(ponsel, "Kirim jawaban")
    expect(ponsel.get_by_role("alert").first).to_contain_text("Pilih satu jawaban")
    for pertanyaan in ponsel.locator(".lembar-butir").all():
        pertanyaan.get_by_role("radio").nth(3).check(force=True)
    ponsel.get_by_label("Satu kalimat untuknya").fill(KALIMAT)
    press(ponsel, "Kirim jawaban")

    baris = ponsel.locator("main li").filter(has_text="Santi Oktavian")
    expect(baris).to_contain_text("Sudah diisi")
    baris.get_by_role("link").click()
    expect(ponsel.get_by_label("Satu kalimat untuknya")).to_have_value(KALIMAT)


def test_a_team_is_formed_for_the_year_to_come(buka):
    admin = buka("admin-tebo", layar=MEJA)
    admin.goto("/sumber/tim/")
    press(admin, "Bentuk tim Puskesmas Muara Tebo")
    press(admin, "Bentuk tim")
    expect(admin.get_by_role("alert").first).to_contain_text("sudah punya tim")
    tahun = int(admin.locator("#id_mulai_on").input_value()[:4]) + 1
    admin.locator("#id_mulai_on").fill(f"{tahun}-01-01")
    admin.locator("#id_selesai_on").fill(f"{tahun}-12-31")
    press(admin, "Bentuk tim")
    for nama in ("Drs. Ridwansyah Lubuk, M.Si.", "Hj. Rosmawati Idris, S.Pd., M.Pd."):
        admin.get_by_label("Nama atau NIP").fill(nama)
        press(admin, "Tambah anggota")
        expect(admin.locator("table")).to_contain_text(nama)
    check_page(admin, "sumber:tim_detail")
