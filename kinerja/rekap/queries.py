"""Recaps added up for many people at once: one query each, however many there are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Max, Q, Sum

from kinerja.rekap.models import PengaturanKehadiran, RekapBelajar, RekapKehadiran

# More numbers than this make a slow query; the rest is sorted out here.
_BANYAK = 2000


class Kehadiran(NamedTuple):
    hadir: int
    hari_kerja: int
    alpa: int


class KehadiranSetahun(NamedTuple):
    """What a page shows of one person's year."""

    hadir: int
    hari_kerja: int
    alpa: int
    alpa_berturut: int
    menit: int


def nilai_kehadiran(pegawai_ids: Collection[int], mulai: date, selesai: date) -> dict[int, Kehadiran]:
    """Days of the recaps that lie wholly between the two days; nobody knows how to split one that reaches beyond.

    Whoever has no recap there is left out, which is not the same as zero days.
    """
    dicari = set(pegawai_ids)
    daftar = RekapKehadiran.objects.filter(mulai_on__gte=mulai, selesai_on__lte=selesai)
    jumlah = (
        daftar.filter(_of(dicari))
        .order_by()
        .values("pegawai_id")
        .annotate(jumlah_hadir=Sum("hadir"), jumlah_hari=Sum("hari_kerja"), jumlah_alpa=Sum("alpa"))
    )
    baris = jumlah.values_list("pegawai_id", "jumlah_hadir", "jumlah_hari", "jumlah_alpa")
    return {nomor: Kehadiran(*isi) for nomor, *isi in baris if nomor in dicari}


def nilai_belajar(pegawai_ids: Collection[int], tahun: int) -> dict[int, Decimal]:
    """Hours of learning in the year; whoever has no recap is left out."""
    dicari = set(pegawai_ids)
    daftar = RekapBelajar.objects.filter(_of(dicari), tahun=tahun).order_by("pegawai_id")
    return {nomor: jp for nomor, jp in daftar.values_list("pegawai_id", "jp") if nomor in dicari}


def kehadiran_setahun(pegawai_ids: Collection[int], tahun: int) -> dict[int, KehadiranSetahun]:
    daftar = RekapKehadiran.objects.filter(pegawai_id__in=set(pegawai_ids), mulai_on__year=tahun)
    baris = (
        daftar.order_by()
        .values("pegawai_id")
        .annotate(
            jumlah_hadir=Sum("hadir"),
            jumlah_hari=Sum("hari_kerja"),
            jumlah_alpa=Sum("alpa"),
            terpanjang=Max("alpa_berturut"),
            menit=Sum("terlambat_menit") + Sum("pulang_cepat_menit"),
        )
        .values_list("pegawai_id", "jumlah_hadir", "jumlah_hari", "jumlah_alpa", "terpanjang", "menit")
    )
    return {nomor: KehadiranSetahun(*isi) for nomor, *isi in baris}


def jumlah_setahun(daftar: Sequence[RekapKehadiran]) -> KehadiranSetahun | None:
    """The same figures from recaps that are at hand; None when there are none."""
    if not daftar:
        return None
    return KehadiranSetahun(
        hadir=sum(r.hadir for r in daftar),
        hari_kerja=sum(r.hari_kerja for r in daftar),
        alpa=sum(r.alpa for r in daftar),
        alpa_berturut=max(r.alpa_berturut for r in daftar),
        menit=sum(r.terlambat_menit + r.pulang_cepat_menit for r in daftar),
    )


def pengaturan_of(instansi_id: int) -> PengaturanKehadiran:
    """What the instansi set, or an unsaved one that counts no minutes."""
    ada = PengaturanKehadiran.objects.filter(instansi_id=instansi_id).order_by("id").first()
    return ada or PengaturanKehadiran(instansi_id=instansi_id)


def _of(dicari: set[int]) -> Q:
    return Q(pegawai_id__in=dicari) if len(dicari) <= _BANYAK else Q()
