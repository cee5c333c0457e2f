"""The two sheets of talent management: assessments, and the data of the index."""

from __future__ import annotations

from kinerja.kepegawaian.impor import register
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.talenta.impor import ip, potensi


def register_all() -> None:
    register(JenisImpor.POTENSI, daftar_kolom=potensi.KOLOM, periksa=potensi.check, terapkan=potensi.apply)
    register(JenisImpor.IP_ASN, daftar_kolom=ip.KOLOM, periksa=ip.check, terapkan=ip.apply)
