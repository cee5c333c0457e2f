"""By when an answer is due."""

from __future__ import annotations

from datetime import date

from kinerja.kebijakan.queries import kalender_untuk, kebijakan_untuk
from kinerja.kepegawaian.models import Penempatan
from kinerja.peraturan.jadwal import hari_kerja_berikutnya

BATAS_BAWAAN = 5


def batas_jawab(penempatan: Penempatan, *, mulai: date) -> date:
    """So many working days of the unit after the day, as its policy says."""
    unit = penempatan.unit_kerja
    kebijakan = kebijakan_untuk(unit, on=mulai)
    jumlah = kebijakan.batas_dukungan_hari if kebijakan else BATAS_BAWAAN
    return hari_kerja_berikutnya(mulai=mulai, jumlah=jumlah, kalender=kalender_untuk(unit, tahun=mulai.year))
