"""The two sheets of competences: the dictionary, and the level that each post requires."""

from __future__ import annotations

from kinerja.kepegawaian.impor import register
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.kompetensi.impor import kamus, standar


def register_all() -> None:
    register(JenisImpor.KOMPETENSI, daftar_kolom=kamus.KOLOM, periksa=kamus.check, terapkan=kamus.apply)
    register(JenisImpor.STANDAR, daftar_kolom=standar.KOLOM, periksa=standar.check, terapkan=standar.apply)
