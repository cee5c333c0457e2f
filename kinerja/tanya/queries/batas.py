"""By when an answer is due."""

from __future__ import annotations

from datetime import date

from kinerja.kebijakan.queries import kalender_untuk
from kinerja.kepegawaian.models import UnitKerja
from kinerja.peraturan.jadwal import hari_kerja_berikutnya
from kinerja.setelan.queries import nilai
from kinerja.tanya.setelan import TANYA


def batas_jawab(unit: UnitKerja, *, mulai: date) -> date:
    jumlah = nilai(unit.instansi_id, TANYA.kode).bulat("batas_jawab")
    return hari_kerja_berikutnya(mulai=mulai, jumlah=jumlah, kalender=kalender_untuk(unit, tahun=mulai.year))
