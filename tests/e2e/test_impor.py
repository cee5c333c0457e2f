"""From a spreadsheet to a colleague who signs in for the first time."""

from __future__ import annotations

import pytest
import xlsxwriter
from playwright.sync_api import expect
from python_calamine import load_workbook

from tests.e2e.conftest import MEJA, confirm, press

pytestmark = pytest.mark.e2e
NIP_BARU = "199203142099032901"
SANDI_BARU = "kursi biru di beranda"


def fill_template(templat, tujuan):
    """The admin's own rows under the headings of the template: one is right, one has a short NIP."""
    judul = load_workbook(templat).get_sheet_by_index(0).to_python()[0]
    tetap = {
        "JENIS ASN": "PNS",
        "GOLONGAN": "II/d",
        "KODE UNIT": "PKU-DINKES-PKM-TENAYANRAYA",
        "NAMA JABATAN": "Perawat Terampil",
        "TMT JABATAN": "2026-11-02",
    }
    daftar = [{"NIP": NIP_BARU, "NAMA": "Wulan Septiani"}, {"NIP": "19920314", "NAMA": "Nomor Terpotong"}]
    with xlsxwriter.Workbook(tujuan) as buku:
        lembar = buku.add_worksheet()
        lembar.write_row(0, 0, judul)
        for nomor, isi in enumerate(daftar, start=1):
            for kolom, nama in enumerate(judul):
                lembar.write_string(nomor, kolom, (tetap | isi).get(nama, ""))
    return tujuan


def test_an_import_brings_exactly_what_the_dry_run_promised(buka, tmp_path):
    admin = buka("pak-anton", layar=MEJA)
    admin.goto("/kepegawaian/impor/")
    with admin.expect_download() as unduhan:
        press(admin, "Templat Pegawai (Excel)")
    unduhan.value.save_as(tmp_path / "templat.xlsx")

    admin.get_by_label("Isi berkas").select_option("Pegawai")
    admin.get_by_label("Berkas Excel atau CSV").set_input_files(
        fill_template(tmp_path / "templat.xlsx", tmp_path / "pegawai-baru.xlsx")
    )
    press(admin, "Periksa berkas")

    expect(admin.get_by_role("row", name="Wulan Septiani")).to_contain_text("Baru")
    expect(admin.get_by_role("row", name="Nomor Terpotong")).to_contain_text("seharusnya 18")
    admin.goto("/kepegawaian/pegawai/?cari=Wulan")
    expect(admin.get_by_role("link", name="Wulan Septiani")).to_have_count(0)
    admin.go_back()
    confirm(admin, "Terapkan 1 baris")

    expect(admin.get_by_text("Sudah diterapkan: 1 baru dan 0 berubah.")).to_be_visible()
    admin.goto("/kepegawaian/pegawai/?cari=Terpotong")
    expect(admin.get_by_role("link", name="Nomor Terpotong")).to_have_count(0)
    admin.goto("/kepegawaian/pegawai/?cari=Wulan")
    press(admin, "Wulan Septiani")
    expect(admin.locator("main")).to_contain_text("dr. Sari Puspitaningrum")
    confirm(admin, "Buat kata sandi sementara")
    chooses_her_own_password(buka(), admin.locator("code").inner_text())


def chooses_her_own_password(ponsel, sandi_sementara):
    ponsel.goto("/akun/masuk/")
    ponsel.get_by_label("NIP").fill(NIP_BARU)
    ponsel.locator("input[type=password]").fill(sandi_sementara)
    press(ponsel, "Masuk")
    expect(ponsel.get_by_role("heading", name="Pilih kata sandi Anda")).to_be_visible()
    ponsel.goto("/perencanaan/skp/")
    expect(ponsel.get_by_role("heading", name="Pilih kata sandi Anda")).to_be_visible()

    for sandi, jawaban in (("1234567890", "terlalu umum"), (SANDI_BARU, "SKP 2026")):
        for medan in ponsel.locator("input[type=password]").all():
            medan.fill(sandi)
        press(ponsel, "Simpan dan lanjutkan")
        expect(ponsel.locator("main")).to_contain_text(jawaban)
    expect(ponsel.locator("main")).to_contain_text("Wulan Septiani")
