"""Two devices in the same instant: one code is one vote, one form is one vote, a crowd is held whole."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from kinerja.layanan.actions import CannotVote, print_kode
from kinerja.layanan.models import KodeSuara, Suara, SumberSuara
from kinerja.lib.tanda_kirim import new_tanda
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.layanan import buat_layanan, kirim, unit_of

pytestmark = pytest.mark.django_db(transaction=True)
SERENTAK = 8


@pytest.fixture
def layanan(orang):
    return buat_layanan(unit_of(orang("bu-rina")))


def at_once(kerja, banyak: int = SERENTAK) -> list[object]:
    def work(nomor: int) -> object:
        try:
            return kerja(nomor)
        except CannotVote as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(SERENTAK) as kolam:
        return list(kolam.map(work, range(banyak)))


@pytest.fixture(autouse=True)
def _threads_share_the_tables(request):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("Basis data di memori tidak dipakai bersama oleh beberapa utas.")


def test_one_code_on_eight_devices_is_one_vote(layanan, akun):
    baru = print_kode(layanan, jumlah=1, berlaku_sampai_on=HARI_INI, by=akun("pak-anton"), at=SEKARANG)

    hasil = at_once(lambda nomor: kirim(layanan, kode=baru.daftar_kode[0], alamat=f"36.70.{nomor}.1"))

    assert sorted(map(str, hasil)).count("dihitung") == 1
    assert sum("sudah dipakai" in str(satu) for satu in hasil) == SERENTAK - 1
    assert (Suara.objects.count(), KodeSuara.objects.filter(dipakai_on=HARI_INI).count()) == (1, 1)


def test_one_form_pressed_eight_times_is_one_vote(layanan):
    tanda = new_tanda(layanan.slug, at=SEKARANG - timedelta(minutes=1))

    hasil = at_once(lambda nomor: kirim(layanan, tanda=tanda))

    assert sorted(map(str, hasil)) == ["None"] * (SERENTAK - 1) + ["dihitung"]
    assert Suara.objects.count() == 1


def test_a_crowd_that_comes_at_once_is_one_crowd(layanan):
    at_once(lambda nomor: kirim(layanan, alamat=f"45.9.8.{nomor}"), banyak=60)

    sumber = SumberSuara.objects.get()
    assert (sumber.jumlah, sumber.status) == (60, "ditahan")
    assert set(Suara.objects.values_list("status", flat=True)) == {"ditahan"}
