"""A line a day: drawn from two days on, the same however often it is asked for, and gone after two years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kinerja.jejak.actions import record
from kinerja.pantau.actions import rebuild
from kinerja.pantau.models import Tangkapan
from kinerja.pantau.queries.tren import tren_unit
from kinerja.pekerjaan.istilah import StatusPekerjaan
from kinerja.perencanaan.models import SKP
from tests.conftest import HARI_INI, SEKARANG

pytestmark = pytest.mark.django_db
SIMPAN = "pantau.simpan_hari"
HARI = timedelta(days=1)


@pytest.fixture
def simpan(kerjakan):
    """One run of the job on that day, with everything counted before."""

    def run(at=SEKARANG) -> None:
        rebuild(at=at)
        assert kerjakan(SIMPAN, at).status == StatusPekerjaan.SELESAI

    return run


def test_two_days_make_a_line(skp, simpan):
    unit = skp.unit_kerja_id
    simpan()
    assert tren_unit(unit, on=HARI_INI).garis("skp") == ""

    SKP.objects.filter(pk=skp.pk).update(status="ditetapkan")
    record("skp.approve", skp, by=skp.penilai.user, at=SEKARANG)
    simpan(SEKARANG + HARI)

    tren = tren_unit(unit, on=HARI_INI + HARI)
    kemarin, kini = tren.daftar
    assert (kemarin.on, kini.on) == (HARI_INI, HARI_INI + HARI)
    assert kemarin.persen["skp"] == 0 < kini.persen["skp"]
    awal, akhir = tren.garis("skp").split()
    assert awal == "0.0,120.0"
    assert akhir == f"600.0,{round(120 - kini.persen['skp'] / 100 * 120, 1)}"


def test_asked_twice_in_a_day_keeps_one_line_with_the_later_figure(skp, simpan):
    simpan()
    SKP.objects.filter(pk=skp.pk).update(status="ditetapkan")
    simpan(SEKARANG + timedelta(hours=4))

    satu = Tangkapan.objects.get(unit_kerja=skp.unit_kerja)
    assert (satu.on, satu.skp_draf, satu.skp_ditetapkan) == (HARI_INI, 0, 1)


def test_a_day_is_the_day_of_the_wall_there(skp, simpan):
    simpan(SEKARANG.replace(hour=18))  # 01.00 WIB of the next day

    assert Tangkapan.objects.get(unit_kerja=skp.unit_kerja).on == HARI_INI + HARI


def test_a_line_is_wiped_after_two_years_and_not_a_day_sooner(skp, simpan):
    for umur in (729, 730, 731, 900):
        Tangkapan.objects.create(unit_kerja=skp.unit_kerja, on=HARI_INI - umur * HARI)

    simpan()

    tersimpan = (
        Tangkapan.objects.filter(unit_kerja=skp.unit_kerja).order_by("on").values_list("on", flat=True)
    )
    assert list(tersimpan) == [HARI_INI - 730 * HARI, HARI_INI - 729 * HARI, HARI_INI]


def test_the_line_shows_three_months_and_leaves_out_what_is_ahead(skp):
    for on in (HARI_INI - 92 * HARI, HARI_INI - 91 * HARI, date(2026, 2, 1), HARI_INI + HARI):
        Tangkapan.objects.create(unit_kerja=skp.unit_kerja, on=on)

    daftar = tren_unit(skp.unit_kerja_id, on=HARI_INI).daftar

    assert [titik.on for titik in daftar] == [HARI_INI - 91 * HARI, date(2026, 2, 1)]
