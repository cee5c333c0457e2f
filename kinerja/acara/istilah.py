"""The closed sets of events and of the plan."""

from datetime import timedelta

from kinerja.lib.pilihan import Pilihan


class JenisAcara(Pilihan):
    KLINIK = "klinik", "Klinik pengisian"
    BIMTEK = "bimtek", "Bimbingan teknis"
    TATAP_MUKA = "tatap_muka", "Tatap muka"
    APEL = "apel", "Apel"
    DARING = "daring", "Daring"


class KeadaanAcara(Pilihan):
    TERJADWAL = "terjadwal", "Terjadwal"
    BATAL = "batal", "Dibatalkan"


class JawabanAcara(Pilihan):
    HADIR = "hadir", "Hadir"
    TIDAK = "tidak", "Tidak dapat hadir"


class CaraHadir(Pilihan):
    QR = "qr", "QR"
    KODE = "kode", "Kode"
    DAFTAR = "daftar", "Daftar hadir"


class KeadaanLangkah(Pilihan):
    BELUM = "belum", "Belum dimulai"
    JALAN = "jalan", "Sedang dikerjakan"
    SELESAI = "selesai", "Selesai"
    DILEWATI = "dilewati", "Tidak dikerjakan"


# People come early, and the last ones write themselves down on the way out.
PINTU_DIBUKA, PINTU_DITUTUP = timedelta(minutes=60), timedelta(minutes=30)
# After this the list of who came stands as it is.
HARI_KOREKSI = 30
