"""Marks gathered into one figure for each rater, person and period."""

from dataclasses import dataclass

import numpy as np

from kinerja.metode.statistik_penilai.tabel import TabelNilai
from kinerja.metode.uji import FloatArray, IntArray

_DEBU = 1e-9


@dataclass(frozen=True, kw_only=True)
class Sel:
    """Arrays of shape (c,), one entry for each rater × person × period; codes are positions in `daftar_…`."""

    penilai: IntArray
    dinilai: IntArray
    periode: IntArray
    nilai: FloatArray  # mean mark after the aspects' own difficulty is taken out
    banyak: IntArray  # marks behind it
    ragam: FloatArray  # variance across aspects; NaN with a single mark
    tengah: FloatArray  # share of middle marks
    daftar_penilai: IntArray
    daftar_dinilai: IntArray
    daftar_periode: IntArray
    skala: IntArray  # of each rater in `daftar_penilai`


def gather(tabel: TabelNilai, *, langkah_tengah: tuple[float, float] | None = None) -> Sel:
    """Average over aspects, each taken at its own difficulty (least squares within rater × person × period)."""
    daftar_penilai, penilai = np.unique(tabel.penilai, return_inverse=True)
    daftar_dinilai, dinilai = np.unique(tabel.dinilai, return_inverse=True)
    daftar_periode, periode = np.unique(tabel.periode, return_inverse=True)
    kunci = (penilai * len(daftar_dinilai) + dinilai) * len(daftar_periode) + periode
    _, pertama, sel = np.unique(kunci, return_index=True, return_inverse=True)
    banyak = np.bincount(sel)
    _, skala = np.unique(
        np.zeros_like(tabel.penilai) if tabel.skala is None else tabel.skala, return_inverse=True
    )
    skor = tabel.skor - _effect(sel, np.unique(tabel.aspek, return_inverse=True)[1], tabel.skor)
    # Scales meet where one person was marked on both: there they are laid over one another.
    objek = np.unique(dinilai * len(daftar_periode) + periode, return_inverse=True)[1]
    skor = skor - _effect(objek[pertama], skala[pertama], np.bincount(sel, skor) / banyak)[sel]
    nilai = np.bincount(sel, skor) / banyak
    simpangan = np.bincount(sel, (skor - nilai[sel]) ** 2)
    # What floating point leaves of equal marks is no variance.
    simpangan = np.where(simpangan > _DEBU, simpangan, 0.0)
    di_tengah = np.zeros(len(tabel.skor))
    for satu in range(int(skala.max()) + 1):
        bawah, atas = langkah_tengah or middle_of_scale(tabel.skor[skala == satu])
        di_tengah[skala == satu] = (tabel.skor[skala == satu] >= bawah) & (tabel.skor[skala == satu] <= atas)
    skala_penilai = np.zeros(len(daftar_penilai), dtype=np.int64)
    skala_penilai[penilai] = skala
    return Sel(
        penilai=penilai[pertama],
        dinilai=dinilai[pertama],
        periode=periode[pertama],
        nilai=nilai,
        banyak=banyak,
        ragam=np.where(banyak > 1, simpangan / np.maximum(banyak - 1, 1), np.nan),
        tengah=np.bincount(sel, di_tengah) / banyak,
        daftar_penilai=daftar_penilai,
        daftar_dinilai=daftar_dinilai,
        daftar_periode=daftar_periode,
        skala=skala_penilai,
    )


def middle_of_scale(skor: FloatArray) -> tuple[float, float]:
    """The middle step of a scale of few steps; otherwise the middle fifth of the points in use."""
    langkah = np.unique(skor)
    if len(langkah) % 2 and 3 <= len(langkah) <= 11:
        tengah = float(langkah[len(langkah) // 2])
        return tengah, tengah
    terendah, lebar = float(langkah[0]), float(langkah[-1] - langkah[0])
    return terendah + 0.4 * lebar, terendah + 0.6 * lebar


def _effect(kelompok: IntArray, tingkat: IntArray, nilai: FloatArray) -> FloatArray:
    """What each level (aspect, scale) adds to a mark: groups absorbed, levels solved; zero on average among linked ones."""
    banyak = np.bincount(kelompok)
    jumlah = int(tingkat.max()) + 1
    isi = np.bincount(kelompok * jumlah + tingkat, minlength=len(banyak) * jumlah)
    isi = isi.reshape(len(banyak), jumlah).astype(float)
    normal = np.diag(isi.sum(0)) - isi.T @ (isi / banyak[:, None])
    rerata = np.bincount(kelompok, nilai) / banyak
    kanan = np.bincount(tingkat, nilai - rerata[kelompok], minlength=jumlah)
    efek: FloatArray = np.linalg.pinv(normal, hermitian=True) @ kanan
    return efek[tingkat]
