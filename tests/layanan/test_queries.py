"""What an assessment may take from the public's votes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from kinerja.layanan.models import PetugasLayanan, Suara
from kinerja.layanan.queries import nilai_masyarakat
from kinerja.peraturan.skm import JawabanUnsur, UnsurSKM
from tests.conftest import HARI_INI
from tests.factories.layanan import buat_layanan, isi_suara, unit_of

TRIWULAN = {"mulai": date(2026, 1, 1), "selesai": date(2026, 3, 31)}


@pytest.fixture
def loket(orang):
    return buat_layanan(unit_of(orang("bu-rina")))


def serve(orang, slug, loket, mulai=date(2026, 1, 1), selesai=None):
    pegawai = orang(slug)
    PetugasLayanan.objects.create(layanan=loket, pegawai=pegawai, mulai_on=mulai, selesai_on=selesai)
    return pegawai.pk


def test_counts_the_days_on_which_he_served(orang, loket):
    rina = serve(orang, "bu-rina", loket, mulai=date(2026, 2, 1), selesai=date(2026, 2, 28))
    for hari, nilai in (
        (date(2026, 1, 31), 1),
        (date(2026, 2, 1), 4),
        (date(2026, 2, 28), 3),
        (date(2026, 3, 1), 1),
    ):
        isi_suara(loket, 5, hari=hari, nilai=nilai)

    hasil = nilai_masyarakat([rina], **TRIWULAN)[rina]

    assert hasil.n == 10
    assert hasil.unsur[UnsurSKM.PERILAKU] == JawabanUnsur(10, 35)


def test_leaves_out_what_is_held_or_dropped_and_what_lies_outside_the_time(orang, loket):
    rina = serve(orang, "bu-rina", loket)
    isi_suara(loket, 2)
    isi_suara(loket, 3, status="ditahan")
    isi_suara(loket, 4, status="dibuang")
    isi_suara(loket, 5, hari=date(2026, 4, 1))

    assert nilai_masyarakat([rina], **TRIWULAN)[rina].n == 2


def test_an_element_not_experienced_is_no_zero(orang, loket):
    rina = serve(orang, "bu-rina", loket)
    isi_suara(loket, 3, biaya=None)
    isi_suara(loket, 1, biaya=2)

    assert nilai_masyarakat([rina], **TRIWULAN)[rina].unsur[UnsurSKM.BIAYA] == JawabanUnsur(1, 2)


def test_adds_the_counters_of_one_person_up_and_keeps_people_apart(orang, loket, django_assert_num_queries):
    lain = buat_layanan(loket.unit_kerja)
    rina, dimas = serve(orang, "bu-rina", loket), serve(orang, "pak-dimas", lain)
    serve(orang, "bu-rina", lain)
    isi_suara(loket, 2)
    isi_suara(lain, 3)
    budi = orang("pak-budi").pk

    with django_assert_num_queries(1):
        hasil = nilai_masyarakat([rina, dimas, budi], **TRIWULAN)

    assert {nomor: satu.n for nomor, satu in hasil.items()} == {rina: 5, dimas: 3}
    assert nilai_masyarakat([rina], layanan=[lain.pk], **TRIWULAN)[rina].n == 3


def test_a_mark_outside_the_scale_cannot_be_stored(loket):
    for nilai in (0, 5):
        with pytest.raises(IntegrityError), transaction.atomic():
            Suara.objects.create(layanan=loket, hari=HARI_INI + timedelta(days=1), waktu=nilai)
