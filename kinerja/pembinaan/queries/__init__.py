"""What the pages of a pembinaan read."""

from kinerja.pembinaan.queries.bahan import Kaitan, daftar_rendah
from kinerja.pembinaan.queries.daftar import (
    BarisPembinaan,
    baris_pembinaan,
    belum_dibina,
    daftar_rencana,
    pembinaan_beranda,
)
from kinerja.pembinaan.queries.rincian import Rincian, kalimat_alih, rincian, tangga

__all__ = [
    "BarisPembinaan",
    "Kaitan",
    "Rincian",
    "baris_pembinaan",
    "belum_dibina",
    "daftar_rencana",
    "daftar_rendah",
    "kalimat_alih",
    "pembinaan_beranda",
    "rincian",
    "tangga",
]
