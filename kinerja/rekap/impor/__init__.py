"""The two sheets of recorded data: attendance and learning."""

from __future__ import annotations

from kinerja.kepegawaian.impor import register
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.rekap.impor import belajar, kehadiran


def register_all() -> None:
    register(
        JenisImpor.KEHADIRAN,
        daftar_kolom=kehadiran.KOLOM,
        periksa=kehadiran.check,
        terapkan=kehadiran.apply,
    )
    register(JenisImpor.BELAJAR, daftar_kolom=belajar.KOLOM, periksa=belajar.check, terapkan=belajar.apply)
