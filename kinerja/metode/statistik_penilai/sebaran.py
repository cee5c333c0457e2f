"""Range, middle marks and halo: how a rater uses the scale."""

import numpy as np

from kinerja.metode.statistik_penilai.deret import Deret, Pasangan, summarise
from kinerja.metode.statistik_penilai.sel import Sel
from kinerja.metode.statistik_penilai.tabel import Aturan, JenisUkuran
from kinerja.metode.statistik_penilai.tingkat import enough
from kinerja.metode.uji import FloatArray, IntArray, f_below, f_quantile, normal_tail, wilson

# Below this share of the others' spread people are hardly told apart, and halo is only its shadow.
_TERLALU_RATA = 0.5
_DEBU = 1e-9  # squared points; what floating point leaves of equal marks


def range_use(sel: Sel, pasangan: Pasangan, *, aturan: Aturan) -> Deret:
    """SD of a rater's people over the pooled SD within all other raters; F ratio (Snedecor & Cochran)."""
    ringkas = summarise(pasangan.penilai, pasangan.nilai, skala=sel.skala)
    return _ratio(
        JenisUkuran.RENTANG,
        sel,
        pasangan,
        rasio=ringkas.ragam / _positive(ringkas.ragam_lain),
        derajat=(np.maximum(ringkas.n - 1.0, 1.0), np.maximum(ringkas.df_lain, 1.0)),
        pembanding=np.sqrt(ringkas.ragam_lain),
        wajar=aturan.rentang_wajar,
        aturan=aturan,
    )


def halo(sel: Sel, pasangan: Pasangan, *, aturan: Aturan) -> Deret:
    """SD across aspects within a person over that of all other raters.

    The mean of n variances is taken as chi-squared with 2n/cv² degrees of freedom, cv² from the others:
    Satterthwaite 1946. Where people are hardly told apart the figure is withheld.
    """
    ringkas = summarise(pasangan.penilai, pasangan.ragam, skala=sel.skala)
    antar = summarise(pasangan.penilai, pasangan.nilai, skala=sel.skala)
    lain = _positive(ringkas.rerata_lain)
    cv2 = _positive(ringkas.ragam_lain / lain**2)
    rata = np.sqrt(antar.ragam / _positive(antar.ragam_lain)) < _TERLALU_RATA
    return _ratio(
        JenisUkuran.HALO,
        sel,
        pasangan,
        rasio=np.where(rata | (ringkas.n == 0), np.nan, ringkas.rerata / lain),
        derajat=(2 * np.maximum(ringkas.n, 1) / cv2, 2 * ringkas.n_lain / cv2),
        pembanding=np.sqrt(lain),
        wajar=aturan.halo_wajar,
        aturan=aturan,
    )


def middle(sel: Sel, pasangan: Pasangan, *, aturan: Aturan) -> Deret:
    """Share of middle marks, Wilson interval with an effective n: marks of one person hang together (Kish 1965).

    One-sided score test against the others' share plus what is ordinary.
    """
    ringkas = summarise(pasangan.penilai, pasangan.tengah, skala=sel.skala)
    cukup, orang, nilai = enough(sel, pasangan, aturan=aturan)
    lain = ringkas.rerata_lain
    n_efektif = np.clip(lain * (1 - lain) * ringkas.n / _positive(ringkas.ragam_lain), 1, nilai)
    n_efektif = np.where(np.isnan(n_efektif), np.maximum(ringkas.n, 1), n_efektif)
    bawah, atas = wilson(np.clip(ringkas.rerata, 0, 1), n_efektif, yakin=aturan.yakin)
    batas = lain + aturan.tengah_wajar
    galat = np.sqrt(np.maximum(batas * (1 - batas), 1e-9) / n_efektif)
    p = np.where(batas < 1, normal_tail((ringkas.rerata - batas) / galat), 1.0)
    layak = cukup & ~np.isnan(lain)
    return Deret(
        jenis=JenisUkuran.TENGAH,
        nilai=np.where(layak, ringkas.rerata, np.nan),
        bawah=bawah,
        atas=atas,
        pembanding=lain,
        p=np.where(layak, p, np.nan),
        n_dinilai=orang,
        n_nilai=nilai,
        silang=np.zeros(len(orang), dtype=bool),
    )


def aspect_correlation(sel: Sel, pasangan: Pasangan) -> tuple[FloatArray, FloatArray]:
    """Mean correlation between aspects, own and pooled over the others: (r,), (r,).

    Intraclass correlation (B − W/m) / (B − W/m + W) of Shrout & Fleiss 1979, case 3, with B the variance of
    people's means, W that across aspects and m the usual number of aspects.
    """
    antar = summarise(pasangan.penilai, pasangan.nilai, skala=sel.skala)
    dalam = summarise(pasangan.penilai, pasangan.ragam, skala=sel.skala)
    m = float(np.median(sel.banyak))
    return _icc(antar.ragam, dalam.rerata, m), _icc(antar.ragam_lain, dalam.rerata_lain, m)


def _icc(antar: FloatArray, dalam: FloatArray, m: float) -> FloatArray:
    bersama = antar - dalam / m
    return np.where(bersama + dalam > 0, bersama / _positive(bersama + dalam), np.nan)


def _ratio(
    jenis: JenisUkuran,
    sel: Sel,
    pasangan: Pasangan,
    *,
    rasio: FloatArray,
    derajat: tuple[FloatArray, FloatArray],
    pembanding: FloatArray,
    wajar: float,
    aturan: Aturan,
) -> Deret:
    """A ratio of variances as a ratio of SDs, its interval, and the one-sided test "not below `wajar`"."""
    cukup, orang, nilai = enough(sel, pasangan, aturan=aturan)
    layak = cukup & ~np.isnan(rasio)
    aman = np.where(layak, rasio, 1.0)
    # Without any difference elsewhere there is nothing to compare with.
    layak &= (derajat[0] > 0) & (derajat[1] > 0)
    df, df_lain = np.where(layak, derajat[0], 1.0), np.where(layak, derajat[1], 1.0)
    ekor = (1 - aturan.yakin) / 2
    return Deret(
        jenis=jenis,
        nilai=np.where(layak, np.sqrt(aman), np.nan),
        bawah=np.sqrt(aman / f_quantile(1 - ekor, df, df_lain)),
        atas=np.sqrt(aman / f_quantile(ekor, df, df_lain)),
        pembanding=pembanding,
        p=np.where(layak, f_below(aman / wajar**2, df, df_lain), np.nan),
        n_dinilai=orang,
        n_nilai=nilai,
        silang=np.zeros(len(orang), dtype=bool),
    )


def _positive(nilai: FloatArray | IntArray) -> FloatArray:
    return np.where(nilai > _DEBU, nilai, np.nan)
