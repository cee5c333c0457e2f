"""Scores as scaled integers: 0 … 100 points are 0 … 100_000_000 mikro, so that no sum ever depends on its order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from itertools import pairwise
from operator import mul
from typing import Self

from kinerja.lib.angka import format_angka
from kinerja.peraturan.predikat import Rating

MIKRO = 1_000_000
SKOR_PENUH = 100 * MIKRO

Angka = int | Decimal | Fraction | str


class SkalaTidakSah(ValueError):
    """A scale or a value on it that cannot be read; the message is fit for the user."""


def bulat(pembilang: int, penyebut: int) -> int:
    """Quotient of two non-negative integers, rounded half up; `penyebut` is at least 1."""
    return (2 * pembilang + penyebut) // (2 * penyebut)


def skor_langkah(langkah: int, *, banyak: int) -> int:
    """Mikro of one answer on a scale of `banyak` steps: step k is (k-1)/(banyak-1) of 100 points."""
    return jumlah_langkah([langkah], banyak=banyak)


def jumlah_langkah(daftar_langkah: Iterable[int], *, banyak: int) -> int:
    """Sum in mikro of many answers on one scale, rounded once; an answer "tidak tahu" is simply not given here."""
    if banyak < 2:
        raise SkalaTidakSah("Skala jawaban perlu paling sedikit 2 langkah.")
    daftar = list(daftar_langkah)
    for langkah in daftar:
        if not 1 <= langkah <= banyak:
            raise SkalaTidakSah(f"Jawaban {langkah} berada di luar skala 1 sampai {banyak}.")
    return bulat((sum(daftar) - len(daftar)) * SKOR_PENUH, banyak - 1)


def jumlah_penuh(daftar_kali: Sequence[int], *, n: int) -> int:
    """The sum, as if all n raters had answered, from how often each step was given, lowest first.

    In whole steps: the nearest that n full answers can give, so that it leaves no trace of "tidak tahu".
    Exact when everybody knew; otherwise the mean moves by at most half a step over n (12.5 points / n on five steps).
    """
    tahu = sum(daftar_kali)
    if len(daftar_kali) < 2:
        raise SkalaTidakSah("Skala jawaban perlu paling sedikit 2 langkah.")
    if not 1 <= tahu <= n:
        raise SkalaTidakSah(f"{tahu} jawaban tidak mungkin berasal dari {n} penilai.")
    langkah = bulat(sum(map(mul, range(len(daftar_kali)), daftar_kali)) * n, tahu)
    return bulat(langkah * SKOR_PENUH, len(daftar_kali) - 1)


def skor_rating(rating: Rating) -> int:
    """Mikro of a rating by the penilai: 0, 50 or 100 points."""
    return list(Rating).index(rating) * SKOR_PENUH // 2


def tampil_skor(mikro: int) -> str:
    """The score as people read it: points with at most two decimals, rounded half up ("66,67")."""
    return format_angka(Decimal(bulat(mikro, MIKRO // 100)) / 100)


def tampil_persen(bagian: Fraction) -> str:
    """A share between 0 and 1 as a percentage with at most two decimals, rounded half up ("70,59%")."""
    return format_angka(Decimal(bulat(bagian.numerator * 10_000, bagian.denominator)) / 100) + "%"


@dataclass(frozen=True)
class Patok:
    """Knots (nilai, skor in points) between which another scale is read as a straight line.

    Values rise from knot to knot, scores only ever rise or only ever fall (more days absent is worse). Outside the
    knots the nearest end holds. Exact: everything is a Fraction until the one rounding to a mikro.
    """

    daftar: tuple[tuple[Fraction, Fraction], ...]

    def __post_init__(self) -> None:
        if len(self.daftar) < 2:
            raise SkalaTidakSah("Isi paling sedikit dua titik patok, misalnya 0 → 0 dan 100 → 100.")
        for (nilai, _), (berikut, _) in pairwise(self.daftar):
            if nilai >= berikut:
                raise SkalaTidakSah(
                    f"Nilai patok harus makin besar dari atas ke bawah; {_tulis(berikut)} tidak lebih besar dari "
                    f"{_tulis(nilai)}."
                )
        self._check_scores()

    def _check_scores(self) -> None:
        daftar_skor = [skor for _, skor in self.daftar]
        for skor in daftar_skor:
            if not 0 <= skor <= 100:
                raise SkalaTidakSah(f"Skor patok {_tulis(skor)} berada di luar 0 sampai 100.")
        if daftar_skor not in (sorted(daftar_skor), sorted(daftar_skor, reverse=True)):
            raise SkalaTidakSah(
                "Skor patok harus terus naik atau terus turun; periksa titik yang berbalik arah."
            )

    @classmethod
    def dari(cls, daftar: Iterable[Sequence[Angka]]) -> Self:
        """Read knots as a policy stores them, e.g. [["25", "0"], ["76.61", "50"], ["100", "100"]]."""
        return cls(tuple(_titik(satu) for satu in daftar))

    def skor(self, nilai: Angka) -> int:
        """Mikro of one value."""
        angka = _pecahan(nilai)
        if angka <= self.daftar[0][0]:
            return _mikro(self.daftar[0][1])
        for (x0, y0), (x1, y1) in pairwise(self.daftar):
            if angka <= x1:
                return _mikro(y0 + (y1 - y0) * (angka - x0) / (x1 - x0))
        return _mikro(self.daftar[-1][1])


def _titik(satu: Sequence[Angka]) -> tuple[Fraction, Fraction]:
    if len(satu) != 2:
        raise SkalaTidakSah("Setiap titik patok terdiri atas dua angka: nilai dan skornya.")
    return _pecahan(satu[0]), _pecahan(satu[1])


def _pecahan(angka: Angka) -> Fraction:
    if isinstance(angka, float):  # 76.61 as a float is another number than the one that was typed
        raise TypeError("Scores are exact: pass int, Decimal, Fraction or text.")
    try:
        return Fraction(Decimal(angka) if isinstance(angka, str) else angka)
    except (InvalidOperation, ValueError, OverflowError):
        raise SkalaTidakSah(f"“{angka}” belum terbaca sebagai angka.") from None


def _mikro(poin: Fraction) -> int:
    return bulat(poin.numerator * MIKRO, poin.denominator)


def _tulis(angka: Fraction) -> str:
    return format_angka(Decimal(angka.numerator) / angka.denominator)
