"""`manage.py eskalasi`: names the evaluations whose penilai stayed silent. Meant for every night; may be run twice."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from kinerja.penilaian.actions import daftar_diam, mark_silent


class Command(BaseCommand):
    help = "Mencatat evaluasi yang belum ditetapkan penilai sampai masa evaluasi berakhir."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - Django's own signature
        at = timezone.now()  # noqa: TID251 - a command is an edge
        daftar = daftar_diam(at=at)
        for evaluasi in daftar:
            atasan = evaluasi.atasan_penilai.nama if evaluasi.atasan_penilai else "belum ada atasan penilai"
            self.stdout.write(
                f"{evaluasi.periode.nama} · {evaluasi.skp.pegawai.nama} · penilai {evaluasi.penilai.nama} → {atasan}"
            )
        baru = mark_silent(daftar, at=at)
        self.stdout.write(f"{len(daftar)} evaluasi menunggu atasan penilai, {baru} baru dicatat.")
