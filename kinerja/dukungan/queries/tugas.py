"""What somebody owes about help."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from kinerja.dukungan.istilah import BELUM_DIJAWAB, KeadaanDukungan
from kinerja.dukungan.models import PermintaanDukungan
from kinerja.kepegawaian.models import Pegawai


def dukungan_beranda(pegawai: Pegawai, *, on: date) -> QuerySet[PermintaanDukungan]:
    """What waits for his answer, and what was promised to him for today or before."""
    menunggu = PermintaanDukungan.objects.filter(keadaan__in=BELUM_DIJAWAB).awaiting(pegawai)
    datang = Q(pegawai=pegawai, keadaan=KeadaanDukungan.DIJANJIKAN, tersedia_on__lte=on)
    daftar = PermintaanDukungan.objects.filter(datang | Q(pk__in=menunggu.order_by().values("pk")))
    return daftar.select_related("pegawai", "penjawab").order_by("batas_on", "id")
