"""What others answered, and what is still owed to them."""

from kinerja.sumber.queries.metode import (
    Butir,
    daftar_butir,
    jangkar_hasil_kerja,
    kebijakan_skp,
    minimum_anonim,
    periode_diri,
    selesai_sumber,
)
from kinerja.sumber.queries.nilai import KalimatSumber, hasil_tim, kalimat, nilai_sumber, periode_dalam

__all__ = [
    "Butir", "KalimatSumber", "daftar_butir", "hasil_tim", "jangkar_hasil_kerja", "kalimat", "kebijakan_skp",
    "minimum_anonim", "nilai_sumber", "periode_dalam", "periode_diri", "selesai_sumber",
]  # fmt: skip
