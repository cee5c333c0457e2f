"""Who sets, who evaluates, who steps in, and when a decision is final."""

from kinerja.peraturan.kewenangan.evaluasi import (
    KewenanganEvaluasi,
    dapat_menjadi_penilai,
    keputusan_final_sejak_awal,
    kewenangan_evaluasi,
    penilai_pegawai,
)
from kinerja.peraturan.kewenangan.istilah import (
    BentukPenugasan,
    JenisEvaluasi,
    JenisInstansi,
    KeadaanPegawai,
    KeadaanPenilai,
    Kedudukan,
    Masa,
    Pejabat,
)
from kinerja.peraturan.kewenangan.penetapan import (
    mitra_dialog,
    penetap_skp,
    perlu_persetujuan_penilai,
    wajib_skp,
)
from kinerja.peraturan.kewenangan.perpindahan import (
    EvaluasiSetelahPindah,
    Peristiwa,
    TindakanSKP,
    evaluasi_setelah_pegawai_pindah,
    penilai_lama_mengevaluasi,
    tindakan_skp,
)

__all__ = [
    "BentukPenugasan",
    "EvaluasiSetelahPindah",
    "JenisEvaluasi",
    "JenisInstansi",
    "KeadaanPegawai",
    "KeadaanPenilai",
    "Kedudukan",
    "KewenanganEvaluasi",
    "Masa",
    "Pejabat",
    "Peristiwa",
    "TindakanSKP",
    "dapat_menjadi_penilai",
    "evaluasi_setelah_pegawai_pindah",
    "keputusan_final_sejak_awal",
    "kewenangan_evaluasi",
    "mitra_dialog",
    "penetap_skp",
    "penilai_lama_mengevaluasi",
    "penilai_pegawai",
    "perlu_persetujuan_penilai",
    "tindakan_skp",
    "wajib_skp",
]
