"""`manage.py hidupkan`: the live process of Pantau. Ends with its parent; when it dies another one is started."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from kinerja.pantau.hidup.pelayan import Pelayan

JEDA = 0.5


class Command(BaseCommand):
    help = "Mengirim perubahan angka ke layar Pantau yang terbuka."
    requires_system_checks = ()
    berhenti = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, required=True)
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument(
            "--induk", type=int, default=0, help="Nomor proses yang diikuti: berhenti bila ia berhenti."
        )

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ANN401 - Django passes its own options
        for sinyal in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sinyal, self._stop)
        induk, saya = options["induk"], os.getpid()
        while not self._stopped(induk):
            anak = os.fork()
            if anak == 0:
                self._serve(options, induk=saya)
            while not os.waitpid(anak, os.WNOHANG)[0]:
                if self._stopped(induk):
                    os.kill(anak, signal.SIGTERM)
                    os.waitpid(anak, 0)
                    return
                time.sleep(JEDA)
            time.sleep(JEDA)

    def _serve(self, options: dict[str, Any], *, induk: int) -> None:
        """Leaves the process by the emergency exit: the parent's clean-up is not the child's."""
        pelayan = Pelayan(
            host=options["host"],
            port=options["port"],
            clock=timezone.now,  # noqa: TID251 - a command is an edge
            berhenti=lambda: self._stopped(induk),
        )
        try:
            asyncio.run(pelayan.serve())
        except BaseException as error:
            self.stderr.write(f"Proses hidup Pantau berhenti dan dijalankan ulang: {error}")
            os._exit(1)
        os._exit(0)

    def _stopped(self, induk: int) -> bool:
        return self.berhenti or bool(induk and os.getppid() != induk)

    def _stop(self, *_: object) -> None:
        self.berhenti = True
