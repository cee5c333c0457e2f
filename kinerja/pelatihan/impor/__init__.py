"""The catalogue, its classes and the trainings of earlier years as sheets."""

from __future__ import annotations

from kinerja.kepegawaian.impor import register
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.pelatihan.impor import katalog, kelas, riwayat


def register_all() -> None:
    register(JenisImpor.PELATIHAN, daftar_kolom=katalog.KOLOM, periksa=katalog.check, terapkan=katalog.apply)
    register(JenisImpor.KELAS_PELATIHAN, daftar_kolom=kelas.KOLOM, periksa=kelas.check, terapkan=kelas.apply)
    register(
        JenisImpor.RIWAYAT_PELATIHAN,
        daftar_kolom=riwayat.KOLOM,
        periksa=riwayat.check,
        terapkan=riwayat.apply,
    )
