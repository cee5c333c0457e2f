"""The profile of every rater, with alarms controlled across all of them."""

from dataclasses import replace

import numpy as np

from kinerja.metode.statistik_penilai.deret import BoolArray, Deret, pairs
from kinerja.metode.statistik_penilai.kalimat import ANDA, PENILAI, sentence
from kinerja.metode.statistik_penilai.sebaran import aspect_correlation, halo, middle, range_use
from kinerja.metode.statistik_penilai.sel import gather
from kinerja.metode.statistik_penilai.silang import fit
from kinerja.metode.statistik_penilai.tabel import (
    Aturan,
    Dasar,
    Koreksi,
    ProfilPenilai,
    TabelNilai,
    Ukuran,
)
from kinerja.metode.statistik_penilai.tingkat import drift, severity
from kinerja.metode.uji import FloatArray, adjust_bh, adjust_holm


def statistik_penilai(tabel: TabelNilai, *, aturan: Aturan | None = None) -> tuple[ProfilPenilai, ...]:
    """Look at every rater of the table, in the order of their codes; an empty table gives no profiles.

    The kinds of rating error are those of Saal, Downey & Lahey 1980; each figure's formula stands with its
    function. Flags: every test asks whether a rater lies beyond an ordinary difference (`Aturan.…_wajar`),
    and the p-values of all raters and kinds are adjusted together (`Aturan.koreksi`).
    """
    aturan = aturan or Aturan()
    if not len(tabel.skor):
        return ()
    sel = gather(tabel, langkah_tengah=aturan.langkah_tengah)
    pasangan, _ = pairs(sel)
    silang = fit(sel)
    daftar = (
        severity(sel, pasangan, silang, aturan=aturan),
        range_use(sel, pasangan, aturan=aturan),
        middle(sel, pasangan, aturan=aturan),
        halo(sel, pasangan, aturan=aturan),
        drift(sel, silang, aturan=aturan),
    )
    disesuaikan = _adjusted(np.stack([deret.p for deret in daftar]), aturan)
    sendiri, lain = aspect_correlation(sel, pasangan)
    hasil = []
    for i, penilai in enumerate(sel.daftar_penilai):
        keketatan, rentang, tengah, per_aspek, pergeseran = (
            _figure(deret, i, float(p[i]), aturan) for deret, p in zip(daftar, disesuaikan, strict=True)
        )
        tampil = per_aspek.nilai is not None
        hasil.append(
            ProfilPenilai(
                penilai=int(penilai),
                keketatan=keketatan,
                rentang=rentang,
                tengah=tengah,
                halo=per_aspek,
                pergeseran=pergeseran,
                korelasi_aspek=_number(sendiri, i) if tampil else None,
                korelasi_aspek_lain=_number(lain, i) if tampil else None,
            )
        )
    return tuple(hasil)


def _adjusted(p: FloatArray, aturan: Aturan) -> FloatArray:
    diuji: BoolArray = ~np.isnan(p)
    hasil = np.full(p.shape, np.nan)
    if diuji.any():
        hasil[diuji] = (adjust_holm if aturan.koreksi is Koreksi.HOLM else adjust_bh)(p[diuji])
    return hasil


def _figure(deret: Deret, i: int, p_disesuaikan: float, aturan: Aturan) -> Ukuran:
    ada = not np.isnan(deret.nilai[i])
    polos = Ukuran(
        jenis=deret.jenis,
        dasar=Dasar.SILANG if deret.silang[i] else Dasar.SEPADAN,
        n_dinilai=int(deret.n_dinilai[i]),
        n_nilai=int(deret.n_nilai[i]),
        nilai=_number(deret.nilai, i),
        bawah=_number(deret.bawah, i) if ada else None,
        atas=_number(deret.atas, i) if ada else None,
        pembanding=_number(deret.pembanding, i) if ada else None,
        p=_number(deret.p, i),
        p_disesuaikan=None if np.isnan(p_disesuaikan) else p_disesuaikan,
        tanda=p_disesuaikan <= aturan.alfa,
    )
    return replace(
        polos,
        kalimat=sentence(polos, siapa=ANDA, aturan=aturan),
        kalimat_tim=sentence(polos, siapa=PENILAI, aturan=aturan),
    )


def _number(deret: FloatArray, i: int) -> float | None:
    return None if np.isnan(deret[i]) else float(deret[i])
