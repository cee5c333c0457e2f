"""The closed sets of training that are ours to name."""

from kinerja.lib.pilihan import Pilihan


class BidangPelatihan(Pilihan):
    """What a training grows; the values are those that the suggestions compare."""

    DASAR = "dasar", "Dasar"
    MANAJERIAL = "manajerial", "Manajerial"
    SOSIAL_KULTURAL = "sosial kultural", "Sosial kultural"
    TEKNIS = "teknis", "Teknis"


class CaraKelas(Pilihan):
    TATAP_MUKA = "tatap_muka", "Tatap muka"
    DARING = "daring", "Daring"
    CAMPURAN = "campuran", "Tatap muka dan daring"


class KeadaanKelas(Pilihan):
    DISIAPKAN = "disiapkan", "Disiapkan"
    DIBUKA = "dibuka", "Pendaftaran dibuka"
    SELESAI = "selesai", "Selesai"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


class KeadaanPeserta(Pilihan):
    DIAJUKAN = "diajukan", "Menunggu persetujuan penilai"
    DISETUJUI = "disetujui", "Menunggu keputusan panitia"
    DITERIMA = "diterima", "Diterima"
    DAFTAR_TUNGGU = "daftar_tunggu", "Daftar tunggu"
    DITOLAK = "ditolak", "Tidak diterima"
    MENGUNDURKAN_DIRI = "mengundurkan_diri", "Mengundurkan diri"
    LULUS = "lulus", "Lulus"
    TIDAK_LULUS = "tidak_lulus", "Tidak lulus"


# These hold a seat, and only these.
BERKURSI = (KeadaanPeserta.DITERIMA, KeadaanPeserta.LULUS, KeadaanPeserta.TIDAK_LULUS)
BERJALAN = (KeadaanPeserta.DIAJUKAN, KeadaanPeserta.DISETUJUI, KeadaanPeserta.DITERIMA, KeadaanPeserta.DAFTAR_TUNGGU)  # fmt: skip
# One may try again after these.
BERAKHIR = (KeadaanPeserta.DITOLAK, KeadaanPeserta.MENGUNDURKAN_DIRI)


class AsalUsulan(Pilihan):
    SENDIRI = "sendiri", "Mendaftar sendiri"
    PENILAI = "penilai", "Diusulkan penilai"
    RENCANA = "rencana", "Rencana pengembangan"
    ANGGARAN = "anggaran", "Rencana anggaran BKPSDM"


class CaraHadir(Pilihan):
    DAFTAR = "daftar", "Daftar hadir"
    QR = "qr", "Pindai QR"


class KeadaanSertifikat(Pilihan):
    DIAJUKAN = "diajukan", "Menunggu diperiksa"
    DIVERIFIKASI = "diverifikasi", "Sah"
    DITOLAK = "ditolak", "Dikembalikan"


BULAN_SESUDAH = 3  # after the end of a class, two questions are asked


class PihakTindakLanjut(Pilihan):
    """Who is asked three months after a class."""

    PESERTA = "peserta", "Peserta"
    PENILAI = "penilai", "Penilai"


class Pemakaian(Pilihan):
    """First question: is what was learned used?"""

    SERING = "sering", "Sering dipakai"
    KADANG = "kadang", "Kadang-kadang"
    BELUM = "belum", "Belum pernah"


class Perubahan(Pilihan):
    """Second question: does the work go better?"""

    LEBIH_BAIK = "lebih_baik", "Ya, terasa lebih baik"
    SAMA = "sama", "Masih sama saja"
    BELUM_TAHU = "belum_tahu", "Belum dapat dikatakan"


# Ten hours of forty-five minutes and two more: a paper that says more of one day is worth a second look.
JP_SEHARI_WAJAR = 12
