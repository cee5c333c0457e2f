"""The register of official forms, and which of them an occasion asks for."""

from dataclasses import dataclass

from kinerja.peraturan.rujukan import berdasarkan
from kinerja.peraturan.skp import KategoriSKP, Pendekatan


@dataclass(frozen=True, slots=True)
class Formulir:
    """One form: its code and title as printed, who uses it, and its printed page."""

    kode: str
    judul: str
    dipakai_oleh: str
    halaman: int


_JPT = "JPT dan pimpinan unit kerja mandiri"
_JA_JF = "Pejabat administrasi dan pejabat fungsional"
_SEMUA = "Semua pegawai"
_PENILAI = "Pejabat penilai kinerja"

DAFTAR_FORMULIR: dict[str, Formulir] = {
    formulir.kode: formulir
    for formulir in (
        Formulir("A.1.1", "SKP dengan pendekatan hasil kerja kualitatif", _JPT, 32),
        Formulir("A.1.2", "SKP dengan pendekatan hasil kerja kuantitatif", _JPT, 34),
        Formulir("A.1.3", "Manual Indikator Kinerja", _JPT, 38),
        Formulir("A.1.4", "Workblock untuk identifikasi strategi pencapaian hasil kerja", _SEMUA, 43),
        Formulir("A.1.5", "Matriks Pembagian Peran dan Hasil", _SEMUA, 49),
        Formulir("A.1.6", "SKP dengan pendekatan hasil kerja kualitatif", _JA_JF, 55),
        Formulir("A.1.7", "SKP dengan pendekatan hasil kerja kuantitatif", _JA_JF, 57),
        Formulir("A.1.8", "Lampiran SKP", _SEMUA, 61),
        Formulir("B.1.1", "Rencana Aksi", _SEMUA, 67),
        Formulir("B.1.2", "Pendokumentasian Kinerja", _SEMUA, 68),
        Formulir("B.1.3", "Rekaman Informasi Umpan Balik, pendekatan kualitatif", _SEMUA, 71),
        Formulir("B.1.4", "Rekaman Informasi Umpan Balik, pendekatan kuantitatif", _JPT, 73),
        Formulir("B.1.5", "Rekaman Informasi Umpan Balik, pendekatan kuantitatif", _JA_JF, 75),
        Formulir("B.1.6", "Pelaksanaan Coaching", "Pegawai dan pimpinan", 80),
        Formulir("B.1.7", "Pelaksanaan Mentoring", "Pegawai dan pimpinan", 82),
        Formulir("B.1.8", "Umpan Balik Pelaksanaan Bimbingan Kinerja", "Pegawai", 83),
        Formulir("B.1.9", "Evaluasi Kompetensi Pegawai sebagai tindak lanjut bimbingan", "Pimpinan", 84),
        Formulir("B.1.10", "Laporan Permasalahan Perilaku Kerja", _PENILAI, 86),
        Formulir("C.1.1", "Hasil Evaluasi Kinerja, pendekatan kualitatif", _SEMUA, 105),
        Formulir("C.1.2", "Hasil Evaluasi Kinerja, pendekatan kuantitatif", _JPT, 108),
        Formulir("C.1.3", "Hasil Evaluasi Kinerja, pendekatan kuantitatif", _JA_JF, 111),
        Formulir("D.1.1", "Dokumen Evaluasi Kinerja Pegawai", _PENILAI, 115),
        Formulir(
            "D.1.2",
            "Dokumen Evaluasi Kinerja Pegawai yang ditandatangani atasan",
            "Atasan pejabat penilai kinerja",
            116,
        ),
        Formulir(
            "D.1.3",
            "Dokumen Evaluasi Kinerja Pegawai dengan keberatan",
            "Atasan pejabat penilai kinerja",
            118,
        ),
    )
}

#                                                        SKP      umpan balik  evaluasi
_PER_PENDEKATAN = {
    (KategoriSKP.PIMPINAN, Pendekatan.KUALITATIF):  ("A.1.1", "B.1.3", "C.1.1"),
    (KategoriSKP.PIMPINAN, Pendekatan.KUANTITATIF): ("A.1.2", "B.1.4", "C.1.2"),
    (KategoriSKP.PEGAWAI, Pendekatan.KUALITATIF):   ("A.1.6", "B.1.3", "C.1.1"),
    (KategoriSKP.PEGAWAI, Pendekatan.KUANTITATIF):  ("A.1.7", "B.1.5", "C.1.3"),
}  # fmt: skip


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II Format A.1.1, A.1.2, A.1.6, dan A.1.7", halaman=32)
def formulir_skp(*, kategori: KategoriSKP, pendekatan: Pendekatan) -> Formulir:
    """The form an SKP is printed on."""
    return DAFTAR_FORMULIR[_PER_PENDEKATAN[kategori, pendekatan][0]]


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab III Format B.1.3, B.1.4, dan B.1.5", halaman=71)
def formulir_umpan_balik(*, kategori: KategoriSKP, pendekatan: Pendekatan) -> Formulir:
    """The form that records feedback."""
    return DAFTAR_FORMULIR[_PER_PENDEKATAN[kategori, pendekatan][1]]


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf B angka 3 huruf a angka 3) huruf (e)", halaman=100)
def formulir_evaluasi(*, kategori: KategoriSKP, pendekatan: Pendekatan) -> Formulir:
    """The form that carries the result of an evaluation."""
    return DAFTAR_FORMULIR[_PER_PENDEKATAN[kategori, pendekatan][2]]


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf A dan B", halaman=114)
def formulir_dokumen_evaluasi(*, ditandatangani_atasan: bool, ada_putusan_keberatan: bool) -> Formulir:
    """The evaluation document: normal, signed by the atasan, or with a decision on an objection (T24)."""
    if ada_putusan_keberatan:
        return DAFTAR_FORMULIR["D.1.3"]
    return DAFTAR_FORMULIR["D.1.2" if ditandatangani_atasan else "D.1.1"]
