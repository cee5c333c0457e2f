"""What the tables themselves refuse."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.pelaksanaan.models import BuktiDukung, Realisasi, UmpanBalik
from tests.conftest import SEKARANG
from tests.factories.skp import buat_skp


@pytest.fixture
def realisasi(orang) -> Realisasi:
    skp = buat_skp(orang("pak-budi"))
    rhk = skp.daftar_rhk.order_by("urutan")[0]
    periode = Periode.objects.get(instansi=skp.instansi, tahun=2026, tahap=Tahap.DOKUMENTASI, urutan=2)
    return Realisasi.objects.create(
        skp=skp,
        indikator=rhk.daftar_indikator.order_by("urutan")[0],
        periode=periode,
        nilai=110,
        recorded_at=SEKARANG,
    )


def test_the_factory_finds_the_official_who_assesses_and_his_superior(orang):
    skp = buat_skp(orang("pak-budi"))

    assert (skp.penilai, skp.atasan_penilai) == (orang("bu-sari"), orang("kepala-dinkes"))
    assert skp.kategori == "pegawai"
    assert buat_skp(orang("kepala-dinkes")).kategori == "pimpinan"


def test_a_realisation_says_something(realisasi):
    with pytest.raises(IntegrityError), transaction.atomic():
        Realisasi.objects.filter(pk=realisasi.pk).update(nilai=None, uraian="")


def test_evidence_is_a_file_or_a_link_and_never_both(realisasi):
    with pytest.raises(IntegrityError), transaction.atomic():
        BuktiDukung.objects.create(realisasi=realisasi, keterangan="Laporan", added_at=SEKARANG)


def test_feedback_is_about_one_thing(realisasi, akun):
    with pytest.raises(IntegrityError), transaction.atomic():
        UmpanBalik.objects.create(
            skp=realisasi.skp,
            pemberi=akun("bu-sari"),
            teks="Bagus",
            given_at=SEKARANG,
            peran_pemberi="pimpinan",
        )
