"""Limits and terms that have passed."""

from __future__ import annotations

from datetime import timedelta

from kinerja.pekerjaan.daftar import pekerjaan
from kinerja.pekerjaan.kerja import Kerja
from kinerja.tanya.actions.penggerak import expire_penggerak
from kinerja.tanya.actions.pertanyaan import raise_tanya
from kinerja.tanya.istilah import KeadaanTanya
from kinerja.tanya.models import Penggerak, Pertanyaan

# A day ahead of UTC, so that the zones of Indonesia are all asked; the actions know the day of each office.
SEHARI = timedelta(days=1)


@pekerjaan("tanya.naikkan", judul="Menaikkan pertanyaan yang lewat batas", setiap=timedelta(hours=1))
def naikkan(kerja: Kerja) -> None:
    daftar = Pertanyaan.objects.filter(
        keadaan=KeadaanTanya.MENUNGGU,
        naik_at__isnull=True,
        batas_on__lt=kerja.at.date() + SEHARI,
        pk__gt=kerja.posisi or 0,
    )
    for pertanyaan in daftar.order_by("id"):
        with kerja.bagian(pertanyaan.pk):
            raise_tanya(pertanyaan, at=kerja.at)


@pekerjaan("tanya.akhiri", judul="Mengakhiri masa penggerak yang sudah lewat", setiap=timedelta(hours=1))
def akhiri(kerja: Kerja) -> None:
    daftar = Penggerak.objects.filter(
        diakhiri_at__isnull=True, selesai_on__lt=kerja.at.date() + SEHARI, pk__gt=kerja.posisi or 0
    )
    for penggerak in daftar.order_by("id"):
        with kerja.bagian(penggerak.pk):
            expire_penggerak(penggerak, at=kerja.at)
