"""The closed sets of what other systems may do, and what they are told."""

from __future__ import annotations

from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.lib.pilihan import Pilihan


class Cakupan(Pilihan):
    """What a token opens; without it the door stays shut."""

    UNIT = "baca:unit", "Membaca unit kerja"
    PEGAWAI = "baca:pegawai", "Membaca pegawai dan jabatannya"
    SKP = "baca:skp", "Membaca rencana (SKP, RHK, indikator)"
    REALISASI = "baca:realisasi", "Membaca realisasi"
    HASIL = "baca:hasil", "Membaca predikat yang sudah final"
    PELATIHAN = "baca:pelatihan", "Membaca sertifikat dan JP"
    REKAP = "baca:rekap", "Membaca rekap predikat dan kehadiran"
    IMPOR_ORGANISASI = "tulis:impor_organisasi", "Mengimpor unit, jabatan, dan pegawai"
    IMPOR_REKAP = "tulis:impor_rekap", "Mengimpor kehadiran, belajar, pelatihan, dan kompetensi"
    IMPOR_KARIER = "tulis:impor_karier", "Mengimpor riwayat karier dan penilaian lama"


# What is written about people is among the imports; this is what is read of them.
BACA_ORANG = frozenset(
    {
        Cakupan.PEGAWAI,
        Cakupan.SKP,
        Cakupan.REALISASI,
        Cakupan.HASIL,
        Cakupan.PELATIHAN,
        Cakupan.REKAP,
    }
)
_ORGANISASI = {JenisImpor.UNIT, JenisImpor.JABATAN, JenisImpor.PEGAWAI}
_REKAP = {
    JenisImpor.KEHADIRAN,
    JenisImpor.BELAJAR,
    JenisImpor.PELATIHAN,
    JenisImpor.KELAS_PELATIHAN,
    JenisImpor.KOMPETENSI,
    JenisImpor.STANDAR,
}


def cakupan_impor(jenis: JenisImpor) -> Cakupan:
    """Whatever is not about the organisation or about recaps is about somebody's career."""
    if jenis in _ORGANISASI:
        return Cakupan.IMPOR_ORGANISASI
    return Cakupan.IMPOR_REKAP if jenis in _REKAP else Cakupan.IMPOR_KARIER


class Peristiwa(Pilihan):
    """What a webhook may be told of; `PETA_PERISTIWA` says which lines of the trail they come from."""

    PEGAWAI_PINDAH = "pegawai.pindah", "Pegawai pindah"
    PEGAWAI_STATUS = "pegawai.status", "Status pegawai berubah"
    PENILAI_BERGANTI = "pegawai.penilai", "Pejabat penilai berganti"
    SKP_DIAJUKAN = "skp.diajukan", "SKP diajukan"
    SKP_DITETAPKAN = "skp.ditetapkan", "SKP ditetapkan"
    REALISASI_DICATAT = "realisasi.dicatat", "Realisasi dicatat atau diperbaiki"
    PERIODE_DIBUKA = "periode.dibuka", "Periode dibuka"
    PERIODE_DITUTUP = "periode.ditutup", "Periode ditutup"
    HASIL_FINAL = "hasil.final", "Hasil evaluasi final"
    SERTIFIKAT_SAH = "sertifikat.sah", "Sertifikat disahkan"
    IMPOR_DITERAPKAN = "impor.diterapkan", "Impor diterapkan"
    UJI = "uji", "Uji kirim"


# Line of the trail → what others are told.
PETA_PERISTIWA: dict[str, Peristiwa] = {
    "kepegawaian.pindah": Peristiwa.PEGAWAI_PINDAH,
    "kepegawaian.ubah_status": Peristiwa.PEGAWAI_STATUS,
    "kepegawaian.ganti_penilai": Peristiwa.PENILAI_BERGANTI,
    "skp.submit": Peristiwa.SKP_DIAJUKAN,
    "skp.approve": Peristiwa.SKP_DITETAPKAN,
    "realisasi.catat": Peristiwa.REALISASI_DICATAT,
    "realisasi.koreksi": Peristiwa.REALISASI_DICATAT,
    "periode.buka": Peristiwa.PERIODE_DIBUKA,
    "periode.tutup": Peristiwa.PERIODE_DITUTUP,
    "evaluasi.final": Peristiwa.HASIL_FINAL,
    "sertifikat.verifikasi": Peristiwa.SERTIFIKAT_SAH,
    "impor.terapkan": Peristiwa.IMPOR_DITERAPKAN,
}


class KeadaanPengiriman(Pilihan):
    ANTRE = "antre", "Menunggu dikirim"
    TERKIRIM = "terkirim", "Terkirim"
    MENYERAH = "menyerah", "Tidak sampai"
