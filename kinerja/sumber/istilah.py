"""The closed sets of rating by others than the penilai."""

from kinerja.lib.pilihan import Pilihan


class KeadaanPutaran(Pilihan):
    """MENUTUP lasts as long as the envelopes are being opened: nothing is taken in any more, nothing is shown yet."""

    BERJALAN = "berjalan", "Sedang diisi"
    MENUTUP = "menutup", "Sedang dihitung"
    DITUTUP = "ditutup", "Selesai"


class KeadaanHak(Pilihan):
    MENUNGGU = "menunggu", "Belum diisi"
    TERISI = "terisi", "Sudah diisi"
    MENOLAK = "menolak", "Tidak bersedia"
    DIGANTIKAN = "digantikan", "Digantikan"


class AlasanMenolak(Pilihan):
    """Reasons that may be given without shame; the words beside them are free."""

    TIDAK_BEKERJA_BERSAMA = "tidak_bekerja_bersama", "Saya jarang bekerja bersamanya"
    HUBUNGAN_PRIBADI = "hubungan_pribadi", "Kami keluarga atau berteman dekat"
    BERSELISIH = "berselisih", "Kami sedang berselisih"
    BERHALANGAN = "berhalangan", "Saya cuti, sakit, atau bertugas jauh"
    LAINNYA = "lainnya", "Alasan lain"


class JenisKonflik(Pilihan):
    KEBERATAN = "keberatan", "Pernah mengajukan atau menangani keberatan"
    KASUS = "kasus", "Terlibat dalam satu kasus"
    PRIBADI = "pribadi", "Hubungan pribadi"
