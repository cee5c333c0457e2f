"""`manage.py layani`: says where the application is, starts a worker and Pantau's live process beside it, then becomes the server."""

from __future__ import annotations

import os
import socket
import sys
import traceback
from argparse import ArgumentParser
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections

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

        parser.add_argument(
            "--tanpa-hidup",
            action="store_true",
            help="Layar Pantau dikabari proses lain: manage.py hidupkan.",
        )

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ANN401 - Django passes its own options
        self.stdout.write(self._sapaan(options["port"]))
        self.stdout.flush()
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings.SETTINGS_MODULE)
        if not options["tanpa_pekerja"]:
            _start_beside("kerjakan")
            _start_beside("latihan")  # waits until somebody asks for it
        if not options["tanpa_hidup"]:
            port = _free_port(options["port"] + 1000)
            os.environ["KINERJA_HIDUP_PORT"] = str(port)
            _start_beside("hidupkan", port=port, host=options["host"])
        os.execv(sys.executable, [sys.executable, "-m", "granian", *_pilihan(options)])

    def _sapaan(self, port: int) -> str:
        # Passkeys work on the name localhost, not on a bare number.
        baris = [f"\nKinerja dapat dibuka di http://localhost:{port}\n"]
        if Pegawai.objects.filter(nip=find_pemeran(PERKENALAN[0][0]).nip).exists():
            baris.append(f"Akun contoh, semuanya dengan kata sandi {SANDI_DEMO}:\n")
            daftar = [(find_pemeran(slug), untuk) for slug, untuk in PERKENALAN]
            baris += [f"  {orang.nip}  {orang.nama:<36} {untuk}" for orang, untuk in daftar]
        return "\n".join([*baris, "\nTekan Ctrl+C untuk berhenti.\n"])


def _start_beside(perintah: str, **pilihan: object) -> None:
    """It follows this process, which keeps its number when it becomes the server: both end together.

    A fork, and no new interpreter: on a small machine what has been loaded once is shared, in seconds and in memory.
    """
    connections.close_all()  # a connection belongs to one process
    induk = os.getpid()
    if os.fork():
        return
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        call_command(perintah, induk=induk, **pilihan)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)  # what the parent has begun is not the child's to end


def _free_port(kehendak: int) -> int:
    """The one that was wished for, or any other: the pages are told which."""
    for port in (kehendak, 0):
        with socket.socket() as soket, suppress(OSError, OverflowError):
            soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            soket.bind(("", port))
            return int(soket.getsockname()[1])
    return kehendak


def _pilihan(options: dict[str, Any]) -> list[str]:
    return [
        "config.wsgi:application",
        *("--interface", "wsgi", "--log-level", "warning"),
        *("--host", options["host"], "--port", str(options["port"])),
        *("--workers", str(options["workers"]), "--blocking-threads", "2"),
    ]
