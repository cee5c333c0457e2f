"""The rotating code of a class day, and the confirmation that belongs to one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kinerja.lib.kode_bergilir import KodeBergilir

_KODE = KodeBergilir("kinerja.pelatihan.hadir", detik=60)


@dataclass(frozen=True)
class HariKelas:
    """What a code stands for."""

    kelas_id: int
    hari_on: date

    @property
    def isi(self) -> str:
        return f"{self.kelas_id}.{self.hari_on:%Y%m%d}"


def new_kode(kelas_id: int, hari_on: date, *, at: datetime) -> str:
    return _KODE.new(HariKelas(kelas_id, hari_on).isi, at=at)


def read_kode(kode: str, *, at: datetime) -> HariKelas | None:
    """None for what we did not sign or what has been replaced."""
    return _day(_KODE.read(kode, at=at))


def new_konfirmasi(hari: HariKelas, *, user_id: int, at: datetime) -> str:
    return _KODE.new_konfirmasi(hari.isi, user_id=user_id, at=at)


def read_konfirmasi(teks: str, *, user_id: int, at: datetime) -> HariKelas | None:
    """None for another person's confirmation, or one left lying about."""
    return _day(_KODE.read_konfirmasi(teks, user_id=user_id, at=at))


def _day(isi: str | None) -> HariKelas | None:
    if isi is None:
        return None
    kelas, hari = isi.split(".")
    return HariKelas(int(kelas), datetime.strptime(hari, "%Y%m%d").date())  # noqa: DTZ007 - a day only
