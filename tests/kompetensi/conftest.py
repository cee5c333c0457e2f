"""Sheets of competences as people upload them."""

import pytest

from kinerja.kepegawaian.actions.impor import check_impor
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.kompetensi.models import Kompetensi, TingkatKompetensi
from tests.conftest import SEKARANG
from tests.kepegawaian.conftest import buat_xlsx

JUDUL = {
    "kompetensi": ["KODE KOMPETENSI", "NAMA KOMPETENSI", "JENIS", "DEFINISI", "SUMBER", "TINGKAT 1", "TINGKAT 2"],
    "standar": ["JABATAN", "KODE UNIT", "KODE KOMPETENSI", "TINGKAT", "SUMBER"],
}  # fmt: skip


@pytest.fixture
def periksa(akun, orang):
    """`periksa("standar", [...])`: the dry run of a sheet with the usual headings."""

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
def integritas(orang) -> Kompetensi:
    """One competence of Pekanbaru with two levels in words."""
    satu = Kompetensi.objects.create(
        instansi=orang("pak-anton").instansi,
        kode="INT-UJI",
        nama="Integritas",
        jenis="manajerial",
        sumber="PermenPANRB 38/2017",
    )
    for tingkat, uraian in ((1, "Jujur pada pekerjaannya."), (2, "Mengingatkan rekan.")):
        TingkatKompetensi.objects.create(kompetensi=satu, tingkat=tingkat, uraian=uraian)
    return satu
