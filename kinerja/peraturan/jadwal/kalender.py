"""Working days: the arithmetic below every time limit."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kinerja.peraturan.rujukan import berdasarkan

_SEHARI = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class KalenderKerja:
    """The week and the days off (national holidays, cuti bersama) of a unit; weeks begin on Monday."""

    hari_kerja_per_minggu: Literal[5, 6] = 5
    libur: frozenset[date] = frozenset()

    def is_hari_kerja(self, hari: date) -> bool:
        return hari.weekday() < self.hari_kerja_per_minggu and hari not in self.libur


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf A dan B", halaman=114)
def hari_kerja_berikutnya(*, mulai: date, jumlah: int, kalender: KalenderKerja) -> date:
    """The working day that is `jumlah` working days after `mulai`; the start day is not counted (T5)."""
    hari = mulai
    for _ in range(jumlah):
        hari += _SEHARI
        while not kalender.is_hari_kerja(hari):
            hari += _SEHARI
    return hari


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf A dan B", halaman=114)
def sisa_hari_kerja(*, pada: date, batas: date, kalender: KalenderKerja) -> int:
    """Working days left after `pada` up to and including `batas`; below zero it counts how late it is.

    A weekend after the limit still gives 0, so whether something is late is asked as `pada > batas`.
    """
    if pada > batas:
        return -sisa_hari_kerja(pada=batas, batas=pada, kalender=kalender)
    rentang = (pada + timedelta(days=n) for n in range(1, (batas - pada).days + 1))
    return sum(kalender.is_hari_kerja(hari) for hari in rentang)
