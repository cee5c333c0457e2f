"""The closed sets of asking for help."""

from kinerja.lib.pilihan import Pilihan


class JenisDukungan(Pilihan):
    WAKTU = "waktu", "Waktu"
    ALAT = "alat", "Alat atau sarana"
    TENAGA = "tenaga", "Orang atau tenaga"
    PELATIHAN = "pelatihan", "Pelatihan"
    PERUBAHAN_TARGET = "perubahan_target", "Perubahan target"
    LAINNYA = "lainnya", "Lainnya"


class KeadaanDukungan(Pilihan):
    MENUNGGU = "menunggu", "Menunggu penilai"
    DITERUSKAN = "diteruskan", "Diteruskan ke atasan"
    DIJANJIKAN = "dijanjikan", "Dijanjikan"
    TIDAK_DAPAT = "tidak_dapat", "Tidak dapat dipenuhi"
    DITERIMA = "diterima", "Sudah diterima"
    BELUM_DATANG = "belum_datang", "Belum datang"
    DITARIK = "ditarik", "Ditarik"


# Somebody still owes an answer.
BELUM_DIJAWAB = (KeadaanDukungan.MENUNGGU, KeadaanDukungan.DITERUSKAN, KeadaanDukungan.BELUM_DATANG)
# The penilai of the day answers; what was passed on is with one named official.
DI_PENILAI = (KeadaanDukungan.MENUNGGU, KeadaanDukungan.BELUM_DATANG)


class Jawaban(Pilihan):
    DIPENUHI = "dipenuhi", "Dipenuhi"
    SEBAGIAN = "sebagian", "Dipenuhi sebagian"
    TIDAK_DAPAT = "tidak_dapat", "Tidak dapat"
    DITERUSKAN = "diteruskan", "Diteruskan ke atasan saya"


class JenisLangkah(Pilihan):
    """What happened to a request, in the order of its page."""

    DIMINTA = "diminta", "Diminta"
    DIPENUHI = "dipenuhi", "Dijawab: dipenuhi"
    SEBAGIAN = "sebagian", "Dijawab: dipenuhi sebagian"
    TIDAK_DAPAT = "tidak_dapat", "Dijawab: tidak dapat"
    DITERUSKAN = "diteruskan", "Diteruskan ke atasan"
    NAIK = "naik", "Naik ke atasan penilai karena lewat batas"
    DITERIMA = "diterima", "Diterima"
    BELUM_DATANG = "belum_datang", "Belum datang"
    DITARIK = "ditarik", "Ditarik"
