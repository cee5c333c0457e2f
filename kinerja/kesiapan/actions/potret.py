"""Once a day: how ready every unit is, counted from what is there, with everything below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q

from kinerja.kebijakan.models import HariLibur
from kinerja.kepegawaian.istilah import JenisPenempatan, StatusPegawai
from kinerja.kepegawaian.models import Instansi, Penempatan, UnitKerja
from kinerja.kesiapan.models import PotretKesiapan
from kinerja.kesiapan.queries.bulan import bulan_dari
from kinerja.metode.kelompok_kecil import tutup_pohon
from kinerja.pantau.models import Hitungan
from kinerja.pelaksanaan.models import Realisasi
from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.jadwal import KalenderKerja, sisa_hari_kerja
from kinerja.perencanaan.models import SKP

AKTIF = timedelta(days=30)
_DITETAPKAN = (StatusSKP.DITETAPKAN, StatusSKP.PERUBAHAN, StatusSKP.DIEVALUASI)


@dataclass
class _Angka:
    pegawai: int = 0
    aktif: int = 0
    langkah: int = 0
    hari: list[int] = field(default_factory=list)

    def add(self, lain: _Angka) -> None:
        self.pegawai += lain.pegawai
        self.aktif += lain.aktif
        self.langkah += lain.langkah
        self.hari += lain.hari


@transaction.atomic
def take_potret(instansi: Instansi, *, at: datetime) -> int:
    """Of the running month; the last one that was taken in a month stays for good. Gives the number of units."""
    on = instansi.tanggal(at)
    unit = {
        satu.pk: satu
        for satu in UnitKerja.objects.filter(instansi=instansi)
        .order_by("jalur")
        .only("induk", "jalur", "hari_kerja")
    }
    sendiri = _people(instansi, on=on, at=at)
    for nomor, hari in _days(instansi, unit, on=on).items():
        sendiri[nomor].hari += hari
    terbit = tutup_pohon(
        {nomor: angka.pegawai for nomor, angka in sendiri.items()},
        {nomor: satu.induk_id for nomor, satu in unit.items()},
    )
    jumlah: dict[int, _Angka] = defaultdict(_Angka)
    for nomor, angka in sendiri.items():
        for atas in unit[nomor].jalur.strip("/").split("/"):
            jumlah[int(atas)].add(angka)
    umpan_balik = _feedback(instansi)
    daftar = [
        _row(nomor, angka, umpan_balik.get(nomor, (0, 0)), tampil=terbit[nomor] is not None, on=on)
        for nomor, angka in sorted(jumlah.items())
    ]
    _store(daftar)
    return len(daftar)


def _store(daftar: Iterable[PotretKesiapan]) -> None:
    PotretKesiapan.objects.bulk_create(
        daftar,
        update_conflicts=True,
        unique_fields=["unit_kerja", "bulan"],
        update_fields=[
            "on", "pegawai", "aktif", "langkah", "tampil", "skp_ditetapkan", "hari_tetap", "ub_semua", "ub_sudah",
        ],
    )  # fmt: skip


def _row(nomor: int, angka: _Angka, ub: tuple[int, int], *, tampil: bool, on: date) -> PotretKesiapan:
    return PotretKesiapan(
        unit_kerja_id=nomor, bulan=bulan_dari(on), on=on, tampil=tampil,
        pegawai=angka.pegawai, aktif=angka.aktif, langkah=angka.langkah,
        skp_ditetapkan=len(angka.hari), hari_tetap=median(angka.hari) if angka.hari else None,
        ub_semua=sum(ub), ub_sudah=ub[1],
    )  # fmt: skip


def _people(instansi: Instansi, *, on: date, at: datetime) -> dict[int, _Angka]:
    """Those in service, where they are appointed."""
    rencana = SKP.objects.filter(pegawai=OuterRef("pegawai"), tahun=on.year, status__in=_DITETAPKAN)
    catatan = Realisasi.objects.filter(skp__pegawai=OuterRef("pegawai"), skp__tahun=on.year)
    daftar = (
        Penempatan.objects.berlaku(on)
        .filter(
            unit_kerja__instansi=instansi,
            jenis=JenisPenempatan.DEFINITIF,
            pegawai__status=StatusPegawai.AKTIF,
        )
        .annotate(melangkah=Exists(rencana) & Exists(catatan))
        .order_by()
        .values_list("unit_kerja")
        .annotate(
            n=Count("pegawai"),
            aktif=Count("pegawai", filter=Q(pegawai__user__last_login__gte=at - AKTIF)),
            langkah=Count("pegawai", filter=Q(melangkah=True)),
        )
    )
    hasil: dict[int, _Angka] = defaultdict(_Angka)
    for nomor, n, aktif, langkah in daftar:
        hasil[nomor] = _Angka(n, aktif, langkah)
    return hasil


def _days(instansi: Instansi, unit: dict[int, UnitKerja], *, on: date) -> dict[int, list[int]]:
    """Working days from handing in to setting, of each plan of this year."""
    libur = HariLibur.objects.filter(instansi=instansi, tanggal__year__in=(on.year - 1, on.year))
    tanggal = frozenset(libur.order_by("pk").values_list("tanggal", flat=True))
    kalender = {
        5: KalenderKerja(hari_kerja_per_minggu=5, libur=tanggal),
        6: KalenderKerja(hari_kerja_per_minggu=6, libur=tanggal),
    }
    daftar = SKP.objects.filter(
        instansi=instansi, tahun=on.year, submitted_at__isnull=False, approved_at__isnull=False
    ).exclude(status=StatusSKP.DITUTUP)
    zona = ZoneInfo(instansi.zona_waktu)
    sudah: dict[tuple[int, date, date], int] = {}
    hasil: dict[int, list[int]] = defaultdict(list)
    baris = daftar.order_by("pk").values_list("unit_kerja", "submitted_at", "approved_at")
    for nomor, mulai, selesai in baris.iterator():
        if mulai is None or selesai is None or mulai > selesai:
            continue  # handed in again, and not set again yet
        kunci = (unit[nomor].hari_kerja, mulai.astimezone(zona).date(), selesai.astimezone(zona).date())
        if kunci not in sudah:
            sudah[kunci] = sisa_hari_kerja(pada=kunci[1], batas=kunci[2], kalender=kalender[kunci[0]])
        hasil[nomor].append(sudah[kunci])
    return hasil


def _feedback(instansi: Instansi) -> dict[int, tuple[int, int]]:
    """As Pantau counts it, so that a figure here has its list there."""
    daftar = Hitungan.objects.filter(unit_kerja__instansi=instansi, mendalam=True).order_by("pk")
    return {
        nomor: (belum, sudah)
        for nomor, belum, sudah in daftar.values_list("unit_kerja", "ub_belum", "ub_sudah")
    }
