"""What an average rater would have given: advice, and only where crossing makes it identifiable."""

import numpy as np

from kinerja.metode.statistik_penilai.kalimat import angka
from kinerja.metode.statistik_penilai.sel import Sel, gather
from kinerja.metode.statistik_penilai.silang import Silang, fit
from kinerja.metode.statistik_penilai.tabel import AcuanOrang, Aturan, TabelNilai
from kinerja.metode.uji import FloatArray, t_quantile


def acuan_disesuaikan(tabel: TabelNilai, *, aturan: Aturan | None = None) -> tuple[AcuanOrang, ...]:
    """One entry for each person and period, in the order of their codes; points on the scale of the marks.

    Model: mark = person + rater + aspect by least squares; the person effect at the mean rater of its
    connected component, with the model's standard error and t interval. Sources: Searle 1971 (two-way
    classification, connectedness); for rating data Saal, Downey & Lahey 1980. Compare people only inside one
    component. None, with the reason, when nobody else links the rater, when the component leaves too few
    degrees of freedom, or when the standard error is too large to advise anybody.
    """
    aturan = aturan or Aturan()
    if not len(tabel.skor):
        return ()
    sel = gather(tabel)
    silang = fit(sel)
    galat = np.sqrt(silang.ragam * silang.faktor_acuan)
    return tuple(_entry(sel, silang, i, galat, aturan) for i in range(len(silang.objek)))


def _entry(sel: Sel, silang: Silang, i: int, galat: FloatArray, aturan: Aturan) -> AcuanOrang:
    orang, periode = divmod(int(silang.objek[i]), len(sel.daftar_periode))
    alasan = _reason(silang, i, float(galat[i]), aturan)
    nilai, mentah = float(silang.acuan[i]), float(silang.mentah[i])
    lebar = 0.0 if alasan else t_quantile((1 + aturan.yakin) / 2, silang.df) * float(galat[i])
    return AcuanOrang(
        dinilai=int(sel.daftar_dinilai[orang]),
        periode=int(sel.daftar_periode[periode]),
        n_penilai=int(silang.n_penilai[i]),
        nilai=None if alasan else nilai,
        galat=None if alasan else float(galat[i]),
        bawah=None if alasan else nilai - lebar,
        atas=None if alasan else nilai + lebar,
        rerata_mentah=mentah,
        kalimat=alasan or _advice(nilai, mentah, lebar),
    )


def _reason(silang: Silang, i: int, galat: float, aturan: Aturan) -> str:
    if np.isnan(silang.faktor_acuan[i]):
        return (
            "Acuan tidak dapat dihitung: penilainya tidak menilai orang yang juga dinilai penilai lain, jadi ketat "
            "atau longgarnya tidak dapat dipisahkan dari kinerja orangnya."
        )
    if silang.df_komponen[silang.komponen_objek[i]] < aturan.minimal_df_acuan:
        return "Acuan belum dihitung: penilaian silang di kelompok ini masih terlalu sedikit."
    if not galat <= aturan.galat_acuan_terbesar:
        return "Acuan tidak ditampilkan: hasilnya masih terlalu kasar untuk dijadikan saran."
    return ""


def _advice(nilai: float, mentah: float, lebar: float) -> str:
    return (
        f"Bila dinilai penilai rata-rata, nilainya sekitar {angka(nilai)} (antara {angka(nilai - lebar)} dan "
        f"{angka(nilai + lebar)}); rata-rata yang diberikan {angka(mentah)}. Ini saran, bukan pengganti nilai."
    )
