"""A line that is still being written has a lower number than one that is there: nobody may be passed over."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction

from kinerja.jejak.actions import record
from kinerja.jejak.queries import ujung_jejak
from kinerja.notifikasi.models import Notifikasi
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.pekerja import Pekerja
from tests.conftest import SEKARANG
from tests.factories.skp import buat_skp
from tests.serentak import at_once, tables_are_shared  # noqa: F401 - pytest finds the fixture by its name

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("tables_are_shared")]
IKUTI = "pengingat.ikuti"


def follow(nomor: int = 0) -> None:
    at = SEKARANG + timedelta(minutes=nomor)
    enqueue(IKUTI, by=None, at=at)
    Pekerja(clock=lambda: at).drain()


def test_a_line_that_commits_late_is_told_all_the_same(orang, akun, monkeypatch):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite hanya punya satu penulis, jadi nomor dan urutan simpan selalu sama.")
    monkeypatch.setattr("kinerja.jejak.actions.ikuti.JEDA", 0.01)
    skp, sari = buat_skp(orang("pak-budi")), akun("bu-sari")
    follow()
    tertulis, boleh_selesai = threading.Event(), threading.Event()

    def slow_writer() -> None:
        try:
            with transaction.atomic():
                record("skp.return", skp, by=sari, at=SEKARANG)
                tertulis.set()
                assert boleh_selesai.wait(20)
        finally:
            connection.close()

    utas = threading.Thread(target=slow_writer)
    utas.start()
    assert tertulis.wait(20)
    record("skp.approve", skp, by=sari, at=SEKARANG)
    assert not ujung_jejak().tuntas
    follow(1)
    assert not Notifikasi.objects.exists()
    boleh_selesai.set()
    utas.join()
    follow(2)

    assert sorted(satu.judul for satu in Notifikasi.objects.all()) == [
        "SKP 2026 Anda dikembalikan dengan catatan",
        "SKP 2026 Anda sudah ditetapkan",
    ]


def test_several_followers_at_once_tell_each_line_once(orang, akun):
    skp = buat_skp(orang("pak-budi"))
    follow()
    for _ in range(20):
        record("skp.approve", skp, by=akun("bu-sari"), at=SEKARANG)

    at_once(follow, 4, galat=RuntimeError)

    assert Notifikasi.objects.count() == 20
