"""The closed sets of helping somebody back to what was agreed."""

from __future__ import annotations

from kinerja.lib.pilihan import Pilihan
from kinerja.peraturan.predikat import Predikat

# Below "Baik": what makes a plan possible. The rule proposes, people decide.
PREDIKAT_DIBINA = (Predikat.BUTUH_PERBAIKAN, Predikat.KURANG, Predikat.SANGAT_KURANG)


class StatusPembinaan(Pilihan):
    DISUSUN = "disusun", "Sedang disusun"
    BERJALAN = "berjalan", "Berjalan"
    SELESAI = "selesai", "Selesai"


BELUM_SELESAI = (StatusPembinaan.DISUSUN, StatusPembinaan.BERJALAN)


class HasilPembinaan(Pilihan):
    """How it ended. The second proposes the next rung of the ladder, which has a procedure of its own."""

    MEMBAIK = "membaik", "Membaik"
    UJI_KOMPETENSI = "uji_kompetensi", "Perlu uji kompetensi"
    DIHENTIKAN = "dihentikan", "Dihentikan"


class SikapPegawai(Pilihan):
    SETUJU = "setuju", "Setuju"
    TIDAK_SETUJU = "tidak_setuju", "Tidak setuju"


class JenisKaitan(Pilihan):
    """What a goal is about."""

    INDIKATOR = "indikator", "Indikator"
    ASPEK = "aspek", "Aspek perilaku"
    LAINNYA = "lainnya", "Hal lain"


class KeadaanSasaran(Pilihan):
    BELUM = "belum", "Belum tampak"
    SEBAGIAN = "sebagian", "Sebagian tercapai"
    TERCAPAI = "tercapai", "Tercapai"


class JenisButir(Pilihan):
    LANGKAH = "langkah", "Langkah"
    BANTUAN = "bantuan", "Bantuan"


class JenisPeninjauan(Pilihan):
    TENGAH = "tengah", "Peninjauan tengah"
    AKHIR = "akhir", "Peninjauan akhir"
