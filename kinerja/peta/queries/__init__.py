"""What the pages of the map ask."""

from kinerja.peta.queries.bagan import BUTIR_TERBANYAK, Bagan, Baris, baca_bagan
from kinerja.peta.queries.garis import Simpul, garis_untuk

__all__ = ["BUTIR_TERBANYAK", "Bagan", "Baris", "Simpul", "baca_bagan", "garis_untuk"]
