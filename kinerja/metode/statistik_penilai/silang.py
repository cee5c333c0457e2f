"""The additive model mark = person + rater, where crossing makes it identifiable.

Least squares on the cells of `sel`, one effect for each rater and period and one for each person and period.
Persons are absorbed, raters solved from the reduced normal equations. Within a connected component of the
rater–person graph every difference between raters is estimable, across components none is: Searle, Linear
Models (1971), on connectedness.
"""

from dataclasses import dataclass

import numpy as np
import scipy

from kinerja.metode.statistik_penilai.sel import Sel
from kinerja.metode.uji import FloatArray, IntArray


@dataclass(frozen=True, kw_only=True)
class Silang:
    """Effects in points; variances are factors of `ragam`. Arrays over (rater, period) "simpul" and objects.

    `efek` is a rater against the mean of all other raters of the component (NaN when alone), `pusat` against
    the mean of all including himself.
    """

    simpul: IntArray  # rater × period code of each entry below
    efek: FloatArray
    faktor: FloatArray
    silang: IntArray  # people also rated by somebody else
    objek: IntArray  # person × period code of each entry below
    acuan: FloatArray  # what the mean rater of the component would have given
    faktor_acuan: FloatArray
    mentah: FloatArray
    n_penilai: IntArray
    komponen_objek: IntArray
    df_komponen: IntArray
    ragam: float
    df: int
    rho: float  # how far a rater's surprise about a person stays from period to period


def fit(sel: Sel) -> Silang:
    """Fit every component; O(k³) in the raters of the largest one."""
    periode = len(sel.daftar_periode)
    simpul, r = np.unique(sel.penilai * periode + sel.periode, return_inverse=True)
    objek, o = np.unique(sel.dinilai * periode + sel.periode, return_inverse=True)
    k, m = len(simpul), len(objek)
    jumlah = np.bincount(o, minlength=m)
    graf = scipy.sparse.coo_matrix((np.ones(len(r)), (r, o + k)), shape=(k + m, k + m))
    banyak, label = scipy.sparse.csgraph.connected_components(graf, directed=False)
    rerata = np.bincount(o, sel.nilai, minlength=m) / jumlah
    kanan = np.bincount(r, sel.nilai - rerata[o], minlength=k).astype(np.float64)
    matriks = scipy.sparse.csr_matrix((np.ones(len(r)), (r, o)), shape=(k, m))
    efek, faktor, pusat, faktor_acuan = _solve(matriks, jumlah, kanan, label, banyak)
    acuan = np.bincount(o, sel.nilai - pusat[r], minlength=m) / jumlah
    sisa = sel.nilai - pusat[r] - acuan[o]
    anggota_r, anggota_o = np.bincount(label[:k], minlength=banyak), np.bincount(label[k:], minlength=banyak)
    df_komponen = np.bincount(label[r], minlength=banyak) - anggota_r - anggota_o + 1
    df = int(df_komponen.sum())
    return Silang(
        simpul=simpul,
        efek=efek,
        faktor=faktor,
        silang=np.bincount(r, jumlah[o] > 1, minlength=k).astype(np.int64),
        objek=objek,
        acuan=acuan,
        faktor_acuan=faktor_acuan,
        mentah=rerata,
        n_penilai=jumlah,
        komponen_objek=label[k:],
        df_komponen=df_komponen,
        ragam=float((sisa**2).sum() / df) if df else float("nan"),
        df=df,
        rho=_persistence(sisa, sel.penilai * len(sel.daftar_dinilai) + sel.dinilai),
    )


def _solve(
    matriks: "scipy.sparse.csr_matrix", jumlah: IntArray, kanan: FloatArray, label: IntArray, banyak: int
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    k, m = matriks.shape
    efek, faktor = np.full(k, np.nan), np.full(k, np.nan)
    pusat, faktor_acuan = np.zeros(k), np.full(m, np.nan)
    # Whoever stands alone has nobody to be compared with.
    for komponen in np.flatnonzero(np.bincount(label[:k], minlength=banyak) > 1):
        baris = np.flatnonzero(label[:k] == komponen)
        kolom = np.flatnonzero(label[k:] == komponen)
        n = len(baris)
        b = matriks[baris][:, kolom]
        bobot = b @ scipy.sparse.diags(1 / jumlah[kolom])
        normal = np.diag(np.asarray(b.sum(1)).ravel()) - (bobot @ b.T).toarray()
        # The effects sum to zero; adding the constant matrix makes the singular system regular.
        kebalikan = np.linalg.inv(normal + 1 / n) - 1 / n
        pusat[baris] = kebalikan @ kanan[baris]
        efek[baris] = pusat[baris] * n / (n - 1)
        faktor[baris] = np.diag(kebalikan) * (n / (n - 1)) ** 2
        padat = bobot.toarray()
        faktor_acuan[kolom] = 1 / jumlah[kolom] + (padat * (kebalikan @ padat)).sum(0)
    return efek, faktor, pusat, faktor_acuan


def _persistence(sisa: FloatArray, pasangan: IntArray) -> float:
    """Moment estimate of the correlation of residuals of the same rater and person between periods."""
    _, kode = np.unique(pasangan, return_inverse=True)
    n, jumlah, kuadrat = np.bincount(kode), np.bincount(kode, sisa), np.bincount(kode, sisa**2)
    pembagi = float(((n - 1) * kuadrat).sum())
    if pembagi <= 0:
        return 0.0
    return float(np.clip((jumlah**2 - kuadrat).sum() / pembagi, 0.0, 0.95))
