"""The closed sets of competences that are ours to name."""

from kinerja.lib.pilihan import Pilihan

TINGKAT = (1, 2, 3, 4, 5)


class JenisKompetensi(Pilihan):
    """The three groups of PermenPANRB 38/2017, also printed in Format B.1.9."""

    MANAJERIAL = "manajerial", "Manajerial"
    SOSIAL_KULTURAL = "sosial_kultural", "Sosial kultural"
    TEKNIS = "teknis", "Teknis"
