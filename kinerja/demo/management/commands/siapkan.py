"""`manage.py siapkan`: everything between an empty folder and a server that can start."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from kinerja.demo.tanam.semua import plant_demo


class Command(BaseCommand):
    help = "Menyiapkan basis data dan, bila masih kosong, menanam data demo. Aman diulang kapan saja."
    requires_system_checks = ()  # they cost a second, and `make check` makes them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--tanpa-demo", action="store_true", help="Hanya siapkan tabel, tanpa data demo.")
        parser.add_argument(
            "--pada", type=date.fromisoformat, help="Hari yang dianggap hari ini oleh data demo (2026-11-21)."
        )

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ANN401 - Django passes its own options
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        if options["tanpa_demo"]:
            return
        if plant_demo(on=options["pada"] or timezone.localdate(), at=timezone.now()):  # noqa: TID251 - a command is the edge
            self.stdout.write("Data demo sudah ditanam.")
