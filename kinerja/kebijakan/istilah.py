"""The parts of a policy as people read and change them."""

from kinerja.lib.pilihan import Pilihan

# Two answers about one person would tell each of the two what the other said; no policy goes below (T63).
MINIMUM_ANONIM = 3


class Bagian(Pilihan):
    """One stretch of the draft: read as a sentence, changed with a form of its own."""

    IRAMA = "irama", "Irama"
    SUMBER = "sumber", "Siapa yang menilai perilaku"
    HASIL = "hasil", "Siapa yang menilai hasil kerja"
    ASPEK = "aspek", "Apa yang dilihat"
    AMBANG = "ambang", "Ambang"
    UNDIAN = "undian", "Undian dan jendela"
    BELAJAR = "belajar", "Belajar"
    DAMPING = "damping", "Dialog dan dukungan"
    TINDAK_LANJUT = "tindak_lanjut", "Tindak lanjut"
    DASAR = "dasar", "Dasar hukum dan catatan"
