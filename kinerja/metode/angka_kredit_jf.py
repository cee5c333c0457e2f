"""Angka kredit of one person from what is recorded: the last PAK, and the predikat of every month after it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from kinerja.metode.pak import UnsurPAK
from kinerja.peraturan.angka_kredit import (
    AkumulasiAngkaKredit,
    BarisKonversi,
    KonversiTidakSah,
    MasaJenjang,
    Penggal,
    akumulasi_angka_kredit,
    bulan_menuju,
    penggal_konversi,
)
from kinerja.peraturan.identitas import JenjangJF
from kinerja.peraturan.predikat import Predikat

_NOL = Decimal(0)
# Weekends and New Year lie between an old PAK and the first post that is recorded here; longer gaps are gaps.
_JEDA_TERLAMA = 31


@dataclass(frozen=True, slots=True)
class PredikatMasa:
    """A final predikat for whole months of a year; an annual one stands for all of them."""

    tahun: int
    predikat: Predikat
    bulan_mulai: int = 1
    bulan_selesai: int = 12
    sumber: str = ""

    @property
    def is_setahun(self) -> bool:
        return (self.bulan_mulai, self.bulan_selesai) == (1, 12)


@dataclass(frozen=True, kw_only=True)
class DasarAngkaKredit:
    """A PAK, old or set here: what was reached on a level up to a day, by row of the form."""

    jenjang: JenjangJF
    sampai: date
    per_unsur: Mapping[UnsurPAK, Decimal] = field(default_factory=dict)
    nomor: str = ""

    @property
    def jumlah(self) -> Decimal:
        return sum(self.per_unsur.values(), _NOL)


@dataclass(frozen=True, kw_only=True)
class HitunganAngkaKredit:
    """Cumulative on the present level. Without a `dasar` nothing before the first row is known."""

    jenjang: JenjangJF
    dasar: DasarAngkaKredit | None
    akumulasi: AkumulasiAngkaKredit

    @property
    def jumlah(self) -> Decimal:
        return (self.dasar.jumlah if self.dasar else _NOL) + self.akumulasi.jumlah

    @property
    def is_tercatat(self) -> bool:
        return self.dasar is not None or bool(self.akumulasi.daftar_baris)

    @property
    def sampai(self) -> date | None:
        """The last day that is counted."""
        if self.akumulasi.daftar_baris:
            akhir = self.akumulasi.daftar_baris[-1].penggal
            return akhir_bulan(akhir.tahun, akhir.bulan_selesai)
        return self.dasar.sampai if self.dasar else None


@dataclass(frozen=True, kw_only=True)
class Perkiraan:
    """Months to go at one predikat, and the first month in which it would be enough; no promise."""

    bulan: int
    predikat: Predikat
    cukup_pada: date


def dasar_terakhir(
    daftar: Iterable[DasarAngkaKredit], *, jenjang: JenjangJF, sebelum: date | None = None
) -> DasarAngkaKredit | None:
    """The latest on this level; `sebelum` leaves out what ends on that day or later."""
    cocok = [
        satu for satu in daftar if satu.jenjang == jenjang and (sebelum is None or satu.sampai < sebelum)
    ]
    return max(cocok, key=lambda satu: satu.sampai, default=None)


def hitung_angka_kredit(
    *,
    jenjang: JenjangJF,
    daftar_masa: Sequence[MasaJenjang],
    daftar_predikat: Iterable[PredikatMasa],
    dasar: DasarAngkaKredit | None = None,
    sampai: date | None = None,
) -> HitunganAngkaKredit:
    """Months on the present level after `dasar`; a year's predikat goes before those of its periods. May raise KonversiTidakSah."""
    masa = [satu for satu in _joined(daftar_masa, dasar) if satu.jenjang == jenjang]
    mulai = dasar.sampai + timedelta(days=1) if dasar else date.min
    penggal = _pieces(masa, daftar_predikat, mulai=mulai, sampai=sampai or date.max)
    return HitunganAngkaKredit(jenjang=jenjang, dasar=dasar, akumulasi=_added(tuple(penggal)))


def perkiraan(hitungan: HitunganAngkaKredit, *, kurang: Decimal, predikat: Predikat) -> Perkiraan | None:
    """None when nothing is missing, or nothing is counted yet to go on from."""
    if kurang <= 0 or hitungan.sampai is None:
        return None
    bulan = bulan_menuju(jenjang=hitungan.jenjang, predikat=predikat, kurang=kurang)
    urutan = hitungan.sampai.year * 12 + hitungan.sampai.month - 1 + bulan
    return Perkiraan(bulan=bulan, predikat=predikat, cukup_pada=date(urutan // 12, urutan % 12 + 1, 1))


def _joined(daftar_masa: Sequence[MasaJenjang], dasar: DasarAngkaKredit | None) -> list[MasaJenjang]:
    """The first post recorded here goes on from the old PAK of the same level."""
    daftar = sorted(daftar_masa, key=lambda satu: satu.mulai)
    if dasar is None or not daftar:
        return daftar
    jeda = (daftar[0].mulai - dasar.sampai).days
    if daftar[0].jenjang == dasar.jenjang and 0 < jeda <= _JEDA_TERLAMA:
        daftar[0] = replace(daftar[0], mulai=dasar.sampai + timedelta(days=1))
    return daftar


def _pieces(
    daftar_masa: list[MasaJenjang], daftar_predikat: Iterable[PredikatMasa], *, mulai: date, sampai: date
) -> Iterator[Penggal]:
    setahun: set[int] = set()
    terpakai: dict[int, int] = {}
    # Whole years first, then periods by their months; a month that was counted is not counted again.
    for satu in sorted(daftar_predikat, key=lambda p: (p.tahun, not p.is_setahun, p.bulan_mulai)):
        if satu.tahun in setahun:
            continue
        if satu.is_setahun:
            setahun.add(satu.tahun)
        awal = max(satu.bulan_mulai, terpakai.get(satu.tahun, 0) + 1)
        terpakai[satu.tahun] = max(satu.bulan_selesai, terpakai.get(satu.tahun, 0))
        if awal > satu.bulan_selesai:
            continue
        dari = max(date(satu.tahun, awal, 1), mulai)
        akhir = min(akhir_bulan(satu.tahun, satu.bulan_selesai), sampai)
        if potong := _clipped(daftar_masa, dari, akhir):
            yield from _months(satu.tahun, satu.predikat, potong)


def _clipped(daftar_masa: list[MasaJenjang], dari: date, akhir: date) -> tuple[MasaJenjang, ...]:
    return tuple(
        MasaJenjang(masa.jenjang, max(masa.mulai, dari), min(masa.sampai or date.max, akhir))
        for masa in daftar_masa
        if masa.mulai <= akhir and (masa.sampai is None or masa.sampai >= dari) and dari <= akhir
    )


# Most people of a house share the same months: the same question is asked thousands of times for one list.
@lru_cache(maxsize=4096)
def _months(tahun: int, predikat: Predikat, daftar_masa: tuple[MasaJenjang, ...]) -> tuple[Penggal, ...]:
    return penggal_konversi(tahun=tahun, predikat=predikat, daftar_masa=daftar_masa)


@lru_cache(maxsize=4096)
def _added(daftar_penggal: tuple[Penggal, ...]) -> AkumulasiAngkaKredit:
    return akumulasi_angka_kredit(daftar_penggal)


def akhir_bulan(tahun: int, bulan: int) -> date:
    return date(tahun + bulan // 12, bulan % 12 + 1, 1) - timedelta(days=1)


__all__ = [
    "BarisKonversi",
    "DasarAngkaKredit",
    "HitunganAngkaKredit",
    "KonversiTidakSah",
    "Perkiraan",
    "PredikatMasa",
    "akhir_bulan",
    "dasar_terakhir",
    "hitung_angka_kredit",
    "perkiraan",
]
