"""What a move of the employee or of the penilai changes."""

from dataclasses import dataclass
from datetime import date

from kinerja.peraturan.istilah import Istilah
from kinerja.peraturan.kewenangan.istilah import JenisEvaluasi, Masa, Pejabat
from kinerja.peraturan.rujukan import berdasarkan


class Peristiwa(Istilah):
    """Something that happens to an SKP during its year."""

    PEGAWAI_PINDAH = "pegawai_pindah", "Pegawai pindah"
    PENILAI_PINDAH = "penilai_pindah", "Pejabat penilai pindah"
    MULAI_TUGAS_BELAJAR = "mulai_tugas_belajar", "Mulai tugas belajar"
    SELESAI_TUGAS_BELAJAR = "selesai_tugas_belajar", "Selesai tugas belajar"
    PENUGASAN_BARU = "penugasan_baru", "Penugasan baru"


class TindakanSKP(Istilah):
    """What has to be done with the SKP then."""

    SKP_BARU = "skp_baru", "Susun SKP baru untuk jabatan baru"
    TETAPKAN_ULANG = "tetapkan_ulang", "Klarifikasi dan tetapkan SKP bersama penilai baru"
    TAMBAHKAN = "tambahkan", "Tambahkan pada SKP yang sudah ada"
    KLARIFIKASI = "klarifikasi", "Klarifikasi ekspektasi untuk sisa tahun tanpa dokumen baru"


@dataclass(frozen=True, slots=True)
class EvaluasiSetelahPindah:
    """Who evaluates an employee who moved, and which unit's result counts."""

    pejabat: Pejabat
    is_capaian_unit_baru: bool
    is_hasil_lama_dipakai: bool


_TINDAKAN = {
    Peristiwa.PEGAWAI_PINDAH: TindakanSKP.SKP_BARU,
    Peristiwa.PENILAI_PINDAH: TindakanSKP.TETAPKAN_ULANG,
    Peristiwa.MULAI_TUGAS_BELAJAR: TindakanSKP.TAMBAHKAN,
    Peristiwa.SELESAI_TUGAS_BELAJAR: TindakanSKP.KLARIFIKASI,
    Peristiwa.PENUGASAN_BARU: TindakanSKP.TAMBAHKAN,
}


@berdasarkan("PermenPANRB 6/2022", "Pasal 14 ayat (2)", halaman=10)
@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II huruf B angka 12 dan angka 13", halaman=64)
@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II huruf C angka 6 dan angka 7", halaman=65)
def tindakan_skp(*, peristiwa: Peristiwa) -> TindakanSKP:
    """What an event in the year does to the SKP."""
    return _TINDAKAN[peristiwa]


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf A angka 13", halaman=91)
def evaluasi_setelah_pegawai_pindah(
    *, jenis: JenisEvaluasi, sepakat_hasil_lama: bool
) -> EvaluasiSetelahPindah:
    """The new penilai evaluates on the new unit's result; only a periodic one may reuse the old result if both agree."""
    pakai_lama = jenis is JenisEvaluasi.PERIODIK and sepakat_hasil_lama
    return EvaluasiSetelahPindah(
        pejabat=Pejabat.PEJABAT_PENILAI_BARU,
        is_capaian_unit_baru=not pakai_lama,
        is_hasil_lama_dipakai=pakai_lama,
    )


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf A angka 14", halaman=91)
def penilai_lama_mengevaluasi(*, pindah_on: date, masa_evaluasi: Masa) -> bool:
    """Whether a penilai who moved still evaluates the old unit: only when he moved inside the window (T23)."""
    return pindah_on in masa_evaluasi
