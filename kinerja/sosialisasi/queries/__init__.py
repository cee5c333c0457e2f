"""Reads of the help."""

from kinerja.sosialisasi.queries.panduan import Temuan, cari_panduan, kata_pokok

__all__ = ["Temuan", "cari_panduan", "kata_pokok"]
