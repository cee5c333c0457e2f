"""What runs in processes of their own, which may be killed: the letters of a morning."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

from django.core.management import call_command

from kinerja.akun.models import User
from kinerja.notifikasi.actions import Kabar, notify
from kinerja.notifikasi.models import Surat
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.pekerja import Pekerja

BANYAK = 12
PAGI = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  # 08.00 WIB


def clock() -> datetime:
    return PAGI + timedelta(minutes=int(os.environ.get("KINERJA_UJI_MENIT", "0")))


def prepare() -> None:
    call_command("migrate", verbosity=0)
    for nomor in range(BANYAK):
        user = User.objects.create(
            nip=f"{nomor:018}", nama=f"Pegawai {nomor}", email=f"p{nomor}@contoh.go.id"
        )
        kabar = Kabar(user_id=user.pk, jenis="dialog", judul="Dialog kinerja disepakati", kunci="satu")
        notify([kabar], at=PAGI - timedelta(hours=5))


def ask() -> None:
    enqueue("pengingat.surat", by=None, at=clock())


def work() -> None:
    Pekerja(clock=clock).drain()


def report() -> None:
    for email, on, keadaan in Surat.objects.order_by("id").values_list("user__email", "on", "keadaan"):
        print(email, on, keadaan)
