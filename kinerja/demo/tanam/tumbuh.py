"""Growing the demo to thousands of people, for measuring: the running year of each, by set-based inserts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from django.db import transaction

from kinerja.demo.tanam.bukti import plant_bukti
from kinerja.demo.tanam.dunia import Dunia
from kinerja.demo.tanam.evaluasi import plant_evaluasi
from kinerja.demo.tanam.jejak import plant_jejak, seal_all
from kinerja.demo.tanam.orang_banyak import plant_orang
from kinerja.demo.tanam.pelengkap import plant_pelengkap
from kinerja.demo.tanam.realisasi import plant_realisasi
from kinerja.demo.tanam.rencana import PimpinanRHK, plant_rencana
from kinerja.demo.tanam.umpan_balik import plant_umpan_balik
from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.perencanaan.models import RencanaHasilKerja


@transaction.atomic
def grow_demo(sampai: int, *, on: date, at: datetime) -> int:
    """Adds people until there are `sampai`; returns how many were added."""
    jumlah = sampai - Pegawai.objects.count()
    if jumlah <= 0:
        return 0
    at = at.astimezone(UTC)
    dunia = Dunia(on=on, at=at)
    baru = {p.pk for p in plant_orang(jumlah, mulai_on=date(on.year, 1, 1))}
    daftar = plant_rencana(_read(baru), tahun=on.year, dunia=dunia, pimpinan=_leaders_results(on.year))
    plant_pelengkap(daftar, lengkap=False)
    realisasi = plant_realisasi(daftar, dunia=dunia)
    plant_bukti(daftar, realisasi, bagian=0.2)
    umpan_balik = plant_umpan_balik(daftar, dunia=dunia, setiap=timedelta(days=80))
    daftar_evaluasi = plant_evaluasi(daftar, realisasi, umpan_balik, dunia=dunia)
    plant_jejak(daftar, daftar_evaluasi)
    seal_all(at=at)
    return jumlah


def _read(nomor: set[int]) -> list[Penempatan]:
    """As planting reads posts: with everything in memory. By id range, as thousands of numbers make no query."""
    daftar = (
        Penempatan.objects.filter(id__gte=min(nomor), id__lte=max(nomor))
        .select_related("pegawai__instansi", "pegawai__user", "jabatan", "unit_kerja")
        .prefetch_related("daftar_penilai__penilai__user")
        .order_by("id")
    )
    return [p for p in daftar if p.pk in nomor]


def _leaders_results(tahun: int) -> PimpinanRHK:
    hasil: PimpinanRHK = {}
    for rhk in RencanaHasilKerja.objects.filter(skp__tahun=tahun).select_related("skp").order_by("id"):
        hasil.setdefault(rhk.skp.pegawai_id, []).append(rhk)
    return hasil
