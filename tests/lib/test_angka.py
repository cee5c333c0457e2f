from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.lib.angka import (
    AngkaTidakSah,
    format_angka,
    format_rentang,
    parse_angka,
    parse_nomor,
    parse_rentang,
)


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("90", "90"),
        ("1.234,56", "1234.56"),
        ("1234.56", "1234.56"),
        ("1234,5", "1234.5"),
        ("1,234.56", "1234.56"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234", "1234"),  # three digits behind one dot are thousands
        ("1,234", "1.234"),  # one comma is the decimal sign
        ("0.125", "0.125"),  # nobody groups a leading zero
        ("99.5", "99.5"),
        ("3.20", "3.20"),
        ("-5", "-5"),
        ("−5", "-5"),
        (" 90 % ", "90"),
        ("90 persen", "90"),
        ("Rp1.500.000,-", "1500000"),
        ("Rp\u00a0250.000", "250000"),
    ],
)
def test_number_is_read_as_civil_servants_write_it(teks, angka):
    assert parse_angka(teks) == Decimal(angka)


@pytest.mark.parametrize(
    "teks", ["", "   ", "sembilan puluh", "90a", "1e5", "12.34.56", "1.234.56", "٣", "9" * 31]
)
def test_unreadable_number_is_refused_with_an_example(teks):
    with pytest.raises(AngkaTidakSah, match="misalnya"):
        parse_angka(teks)


@pytest.mark.parametrize(
    ("teks", "bawah", "atas"),
    [
        ("80–90", "80", "90"),
        ("80 - 90 persen", "80", "90"),
        ("80%-90%", "80", "90"),
        ("2 s.d. 3", "2", "3"),
        ("2 s/d 3 hari", "2", "3"),
        ("2 sampai dengan 3", "2", "3"),
        ("90", "90", "90"),
        ("-5 - -2", "-5", "-2"),
        ("Rp 5.000-Rp 7.000", "5000", "7000"),
        ("3,3-3,5 skala 4", "3.3", "3.5"),
        ("90 murid SD", "90", "90"),
        ("90-80", "90", "80"),  # the order is kept: the form says that the ends are swapped
    ],
)
def test_range_is_read_as_civil_servants_write_it(teks, bawah, atas):
    assert parse_rentang(teks) == (Decimal(bawah), Decimal(atas))


@pytest.mark.parametrize("teks", ["80-", "1-2-3", "akhir tahun", ""])
def test_unreadable_range_is_refused_with_an_example(teks):
    with pytest.raises(AngkaTidakSah, match="misalnya"):
        parse_rentang(teks)


@pytest.mark.parametrize(
    ("angka", "teks"),
    [
        ("1234.560", "1.234,56"),
        ("0", "0"),
        ("-0.00", "0"),
        ("1E+3", "1.000"),
        ("0.10", "0,1"),
        ("-1234567.8", "-1.234.567,8"),
        ("100", "100"),
    ],
)
def test_number_is_written_without_idle_zeros(angka, teks):
    assert format_angka(Decimal(angka)) == teks


def test_number_of_decimals_can_be_fixed():
    assert format_angka(Decimal("3.5"), desimal=2) == "3,50"


def test_range_with_equal_ends_is_one_figure():
    assert format_rentang(Decimal(90), Decimal(90)) == "90"
    assert format_rentang(Decimal("1.5"), Decimal(2000)) == "1,5–2.000"


# A value with three decimals and no thousands ("1,234") is written with a comma, so it reads back unchanged.
@given(st.decimals(min_value=-(10**12), max_value=10**12, places=4))
def test_written_number_reads_back_unchanged(angka):
    assert parse_angka(format_angka(angka)) == angka


@given(
    st.decimals(min_value=0, max_value=10**6, places=2), st.decimals(min_value=0, max_value=10**6, places=2)
)
def test_written_range_reads_back_unchanged(bawah, atas):
    assert parse_rentang(format_rentang(bawah, atas)) == (bawah, atas)


@pytest.mark.parametrize(("teks", "nomor"), [("7", 7), ("007", 7), ("0", 0), ("9" * 18, 10**18 - 1)])
def test_number_of_a_record_is_read(teks, nomor):
    assert parse_nomor(teks) == nomor


@pytest.mark.parametrize(
    "teks", [None, "", "²", "٣", "７", "-1", "+1", " 1", "1\n", "1_0", "1e3", "NaN", "9" * 19, "9" * 5000]
)
def test_what_is_no_number_of_a_record_is_none(teks):
    assert parse_nomor(teks) is None
