"""Figures of all raters side by side, before words are found for them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinerja.metode.statistik_penilai.sel import Sel
from kinerja.metode.statistik_penilai.tabel import JenisUkuran
from kinerja.metode.uji import FloatArray, IntArray

BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class Deret:
    """Arrays of shape (r,), in the order of `Sel.daftar_penilai`; NaN where a figure cannot be known.

    A NaN in `p` means: shown, but never flagged.
    """

    jenis: JenisUkuran
    nilai: FloatArray
    bawah: FloatArray
    atas: FloatArray
    pembanding: FloatArray
    p: FloatArray
    n_dinilai: IntArray
    n_nilai: IntArray
    silang: BoolArray


@dataclass(frozen=True, kw_only=True)
class Pasangan:
    """Averages over periods: one entry for each rater × person, arrays of shape (q,)."""

    penilai: IntArray
    nilai: FloatArray  # against the mean of everybody in the period
    tengah: FloatArray
    ragam: FloatArray  # NaN when no period has two aspects


def pairs(sel: Sel) -> tuple[Pasangan, IntArray]:
    """The pairs, and for each cell the position of its pair."""
    kunci, pasangan = np.unique(sel.penilai * len(sel.daftar_dinilai) + sel.dinilai, return_inverse=True)
    n = np.bincount(pasangan)
    periode = np.bincount(sel.periode, sel.nilai) / np.bincount(sel.periode)
    ada = ~np.isnan(sel.ragam)
    n_ragam = np.bincount(pasangan, ada, minlength=len(n))
    ragam = np.bincount(pasangan, np.where(ada, sel.ragam, 0.0))
    return Pasangan(
        penilai=kunci // len(sel.daftar_dinilai),
        nilai=np.bincount(pasangan, sel.nilai - periode[sel.periode]) / n,
        tengah=np.bincount(pasangan, sel.tengah) / n,
        ragam=np.where(n_ragam > 0, ragam / np.maximum(n_ragam, 1), np.nan),
    ), pasangan


@dataclass(frozen=True, kw_only=True)
class Ringkas:
    """Count, mean and squared deviations of a figure inside each rater; arrays of shape (r,).

    "Others" are all other raters of the same `skala`: steps of 50 make people differ more than steps of 25.
    """

    n: IntArray
    rerata: FloatArray
    jk: FloatArray  # sum of squares about the rater's own mean
    skala: IntArray

    @property
    def ragam(self) -> FloatArray:
        """Variance with n − 1; NaN for a single person."""
        return np.where(self.n > 1, self.jk / np.maximum(self.n - 1, 1), np.nan)

    @property
    def ragam_lain(self) -> FloatArray:
        """Pooled within-rater variance of all other raters."""
        df = self.df_lain
        return np.where(df > 0, self._others(self.jk) / np.maximum(df, 1), np.nan)

    @property
    def df_lain(self) -> IntArray:
        """Degrees of freedom behind `ragam_lain`."""
        return self._others(np.maximum(self.n - 1, 0)).astype(np.int64)

    @property
    def n_lain(self) -> IntArray:
        """People of all other raters."""
        return self._others(self.n).astype(np.int64)

    @property
    def rerata_lain(self) -> FloatArray:
        """Mean over the people of all other raters."""
        n = self.n_lain
        return np.where(n > 0, self._others(self.n * self.rerata) / np.maximum(n, 1), np.nan)

    def _others(self, nilai: FloatArray | IntArray) -> FloatArray:
        return np.asarray(np.bincount(self.skala, nilai)[self.skala] - nilai, dtype=np.float64)


def summarise(penilai: IntArray, nilai: FloatArray, *, skala: IntArray) -> Ringkas:
    """Summarise `nilai` (q,) by rater; NaN entries are left out. `skala` is that of each rater."""
    jumlah = len(skala)
    ada = ~np.isnan(nilai)
    penilai, nilai = penilai[ada], nilai[ada]
    n = np.bincount(penilai, minlength=jumlah)
    rerata = np.bincount(penilai, nilai, minlength=jumlah) / np.maximum(n, 1)
    jk = np.bincount(penilai, (nilai - rerata[penilai]) ** 2, minlength=jumlah).astype(np.float64)
    return Ringkas(n=n, rerata=rerata, jk=jk, skala=skala)
