"""The pulse of the month: asked for here and nowhere else, until it is answered or passed over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.urls import reverse

from kinerja.lib.tanggal import format_tanggal
from kinerja.www.beranda.tugas.bentuk import Tugas

if TYPE_CHECKING:
    from kinerja.kesiapan.models import Denyut


def tugas_denyut(daftar: list[Denyut]) -> Iterator[Tugas]:
    """Without a limit: nobody is late with what he need not do."""
    for denyut in daftar:
        yield Tugas(
            f"{denyut}: tiga pernyataan",
            reverse("kesiapan:denyut"),
            "Jawab",
            "bicara",
            f"Setengah menit, tanpa nama, sampai {format_tanggal(denyut.selesai_on)}. Boleh dilewati.",
        )
