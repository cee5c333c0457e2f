"""Recaps as people upload them, and some that are there already."""

from datetime import date

import pytest

from kinerja.kepegawaian.actions.impor import check_impor
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.rekap.models import RekapKehadiran
from tests.conftest import SEKARANG
from tests.kepegawaian.conftest import buat_xlsx

JUDUL = {
    "kehadiran": ["NIP", "NAMA", "MULAI", "SELESAI", "HARI KERJA", "HADIR", "ALPA", "ALPA BERTURUT-TURUT", "TERLAMBAT (MENIT)"],
    "belajar": ["NIP", "NAMA", "TAHUN", "JP", "KETERANGAN"],
}  # fmt: skip


@pytest.fixture
def periksa(akun, orang):
    """`periksa("kehadiran", [...])`: the dry run of a sheet with the usual headings."""

    def check(jenis, *baris, judul=None, by="pak-anton"):
        return check_impor(
            orang(by).instansi,
            jenis=JenisImpor(jenis),
            isi=buat_xlsx(judul or JUDUL[jenis], *baris),
            nama=f"{jenis}.xlsx",
            by=akun(by),
            at=SEKARANG,
        )

    return check


@pytest.fixture
def hadir(orang):
    """`hadir("pak-budi", 1, alpa=2)`: the recap of one month of 2026."""

    def make(slug, bulan, *, tahun=2026, **isi):
        nilai = {"hari_kerja": 20, "hadir": 18, "alpa": 0, **isi}
        return RekapKehadiran.objects.create(
            pegawai=orang(slug), mulai_on=date(tahun, bulan, 1), selesai_on=date(tahun, bulan, 28), **nilai
        )

    return make
