"""What the rest of the product asks about plans."""

from kinerja.perencanaan.queries.isi import load_isi, load_potret
from kinerja.perencanaan.queries.matriks import Baris, Matriks, matriks_dari, sel_untuk
from kinerja.perencanaan.queries.pimpinan import (
    daftar_rhk_menunggu,
    daftar_rhk_pimpinan,
    skp_berjalan,
    skp_pimpinan,
    skp_sebelumnya,
)
from kinerja.perencanaan.queries.potret import LABEL_BANDING, potret_skp, potret_terbaca
from kinerja.perencanaan.queries.rencana import konteks_telaah, rencana_dari
from kinerja.perencanaan.queries.templat import awal_terdekat, daftar_awal, load_hasil, terdekat

__all__ = [
    "LABEL_BANDING",
    "Baris",
    "Matriks",
    "awal_terdekat",
    "daftar_awal",
    "daftar_rhk_menunggu",
    "daftar_rhk_pimpinan",
    "konteks_telaah",
    "load_hasil",
    "load_isi",
    "load_potret",
    "matriks_dari",
    "potret_skp",
    "potret_terbaca",
    "rencana_dari",
    "sel_untuk",
    "skp_berjalan",
    "skp_pimpinan",
    "skp_sebelumnya",
    "terdekat",
]
