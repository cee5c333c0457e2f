"""Asking for a job: once, together with the caller's change, and only what exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kinerja.pekerjaan.actions import CannotChangePekerjaan, cancel_pekerjaan, enqueue, retry_pekerjaan
from kinerja.pekerjaan.daftar import UnknownJenis, daftar_jenis, pekerjaan
from kinerja.pekerjaan.kerja import PekerjaanGagal
from kinerja.pekerjaan.models import Pekerjaan, PekerjaanQuerySet
from tests.conftest import SEKARANG

AKAR = Path(__file__).parents[2]


def test_a_double_click_is_one_job_until_it_is_finished(jenis, minta, pekerja):
    jenis(lambda kerja: None)
    pertama = minta(kunci="periode:1")

    assert minta(kunci="periode:1") == pertama
    assert minta(kunci="periode:2") != pertama
    pekerja.drain()
    assert minta(kunci="periode:1") != pertama


def test_the_database_itself_refuses_the_second_of_a_pair(jenis, minta):
    jenis(lambda kerja: None)
    minta(kunci="periode:1")

    with pytest.raises(IntegrityError), transaction.atomic():
        Pekerjaan.objects.create(
            jenis="uji.coba", kunci="periode:1", dibuat_at=SEKARANG, jalan_lagi_at=SEKARANG
        )


def test_a_click_that_loses_the_race_gets_the_job_of_the_other(jenis, minta, monkeypatch):
    jenis(lambda kerja: None)
    pertama = minta(kunci="periode:1")
    asli, buta = PekerjaanQuerySet.first, [True]

    def first(self):
        """Blind once: as if the other transaction had not committed yet at the first look."""
        return None if buta and buta.pop() else asli(self)

    monkeypatch.setattr(PekerjaanQuerySet, "first", first)

    assert minta(kunci="periode:1") == pertama


def test_without_a_key_every_request_is_a_job(jenis, minta):
    jenis(lambda kerja: None)

    assert minta() != minta()


def test_a_job_exists_only_if_its_caller_commits(jenis, minta):
    jenis(lambda kerja: None)

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        minta()
        raise ZeroDivisionError

    assert not Pekerjaan.objects.exists()


def test_a_misspelt_name_fails_where_it_is_written(cast):
    with pytest.raises(UnknownJenis):
        enqueue("penilaian.salah_ketik", by=None, at=SEKARANG)


def test_a_cancelled_job_is_not_run(jenis, minta, pekerja, akun):
    jalan = []
    jenis(jalan.append)
    satu = minta()

    cancel_pekerjaan(satu, by=akun("pak-budi"), at=SEKARANG)

    assert pekerja.drain() == 0
    assert not jalan
    with pytest.raises(CannotChangePekerjaan, match="sudah usai"):
        cancel_pekerjaan(satu, by=akun("pak-budi"), at=SEKARANG)


def test_a_failed_job_goes_on_when_it_is_asked_for_again(jenis, minta, pekerja, akun):
    sudah = []

    def coba(kerja):
        sudah.append(kerja.posisi)
        if kerja.posisi is None:
            with kerja.bagian(7):
                pass
            raise PekerjaanGagal("Periode ini belum dibuka.")

    jenis(coba)
    satu = minta()
    pekerja.drain()
    satu.refresh_from_db()
    assert (satu.status, satu.galat) == ("gagal", "Periode ini belum dibuka.")

    retry_pekerjaan(satu, by=akun("pak-budi"), at=SEKARANG)
    pekerja.drain()

    satu.refresh_from_db()
    assert (satu.status, satu.galat, sudah) == ("selesai", "", [None, 7])
    with pytest.raises(CannotChangePekerjaan, match="belum berhasil"):
        retry_pekerjaan(satu, by=akun("pak-budi"), at=SEKARANG)


def test_who_may_no_longer_ask_for_it_cannot_ask_again(jenis, minta, pekerja, akun):
    berwenang = {akun("pak-budi").pk}

    def fail(kerja):
        raise PekerjaanGagal("Periode ini belum dibuka.")

    jenis(fail, boleh=lambda user, argumen: user.pk in berwenang and argumen == {"periode": 3})
    satu = minta(periode=3)
    pekerja.drain()
    berwenang.clear()

    with pytest.raises(PermissionDenied):
        retry_pekerjaan(satu, by=akun("pak-budi"), at=SEKARANG)
    satu.refresh_from_db()
    assert satu.status == "gagal"


def test_a_kind_with_a_permission_asks_for_it_at_once(jenis, minta, akun):
    jenis(lambda kerja: None, boleh=lambda user, argumen: user.pk == akun("pak-budi").pk)

    with pytest.raises(PermissionDenied):
        minta(slug="pak-anton")
    assert minta().status == "antre"
    assert enqueue("uji.coba", by=None, at=SEKARANG).status == "antre"


def test_nobody_else_moves_my_job(jenis, minta, akun):
    jenis(lambda kerja: None)
    satu = minta()

    with pytest.raises(PermissionDenied):
        cancel_pekerjaan(satu, by=akun("pak-anton"), at=SEKARANG)
    assert not Pekerjaan.objects.visible_to(akun("pak-anton")).exists()
    assert Pekerjaan.objects.visible_to(akun("pak-budi")).get() == satu


def test_every_job_that_is_asked_for_somewhere_is_declared():
    kode = "\n".join(berkas.read_text() for berkas in (AKAR / "kinerja").rglob("*.py"))

    diminta = set(re.findall(r'enqueue\(\s*"([^"]+)"', kode))

    assert diminta <= {jenis.nama for jenis in daftar_jenis()}


def test_two_apps_cannot_take_one_name(jenis):
    jenis(lambda kerja: None)

    def lain(kerja):
        return None

    lain.__module__ = "kinerja.lain.tasks"
    with pytest.raises(ValueError, match=r"uji\.coba"):
        pekerjaan("uji.coba", judul="Lain")(lain)
