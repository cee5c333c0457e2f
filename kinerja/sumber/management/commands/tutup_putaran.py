"""`manage.py tutup_putaran`: replaces who has left, closes what is over. The workers do it by themselves; may be run twice."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from kinerja.sumber.actions import close_putaran, due_putaran, replace_departed
from kinerja.sumber.models import Putaran


class Command(BaseCommand):
    help = "Mengganti penilai yang sudah tidak bertugas dan menutup putaran penilaian yang masanya lewat."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - Django's own signature
        at = timezone.now()  # noqa: TID251 - a command is an edge
        diganti = sum(replace_departed(putaran, at=at) for putaran in Putaran.objects.order_by("id"))
        daftar = due_putaran(at=at)
        for putaran in daftar:
            close_putaran(putaran, by=None, at=at)
        self.stdout.write(f"{diganti} penilai diganti, {len(daftar)} putaran ditutup.")
