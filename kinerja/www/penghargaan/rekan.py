"""Names offered while one types: the people of one's own unit."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.kepegawaian.models import Pegawai, Penempatan

TERBANYAK = 40


def rekan_seunit(saya: Pegawai, *, on: date) -> QuerySet[Pegawai, str]:
    unit = Penempatan.objects.berlaku(on).filter(pegawai=saya).order_by().values("unit_kerja")
    rekan = Penempatan.objects.berlaku(on).filter(unit_kerja__in=unit).order_by().values("pegawai")
    daftar = Pegawai.objects.filter(pk__in=rekan).exclude(pk=saya.pk).exclude(status=StatusPegawai.BERHENTI)
    return daftar.order_by("nama", "id").values_list("nama", flat=True)[:TERBANYAK]
