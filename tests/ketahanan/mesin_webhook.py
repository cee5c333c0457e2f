"""What runs in processes of their own, which may be killed: messages to another system."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

from django.core.management import call_command

from kinerja.akun.enkripsi import encrypt
from kinerja.akun.models import User
from kinerja.integrasi.models import Pengiriman, Sistem, Webhook
from kinerja.jejak.actions import record
from kinerja.kepegawaian.models import Instansi
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.pekerja import Pekerja

BANYAK = 23
PAGI = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def clock() -> datetime:
    return PAGI + timedelta(minutes=int(os.environ.get("KINERJA_UJI_MENIT", "0")))


def prepare() -> None:
    call_command("migrate", verbosity=0)
    instansi = Instansi.objects.create(kode="KOTA", nama="Kota", tempat="Kota")
    user = User.objects.create(nip=f"{1:018}", nama="Admin")
    sistem = Sistem.objects.create(
        instansi=instansi, nama="Gudang", tujuan="Uji", created_at=PAGI, dibuat_oleh=user
    )
    Webhook.objects.create(
        sistem=sistem,
        alamat=os.environ["KINERJA_UJI_TUJUAN"],
        daftar_peristiwa=["impor.diterapkan"],
        rahasia=encrypt("whs_rahasia"),
        created_at=PAGI,
        dibuat_oleh=user,
    )
    for nomor in range(BANYAK):
        record("impor.terapkan", instansi, by=user, at=PAGI, rincian={"nomor": nomor})


def ask() -> None:
    enqueue("integrasi.webhook", by=None, at=clock())


def work() -> None:
    Pekerja(clock=clock).drain()


def report() -> None:
    for nomor, keadaan, percobaan in Pengiriman.objects.order_by("id").values_list(
        "catatan_id", "keadaan", "percobaan"
    ):
        print(nomor, keadaan, percobaan)
