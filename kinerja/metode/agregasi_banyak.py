"""The rules of `agregasi`, `saran_sumber` and `saran_rating` for many people at once, equal to the last digit.

Axes: N people, A aspects, S = len(SUMBER) sources in the order of `Sumber`. Scores are mikro in int64, ratings and
predikat are int8 positions in RATING and PREDIKAT, and -1 (TANPA) stands for None.

Bounds for int64: n ≤ 4·10¹⁰ answers per cell (2·n·10⁸ is the largest product of a mean) and weights of at most 100 per
source (700·10⁸ is the largest weighted sum), so no real agency comes near; thresholds "sebagian besar/kecil" with at
most nine decimals against counts below 10⁹.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from kinerja.metode.agregasi import AmbangSkor, BobotSumber, Sumber
from kinerja.metode.saran_rating import Ambang
from kinerja.metode.skala import SKOR_PENUH
from kinerja.peraturan.predikat import Predikat, Rating, predikat_kinerja

Bilangan = npt.NDArray[np.int64]
Kode = npt.NDArray[np.int8]
Penanda = npt.NDArray[np.bool_]

TANPA = -1
N_TERBANYAK = 4 * 10**10
SUMBER = tuple(Sumber)
RATING = tuple(Rating)
PREDIKAT = tuple(Predikat)
# Columns of a count of results: as `saran_hasil_kerja` counts them.
HITUNGAN = ("di_atas", "sesuai", "di_bawah", "pokok", "pokok_di_bawah")
_DI_BAWAH, _SESUAI, _DI_ATAS = (RATING.index(r) for r in (Rating.DI_BAWAH, Rating.SESUAI, Rating.DI_ATAS))
_ATASAN = SUMBER.index(Sumber.ATASAN)


@dataclass(frozen=True, kw_only=True)
class BobotBanyak:
    """Weights that count (diri is 0) and minimum numbers, both int64[A, S]."""

    bobot: Bilangan
    minimum: Bilangan


@dataclass(frozen=True, kw_only=True)
class SkorBanyak:
    """Exact scores as fractions, both int64[N, A]; `penyebut` is 0 where nothing counts."""

    pembilang: Bilangan
    penyebut: Bilangan

    @property
    def mikro(self) -> Bilangan:
        """int64[N, A], rounded half up; -1 without data."""
        penyebut = np.maximum(self.penyebut, 1)
        return np.where(self.penyebut > 0, _divide(self.pembilang, penyebut), TANPA)


def susun_bobot(daftar: Sequence[Sequence[BobotSumber]]) -> BobotBanyak:
    """Weights as arrays, one row per aspect; a source that a row does not name weighs nothing."""
    bobot = np.zeros((len(daftar), len(SUMBER)), dtype=np.int64)
    minimum = np.ones_like(bobot)
    for baris, per_aspek in enumerate(daftar):
        for satu in per_aspek:
            kolom = SUMBER.index(satu.sumber)
            bobot[baris, kolom] = satu.bobot if satu.dihitung else 0
            minimum[baris, kolom] = satu.minimum
    return BobotBanyak(bobot=bobot, minimum=minimum)


def skor_banyak(jumlah: Bilangan, *, n: npt.NDArray[np.integer], bobot: BobotBanyak) -> SkorBanyak:
    """Scores from sums in mikro and numbers of answers, both [N, A, S].

    Raises ValueError when a sum is impossible for its n or n exceeds the bound of this module.
    """
    banyak = n.astype(np.int64, copy=False)
    if banyak.size and (banyak.min() < 0 or banyak.max() > N_TERBANYAK):
        raise ValueError(f"n must lie between 0 and {N_TERBANYAK}")
    if np.any((jumlah < 0) | (jumlah > banyak * SKOR_PENUH)):
        raise ValueError("A sum is outside 0 … n · 100 points")
    rata = _divide(jumlah, np.maximum(banyak, 1))
    berat = np.where(banyak >= bobot.minimum, bobot.bobot, 0)
    return SkorBanyak(pembilang=(berat * rata).sum(axis=-1), penyebut=berat.sum(axis=-1))


def rating_banyak(skor: SkorBanyak, *, ambang: AmbangSkor) -> Kode:
    """Ratings int8[N, A], compared before any rounding."""
    rating = np.full(skor.penyebut.shape, _DI_BAWAH, dtype=np.int8)
    rating[skor.pembilang >= ambang.sesuai * skor.penyebut] = _SESUAI
    rating[skor.pembilang >= ambang.di_atas * skor.penyebut] = _DI_ATAS
    rating[skor.penyebut == 0] = TANPA
    return rating


def saran_perilaku_banyak(
    rating: Kode, *, dihitung: Penanda, ambang: Ambang, umpan_balik: Bilangan | None = None
) -> Kode:
    """Suggestions int8[N] from ratings [N, A]; `dihitung` bool[A], `umpan_balik` int64[N, 2] (positif, seluruhnya)."""
    terpakai = rating[:, dihitung]
    di_atas, sesuai, di_bawah = (
        np.count_nonzero(terpakai == kode, axis=1) for kode in (_DI_ATAS, _SESUAI, _DI_BAWAH)
    )
    # Every aspect weighs the same, so every one is "pokok".
    hitungan = np.stack([di_atas, sesuai, di_bawah, di_atas + sesuai + di_bawah, di_bawah], axis=1)
    return saran_hasil_banyak(hitungan, ambang=ambang, umpan_balik=umpan_balik)


def saran_hasil_banyak(hitungan: Bilangan, *, ambang: Ambang, umpan_balik: Bilangan | None = None) -> Kode:
    """Suggestions int8[N] of the guideline (`saran_rating`) from counts int64[N, 5] in the order of HITUNGAN."""
    di_atas, sesuai, di_bawah, pokok, pokok_di_bawah = hitungan.T
    dinilai = di_atas + sesuai + di_bawah
    sedikit_di_bawah = ~_exceeds(pokok_di_bawah, ambang.sebagian_kecil, pokok)
    besar = ambang.sebagian_besar
    # Written from the weakest description to the strongest, as the first that fits wins.
    saran = np.full(dinilai.shape, TANPA, dtype=np.int8)
    saran[_exceeds(di_bawah, besar, dinilai)] = _DI_BAWAH
    saran[_exceeds(di_atas + sesuai, besar, dinilai) & sedikit_di_bawah] = _SESUAI
    saran[_exceeds(di_atas, besar, dinilai) & (pokok_di_bawah == 0)] = _DI_ATAS
    if umpan_balik is not None:
        positif, seluruhnya = umpan_balik.T
        tertahan = (seluruhnya > 0) & ~_exceeds(positif, besar, seluruhnya)
        saran[(saran == _DI_ATAS) & tertahan] = _SESUAI
    saran[dinilai == 0] = TANPA
    return saran


def saran_hasil_sumber_banyak(
    panduan: Kode,
    *,
    jumlah: Bilangan,
    n: npt.NDArray[np.integer],
    bobot: Sequence[BobotSumber],
    ambang: AmbangSkor,
) -> Kode:
    """Suggestions int8[N] with other sources beside the guideline's; `jumlah`, `n` are [N, S] without the atasan.

    Raises ValueError when they already hold values of the atasan.
    """
    if not any(satu.dihitung and satu.sumber is not Sumber.ATASAN for satu in bobot):
        return panduan
    if np.any(n[:, _ATASAN]):
        raise ValueError("The rating of the atasan comes from the guideline")
    jumlah, banyak = jumlah.copy(), n.astype(np.int64)
    jumlah[:, _ATASAN] = np.maximum(panduan, 0) * np.int64(SKOR_PENUH // 2)
    banyak[:, _ATASAN] = panduan != TANPA
    skor = skor_banyak(jumlah[:, None, :], n=banyak[:, None, :], bobot=susun_bobot([bobot]))
    return rating_banyak(skor, ambang=ambang)[:, 0]


def predikat_banyak(hasil: Kode, *, perilaku: Kode) -> Kode:
    """Predikat int8[N] of the law's quadrant; -1 where one of the two ratings is missing."""
    # The last row and column answer for -1, which indexes from the end.
    return _KUADRAN[hasil, perilaku]


def _quadrant() -> Kode:
    tabel = np.full((len(RATING) + 1, len(RATING) + 1), TANPA, dtype=np.int8)
    for i, hasil in enumerate(RATING):
        for j, perilaku in enumerate(RATING):
            tabel[i, j] = PREDIKAT.index(predikat_kinerja(hasil_kerja=hasil, perilaku_kerja=perilaku))
    return tabel


_KUADRAN = _quadrant()


def _divide(pembilang: Bilangan, penyebut: Bilangan) -> Bilangan:
    return (2 * pembilang + penyebut) // (2 * penyebut)


def _exceeds(bagian: Bilangan, ambang: object, seluruhnya: Bilangan) -> Penanda:
    """`bagian` > `ambang` · `seluruhnya`, in integers."""
    pecahan = Fraction(str(ambang))
    return bagian * pecahan.denominator > pecahan.numerator * seluruhnya
