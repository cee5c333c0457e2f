"""`manage.py latihan`: keeps the practice. It costs nothing until somebody asks for it, and begins anew each day."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from argparse import ArgumentParser
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from kinerja.sosialisasi.latihan import rumah, soket

JEDA = 0.5
ISTIRAHAT = timedelta(hours=2)  # after the last page that somebody opened
BASI = timedelta(days=30)  # by then the invented year no longer fits the calendar
PANJANG_SOKET = 100  # the system knows no longer name for a socket

Proses = subprocess.Popen[bytes]


class Command(BaseCommand):
    help = "Menjaga mode latihan: disiapkan saat pertama diminta, diulang dari awal setiap hari."
    requires_system_checks = ()
    berhenti = False
    _induk = 0

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--induk", type=int, default=0, help="Nomor proses yang diikuti: berhenti bila ia berhenti."
        )

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ANN401 - Django passes its own options
        if len(str(soket())) > PANJANG_SOKET:
            self.stderr.write("Nama folder data terlalu panjang untuk mode latihan.")
            return
        for sinyal in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sinyal, self._stop)
        self._induk = options["induk"]
        daftar: list[Proses] = []
        hari = timezone.localdate()
        while not self._stopped():
            if daftar and (_resting() or hari != timezone.localdate() or _fallen(daftar)):
                daftar = _end(daftar)
            if not daftar and not _resting() and self._plant(rumah() / "awal"):
                hari, daftar = timezone.localdate(), _start()
            time.sleep(JEDA)
        _end(daftar)

    def _plant(self, awal: Path) -> bool:
        """In a folder that gets its name when all is there. What is there is brought to this version's tables."""
        if awal.exists() and time.time() - awal.stat().st_mtime > BASI.total_seconds():
            shutil.rmtree(awal)
        tempat = awal if awal.exists() else awal.with_name("awal.baru")
        if tempat != awal:
            shutil.rmtree(tempat, ignore_errors=True)
        if not self._ended_well(_run(tempat, sys.executable, sys.argv[0], "siapkan")):
            time.sleep(JEDA)
            return False
        if tempat != awal:
            tempat.rename(awal)
        return True

    def _ended_well(self, proses: Proses) -> bool:
        while proses.poll() is None:
            if self._stopped():
                _end([proses])
                return False
            time.sleep(JEDA)
        return proses.returncode == 0

    def _stopped(self) -> bool:
        return self.berhenti or bool(self._induk and os.getppid() != self._induk)

    def _stop(self, *_: object) -> None:
        self.berhenti = True


def _resting() -> bool:
    diminta = rumah() / "diminta"
    return not diminta.exists() or time.time() - diminta.stat().st_mtime > ISTIRAHAT.total_seconds()


def _fallen(daftar: list[Proses]) -> bool:
    return any(satu.poll() is not None for satu in daftar)


def _start() -> list[Proses]:
    """A fresh copy of what was planted, a server on a socket file, a worker for its jobs."""
    kini = rumah() / "kini"
    shutil.rmtree(kini, ignore_errors=True)
    shutil.copytree(rumah() / "awal", kini)
    soket().unlink(missing_ok=True)
    return [
        _run(kini, sys.executable, "-m", "granian", *_pilihan()),
        _run(kini, sys.executable, sys.argv[0], "kerjakan", "--induk", str(os.getpid())),
    ]


def _run(data: Path, *perintah: str) -> Proses:
    """Nothing of the real application's surroundings comes along: no database, no mail server, no key."""
    lingkungan = {nama: isi for nama, isi in os.environ.items() if not nama.startswith("KINERJA_")}
    lingkungan |= {
        "DJANGO_SETTINGS_MODULE": settings.KINERJA_SETELAN_LATIHAN,
        "KINERJA_DATA": str(data),
        "LATIHAN_HTTPS": "1" if settings.SESSION_COOKIE_SECURE else "",
    }
    return subprocess.Popen(perintah, env=lingkungan, stdin=subprocess.DEVNULL)


def _pilihan() -> list[str]:
    return [
        settings.KINERJA_WSGI,
        *("--interface", "wsgi", "--log-level", "warning"),
        *("--uds", str(soket()), "--uds-permissions", "0o600"),
        *("--workers", "1", "--blocking-threads", "2"),
    ]


def _end(anak: list[Proses]) -> list[Proses]:
    for satu in anak:
        satu.terminate()
    for satu in anak:
        try:
            satu.wait(timeout=10)
        except subprocess.TimeoutExpired:
            satu.kill()
            satu.wait()
    soket().unlink(missing_ok=True)
    return []
