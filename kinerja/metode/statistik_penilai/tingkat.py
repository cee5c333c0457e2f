"""Severity and drift: where a rater stands against others, and whether that place moves."""

import numpy as np
import scipy

from kinerja.metode.statistik_penilai.deret import BoolArray, Deret, Pasangan, summarise
from kinerja.metode.statistik_penilai.sel import Sel
from kinerja.metode.statistik_penilai.silang import Silang
from kinerja.metode.statistik_penilai.tabel import Aturan, JenisUkuran
from kinerja.metode.uji import FloatArray, IntArray, beyond_margin, t_quantile

_PERIODE_TERSEDIKIT = 2


def severity(sel: Sel, pasangan: Pasangan, silang: Silang, *, aturan: Aturan) -> Deret:
    """Mean effect of the additive model over the periods; uncrossed raters against comparable ones (Welch 1947).

    The standard error grows by Kish's design effect 1 + (T − 1)ρ, since a surprise about a person returns.
    """
    r = len(sel.daftar_penilai)
    penilai = silang.simpul // len(sel.daftar_periode)
    ada = ~np.isnan(silang.efek)
    n = np.bincount(penilai[ada], minlength=r)
    aman = np.maximum(n, 1)
    selisih = np.bincount(penilai[ada], silang.efek[ada], minlength=r) / aman
    faktor = np.bincount(penilai[ada], silang.faktor[ada], minlength=r) / aman**2
    galat = np.sqrt(silang.ragam * faktor * (1 + np.maximum(n - 1, 0) * silang.rho))
    orang, nilai = _crossed(sel, silang)
    layak = (orang >= aturan.minimal_dinilai) & (nilai >= aturan.minimal_nilai) & (n > 0) & (silang.df > 0)
    lebar = t_quantile((1 + aturan.yakin) / 2, max(silang.df, 1)) * galat
    p = beyond_margin(selisih, galat, max(silang.df, 1), wajar=aturan.beda_wajar)
    beda, lebar_sepadan = _against_comparable(sel, pasangan, aturan)
    cukup, n_orang, n_nilai = enough(sel, pasangan, aturan=aturan)
    pusat = np.where(layak, selisih, np.where(cukup, beda, np.nan))
    lebar = np.where(layak, lebar, lebar_sepadan)
    return Deret(
        jenis=JenisUkuran.KEKETATAN,
        nilai=pusat,
        bawah=pusat - lebar,
        atas=pusat + lebar,
        pembanding=np.zeros(r),
        p=np.where(layak, p, np.nan),
        n_dinilai=np.where(layak, orang, n_orang),
        n_nilai=np.where(layak, nilai, n_nilai),
        silang=layak,
    )


def drift(sel: Sel, silang: Silang, *, aturan: Aturan) -> Deret:
    """Slope of the effects over the periods, as points between a rater's first and last period.

    Only crossed periods count: without others beside him, people who grow look like a rater who softens.
    """
    r = len(sel.daftar_penilai)
    ada = ~np.isnan(silang.efek) & (silang.silang >= aturan.minimal_dinilai)
    penilai = silang.simpul[ada] // len(sel.daftar_periode)
    x = sel.daftar_periode[silang.simpul[ada] % len(sel.daftar_periode)].astype(float)
    n = np.bincount(penilai, minlength=r)
    x = x - (np.bincount(penilai, x, minlength=r) / np.maximum(n, 1))[penilai]
    jk = np.bincount(penilai, x**2, minlength=r)
    bobot = x * (_span(penilai, x, r) / np.where(jk > 0, jk, 1))[penilai]
    selisih = np.bincount(penilai, bobot * silang.efek[ada], minlength=r).astype(np.float64)
    faktor = np.bincount(penilai, bobot**2 * silang.faktor[ada], minlength=r)
    galat = np.sqrt(silang.ragam * (1 - silang.rho) * faktor)
    orang, nilai = _crossed(sel, silang)
    layak = (n >= _PERIODE_TERSEDIKIT) & (nilai >= aturan.minimal_nilai) & (silang.df > 0)
    lebar = t_quantile((1 + aturan.yakin) / 2, max(silang.df, 1)) * galat
    p = beyond_margin(selisih, galat, max(silang.df, 1), wajar=aturan.beda_wajar)
    selisih = np.where(layak, selisih, np.nan)
    return Deret(
        jenis=JenisUkuran.PERGESERAN,
        nilai=selisih,
        bawah=selisih - lebar,
        atas=selisih + lebar,
        pembanding=np.zeros(r),
        p=np.where(layak, p, np.nan),
        n_dinilai=orang,
        n_nilai=nilai,
        silang=layak,
    )


def enough(sel: Sel, pasangan: Pasangan, *, aturan: Aturan) -> tuple[BoolArray, IntArray, IntArray]:
    """Who has rated enough, with the numbers of people and marks."""
    r = len(sel.daftar_penilai)
    orang = np.bincount(pasangan.penilai, minlength=r)
    nilai = np.bincount(sel.penilai, sel.banyak, minlength=r).astype(np.int64)
    return (orang >= aturan.minimal_dinilai) & (nilai >= aturan.minimal_nilai), orang, nilai


def _span(penilai: IntArray, x: FloatArray, r: int) -> FloatArray:
    terendah, tertinggi = np.zeros(r), np.zeros(r)
    np.minimum.at(terendah, penilai, x)
    np.maximum.at(tertinggi, penilai, x)
    return tertinggi - terendah


def _crossed(sel: Sel, silang: Silang) -> tuple[IntArray, IntArray]:
    """People and marks of each rater that somebody else rated in the same period."""
    r = len(sel.daftar_penilai)
    posisi = np.searchsorted(silang.objek, sel.dinilai * len(sel.daftar_periode) + sel.periode)
    bersama = silang.n_penilai[posisi] > 1
    nilai = np.bincount(sel.penilai[bersama], sel.banyak[bersama], minlength=r).astype(np.int64)
    kunci = np.unique(sel.penilai[bersama] * len(sel.daftar_dinilai) + sel.dinilai[bersama])
    return np.bincount(kunci // len(sel.daftar_dinilai), minlength=r), nilai


def _against_comparable(sel: Sel, pasangan: Pasangan, aturan: Aturan) -> tuple[FloatArray, FloatArray]:
    """Own people's mean minus the mean of people of the same group of raters, and half its interval."""
    ringkas = summarise(pasangan.penilai, pasangan.nilai, skala=sel.skala)
    kelompok = np.array([aturan.kelompok_penilai.get(int(kode), -1) for kode in sel.daftar_penilai])
    _, kelompok = np.unique(kelompok, return_inverse=True)
    di = kelompok[pasangan.penilai]
    n = np.bincount(di)[kelompok] - ringkas.n
    jumlah = np.bincount(di, pasangan.nilai)[kelompok] - ringkas.n * ringkas.rerata
    kuadrat = np.bincount(di, pasangan.nilai**2)[kelompok] - (ringkas.jk + ringkas.n * ringkas.rerata**2)
    rerata = jumlah / np.maximum(n, 1)
    ragam = np.maximum(kuadrat - n * rerata**2, 0) / np.maximum(n - 1, 1)
    bagian = np.stack([ringkas.ragam / ringkas.n, ragam / np.maximum(n, 1)])
    derajat = np.stack([np.maximum(ringkas.n - 1, 1), np.maximum(n - 1, 1)])
    pembagi = (bagian**2 / derajat).sum(0)
    df = np.where(pembagi > 0, bagian.sum(0) ** 2 / np.where(pembagi > 0, pembagi, 1), 1.0)
    lebar = scipy.special.stdtrit(df, (1 + aturan.yakin) / 2) * np.sqrt(bagian.sum(0))
    layak = (ringkas.n > 1) & (n >= aturan.minimal_dinilai)
    return np.where(layak, ringkas.rerata - rerata, np.nan), np.where(layak, lebar, np.nan)
