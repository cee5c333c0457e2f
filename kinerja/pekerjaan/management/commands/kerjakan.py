"""`manage.py kerjakan`: a worker. It ends politely on SIGTERM, and when it dies another one is started."""

from __future__ import annotations

import os
import signal
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from kinerja.pekerjaan.pekerja import Pekerja

JEDA = 0.5


class Command(BaseCommand):
    help = "Mengerjakan antrean pekerjaan."
    requires_system_checks = ()
    berhenti = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--sekali", action="store_true", help="Kerjakan yang sudah waktunya, lalu berhenti."
        )
        parser.add_argument(
            "--induk", type=int, default=0, help="Nomor proses yang diikuti: berhenti bila ia berhenti."
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - Django's own signature
        for sinyal in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sinyal, self._stop)
        if options["sekali"]:
            jumlah = self._pekerja(induk=0).drain()
            self.stdout.write(f"{jumlah} pekerjaan dikerjakan.")
        else:
            self._keep_one_working(options["induk"])

    def _keep_one_working(self, induk: int) -> None:
        """The work is done in a child, so that a crash there ends nothing but the child."""
        while not self._stopped(induk):
            saya = os.getpid()
            anak = os.fork()
            if anak == 0:
                self._work(induk=saya)
            while not os.waitpid(anak, os.WNOHANG)[0]:
                if self._stopped(induk):
                    os.kill(anak, signal.SIGTERM)
                    os.waitpid(anak, 0)
                    return
                time.sleep(JEDA)
            time.sleep(JEDA)

    def _work(self, *, induk: int) -> None:
        """Leaves the process by the emergency exit: the parent's clean-up is not the child's."""
        try:
            self._pekerja(induk=induk).run(jeda=JEDA)
        except BaseException:
            self.stderr.write("Pekerja berhenti mendadak dan dijalankan ulang.")
            os._exit(1)
        os._exit(0)

    def _pekerja(self, *, induk: int) -> Pekerja:
        return Pekerja(clock=timezone.now, berhenti=lambda: self._stopped(induk))  # noqa: TID251 - a command is an edge

    def _stopped(self, induk: int) -> bool:
        return self.berhenti or bool(induk and os.getppid() != induk)

    def _stop(self, *_: object) -> None:
        self.berhenti = True
