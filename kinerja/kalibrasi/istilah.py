"""The closed sets of a calibration meeting."""

from kinerja.lib.pilihan import Pilihan


class KeadaanSidang(Pilihan):
    DISIAPKAN = "disiapkan", "Sedang disiapkan"
    BERLANGSUNG = "berlangsung", "Sedang berlangsung"
    SELESAI = "selesai", "Selesai"


class PeranSidang(Pilihan):
    """Why somebody takes part; who has several reasons takes part for the first of them."""

    KETUA = "ketua", "Ketua sidang"
    PENILAI = "penilai", "Pejabat penilai"
    ATASAN_PENILAI = "atasan_penilai", "Atasan pejabat penilai"
    TIM_EVALUASI = "tim_evaluasi", "Anggota tim evaluasi"
    NOTULIS = "notulis", "Notulis"


class KeadaanUsulan(Pilihan):
    MENUNGGU = "menunggu", "Menunggu penilai"
    DITERIMA = "diterima", "Diterima penilai"
    DITOLAK = "ditolak", "Ditolak penilai"
    GUGUR = "gugur", "Tidak dijawab sampai sidang selesai"
