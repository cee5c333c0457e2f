"""Limits that have passed."""

from __future__ import annotations

from datetime import timedelta

from kinerja.dukungan.actions.tenggat import raise_dukungan
from kinerja.dukungan.istilah import BELUM_DIJAWAB
from kinerja.dukungan.models import PermintaanDukungan
from kinerja.pekerjaan.daftar import pekerjaan
from kinerja.pekerjaan.kerja import Kerja


@pekerjaan(
    "dukungan.naikkan", judul="Menaikkan permintaan dukungan yang lewat batas", setiap=timedelta(hours=1)
)
def naikkan(kerja: Kerja) -> None:
    """A day ahead of UTC, so that the zones of Indonesia are all asked; the action knows the day of each office."""
    besok = kerja.at.date() + timedelta(days=1)
    daftar = PermintaanDukungan.objects.filter(
        keadaan__in=BELUM_DIJAWAB, naik_at__isnull=True, batas_on__lt=besok, pk__gt=kerja.posisi or 0
    )
    for permintaan in daftar.order_by("id"):
        with kerja.bagian(permintaan.pk):
            raise_dukungan(permintaan, at=kerja.at)
