"""What the search page asks."""

from kinerja.cari.queries.kata import PERTANYAAN_TERPANJANG, Pertanyaan
from kinerja.cari.queries.lain import cari_kelas, cari_pelatihan, temuan_unit, unit_cocok
from kinerja.cari.queries.orang import cari_orang, cari_orang_mirip
from kinerja.cari.queries.rencana import cari_rencana
from kinerja.cari.queries.temuan import TERBANYAK, Temuan

__all__ = [
    "PERTANYAAN_TERPANJANG",
    "TERBANYAK",
    "Pertanyaan",
    "Temuan",
    "cari_kelas",
    "cari_orang",
    "cari_orang_mirip",
    "cari_pelatihan",
    "cari_rencana",
    "temuan_unit",
    "unit_cocok",
]
