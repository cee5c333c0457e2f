"""Intervals and tests that several monitors share; all in floats, all two-sided unless said otherwise.

`scipy` loads `scipy.special` when it is first used: half a second that a process without statistics does not pay.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
YAKIN = 0.95


@dataclass(frozen=True, kw_only=True)
class HasilUji:
    """A difference first − second in the unit of the data, its interval and its p-value."""

    selisih: float
    bawah: float
    atas: float
    p: float


def adjust_holm(p: FloatArray) -> FloatArray:
    """Adjusted p-values that hold the chance of even one false alarm; shape (m,) → (m,). Source: Holm 1979."""
    urutan = np.argsort(p, kind="stable")
    naik = np.maximum.accumulate(p[urutan] * np.arange(len(p), 0, -1))
    return _back(np.minimum(naik, 1.0), urutan)


def adjust_bh(p: FloatArray) -> FloatArray:
    """Adjusted p-values that hold the share of false alarms; shape (m,) → (m,).

    When nobody deviates it also holds the chance of even one. Source: Benjamini & Hochberg 1995.
    """
    urutan = np.argsort(p, kind="stable")
    skala = p[urutan] * len(p) / np.arange(1, len(p) + 1)
    turun = np.minimum.accumulate(skala[::-1])[::-1]
    return _back(np.minimum(turun, 1.0), urutan)


def wilson(bagian: FloatArray, n: FloatArray, *, yakin: float = YAKIN) -> tuple[FloatArray, FloatArray]:
    """Score interval of shares 0–1 observed in `n` > 0 (may be an effective n); same shape. Source: Wilson 1927."""
    z2 = float(scipy.special.ndtri((1 + yakin) / 2)) ** 2
    tengah = (bagian + z2 / (2 * n)) / (1 + z2 / n)
    lebar = np.sqrt(z2 * (bagian * (1 - bagian) / n + z2 / (4 * n**2))) / (1 + z2 / n)
    # At 0 and 1 the end is exact; rounding must not push it past.
    bawah = np.where(bagian <= 0, 0.0, tengah - lebar)
    atas = np.where(bagian >= 1, 1.0, tengah + lebar)
    return bawah, atas


def difference_of_shares(a: int, n: int, b: int, m: int, *, yakin: float = YAKIN) -> HasilUji:
    """Compare shares a/n and b/m (n, m ≥ 1), in units of 1.

    p: Fisher's exact test (Fisher 1934), sum of tables no likelier than the one seen. Interval: Newcombe
    1998, hybrid score (method 10).
    """
    bagian = np.array([a / n, b / m])
    bawah, atas = wilson(bagian, np.array([n, m], dtype=float), yakin=yakin)
    beda = float(bagian[0] - bagian[1])
    turun = float(np.hypot(bagian[0] - bawah[0], atas[1] - bagian[1]))
    naik = float(np.hypot(atas[0] - bagian[0], bagian[1] - bawah[1]))
    return HasilUji(selisih=beda, bawah=beda - turun, atas=beda + naik, p=_fisher(a, n, b, m))


def welch(x: FloatArray, y: FloatArray, *, yakin: float = YAKIN) -> HasilUji:
    """Compare two means without assuming equal variances; x (n,), y (m,), n, m ≥ 2. Source: Welch 1947."""
    ragam = np.array([x.var(ddof=1) / len(x), y.var(ddof=1) / len(y)])
    beda = float(x.mean() - y.mean())
    galat = float(np.sqrt(ragam.sum()))
    if galat == 0:
        return HasilUji(selisih=beda, bawah=beda, atas=beda, p=1.0 if beda == 0 else 0.0)
    df = galat**4 / float((ragam**2 / (np.array([len(x), len(y)]) - 1)).sum())
    lebar = float(t_quantile((1 + yakin) / 2, df)) * galat
    p = 2 * float(scipy.special.stdtr(df, -abs(beda) / galat))
    return HasilUji(selisih=beda, bawah=beda - lebar, atas=beda + lebar, p=min(p, 1.0))


def hedges_g(x: FloatArray, y: FloatArray, *, yakin: float = YAKIN) -> tuple[float, float, float]:
    """Standardised difference with its large-sample interval: (g, lower, upper), in SDs. Source: Hedges 1981."""
    n, m = len(x), len(y)
    df = n + m - 2
    sd = np.sqrt(((n - 1) * x.var(ddof=1) + (m - 1) * y.var(ddof=1)) / df)
    if sd == 0:
        return 0.0, 0.0, 0.0
    g = float((x.mean() - y.mean()) / sd) * (1 - 3 / (4 * df - 1))
    lebar = float(scipy.special.ndtri((1 + yakin) / 2)) * float(np.sqrt(1 / n + 1 / m + g**2 / (2 * (n + m))))
    return g, g - lebar, g + lebar


def t_quantile(peluang: float, df: float) -> float:
    """Quantile of Student's t."""
    return float(scipy.special.stdtrit(df, peluang))


def t_tail(t: FloatArray, df: float) -> FloatArray:
    """P(T > t) of Student's t."""
    return np.asarray(scipy.special.stdtr(df, -t))


def f_below(f: FloatArray, df_atas: FloatArray, df_bawah: FloatArray) -> FloatArray:
    """P(F ≤ f)."""
    return np.asarray(scipy.special.fdtr(df_atas, df_bawah, f))


def f_quantile(peluang: float, df_atas: FloatArray, df_bawah: FloatArray) -> FloatArray:
    """Quantile of F."""
    return np.asarray(scipy.special.fdtri(df_atas, df_bawah, peluang))


def normal_tail(z: FloatArray) -> FloatArray:
    """P(Z > z)."""
    return np.asarray(scipy.special.ndtr(-z))


def beyond_margin(selisih: FloatArray, galat: FloatArray, df: float, *, wajar: float) -> FloatArray:
    """P-value of "the true difference is at most ±wajar", so that a trifle is never flagged however large n.

    Minimum-effect test, Murphy & Myors 1999: at the edge of the null both tails are counted.
    """
    aman = np.where(galat > 0, galat, 1.0)
    p = t_tail((np.abs(selisih) - wajar) / aman, df) + t_tail((np.abs(selisih) + wajar) / aman, df)
    return np.where(galat > 0, np.minimum(p, 1.0), np.where(np.abs(selisih) > wajar, 0.0, 1.0))


def _fisher(a: int, n: int, b: int, m: int) -> float:
    jumlah = a + b
    isi = np.arange(max(0, jumlah - m), min(n, jumlah) + 1)
    log_p = _log_choose(n, isi) + _log_choose(m, jumlah - isi) - _log_choose(n + m, np.array(jumlah))
    terlihat = log_p[a - isi[0]]
    return min(1.0, float(np.exp(log_p[log_p <= terlihat + 1e-7]).sum()))


def _log_choose(n: int, k: NDArray[Any]) -> FloatArray:
    return np.asarray(
        scipy.special.gammaln(n + 1) - scipy.special.gammaln(k + 1) - scipy.special.gammaln(n - k + 1)
    )


def _back(p: FloatArray, urutan: NDArray[np.intp]) -> FloatArray:
    hasil = np.empty_like(p)
    hasil[urutan] = p
    return hasil
