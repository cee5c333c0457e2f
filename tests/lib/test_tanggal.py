from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.lib.tanggal import (
    TanggalTidakSah,
    format_bulan,
    format_rentang_tanggal,
    format_tanggal,
    format_tenggat,
    format_waktu,
    nama_bulan,
    nama_hari,
    parse_tanggal,
)


@pytest.mark.parametrize(
    "teks",
    [
        "2026-01-31",
        "31/01/2026",
        "31-01-2026",
        "31.1.2026",
        "31 Januari 2026",
        "31 januari 2026",
        " 31 Jan 2026 ",
    ],
)
def test_date_is_read_in_every_usual_spelling(teks):
    assert parse_tanggal(teks) == date(2026, 1, 31)


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("31/02/2026", "tidak ada di kalender"),
        ("01/31/2026", "tidak ada di kalender"),
        ("31 Foo 2026", "31 Januari 2026"),
        ("31/01/26", "31/01/2026"),
        ("", "belum diisi"),
    ],
)
def test_unreadable_date_is_refused_with_what_to_do(teks, pesan):
    with pytest.raises(TanggalTidakSah, match=pesan):
        parse_tanggal(teks)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_written_date_reads_back_unchanged(on):
    assert parse_tanggal(format_tanggal(on)) == on


@pytest.mark.parametrize(
    ("zona", "teks"),
    [
        ("Asia/Jakarta", "31 Januari 2026 pukul 23.30 WIB"),
        ("Asia/Makassar", "1 Februari 2026 pukul 00.30 WITA"),
        ("Asia/Jayapura", "1 Februari 2026 pukul 01.30 WIT"),
        ("UTC", "31 Januari 2026 pukul 16.30 UTC"),
    ],
)
def test_time_is_written_in_the_zone_of_the_instansi(zona, teks):
    at = datetime(2026, 1, 31, 16, 30, tzinfo=UTC)

    assert format_waktu(at, zone=ZoneInfo(zona)) == teks


@pytest.mark.parametrize(
    ("mulai", "selesai", "teks"),
    [
        (date(2026, 1, 5), date(2026, 1, 5), "5 Januari 2026"),
        (date(2026, 1, 5), date(2026, 1, 31), "5–31 Januari 2026"),
        (date(2026, 1, 1), date(2026, 3, 31), "1 Januari–31 Maret 2026"),
        (date(2025, 12, 29), date(2026, 1, 2), "29 Desember 2025–2 Januari 2026"),
    ],
)
def test_span_does_not_repeat_what_both_ends_share(mulai, selesai, teks):
    assert format_rentang_tanggal(mulai, selesai) == teks


@pytest.mark.parametrize(
    ("tenggat", "teks"),
    [
        (date(2026, 1, 28), "terlambat 2 hari"),
        (date(2026, 1, 29), "terlambat 1 hari"),
        (date(2026, 1, 30), "hari ini"),
        (date(2026, 1, 31), "besok"),
        (date(2026, 2, 2), "3 hari lagi"),
    ],
)
def test_deadline_says_how_far_it_is(tenggat, teks):
    assert format_tenggat(tenggat, on=date(2026, 1, 30)) == teks


def test_months_and_days_have_indonesian_names():
    on = date(2026, 8, 17)

    assert (nama_hari(on), nama_bulan(on.month), format_bulan(on)) == ("Senin", "Agustus", "Agustus 2026")
