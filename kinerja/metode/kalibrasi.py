"""What a calibration meeting talks about first, and which reason is no reason for one person's rating.

Nothing here moves a rating: the functions sort and remark, people decide.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from kinerja.lib.pilihan import Pilihan
from kinerja.metode.catatan import Catatan, Tingkat
from kinerja.peraturan.predikat import Rating


class ArahTanda(Pilihan):
    """Where a member of the meeting would take a rating."""

    NAIK = "naik", "Naik"
    TETAP = "tetap", "Tetap"
    TURUN = "turun", "Turun"


_LANGKAH = {ArahTanda.TURUN: -1, ArahTanda.TETAP: 0, ArahTanda.NAIK: 1}


@dataclass(frozen=True, kw_only=True)
class SisiTanda:
    """One of the two ratings of a person: what the penilai gave, what was suggested, what the others would do."""

    rating: Rating | None
    saran: Rating | None
    daftar_arah: Sequence[ArahTanda] = ()


def perbedaan(*, sisi: Iterable[SisiTanda], bahas: int = 0, penanda: int = 0) -> Fraction:
    """How far people are apart about one person; 0 when everybody, the suggestion included, agrees.

    Per rating: the mean distance between any two marks (0 … 2), plus how far their mean lies from the rating as it
    stands (0 … 1), plus the distance of that rating from the suggestion (0 … 2). Added to it the share of the
    `penanda` who asked to talk about the person (0 … 1). Exact fractions: equal cases are equal, and a stable sort
    keeps the order in which they came.
    """
    jumlah = sum((_side(satu) for satu in sisi), Fraction(0))
    return jumlah + (Fraction(bahas, penanda) if penanda else 0)


def _side(sisi: SisiTanda) -> Fraction:
    langkah = [_LANGKAH[arah] for arah in sisi.daftar_arah]
    hasil = Fraction(_gap(sisi.rating, sisi.saran))
    if langkah:
        hasil += abs(Fraction(sum(langkah), len(langkah)))
    pasangan = list(combinations(langkah, 2))
    if pasangan:
        hasil += Fraction(sum(abs(satu - lain) for satu, lain in pasangan), len(pasangan))
    return hasil


def _gap(rating: Rating | None, saran: Rating | None) -> int:
    if rating is None or saran is None:
        return 0
    urut = list(Rating)
    return abs(urut.index(rating) - urut.index(saran))


_SEBARAN = re.compile(
    r"\b(kurva|distribusi|sebaran|kuota|jatah|proporsi|persentase|pemerataan|pola yang dianjurkan"
    r"|(supaya|agar|biar) (seimbang|merata|pas)|terlalu banyak yang|giliran\w*|bergilir\w*)\b",
    re.IGNORECASE,
)


def telaah_alasan_kalibrasi(alasan: str) -> tuple[Catatan, ...]:
    """A remark when the spread of a unit is used as a reason for one person; it never blocks."""
    cocok = _SEBARAN.search(alasan)
    if cocok is None:
        return ()
    catatan = Catatan(
        kode="alasan_sebaran",
        tingkat=Tingkat.PERINGATAN,
        bidang="alasan",
        pesan=f"Alasan ini menyebut “{cocok.group()}”. Pola sebaran adalah nasihat untuk satu unit, bukan alasan untuk "
        "rating satu orang. Sebutkan hasil atau perilaku orang ini yang membuat ratingnya perlu berubah.",
        contoh="Dua laporan triwulan selesai sebelum batas dan dipakai unit lain, padahal targetnya satu.",
    )
    return (catatan,)
