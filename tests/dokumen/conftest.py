import io
import re

import pytest
from pypdf import PdfReader


class Bacaan:
    """A PDF read back: its pages as text with every run of white space made one space."""

    def __init__(self, isi):
        self.pdf = PdfReader(io.BytesIO(isi))
        self.daftar_halaman = [re.sub(r"\s+", " ", halaman.extract_text()) for halaman in self.pdf.pages]
        self.teks = " ".join(self.daftar_halaman)

    def assert_order(self, *daftar_teks):
        posisi = 0
        for teks in daftar_teks:
            ditemukan = self.teks.find(teks, posisi)
            assert ditemukan >= 0, f"{teks!r} is not behind {self.teks[max(0, posisi - 80) : posisi]!r}"
            posisi = ditemukan + len(teks)


@pytest.fixture
def baca():
    return Bacaan
