"""Two devices in the same instant: one code is one vote, one form is one vote, a crowd is held whole."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kinerja.layanan.actions import CannotVote, print_kode
from kinerja.layanan.models import KodeSuara, Suara, SumberSuara
from kinerja.lib.tanda_kirim import new_tanda
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.layanan import buat_layanan, kirim, unit_of
from tests.serentak import at_once, tables_are_shared  # noqa: F401 - pytest finds the fixture by its name

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("tables_are_shared")]
SERENTAK = 8


@pytest.fixture
def layanan(orang):
    return buat_layanan(unit_of(orang("bu-rina")))


def test_one_code_on_eight_devices_is_one_vote(layanan, akun):
    baru = print_kode(layanan, jumlah=1, berlaku_sampai_on=HARI_INI, by=akun("pak-anton"), at=SEKARANG)

    hasil = at_once(
        lambda nomor: kirim(layanan, kode=baru.daftar_kode[0], alamat=f"36.70.{nomor}.1"),
        SERENTAK,
        galat=CannotVote,
    )

    assert sorted(map(str, hasil)).count("dihitung") == 1
    assert sum("sudah dipakai" in str(satu) for satu in hasil) == SERENTAK - 1
    assert (Suara.objects.count(), KodeSuara.objects.filter(dipakai_on=HARI_INI).count()) == (1, 1)


def test_one_form_pressed_eight_times_is_one_vote(layanan):
    tanda = new_tanda(layanan.slug, at=SEKARANG - timedelta(minutes=1))

    hasil = at_once(lambda nomor: kirim(layanan, tanda=tanda), SERENTAK, galat=CannotVote)

    assert sorted(map(str, hasil)) == ["None"] * (SERENTAK - 1) + ["dihitung"]
    assert Suara.objects.count() == 1


def test_a_crowd_that_comes_at_once_is_one_crowd(layanan):
    at_once(lambda nomor: kirim(layanan, alamat=f"45.9.8.{nomor}"), 60, galat=CannotVote)

    sumber = SumberSuara.objects.get()
    assert (sumber.jumlah, sumber.status) == (60, "ditahan")
    assert set(Suara.objects.values_list("status", flat=True)) == {"ditahan"}
