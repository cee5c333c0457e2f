"""Seals everything in the trail that is not sealed yet. Made to be run by a timer."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from kinerja.jejak.actions import seal


class Command(BaseCommand):
    help = "Menyegel semua catatan jejak yang belum bersegel."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - Django's own signature
        jumlah = 0
        akhir = ""
        while segel := seal(at=timezone.now()):  # noqa: TID251 - a command is an edge
            jumlah += len(segel.daftar_sidik)
            akhir = segel.sidik
        if not jumlah:
            self.stdout.write("Tidak ada catatan baru; semua sudah bersegel.")
            return
        self.stdout.write(f"{jumlah} catatan disegel. Sidik segel terakhir:\n{akhir}")
        self.stdout.write("Simpan sidik ini di luar aplikasi, lalu pakai pada periksa_jejak --acuan.")
