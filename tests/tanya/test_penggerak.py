"""Whom one may ask: the nearest unit up the tree that has somebody, for as long as he is there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.models import Pegawai
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.tanya import actions
from kinerja.tanya.models import Penggerak
from kinerja.tanya.queries import penggerak_saya, tempat_lain
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.tanya import tunjuk, user

pytestmark = pytest.mark.django_db


def nama(orang, slug: str) -> list[str]:
    return [satu.pegawai.nama for satu in penggerak_saya(orang(slug), on=HARI_INI).daftar]


def test_the_nearest_unit_that_has_somebody_counts(orang):
    tunjuk(orang, "bu-lenny", "PKU")
    tunjuk(orang, "bu-dewi")

    assert nama(orang, "pak-budi") == nama(orang, "pak-ucok") == [orang("bu-dewi").nama]
    assert nama(orang, "bu-novi") == [orang("bu-lenny").nama]
    assert nama(orang, "analis-pontianak") == []


def test_a_unit_may_have_two_and_nobody_asks_himself(orang):
    tunjuk(orang, "bu-lenny", "PKU")
    tunjuk(orang, "bu-dewi")
    assert nama(orang, "bu-dewi") == [orang("bu-lenny").nama]

    tunjuk(orang, "dokter-fajar")

    assert len(nama(orang, "pak-budi")) == 2
    assert nama(orang, "bu-dewi") == [orang("dokter-fajar").nama]


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"mulai_on": date(2026, 3, 3)}, "begitu dicatat"),
        ({"selesai_on": date(2026, 3, 1)}, "sudah lewat"),
        ({"slug": "analis-pontianak"}, "instansi yang sama"),
        ({"slug": "bu-intan"}, "tidak bertugas"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_reason(orang, ganti, kata):
    with pytest.raises(actions.CannotAppoint, match=kata):
        tunjuk(orang, **ganti)


def test_nobody_is_appointed_twice_and_only_by_the_admin_of_the_unit(orang):
    penggerak = tunjuk(orang)

    with pytest.raises(actions.CannotAppoint, match="sudah penggerak"):
        tunjuk(orang)
    for slug in ("bu-dewi", "bu-sari", "admin-pontianak"):
        with pytest.raises(PermissionDenied):
            actions.end_penggerak(penggerak, by=user(orang, slug), at=SEKARANG)


def test_an_ended_term_stays_in_the_history_and_may_begin_again(orang):
    penggerak = tunjuk(orang)

    actions.end_penggerak(penggerak, by=user(orang, "pak-anton"), at=SEKARANG)
    with pytest.raises(actions.CannotAppoint, match="sudah berakhir"):
        actions.end_penggerak(penggerak, by=user(orang, "pak-anton"), at=SEKARANG)
    assert nama(orang, "pak-budi") == []
    tunjuk(orang)

    assert Penggerak.objects.count() == 2
    assert Catatan.objects.filter(tindakan__startswith="penggerak.").count() == 3


def test_a_term_ends_by_itself_the_day_after_its_last(orang):
    penggerak = tunjuk(orang, selesai_on=date(2026, 3, 5))
    besok = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)  # already the sixth in Pekanbaru

    for at in (besok - timedelta(hours=6), besok):
        enqueue("tanya.akhiri", by=None, at=at)
        Pekerja(clock=lambda at=at: at).drain()

    penggerak.refresh_from_db()
    assert penggerak.diakhiri_at == besok
    assert penggerak.diakhiri_oleh is None


def test_who_is_away_is_nobodys_penggerak(orang):
    tunjuk(orang)

    Pegawai.objects.filter(pk=orang("bu-dewi").pk).update(status="cltn")

    assert nama(orang, "pak-budi") == []


def test_who_has_moved_to_another_branch_is_pointed_out(orang):
    daftar = [tunjuk(orang), tunjuk(orang, "bu-lenny", "PKU"), tunjuk(orang, "bu-rina")]

    pindah = tempat_lain(daftar, on=HARI_INI)

    assert {nomor: unit.kode for nomor, unit in pindah.items()} == {
        orang("bu-rina").pk: "PKU-TENAYANRAYA-REJOSARI"
    }
