"""Whatever is typed or uploaded is either understood or refused in our own words, never an accident."""

import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.lib.angka import AngkaTidakSah, parse_angka, parse_rentang
from kinerja.lib.berkas import BerkasDitolak, periksa_berkas
from kinerja.lib.lembar_kerja import LembarDitolak, read_lembar
from kinerja.lib.tanggal import TanggalTidakSah, parse_tanggal
from kinerja.lib.tautan import TautanDitolak, periksa_tautan

# Signs that parsers stumble over, so that the search does not wander through the whole of Unicode.
KETIKAN = st.text("0123456789.,-–+ %/:;@[]#?\\'\"Rpsdjanfhtpw\n\t\x00٣²½∞e", max_size=30)


@given(KETIKAN)
def test_anything_typed_is_understood_or_refused(teks):
    with suppress(AngkaTidakSah):
        assert parse_angka(teks).is_finite()
    with suppress(AngkaTidakSah):
        assert all(angka.is_finite() for angka in parse_rentang(teks))
    with suppress(TanggalTidakSah):
        assert parse_tanggal(teks).year > 0
    with suppress(TautanDitolak):
        assert periksa_tautan(teks).url.lower().startswith(("http://", "https://"))
    with suppress(BerkasDitolak):
        assert periksa_berkas(teks, teks.encode(), len(teks.encode())).value


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"\xff\xfe", b"\xef\xbb\xbf", b"PK\x03\x04", b"sep=;\n", b"A;B\n"]),
)
def test_any_bytes_become_a_table_or_are_refused(isi, awal):
    with suppress(LembarDitolak):
        assert read_lembar(awal + isi).judul_kolom


def _xlsx() -> bytes:
    keluaran = BytesIO()
    with xlsxwriter.Workbook(keluaran) as buku:
        lembar = buku.add_worksheet()
        lembar.write_row(0, 0, ["NIP", "Nama"])
        lembar.write_row(1, 0, ["1", "Budi"])
    return keluaran.getvalue()


XLSX = _xlsx()


@settings(max_examples=150)
@given(st.integers(0, len(XLSX) - 1), st.binary(min_size=1, max_size=8))
def test_damaged_workbook_becomes_a_table_or_is_refused(letak, rusak):
    with suppress(LembarDitolak):
        assert read_lembar(XLSX[:letak] + rusak + XLSX[letak + len(rusak) :]).judul_kolom


@settings(max_examples=100)
@given(
    st.sampled_from(["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"]),
    st.integers(0, 2000),
    st.integers(0, 20),
    st.sampled_from(
        [b"", b"9", b"-1", b"999999999999", b"A", b"<", b'"', b'<c r="ZZ9"><v>1e999</v></c>', b"&#x0;"]
    ),
)
def test_forged_workbook_becomes_a_table_or_is_refused(bagian, letak, hapus, sisip):
    keluaran = BytesIO()
    with zipfile.ZipFile(BytesIO(XLSX)) as asal, zipfile.ZipFile(keluaran, "w") as palsu:
        for nama in asal.namelist():
            isi = asal.read(nama)
            palsu.writestr(nama, isi[:letak] + sisip + isi[letak + hapus :] if nama == bagian else isi)

    with suppress(LembarDitolak):
        assert read_lembar(keluaran.getvalue()).judul_kolom


@pytest.mark.parametrize("sisa", [0.1, 0.5, 0.9, 0.99])
def test_workbook_cut_off_by_a_lost_connection_is_refused(sisa):
    with pytest.raises(LembarDitolak, match="rusak"):
        read_lembar(XLSX[: int(len(XLSX) * sisa)])
