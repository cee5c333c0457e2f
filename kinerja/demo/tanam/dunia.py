"""What planting looks up again and again, read once: periods, calendars, policies, and the draft of a plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cached_property
from random import Random
from zoneinfo import ZoneInfo

from kinerja.demo.tanam.peserta_kursus import peserta_kursus
from kinerja.kebijakan.models import HariLibur, Kebijakan, Periode, Tahap
from kinerja.kebijakan.queries import kebijakan_berlaku, kebijakan_terdekat
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.kepegawaian.models import Penempatan, UnitKerja
from kinerja.peraturan.jadwal import KalenderKerja
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja

WIB = ZoneInfo("Asia/Jakarta")


@dataclass(frozen=True, kw_only=True)
class Watak:
    """How somebody's year goes: the share of months beyond and below the range, and how he is seen."""

    di_atas: float = 0.22
    di_bawah: float = 0.1
    perilaku_di_atas: float = 0.35
    perilaku_di_bawah: float = 0.02


@dataclass(kw_only=True)
class Susunan:
    """One plan while it is being planted, with what was drawn for it."""

    skp: SKP
    slug: str
    watak: Watak
    acak: Random
    daftar_rhk: list[RencanaHasilKerja] = field(default_factory=list)
    daftar_indikator: list[list[IndikatorKinerja]] = field(default_factory=list)
    daftar_bukti: list[str] = field(default_factory=list)

    @property
    def is_ditetapkan(self) -> bool:
        return self.skp.versi > 0


class Dunia:
    """The calendar and method of every instansi for the years that are planted."""

    def __init__(self, *, on: date, at: datetime) -> None:
        self.on = on
        self.at = at
        self._kebijakan: dict[int, list[Kebijakan]] = {}
        self.akar = {u.instansi_id: u for u in UnitKerja.objects.filter(induk=None).order_by("id")}

    @cached_property
    def daftar_periode(self) -> list[Periode]:
        return list(Periode.objects.select_related("instansi").order_by("mulai_on", "id"))

    def periode(self, instansi_id: int, *, tahun: int, tahap: Tahap) -> list[Periode]:
        return [
            p
            for p in self.daftar_periode
            if p.instansi_id == instansi_id and p.tahun == tahun and p.tahap == tahap
        ]

    @cached_property
    def peserta_kursus(self) -> frozenset[int]:
        """Who took the course of last year that helped."""
        return peserta_kursus()

    @cached_property
    def libur(self) -> dict[int, frozenset[date]]:
        per_instansi: dict[int, set[date]] = {}
        for instansi_id, hari in HariLibur.objects.order_by("id").values_list("instansi_id", "tanggal"):
            per_instansi.setdefault(instansi_id, set()).add(hari)
        return {nomor: frozenset(hari) for nomor, hari in per_instansi.items()}

    def kalender(self, unit: UnitKerja) -> KalenderKerja:
        return KalenderKerja(
            hari_kerja_per_minggu=6 if unit.hari_kerja == 6 else 5,
            libur=self.libur.get(unit.instansi_id, frozenset()),
        )

    def kebijakan(self, unit: UnitKerja) -> Kebijakan | None:
        """The nearest one above the unit; the demo holds the same policies in both of its years."""
        if unit.instansi_id not in self._kebijakan:
            self._kebijakan[unit.instansi_id] = kebijakan_berlaku(unit.instansi_id, on=self.on)
        return kebijakan_terdekat(self._kebijakan[unit.instansi_id], unit.jalur)

    def pukul(self, hari: date, jam: int = 9, menit: int = 0) -> datetime:
        """An instant on that day, and never after the moment of planting."""
        # In UTC, as the database gives it back: the fingerprint of an event covers its instant.
        return min(datetime.combine(hari, time(jam, menit), WIB).astimezone(UTC), self.at)


def acak_untuk(*kunci: object) -> Random:
    """The same draw for the same person and year, on every machine."""
    return Random(":".join(str(bagian) for bagian in kunci))


def penempatan_dalam_tahun(tahun: int) -> list[Penempatan]:
    """Definitive posts that were held in the year, with everything that planting reads."""
    return list(
        Penempatan.objects.filter(jenis="definitif", mulai_on__lte=date(tahun, 12, 31))
        .exclude(selesai_on__lt=date(tahun, 1, 1))
        .exclude(pegawai__status=StatusPegawai.PEJABAT_NEGARA)
        .select_related("pegawai__instansi", "pegawai__user", "jabatan", "unit_kerja")
        .prefetch_related("daftar_penilai__penilai__user")
        .order_by("id")
    )
