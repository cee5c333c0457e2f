"""The closed sets of a talk between a penilai and one of his people."""

from kinerja.lib.pilihan import Pilihan


class KeadaanDialog(Pilihan):
    DIUSULKAN = "diusulkan", "Menunggu jawaban"
    DISEPAKATI = "disepakati", "Waktu disepakati"
    SELESAI = "selesai", "Selesai"
    BATAL = "batal", "Dibatalkan"


TERBUKA = (KeadaanDialog.DIUSULKAN, KeadaanDialog.DISEPAKATI)


class KeadaanUndangan(Pilihan):
    """`MENGIRIM` is written before the letter leaves, so that a worker that dies then never sends it twice."""

    MENUNGGU = "menunggu", "Menunggu dikirim"
    MENGIRIM = "mengirim", "Sedang dikirim"
    TERKIRIM = "terkirim", "Terkirim"
    TIDAK_PASTI = "tidak_pasti", "Tidak pasti sampai"
    DITOLAK = "ditolak", "Ditolak server surat"
    TIDAK_PERLU = "tidak_perlu", "Tidak perlu dikirim"


DI_KALENDER = (KeadaanUndangan.TERKIRIM, KeadaanUndangan.TIDAK_PASTI)


class CaraDialog(Pilihan):
    TATAP_MUKA = "tatap_muka", "Tatap muka"
    DARING = "daring", "Daring"


class KeadaanKesepakatan(Pilihan):
    BERJALAN = "berjalan", "Berjalan"
    SELESAI = "selesai", "Selesai"
    DILEPAS = "dilepas", "Dilepas"


class Pihak(Pilihan):
    """The two who talk."""

    PEGAWAI = "pegawai", "Pegawai"
    PENILAI = "penilai", "Penilai"
