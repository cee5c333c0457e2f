"""`manage.py tutup_evaluasi`: makes final what is due. The workers do it by themselves; may be run twice."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from kinerja.penilaian.actions import close_due


class Command(BaseCommand):
    help = "Menjadikan final evaluasi yang masa tanda terima atau keberatannya sudah lewat."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - Django's own signature
        daftar = close_due(by=None, at=timezone.now())  # noqa: TID251 - a command is an edge
        self.stdout.write(f"{len(daftar)} evaluasi menjadi final.")
