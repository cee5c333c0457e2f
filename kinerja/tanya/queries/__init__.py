"""What the pages ask about questions, and whom one may ask."""

from kinerja.tanya.queries.batas import batas_jawab
from kinerja.tanya.queries.faq import faq_cocok, faq_menunggu, faq_terbit, temuan_faq
from kinerja.tanya.queries.penggerak import PenggerakSaya, penggerak_saya, tempat_lain

__all__ = [
    "PenggerakSaya",
    "batas_jawab",
    "faq_cocok",
    "faq_menunggu",
    "faq_terbit",
    "penggerak_saya",
    "tempat_lain",
    "temuan_faq",
]
