"""Which votes a result page may show, so that nobody reads one visitor's marks off two readings of it.

Days are gathered greedily, from the first vote on, into blocks of whole days with at least `minimal` votes. A page shows
whole blocks only, so whatever it shows tomorrow differs by no vote or by at least `minimal`. Today is in no block.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.metode.kelompok_kecil import MINIMAL


@dataclass(frozen=True)
class Blok:
    """Whole days that appear, and later disappear, together."""

    mulai: date
    selesai: date
    n: int

    @property
    def triwulan(self) -> tuple[int, int]:
        """Of its last day: a block that spans two quarters is never cut."""
        return self.selesai.year, (self.selesai.month + 2) // 3


def blok_suara(
    per_hari: Iterable[tuple[date, int]], *, hari_ini: date, minimal: int = MINIMAL
) -> tuple[Blok, ...]:
    """The closed blocks of all days with votes, in their order. What follows the last one waits for more votes."""
    daftar: list[Blok] = []
    mulai, n = None, 0
    for hari, jumlah in sorted(per_hari):
        if hari >= hari_ini:
            break
        mulai, n = mulai or hari, n + jumlah
        if n >= minimal:
            daftar.append(Blok(mulai, hari, n))
            mulai, n = None, 0
    return tuple(daftar)


def blok_sejak(daftar: Sequence[Blok], *, sejak: date) -> tuple[Blok, ...]:
    """Those that lie wholly in the window; one that reaches across its beginning is gone altogether."""
    return tuple(blok for blok in daftar if blok.mulai >= sejak)
