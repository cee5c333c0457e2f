"""The closed sets of questions and answers."""

from kinerja.lib.pilihan import Pilihan


class KeadaanTanya(Pilihan):
    MENUNGGU = "menunggu", "Menunggu jawaban"
    DIJAWAB = "dijawab", "Sudah dijawab"
    JELAS = "jelas", "Sudah jelas"
    DITARIK = "ditarik", "Ditarik"


# There is something to read for whoever would make it a FAQ.
TERJAWAB = (KeadaanTanya.DIJAWAB, KeadaanTanya.JELAS)


class JenisPesan(Pilihan):
    JAWABAN = "jawaban", "Jawaban"
    LANJUTAN = "lanjutan", "Bertanya lagi"


class KeadaanFAQ(Pilihan):
    DIUSULKAN = "diusulkan", "Menunggu diterbitkan"
    TERBIT = "terbit", "Terbit"
    DITARIK = "ditarik", "Ditarik"
