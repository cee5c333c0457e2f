"""Said once, only what is wanted, and never silenced where the law wants it heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kinerja.jejak.models import Catatan
from kinerja.notifikasi import actions
from kinerja.notifikasi.actions import IsianPilihan, Kabar, notify
from kinerja.notifikasi.istilah import DAFTAR_JENIS, DAPAT_DIMATIKAN
from kinerja.notifikasi.models import Notifikasi, PilihanNotifikasi
from kinerja.notifikasi.queries import pilihan_dari
from tests.conftest import SEKARANG

SIANG = IsianPilihan(mati=[], surat=True, jam=7, sunyi_mulai=20, sunyi_selesai=6)


@pytest.fixture
def budi(akun):
    return akun("pak-budi")


def kabar(user, kunci="satu", jenis="dialog", **lain) -> Kabar:
    return Kabar(
        user_id=user.pk, jenis=jenis, judul="Waktu dialog kinerja sudah disepakati", kunci=kunci, **lain
    )


def test_the_same_occasion_is_told_once_however_often_it_comes_up(budi):
    notify([kabar(budi), kabar(budi)], at=SEKARANG)
    notify([kabar(budi), kabar(budi, "dua")], at=SEKARANG + timedelta(hours=1))

    assert list(Notifikasi.objects.order_by("kunci").values_list("kunci", "created_at")) == [
        ("dua", SEKARANG + timedelta(hours=1)),
        ("satu", SEKARANG),
    ]


def test_the_same_occasion_is_told_to_each_person(budi, akun):
    notify([kabar(budi), kabar(akun("bu-sari"))], at=SEKARANG)

    assert Notifikasi.objects.count() == 2


def test_a_kind_that_was_turned_off_is_not_told(budi):
    actions.set_pilihan(replace(SIANG, mati=["dialog"]), by=budi, at=SEKARANG)

    notify([kabar(budi), kabar(budi, "dua", "dukungan")], at=SEKARANG)

    assert [satu.jenis for satu in Notifikasi.objects.all()] == ["dukungan"]


@pytest.mark.parametrize(
    "jenis", [jenis for jenis in DAFTAR_JENIS if jenis.wajib], ids=lambda jenis: jenis.kode
)
def test_what_the_law_wants_heard_cannot_be_turned_off(jenis, budi):
    assert jenis.dasar.startswith("PermenPANRB 6/2022")
    with pytest.raises(actions.CannotChoose, match="tidak dapat dimatikan"):
        actions.set_pilihan(replace(SIANG, mati=[jenis.kode]), by=budi, at=SEKARANG)
    # Whatever stands in the table, for instance from an older version.
    PilihanNotifikasi.objects.create(user=budi, mati=[jenis.kode])

    notify([kabar(budi, jenis=jenis.kode)], at=SEKARANG)

    assert Notifikasi.objects.count() == 1


def test_an_unknown_kind_is_refused_kindly(budi):
    with pytest.raises(actions.CannotChoose, match="entah"):
        actions.set_pilihan(replace(SIANG, mati=["entah"]), by=budi, at=SEKARANG)


def test_a_choice_leaves_a_line_in_the_trail_and_is_kept(budi):
    semua = [jenis.kode for jenis in DAPAT_DIMATIKAN]
    actions.set_pilihan(replace(SIANG, mati=semua, jam=9), by=budi, at=SEKARANG)
    actions.set_pilihan(replace(SIANG, jam=10), by=budi, at=SEKARANG)

    assert (pilihan_dari(budi.pk).jam, pilihan_dari(budi.pk).mati) == (10, [])
    assert Catatan.objects.filter(tindakan="notifikasi.atur").count() == 2


def test_quiet_hours_that_swallow_every_letter_are_refused(budi):
    with pytest.raises(actions.CannotChoose, match="jam tenang"):
        actions.set_pilihan(replace(SIANG, jam=21, sunyi_mulai=20, sunyi_selesai=6), by=budi, at=SEKARANG)


@pytest.mark.parametrize(
    ("mulai", "selesai", "tenang"),
    [(20, 6, {20, 21, 22, 23, 0, 1, 2, 3, 4, 5}), (12, 14, {12, 13}), (8, 8, set()), (0, 23, set(range(23)))],
)
def test_quiet_hours_may_go_past_midnight(mulai, selesai, tenang):
    pilihan = PilihanNotifikasi(sunyi_mulai=mulai, sunyi_selesai=selesai)

    assert {jam for jam in range(24) if pilihan.sunyi(jam)} == tenang


def test_reading_all_leaves_what_came_meanwhile(budi, akun):
    notify([kabar(budi), kabar(budi, "dua"), kabar(akun("bu-sari"))], at=SEKARANG)
    terlihat = Notifikasi.objects.filter(user=budi).order_by("-id").first()
    notify([kabar(budi, "tiga")], at=SEKARANG)

    assert actions.read_all(sampai=terlihat.pk, by=budi, at=SEKARANG) == 2
    assert [satu.kunci for satu in Notifikasi.objects.filter(user=budi).unread()] == ["tiga"]
    assert Notifikasi.objects.unread().count() == 2


def test_one_person_cannot_read_for_another(budi, akun):
    notify([kabar(budi)], at=SEKARANG)

    actions.read_notifikasi(Notifikasi.objects.get(), by=akun("bu-sari"), at=SEKARANG)

    assert Notifikasi.objects.get().dibaca_at is None


def test_a_very_long_title_is_cut_and_kept(budi):
    notify([replace(kabar(budi), judul="Kelas " + "x" * 400)], at=SEKARANG)

    assert len(Notifikasi.objects.get().judul) == 160
