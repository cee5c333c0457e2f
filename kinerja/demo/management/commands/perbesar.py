"""`manage.py perbesar --orang 2000`: a demo large enough to measure."""

from __future__ import annotations

import gc
import time
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from kinerja.demo.tanam.tumbuh import grow_demo


class Command(BaseCommand):
    help = (
        "Menambah pegawai contoh sampai jumlah yang diminta, lengkap dengan SKP, realisasi, dan evaluasinya."
    )
    requires_system_checks = ()  # they cost a second, and `make check` makes them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--orang", type=int, default=2000)
        parser.add_argument("--pada", type=date.fromisoformat, help="Hari yang dianggap hari ini.")

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ANN401 - Django passes its own options
        mulai, cpu = time.perf_counter(), time.process_time()
        gc.disable()  # hundreds of thousands of rows, none of them a cycle: collecting would cost a third
        bertambah = grow_demo(options["orang"], on=options["pada"] or timezone.localdate(), at=timezone.now())  # noqa: TID251 - a command is the edge
        lama = time.perf_counter() - mulai
        waktu = f"{lama:.1f} detik ({time.process_time() - cpu:.1f} detik CPU)".replace(".", ",")
        self.stdout.write(f"{bertambah} pegawai ditambahkan dalam {waktu}.")
