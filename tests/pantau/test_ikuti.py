"""The trail says which units are counted again, and a line that arrives late is not missed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kinerja.jejak.actions import record
from kinerja.jejak.models import Catatan
from kinerja.pantau.actions import follow, rebuild
from kinerja.pantau.models import Hitungan, Kedudukan
from kinerja.peraturan.alur import StatusSKP
from kinerja.perencanaan.models import SKP
from tests.conftest import SEKARANG

pytestmark = pytest.mark.django_db


def angka(skp: SKP, kolom: str, *, mendalam: bool = False) -> int:
    return Hitungan.objects.values_list(kolom, flat=True).get(unit_kerja=skp.unit_kerja, mendalam=mendalam)


def move(skp: SKP, status: StatusSKP) -> None:
    SKP.objects.filter(pk=skp.pk).update(status=status)


def test_a_submitted_plan_moves_from_one_figure_to_the_next_up_to_the_root(skp):
    akar = skp.unit_kerja.jalur.strip("/").split("/")[0]
    move(skp, StatusSKP.DIAJUKAN)
    record("skp.submit", skp, by=skp.pegawai.user, at=SEKARANG)

    follow(at=SEKARANG)

    assert (angka(skp, "skp_draf"), angka(skp, "skp_diajukan")) == (0, 1)
    assert Hitungan.objects.get(unit_kerja=akar, mendalam=True).skp_diajukan == 1


def test_what_leaves_no_trail_is_counted_when_something_in_that_unit_does(skp):
    move(skp, StatusSKP.DIAJUKAN)

    follow(at=SEKARANG)
    assert angka(skp, "skp_diajukan") == 0

    rebuild(at=SEKARANG)
    assert angka(skp, "skp_diajukan") == 1


def test_a_line_that_commits_after_a_later_one_is_still_read(skp):
    """On PostgreSQL a slow transaction holds a lower number than one that has ended."""
    lambat = record("skp.submit", skp, by=skp.pegawai.user, at=SEKARANG)
    cepat = record("akun.masuk", skp.pegawai.user, by=skp.pegawai.user, at=SEKARANG)
    Catatan.objects.filter(pk=lambat.pk).delete()
    follow(at=SEKARANG)
    assert Kedudukan.objects.get().sampai_id == cepat.pk
    assert str(lambat.pk) in Kedudukan.objects.get().celah

    move(skp, StatusSKP.DIAJUKAN)
    lambat.save(force_insert=True)
    follow(at=SEKARANG)

    assert angka(skp, "skp_diajukan") == 1
    assert str(lambat.pk) not in Kedudukan.objects.get().celah


def test_a_number_that_never_comes_is_given_up(skp):
    hilang = record("skp.submit", skp, by=skp.pegawai.user, at=SEKARANG)
    record("akun.masuk", skp.pegawai.user, by=skp.pegawai.user, at=SEKARANG)
    Catatan.objects.filter(pk=hilang.pk).delete()
    follow(at=SEKARANG)

    follow(at=SEKARANG + timedelta(minutes=11))

    assert Kedudukan.objects.get().celah == {}


def test_an_unrelated_event_counts_nothing(skp):
    versi = Kedudukan.objects.get().versi
    record("akun.masuk", skp.pegawai.user, by=skp.pegawai.user, at=SEKARANG)

    follow(at=SEKARANG)

    assert Kedudukan.objects.get().versi == versi
