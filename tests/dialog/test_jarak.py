"""When it is time to talk again, and what those above see of it: numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db.models import Sum

from kinerja.dialog.models import DialogKinerja
from kinerja.dialog.queries import pasangan_dari, read_jarak, rekap_penilai
from kinerja.kebijakan.models import Kebijakan
from kinerja.kepegawaian.models import HubunganPenilai
from tests.factories.dialog import buat_dialog, buat_selesai, hubungan_of, user

TERAKHIR = date(2026, 1, 12)


def pasangan(orang, on: date, slug: str = "bu-sari"):
    daftar = pasangan_dari(read_jarak(orang(slug), on=on), on=on)
    return next(p for p in daftar if p.hubungan.penempatan.pegawai == orang("pak-budi"))


@pytest.mark.parametrize(("hari", "terlambat"), [(89, False), (90, False), (91, True)])
def test_it_is_time_on_the_day_after_the_interval(orang, hari, terlambat):
    buat_selesai(orang, TERAKHIR)

    assert pasangan(orang, TERAKHIR + timedelta(days=hari)).terlambat is terlambat


def test_a_new_pair_has_the_whole_interval(orang):
    mulai = hubungan_of(orang).mulai_on

    assert not pasangan(orang, mulai + timedelta(days=90)).terlambat
    assert pasangan(orang, mulai + timedelta(days=91)).terlambat


def test_the_nearest_policy_says_how_often(orang):
    buat_selesai(orang, TERAKHIR)
    unit = hubungan_of(orang).penempatan.unit_kerja
    Kebijakan.objects.create(unit_kerja=unit, versi=9, berlaku_on=date(2025, 2, 1), jarak_dialog_hari=30)

    assert pasangan(orang, TERAKHIR + timedelta(days=31)).terlambat
    assert not pasangan(orang, TERAKHIR + timedelta(days=30)).terlambat


def test_an_agreed_hour_to_come_stills_the_reminder(orang):
    HubunganPenilai.objects.filter(pk=hubungan_of(orang).pk).update(mulai_on=date(2025, 1, 2))
    assert pasangan(orang, date(2026, 3, 2)).terlambat

    buat_dialog(orang)

    assert not pasangan(orang, date(2026, 3, 2)).terlambat
    assert pasangan(orang, date(2026, 3, 10)).terlambat  # it passed and nobody said that it took place


def baris(orang, slug: str, on: date) -> dict[str, object]:
    daftar = rekap_penilai(user(orang, slug), on=on)
    return next(b for b in daftar if b["penilai_id"] == orang("bu-sari").pk)


@pytest.mark.parametrize("slug", ["kepala-dinkes", "sekda-pekanbaru"])
def test_those_above_see_how_many_wait(orang, slug):
    buat_selesai(orang, date(2026, 2, 2))
    on = date(2026, 3, 2)

    sebelum = baris(orang, slug, on)
    DialogKinerja.objects.update(terlaksana_on=date(2025, 6, 1))
    sesudah = baris(orang, slug, on)

    assert sesudah["jumlah"] == sebelum["jumlah"]
    assert sesudah["belum"] == sebelum["belum"] + 1  # type: ignore[operator]
    assert set(sesudah) == {"penilai_id", "penilai__nama", "jumlah", "belum"}


def test_the_count_follows_the_policy_of_each_unit(orang):
    buat_selesai(orang, date(2026, 2, 2))
    on = date(2026, 3, 20)
    sebelum = baris(orang, "kepala-dinkes", on)["belum"]
    unit = hubungan_of(orang).penempatan.unit_kerja
    Kebijakan.objects.create(unit_kerja=unit, versi=9, berlaku_on=date(2025, 2, 1), jarak_dialog_hari=30)

    assert baris(orang, "kepala-dinkes", on)["belum"] >= sebelum + 1  # type: ignore[operator]


def test_an_agreed_hour_to_come_is_not_counted_as_late(orang):
    buat_selesai(orang, date(2025, 6, 1))
    sebelum = baris(orang, "kepala-dinkes", date(2026, 3, 2))["belum"]
    buat_dialog(orang)

    assert baris(orang, "kepala-dinkes", date(2026, 3, 2))["belum"] == sebelum - 1  # type: ignore[operator]
    assert baris(orang, "kepala-dinkes", date(2026, 3, 10))["belum"] == sebelum  # type: ignore[comparison-overlap]


def test_nobody_counts_who_talks_with_himself(orang):
    kepala = orang("kepala-dinkes")
    atasan = HubunganPenilai.objects.get(penempatan__pegawai=kepala, selesai_on=None).penilai_id

    daftar = rekap_penilai(user(orang, "kepala-dinkes"), on=date(2026, 3, 2))

    assert atasan not in [b["penilai_id"] for b in daftar]


def test_an_outsider_counts_nothing_of_them(orang):
    for slug in ("bu-rina", "analis-pontianak", "pak-anton"):
        daftar = rekap_penilai(user(orang, slug), on=date(2026, 3, 2))
        assert orang("bu-sari").pk not in [b["penilai_id"] for b in daftar]


def test_counts_never_exceed_the_people(orang):
    jumlah = rekap_penilai(user(orang, "sekda-pekanbaru"), on=date(2026, 3, 2)).aggregate(
        a=Sum("jumlah"), b=Sum("belum")
    )

    assert 0 <= jumlah["b"] <= jumlah["a"]
