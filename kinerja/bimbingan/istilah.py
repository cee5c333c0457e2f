"""The closed sets of guidance and counselling that are ours, not the law's."""

from kinerja.lib.pilihan import Pilihan


class KeadaanBimbingan(Pilihan):
    DIUSULKAN = "diusulkan", "Menunggu kesediaan pembimbing"
    DITOLAK = "ditolak", "Pembimbing tidak bersedia"
    BERJALAN = "berjalan", "Berjalan"
    DITANDATANGANI = "ditandatangani", "Menunggu tanda tangan pegawai"
    SELESAI = "selesai", "Selesai"
    DIHENTIKAN = "dihentikan", "Dihentikan"


class JawabanKriteria(Pilihan):
    """How an employee answers a criterion of Format B.1.8; the form itself leaves the column open."""

    YA = "ya", "Ya"
    SEBAGIAN = "sebagian", "Sebagian"
    BELUM = "belum", "Belum"


class KeadaanLaporan(Pilihan):
    DIAJUKAN = "diajukan", "Menunggu unit kepegawaian"
    DIRUJUK = "dirujuk", "Dirujuk untuk konseling"
    DITUTUP = "ditutup", "Ditutup tanpa konseling"


class AsalKonseling(Pilihan):
    DIMINTA = "diminta", "Diminta pegawai"
    DIRUJUK = "dirujuk", "Rujukan atas laporan penilai"


class KeadaanKonseling(Pilihan):
    MENUNGGU = "menunggu", "Menunggu konselor"
    DITOLAK = "ditolak", "Konselor tidak dapat menerima"
    BERJALAN = "berjalan", "Berjalan"
    SELESAI = "selesai", "Selesai"


class AlasanTidakDapat(Pilihan):
    """Chosen from a list: a sentence of his own would tell the database something about the person."""

    PENUH = "penuh", "Jadwal saya penuh"
    KENAL = "kenal", "Saya terlalu dekat dengan orang atau perkaranya"
    KEAHLIAN = "keahlian", "Perlu keahlian lain"


class JenisAmplop(Pilihan):
    PERMINTAAN = "permintaan", "Yang ingin dibicarakan"
    CATATAN = "catatan", "Catatan pembicaraan"
    DRAF = "draf", "Draf rekaman hasil"
    TANGGAPAN = "tanggapan", "Tanggapan atas draf rekaman"


class KeadaanTemu(Pilihan):
    DIJADWALKAN = "dijadwalkan", "Dijadwalkan"
    TERLAKSANA = "terlaksana", "Terlaksana"
    BATAL = "batal", "Batal"
