"""`manage.py layani`: says where the application is, starts a worker beside it, then becomes the server."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from kinerja.demo.baca import find_pemeran
from kinerja.demo.tanam.organisasi import SANDI_DEMO
from kinerja.kepegawaian.models import Pegawai

# Whom to try first, and what for; the whole cast stands in kinerja/demo/isi/pemeran.yaml.
PERKENALAN = (
    ("pak-budi", "pegawai yang dinilai"),
    ("bu-sari", "pejabat penilai"),
    ("kepala-dinkes", "atasan penilai, pimpinan dinas"),
    ("bu-melati", "mengajukan keberatan"),
    ("sekda-pekanbaru", "pimpinan, memutus keberatan"),
    ("pak-anton", "admin instansi"),
    ("auditor-pekanbaru", "auditor"),
)


class Command(BaseCommand):
    help = "Menjalankan aplikasi dengan granian."
    requires_system_checks = ()  # they cost a second, and `make check` makes them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument(
            "--host", default="127.0.0.1", help="0.0.0.0 agar dapat dibuka dari perangkat lain."
        )
        parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
        parser.add_argument(
            "--tanpa-pekerja", action="store_true", help="Antrean dikerjakan proses lain: manage.py kerjakan."
        )

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ANN401 - Django passes its own options
        self.stdout.write(self._sapaan(options["port"]))
        self.stdout.flush()
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings.SETTINGS_MODULE)
        if not options["tanpa_pekerja"]:
            _start_worker()
        os.execv(sys.executable, [sys.executable, "-m", "granian", *_pilihan(options)])

    def _sapaan(self, port: int) -> str:
        # Passkeys work on the name localhost, not on a bare number.
        baris = [f"\nKinerja dapat dibuka di http://localhost:{port}\n"]
        if Pegawai.objects.filter(nip=find_pemeran(PERKENALAN[0][0]).nip).exists():
            baris.append(f"Akun contoh, semuanya dengan kata sandi {SANDI_DEMO}:\n")
            daftar = [(find_pemeran(slug), untuk) for slug, untuk in PERKENALAN]
            baris += [f"  {orang.nip}  {orang.nama:<36} {untuk}" for orang, untuk in daftar]
        return "\n".join([*baris, "\nTekan Ctrl+C untuk berhenti.\n"])


def _start_worker() -> None:
    """It follows this process, which keeps its number when it becomes the server: both end together."""
    perintah = [sys.executable, sys.argv[0], "kerjakan", "--induk", str(os.getpid())]
    subprocess.Popen(perintah, stdin=subprocess.DEVNULL)


def _pilihan(options: dict[str, Any]) -> list[str]:
    return [
        "config.wsgi:application",
        *("--interface", "wsgi", "--log-level", "warning"),
        *("--host", options["host"], "--port", str(options["port"])),
        *("--workers", str(options["workers"]), "--blocking-threads", "2"),
    ]
