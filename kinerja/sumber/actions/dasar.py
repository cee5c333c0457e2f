"""What every answer is checked against."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.sumber.amplop import Jawaban
from kinerja.sumber.queries.metode import BANYAK_LANGKAH, Butir

KALIMAT_TERPANJANG = 600


class CannotAnswer(Exception):
    """The answer cannot be kept; the message says why, and nothing typed is lost."""


def check_jawaban(jawaban: Jawaban, daftar_butir: Iterable[Butir]) -> None:
    """Every question has an answer, "tidak tahu" included, and nothing else has one."""
    daftar = list(daftar_butir)
    kosong = [butir.nama for butir in daftar if butir.kode not in jawaban.langkah]
    if kosong:
        raise CannotAnswer(
            f"Belum dijawab: {', '.join(kosong)}. Pilih “Tidak tahu” bila Anda tidak melihatnya."
        )
    asing = set(jawaban.langkah) - {butir.kode for butir in daftar}
    if asing or not all(0 <= langkah <= BANYAK_LANGKAH for langkah in jawaban.langkah.values()):
        raise CannotAnswer("Formulirnya sudah berubah. Muat ulang halaman ini, lalu isi lagi.")
    if len(jawaban.kalimat) > KALIMAT_TERPANJANG:
        raise CannotAnswer(
            f"Kalimatnya terlalu panjang. Singkatkan menjadi paling banyak {KALIMAT_TERPANJANG} huruf."
        )
