"""Working days, time limits and periods."""

from kinerja.peraturan.jadwal.batas import (
    batas_evaluasi_tahunan,
    batas_keberatan,
    batas_pelaporan,
    batas_penetapan_skp,
    batas_penyerahan,
    batas_penyerahan_atasan,
    batas_putusan_keberatan,
    batas_tanda_tangan_atasan,
    batas_tanda_terima,
    batas_tanda_terima_atasan,
    tahun_capaian_organisasi,
)
from kinerja.peraturan.jadwal.kalender import KalenderKerja, hari_kerja_berikutnya, sisa_hari_kerja
from kinerja.peraturan.jadwal.periode import (
    JenisPeriode,
    Periode,
    daftar_periode,
    kesesuaian_periode_evaluasi,
    kesesuaian_periode_pendokumentasian,
)

__all__ = [
    "JenisPeriode",
    "KalenderKerja",
    "Periode",
    "batas_evaluasi_tahunan",
    "batas_keberatan",
    "batas_pelaporan",
    "batas_penetapan_skp",
    "batas_penyerahan",
    "batas_penyerahan_atasan",
    "batas_putusan_keberatan",
    "batas_tanda_tangan_atasan",
    "batas_tanda_terima",
    "batas_tanda_terima_atasan",
    "daftar_periode",
    "hari_kerja_berikutnya",
    "kesesuaian_periode_evaluasi",
    "kesesuaian_periode_pendokumentasian",
    "sisa_hari_kerja",
    "tahun_capaian_organisasi",
]
