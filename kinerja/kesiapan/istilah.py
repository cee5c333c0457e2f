"""Words of the pulse, and where a month stands."""

from __future__ import annotations

from kinerja.lib.pilihan import Pilihan

# Lowest first; "tidak tahu" is 0 and counts nowhere.
LANGKAH = ("Tidak setuju", "Kurang setuju", "Biasa saja", "Setuju", "Sangat setuju")
SETUJU = 4
PERNYATAAN_BAWAAN = (
    "Saya paham apa yang diharapkan dari saya dalam penilaian kinerja.",
    "Penilaian kinerja membantu saya bekerja lebih baik.",
    "Aplikasi ini mudah saya pakai.",
)
BANYAK_PERNYATAAN = len(PERNYATAAN_BAWAAN)
PERNYATAAN_TERPANJANG = 120
KALIMAT_TERPANJANG = 200
# Enough for the longest sentence even when every letter of it is written as an escape of six.
PANJANG_AMPLOP = 2048
# Sentences are shown for this many answers and more; figures for `kelompok_kecil.MINIMAL`.
MINIMAL_KALIMAT = 10


class KeadaanDenyut(Pilihan):
    DISIAPKAN = "disiapkan", "Disiapkan"
    BERJALAN = "berjalan", "Sedang diisi"
    MENUTUP = "menutup", "Sedang ditutup"
    DITUTUP = "ditutup", "Ditutup"


class KeadaanIkut(Pilihan):
    MENJAWAB = "menjawab", "Sudah menjawab"
    MELEWATI = "melewati", "Melewati bulan ini"
