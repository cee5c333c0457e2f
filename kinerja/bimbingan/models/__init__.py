"""Bimbingan and konseling kinerja (Lampiran Bab III huruf D)."""

from kinerja.bimbingan.models.bimbingan import Bimbingan, ButirCoaching, EntriJurnal, TujuanMentoring
from kinerja.bimbingan.models.konseling import (
    AmplopKonseling,
    Konseling,
    KonselorTerdaftar,
    RekamanKonseling,
    TemuKonseling,
)
from kinerja.bimbingan.models.perilaku import LaporanPerilaku
from kinerja.bimbingan.models.sesudah import EvaluasiKompetensi, UmpanBalikBimbingan

__all__ = [
    "AmplopKonseling",
    "Bimbingan",
    "ButirCoaching",
    "EntriJurnal",
    "EvaluasiKompetensi",
    "Konseling",
    "KonselorTerdaftar",
    "LaporanPerilaku",
    "RekamanKonseling",
    "TemuKonseling",
    "TujuanMentoring",
    "UmpanBalikBimbingan",
]
