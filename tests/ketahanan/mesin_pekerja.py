"""What runs in processes of their own, which may be killed: workers, on either database."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

from django.core.management import call_command
from django.db import connection

from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.daftar import pekerjaan
from kinerja.pekerjaan.kerja import Kerja
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pekerjaan.pekerja import Pekerja

BANYAK = 60
SEBAGIAN = 5
KECIL = 40


@pekerjaan("uji.panjang", judul="Menulis banyak baris", sewa=timedelta(seconds=2))
def panjang(kerja: Kerja) -> None:
    """Pauses in the middle of every part, where a kill hurts most."""
    for awal in range(kerja.posisi or 0, BANYAK, SEBAGIAN):
        with kerja.bagian(awal + SEBAGIAN, kemajuan=awal + SEBAGIAN, total=BANYAK):
            for nomor in range(awal, awal + SEBAGIAN):
                write(nomor)
                if nomor == awal + 1:
                    print("di tengah", flush=True)
                    time.sleep(0.1)


@pekerjaan("uji.kecil", judul="Menulis satu baris", satu_transaksi=True)
def kecil(kerja: Kerja) -> None:
    write(kerja.argumen["nomor"])


def write(nomor: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO efek VALUES (%s, %s)", [nomor, os.getpid()])


def clock() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - a process of its own has a clock of its own


def prepare() -> None:
    call_command("migrate", "pekerjaan", verbosity=0)
    with connection.cursor() as cursor:
        # Nothing but the queue keeps a number from standing here twice.
        cursor.execute("CREATE TABLE efek (nomor integer, proses integer)")


def ask_panjang() -> None:
    enqueue("uji.panjang", by=None, at=clock())


def ask_kecil() -> None:
    for nomor in range(KECIL):
        enqueue("uji.kecil", argumen={"nomor": nomor}, by=None, at=clock())


def work() -> None:
    """Until nothing is left, also of what somebody else had begun."""

    def nothing_left() -> bool:
        return not Pekerjaan.objects.unfinished().filter(jenis__startswith="uji.").exists()

    Pekerja(clock=clock, berhenti=nothing_left).run(jeda=0.05)


def work_until_told() -> None:
    call_command("kerjakan")


def serve_with_worker() -> None:
    """Stands for the server: starts a worker that follows it, says which, and waits to be killed."""
    program = "import django; django.setup(); from tests.ketahanan import mesin_pekerja as m; m.follow()"
    penjaga = subprocess.Popen([sys.executable, "-W", "ignore", "-c", program])
    print(penjaga.pid, flush=True)
    time.sleep(60)


def follow() -> None:
    call_command("kerjakan", "--induk", str(os.getppid()))


def report() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nomor, proses FROM efek ORDER BY nomor")
        for nomor, proses in cursor.fetchall():
            print("efek", nomor, proses)
    for status, kegagalan in (
        Pekerjaan.objects.filter(jenis__startswith="uji.").order_by("id").values_list("status", "kegagalan")
    ):
        print("status", status, kegagalan)
