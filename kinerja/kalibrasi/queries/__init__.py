"""What the meeting reads."""

from kinerja.kalibrasi.queries.orang import dibahas, peserta_seharusnya, terlihat
from kinerja.kalibrasi.queries.papan import Papan, Saringan, papan
from kinerja.kalibrasi.queries.tugas import TugasTanda, peserta_disiapkan, tugas_tanda, usulan_menunggu

__all__ = [
    "Papan",
    "Saringan",
    "TugasTanda",
    "dibahas",
    "papan",
    "peserta_disiapkan",
    "peserta_seharusnya",
    "terlihat",
    "tugas_tanda",
    "usulan_menunggu",
]
