"""Objection: when it is open, and how it may end (Lampiran Bab V huruf B)."""

from datetime import date

from kinerja.peraturan.istilah import Istilah
from kinerja.peraturan.jadwal import KalenderKerja, batas_keberatan
from kinerja.peraturan.rujukan import berdasarkan


class PutusanKeberatan(Istilah):
    """The two decisions the law knows."""

    MENGUATKAN = "menguatkan", "Menguatkan"
    MENGUBAH = "mengubah", "Mengubah"


@berdasarkan("PermenPANRB 6/2022", "Pasal 29", halaman=16)
@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf B angka 1 dan angka 2", halaman=117)
def keberatan_terbuka(
    *, diterima_on: date | None, pada: date, is_final: bool, kalender: KalenderKerja
) -> bool:
    """Whether the employee may object on this day: the document was received, is not final, and is in time (T22)."""
    if is_final or diterima_on is None:
        return False
    return diterima_on <= pada <= batas_keberatan(diterima_on=diterima_on, kalender=kalender)
