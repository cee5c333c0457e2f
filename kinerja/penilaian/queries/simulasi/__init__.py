"""Last period under another policy: who would get another suggestion. Nothing is written, nobody's decision is guessed."""

from kinerja.penilaian.queries.simulasi.bahan import Bahan, bahan_simulasi, pilih_periode
from kinerja.penilaian.queries.simulasi.hitung import Simulasi, simulasikan
from kinerja.penilaian.queries.simulasi.rincian import Perubahan, PerUnit, orang_berubah, per_unit
from kinerja.penilaian.queries.simulasi.tertutup import Tertutup, UnitTertutup, tertutup

__all__ = [
    "Bahan", "PerUnit", "Perubahan", "Simulasi", "Tertutup", "UnitTertutup", "bahan_simulasi", "orang_berubah",
    "per_unit", "pilih_periode", "simulasikan", "tertutup",
]  # fmt: skip
