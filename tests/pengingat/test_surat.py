"""One letter a day over a real mail server, which goes away and comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kinerja.kepegawaian.models import Pegawai
from kinerja.notifikasi.actions import IsianPilihan, Kabar, notify, read_all, set_pilihan
from kinerja.notifikasi.istilah import KeadaanSurat
from kinerja.notifikasi.models import Notifikasi, Surat
from kinerja.pekerjaan.istilah import StatusPekerjaan

pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket]
MALAM = datetime(2026, 3, 1, 15, 0, tzinfo=UTC)  # 22.00 WIB
PAGI = datetime(2026, 3, 2, 0, 5, tzinfo=UTC)  # 07.05 WIB
SURAT = "pengingat.surat"
BUDI, SARI = "budi@contoh.go.id", "sari@contoh.go.id"
BIASA = IsianPilihan(mati=[], surat=True, jam=7, sunyi_mulai=20, sunyi_selesai=6)


@pytest.fixture
def budi(orang):
    Pegawai.objects.filter(pk=orang("pak-budi").pk).update(email=BUDI)
    Pegawai.objects.filter(pk=orang("bu-sari").pk).update(email=SARI)
    return orang("pak-budi").user


def tell(user, kunci="satu", at=MALAM) -> None:
    judul = f"Waktu dialog kinerja sudah disepakati ({kunci})"
    notify([Kabar(user_id=user.pk, jenis="dialog", judul=judul, kunci=kunci, tautan="/dialog/9/")], at=at)


def test_one_letter_tells_all_of_a_day_and_names_the_page(budi, pos, kerjakan, settings):
    settings.KINERJA_ALAMAT = "https://kinerja.contoh.go.id/"
    tell(budi), tell(budi, "dua")

    kerjakan(SURAT, PAGI)
    tell(budi, "tiga", PAGI)
    kerjakan(SURAT, PAGI + timedelta(hours=3))

    (pesan,) = pos.isi
    teks = pesan.get_content()
    assert (pesan["To"], pesan["Subject"]) == (BUDI, "2 kabar untuk Anda di Kinerja")
    assert "disepakati (satu)" in teks
    assert "disepakati (dua)" in teks
    assert "https://kinerja.contoh.go.id/notifikasi/" in teks
    assert "/dialog/9/" not in teks  # an address can say more than a title
    assert Surat.objects.get().keadaan == KeadaanSurat.TERKIRIM


def test_what_came_after_the_hour_waits_for_tomorrow(budi, pos, kerjakan):
    tell(budi, at=PAGI + timedelta(hours=1))

    kerjakan(SURAT, PAGI + timedelta(hours=2))
    assert pos.isi == []

    kerjakan(SURAT, PAGI + timedelta(days=1))
    assert pos.penerima == [BUDI]


def test_nothing_leaves_in_the_quiet_hours(budi, pos, kerjakan):
    set_pilihan(replace(BIASA, jam=5, sunyi_mulai=20, sunyi_selesai=8), by=budi, at=MALAM)
    tell(budi, at=MALAM - timedelta(hours=10))

    kerjakan(SURAT, PAGI)
    kerjakan(SURAT, MALAM + timedelta(days=1))
    assert pos.isi == []

    kerjakan(SURAT, PAGI + timedelta(hours=1))
    assert pos.penerima == [BUDI]


def test_who_wants_no_letter_or_has_no_address_gets_none(budi, akun, pos, kerjakan):
    set_pilihan(replace(BIASA, surat=False), by=budi, at=MALAM)
    tell(budi), tell(akun("bu-dewi"))

    kerjakan(SURAT, PAGI)

    assert pos.isi == []
    assert Notifikasi.objects.unsent().count() == 2


def test_what_was_read_meanwhile_is_in_no_letter(budi, pos, kerjakan):
    tell(budi)
    read_all(sampai=10**9, by=budi, at=MALAM)

    kerjakan(SURAT, PAGI)

    assert pos.isi == []


def test_a_server_that_is_away_for_a_day_loses_and_doubles_nothing(budi, akun, pos, kerjakan):
    tell(budi), tell(akun("bu-sari"))
    kerjakan(SURAT, PAGI)
    assert sorted(pos.penerima) == [BUDI, SARI]

    pos.tutup()
    tell(budi, "dua", PAGI + timedelta(hours=5))
    for jam in range(24, 48):
        hasil = kerjakan(SURAT, PAGI + timedelta(hours=jam))
        assert hasil.status == StatusPekerjaan.SELESAI
    assert Surat.objects.count() == 2
    tell(budi, "tiga", PAGI + timedelta(hours=30))

    pos.buka()
    for jam in range(48, 60):
        kerjakan(SURAT, PAGI + timedelta(hours=jam))

    assert sorted(pos.penerima) == [BUDI, BUDI, SARI]
    terakhir = pos.isi[-1].get_content()
    assert "(dua)" in terakhir
    assert "(tiga)" in terakhir
    assert "(satu)" not in terakhir


def test_a_clock_set_back_opens_no_letter_again(budi, pos, kerjakan):
    tell(budi, at=MALAM - timedelta(days=5))
    kerjakan(SURAT, PAGI)

    tell(budi, "dua", MALAM - timedelta(days=5))
    kerjakan(SURAT, PAGI - timedelta(hours=14))
    kerjakan(SURAT, PAGI)

    assert pos.penerima == [BUDI]


def test_an_address_the_server_refuses_for_good_holds_up_nobody(budi, akun, pos, kerjakan):
    pos.tolak[BUDI] = "550 Tidak ada kotak surat itu"
    tell(budi), tell(akun("bu-sari"))

    kerjakan(SURAT, PAGI)
    kerjakan(SURAT, PAGI + timedelta(minutes=15))

    assert pos.penerima == [SARI]
    assert Surat.objects.get(user=budi).keadaan == KeadaanSurat.DITOLAK


def test_an_address_the_server_refuses_for_now_is_tried_again_today(budi, pos, kerjakan):
    pos.tolak[BUDI] = "450 Kotak surat sedang penuh"
    tell(budi)
    kerjakan(SURAT, PAGI)
    assert pos.isi == []

    pos.tolak.clear()
    kerjakan(SURAT, PAGI + timedelta(minutes=15))

    assert pos.penerima == [BUDI]


def test_an_address_that_is_none_holds_up_nobody(budi, akun, orang, pos, kerjakan):
    Pegawai.objects.filter(pk=orang("pak-budi").pk).update(email="budi@contoh.go.id\nBcc: lain@contoh.go.id")
    tell(budi), tell(akun("bu-sari"))

    kerjakan(SURAT, PAGI)

    assert pos.penerima == [SARI]
    assert Surat.objects.get(user=budi).keadaan == KeadaanSurat.DITOLAK


def test_a_letter_of_which_nobody_knows_is_not_sent_again_but_told_tomorrow(budi, pos, kerjakan, settings):
    settings.EMAIL_TIMEOUT = 1
    pos.tahan_ke = 1
    tell(budi)
    kerjakan(SURAT, PAGI)
    assert Surat.objects.get().keadaan == KeadaanSurat.MENGIRIM

    for menit in (15, 30, 45):
        kerjakan(SURAT, PAGI + timedelta(minutes=menit))
    assert pos.penerima == [BUDI]
    assert Surat.objects.get().keadaan == KeadaanSurat.TIDAK_PASTI

    kerjakan(SURAT, PAGI + timedelta(days=1))
    assert pos.penerima == [BUDI, BUDI]
    assert Surat.objects.order_by("-on").first().keadaan == KeadaanSurat.TERKIRIM
