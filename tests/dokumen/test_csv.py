"""Whatever was typed, no program that opens the file finds a formula in it."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.dokumen.csv import tulis_csv_ke
from kinerja.lib.lembar_kerja import read_lembar

HURUF = st.sampled_from([*"=+-@,;\t\r\n\"' a1.|＝"])
TEKS = st.text(alphabet=HURUF, max_size=11)


def tulis(*daftar_baris: list[str]) -> bytes:
    keluaran = io.BytesIO()
    tulis_csv_ke(keluaran, ["Nama", "Catatan", "Isi"], daftar_baris)
    return keluaran.getvalue()


@pytest.mark.parametrize("pemisah", [";", ",", "\t"])
@given(baris=st.lists(st.lists(TEKS, min_size=3, max_size=3), min_size=1, max_size=3))
def test_no_cell_is_a_formula_however_the_file_is_split(pemisah, baris):
    teks = tulis(*baris).decode("utf-8-sig")

    for kolom in csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah):
        # A sign and nothing behind it adds up to nothing.
        rumus = [isi.strip() for isi in kolom if not re.match(r'\s*[+-][\s"]*(;|$)', isi)]
        assert not [isi for isi in rumus if isi.startswith(tuple("=+-@＝"))]


def test_a_list_with_commas_stays_readable():
    isi = tulis(["Budi, Sari", "naik 3,5 poin; turun -2", "Rp50.000.000,-"])

    lembar = read_lembar(isi)

    assert "Budi, Sari;naik 3,5 poin; turun -2;Rp50.000.000,-" in isi.decode("utf-8-sig").replace('"', "")
    assert len(lembar.baris) == 1
