"""Who evaluates, and whose evaluation is final at once."""

from dataclasses import dataclass

from kinerja.peraturan.identitas import JenisJabatan
from kinerja.peraturan.kewenangan.istilah import JenisInstansi, KeadaanPenilai, Kedudukan, Pejabat
from kinerja.peraturan.rujukan import berdasarkan


@dataclass(frozen=True, slots=True)
class KewenanganEvaluasi:
    """Who evaluates, on which document, whether it is final, and whether a Plt. or Plh. may do it for him."""

    pejabat: Pejabat
    formulir: str
    is_final: bool = False
    dapat_didelegasikan: bool = False


_KEWENANGAN = {
    KeadaanPenilai.BERTUGAS: KewenanganEvaluasi(Pejabat.PEJABAT_PENILAI, "D.1.1"),
    KeadaanPenilai.BERHALANGAN_TETAP: KewenanganEvaluasi(
        Pejabat.ATASAN_PEJABAT_PENILAI, "D.1.2", dapat_didelegasikan=True
    ),
    KeadaanPenilai.MELEWATI_BATAS: KewenanganEvaluasi(Pejabat.ATASAN_PEJABAT_PENILAI, "D.1.2", is_final=True),
}

# The list of page 90 angka 12: (agency, post) and the official whose evaluation is final.
_FINAL_JPT = {
    (JenisInstansi.PUSAT, JenisJabatan.JPT_UTAMA): Pejabat.MENTERI_KOORDINATOR,
    (JenisInstansi.PUSAT, JenisJabatan.JPT_MADYA): Pejabat.PIMPINAN_INSTANSI,
    (JenisInstansi.DAERAH, JenisJabatan.JPT_MADYA): Pejabat.KEPALA_DAERAH,
    (JenisInstansi.DAERAH, JenisJabatan.JPT_PRATAMA): Pejabat.KEPALA_DAERAH,
}
_FINAL_UNIT_MANDIRI = {
    JenisInstansi.PUSAT: Pejabat.MENTERI_KOORDINATOR,
    JenisInstansi.DAERAH: Pejabat.KEPALA_DAERAH,
}
_BUKAN_PENILAI = frozenset({JenisJabatan.PELAKSANA, JenisJabatan.JF})


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf A angka 2, angka 3, dan angka 11", halaman=89)
@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf A angka 8", halaman=115)
def kewenangan_evaluasi(*, keadaan_penilai: KeadaanPenilai) -> KewenanganEvaluasi:
    """Who evaluates when the penilai is there, is permanently absent, or let the time pass (T20)."""
    return _KEWENANGAN[keadaan_penilai]


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf A angka 5 dan angka 6", halaman=89)
def penilai_pegawai(*, is_plt: bool) -> Pejabat:
    """The penilai while an employee acts as Plt.; with the end of the Plt. the definitive post counts again."""
    return Pejabat.PIMPINAN_UNIT_PLT if is_plt else Pejabat.PEJABAT_PENILAI


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II Tahap Kelima huruf f angka 3", halaman=45)
@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf A angka 7", halaman=89)
def dapat_menjadi_penilai(*, jenis_jabatan: JenisJabatan, memimpin_unit: bool) -> bool:
    """Pengawas and above may assess; a JF only while leading a unit, a pelaksana never (T21)."""
    if jenis_jabatan is JenisJabatan.JF:
        return memimpin_unit
    return jenis_jabatan not in _BUKAN_PENILAI


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf A angka 11 dan angka 12", halaman=90)
def keputusan_final_sejak_awal(
    *, kedudukan: Kedudukan, dievaluasi_oleh: Pejabat, keadaan_penilai: KeadaanPenilai
) -> bool:
    """Whether the evaluation is final when it is signed, so that no objection is possible (T22)."""
    if keadaan_penilai is KeadaanPenilai.MELEWATI_BATAS:
        return True
    if kedudukan.is_unit_mandiri:
        return dievaluasi_oleh is _FINAL_UNIT_MANDIRI[kedudukan.jenis_instansi]
    return _FINAL_JPT.get((kedudukan.jenis_instansi, kedudukan.jenis_jabatan)) is dievaluasi_oleh
