"""`manage.py hitung_ulang`: counts everything that Pantau shows from the start."""

from __future__ import annotations

from django.core.management.base import BaseCommand
from django.utils import timezone

from kinerja.pantau.actions import rebuild, refresh_titik
from kinerja.pantau.actions.hitung import saat_semua


class Command(BaseCommand):
    help = "Menghitung ulang semua angka Pantau dari awal."
    requires_system_checks = ()

    def handle(self, *args: object, **options: object) -> None:
        at = timezone.now()  # noqa: TID251 - a command is an edge
        for saat in saat_semua(at=at).values():
            refresh_titik(saat.instansi_id, on=saat.on)
        self.stdout.write(f"{rebuild(at=at)} unit dihitung ulang.")
