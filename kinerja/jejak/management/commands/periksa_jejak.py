"""Verifies the whole trail and names every row that does not fit."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from kinerja.jejak.queries import Pemeriksaan


class Command(BaseCommand):
    help = "Memeriksa apakah ada catatan jejak yang diubah, dihapus, atau disisipkan, dan menyebut yang mana."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--acuan", default="", help="Sidik segel yang pernah Anda simpan; segel itu harus masih ada."
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - Django's own signature
        pemeriksaan = Pemeriksaan()
        jumlah = 0
        for temuan in pemeriksaan.findings():
            jumlah += 1
            self.stdout.write(f"✗ {temuan.keterangan}")
        acuan = options["acuan"].strip().lower()
        if acuan and acuan not in pemeriksaan.daftar_sidik_segel:
            jumlah += 1
            self.stdout.write("✗ Segel acuan tidak ditemukan: bagian akhir jejak diganti atau dihapus.")
        self._sum_up(pemeriksaan, jumlah)
        if jumlah:
            sys.exit(1)

    def _sum_up(self, pemeriksaan: Pemeriksaan, jumlah: int) -> None:
        self.stdout.write(
            f"{pemeriksaan.jumlah_catatan} catatan dan {pemeriksaan.jumlah_segel} segel diperiksa; "
            f"{pemeriksaan.belum_bersegel} catatan belum bersegel."
        )
        if jumlah:
            self.stdout.write(
                f"Jejak TIDAK utuh: {jumlah} temuan. Jangan ubah apa pun; simpan cadangan basis data, lalu hubungi "
                "pengelola sistem dan Inspektorat."
            )
            return
        self.stdout.write(f"Jejak utuh. Sidik segel terakhir:\n{pemeriksaan.sidik_akhir}")
