"""What the pages and the first page of the day ask about talks."""

from kinerja.dialog.queries.acara import acara_dialog
from kinerja.dialog.queries.jarak import (
    BahanJarak,
    Pasangan,
    bahan_jarak,
    kesepakatan_mendesak,
    pasangan_dari,
    read_jarak,
)
from kinerja.dialog.queries.papan import PapanDialog, papan_dialog
from kinerja.dialog.queries.rekap import rekap_penilai

__all__ = [
    "BahanJarak",
    "PapanDialog",
    "Pasangan",
    "acara_dialog",
    "bahan_jarak",
    "kesepakatan_mendesak",
    "papan_dialog",
    "pasangan_dari",
    "read_jarak",
    "rekap_penilai",
]
