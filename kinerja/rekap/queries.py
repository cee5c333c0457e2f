"""Recaps added up for many people at once: one query each, however many there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import BooleanField, F, Max, QuerySet, Sum, Value
from django.db.models.functions import ExtractYear

from kinerja.lib.berdekatan import at_least
from kinerja.rekap.models import BelajarTercatat, PengaturanKehadiran, RekapBelajar, RekapKehadiran

# Person or year, hours, day, and whether a certificate stands outside of recaps; None: a recap until that day.
BarisJP = tuple[int, Decimal, date | None, bool | None]


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
        daftar.filter(at_least("pegawai_id", dicari))
        .order_by()
        .values("pegawai_id")
        .annotate(jumlah_hadir=Sum("hadir"), jumlah_hari=Sum("hari_kerja"), jumlah_alpa=Sum("alpa"))
    )
    baris = jumlah.values_list("pegawai_id", "jumlah_hadir", "jumlah_hari", "jumlah_alpa")
    return {nomor: Kehadiran(*isi) for nomor, *isi in baris if nomor in dicari}


def nilai_belajar(pegawai_ids: Collection[int], tahun: int) -> dict[int, Decimal]:
    """The one truth of somebody's hours in a year: the imported figure, and certificates that it does not contain.

    Whoever has neither is left out. One query.
    """
    dicari = set(pegawai_ids)
    rekap = RekapBelajar.objects.filter(at_least("pegawai_id", dicari), tahun=tahun)
    catatan = BelajarTercatat.objects.filter(at_least("pegawai_id", dicari), selesai_on__year=tahun)
    orang = F("pegawai_id")
    return add_learning(_rows(rekap, catatan, kunci=(orang, orang)), dicari)


def belajar_per_tahun(pegawai_id: int, daftar_tahun: Collection[int]) -> dict[int, Decimal]:
    """The same of one person, year by year. One query."""
    rekap = RekapBelajar.objects.filter(pegawai=pegawai_id, tahun__in=daftar_tahun)
    catatan = BelajarTercatat.objects.filter(pegawai=pegawai_id, selesai_on__year__in=daftar_tahun)
    return add_learning(_rows(rekap, catatan, kunci=(F("tahun"), ExtractYear("selesai_on"))), daftar_tahun)


def _rows(
    rekap: QuerySet[RekapBelajar], catatan: QuerySet[BelajarTercatat], *, kunci: tuple[F, F | ExtractYear]
) -> Iterable[BarisJP]:
    bukan_catatan = Value(None, output_field=BooleanField(null=True))
    dari_rekap = rekap.order_by().values_list(kunci[0], F("jp"), F("sampai_on"), bukan_catatan)
    dari_catatan = catatan.order_by().values_list(kunci[1], F("jp"), F("selesai_on"), F("di_luar_rekap"))
    return dari_rekap.union(dari_catatan, all=True)


def add_learning(daftar: Iterable[BarisJP], dicari: Collection[int]) -> dict[int, Decimal]:
    baris = [satu for satu in daftar if satu[0] in dicari]
    batas = {nomor: sampai or date.max for nomor, _, sampai, di_luar in baris if di_luar is None}
    jumlah: dict[int, Decimal] = {}
    for nomor, jp, on, di_luar in baris:
        if di_luar is False and on is not None and on <= batas.get(nomor, date.min):
            continue
        jumlah[nomor] = jumlah.get(nomor, Decimal()) + jp
    return jumlah


def learning_of(rekap: Sequence[RekapBelajar], catatan: Sequence[BelajarTercatat]) -> Decimal | None:
    """The same truth for one person and one year from rows that are at hand; None when there are none."""
    baris: list[BarisJP] = [(0, satu.jp, satu.sampai_on, None) for satu in rekap]
    baris += [(0, satu.jp, satu.selesai_on, satu.di_luar_rekap) for satu in catatan]
    return add_learning(baris, (0,)).get(0)


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
