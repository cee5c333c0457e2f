"""Sheets as people upload them."""

from io import BytesIO

import pytest
import xlsxwriter

from kinerja.kepegawaian.actions.impor import check_impor
from kinerja.kepegawaian.istilah import JenisImpor
from tests.conftest import SEKARANG

JUDUL = {
    "unit": ["KODE UNIT", "NAMA UNIT", "KODE INDUK"],
    "jabatan": ["KODE UNIT", "KODE JABATAN", "NAMA JABATAN", "JENIS JABATAN", "JENJANG", "MEMIMPIN UNIT"],
    "pegawai": ["NIP", "NAMA", "GOLONGAN", "KODE UNIT", "NAMA JABATAN", "TMT JABATAN", "NIP ATASAN"],
}


def buat_xlsx(*baris, setelah=lambda lembar: None) -> bytes:
    keluaran = BytesIO()
    with xlsxwriter.Workbook(keluaran) as buku:
        lembar = buku.add_worksheet("Data")
        for nomor, isi in enumerate(baris):
            lembar.write_row(nomor, 0, isi)
        setelah(lembar)
    return keluaran.getvalue()


@pytest.fixture
def periksa(akun, orang):
    """`periksa("pegawai", [...], [...])`: the dry run of a sheet with the usual headings."""

    def check(jenis, *baris, judul=None, isi=None, nama="data.xlsx", setelah=lambda lembar: None):
        return check_impor(
            orang("pak-anton").instansi,
            jenis=JenisImpor(jenis),
            isi=isi or buat_xlsx(judul or JUDUL[jenis], *baris, setelah=setelah),
            nama=nama,
            by=akun("pak-anton"),
            at=SEKARANG,
        )

    return check
