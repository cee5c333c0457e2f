"""`manage.py periksa_undian`: draws every round again from its seed and compares."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kinerja.sumber.actions import redraw
from kinerja.sumber.models import Putaran


class Command(BaseCommand):
    help = "Mengundi ulang setiap putaran dari benihnya dan membandingkannya dengan yang tercatat."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - Django's own signature
        salah = 0
        for putaran in Putaran.objects.select_related("periode", "unit_kerja").order_by("id"):
            cocok = redraw(putaran)
            salah += not cocok
            self.stdout.write(
                f"{putaran}: {'cocok' if cocok else 'TIDAK cocok'} (sidik {putaran.sidik_masukan})"
            )
        if salah:
            raise CommandError(f"{salah} putaran tidak cocok dengan benihnya.")
