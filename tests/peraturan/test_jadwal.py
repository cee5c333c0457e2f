"""Time: working-day arithmetic as properties, each limit on the day before, on it, and after, whole years of periods."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.peraturan import jadwal
from kinerja.peraturan.jadwal import (
    JenisPeriode,
    KalenderKerja,
    daftar_periode,
    hari_kerja_berikutnya,
    sisa_hari_kerja,
)
from kinerja.peraturan.parameter import daftar_tenggat

SEHARI = timedelta(days=1)
TANGGAL = st.dates(date(2020, 1, 1), date(2035, 12, 31))
KALENDER = st.builds(
    KalenderKerja,
    hari_kerja_per_minggu=st.sampled_from([5, 6]),
    libur=st.frozensets(st.dates(date(2025, 1, 1), date(2026, 12, 31)), max_size=20),
)
LIBUR = KalenderKerja(5, frozenset({date(2026, 3, 20), date(2026, 3, 23), date(2026, 4, 3)}))


@pytest.mark.parametrize(
    ("batas", "mulai"),
    [
        ("penyerahan", "ditandatangani_on"),
        ("tanda_terima", "diterima_on"),
        ("keberatan", "diterima_on"),
        ("putusan_keberatan", "keberatan_diterima_on"),
        ("pelaporan", "akhir_masa_evaluasi"),
        ("tanda_tangan_atasan", "akhir_masa_evaluasi"),
        ("penyerahan_atasan", "ditandatangani_on"),
        ("tanda_terima_atasan", "diterima_on"),
    ],
)
@pytest.mark.parametrize("hari", [date(2026, 3, 2), date(2026, 3, 21), date(2026, 12, 31)])
def test_limit_on_the_day_before_on_it_and_after(batas, mulai, hari):
    jumlah = daftar_tenggat()[batas]["hari_kerja"]
    terakhir = getattr(jadwal, f"batas_{batas}")(**{mulai: hari}, kalender=LIBUR)
    sesudah = hari_kerja_berikutnya(mulai=terakhir, jumlah=1, kalender=LIBUR)

    assert sisa_hari_kerja(pada=hari, batas=terakhir, kalender=LIBUR) == jumlah
    assert sisa_hari_kerja(pada=terakhir - SEHARI, batas=terakhir, kalender=LIBUR) == 1
    assert sisa_hari_kerja(pada=terakhir, batas=terakhir, kalender=LIBUR) == 0
    assert sisa_hari_kerja(pada=sesudah, batas=terakhir, kalender=LIBUR) == -1


@settings(max_examples=60)
@given(mulai=TANGGAL, jumlah=st.integers(1, 40), kalender=KALENDER)
def test_counting_forward_and_back_agree(mulai, jumlah, kalender):
    akhir = hari_kerja_berikutnya(mulai=mulai, jumlah=jumlah, kalender=kalender)

    assert kalender.is_hari_kerja(akhir)
    assert sisa_hari_kerja(pada=mulai, batas=akhir, kalender=kalender) == jumlah
    assert sisa_hari_kerja(pada=akhir, batas=mulai, kalender=kalender) == -jumlah


@settings(max_examples=60)
@given(mulai=TANGGAL, a=st.integers(0, 20), b=st.integers(0, 20), kalender=KALENDER)
def test_two_steps_are_one_long_step(mulai, a, b, kalender):
    tengah = hari_kerja_berikutnya(mulai=mulai, jumlah=a, kalender=kalender)

    assert hari_kerja_berikutnya(mulai=tengah, jumlah=b, kalender=kalender) == hari_kerja_berikutnya(
        mulai=mulai, jumlah=a + b, kalender=kalender
    )


@pytest.mark.parametrize("jenis", JenisPeriode)
@pytest.mark.parametrize("tahun", [2024, 2025, 2026, 2027])
def test_periods_fill_the_year_without_gap_or_overlap(jenis, tahun):
    periode = daftar_periode(tahun=tahun, jenis=jenis)

    assert periode[0].mulai == date(tahun, 1, 1)
    assert periode[-1].selesai == date(tahun, 12, 31)
    assert [satu.urutan for satu in periode] == list(range(1, len(periode) + 1))
    assert len({satu.nama for satu in periode}) == len(periode)
    for sebelum, sesudah in pairwise(periode):
        assert sesudah.mulai == sebelum.selesai + SEHARI


def test_periods_have_the_names_people_use():
    assert daftar_periode(tahun=2024, jenis=JenisPeriode.BULANAN)[1].nama == "Februari 2024"
    assert daftar_periode(tahun=2024, jenis=JenisPeriode.BULANAN)[1].selesai == date(2024, 2, 29)
    assert daftar_periode(tahun=2026, jenis=JenisPeriode.MINGGUAN)[0].nama == "Minggu ke-1 2026"
    assert daftar_periode(tahun=2026, jenis=JenisPeriode.MINGGUAN)[0].selesai == date(2026, 1, 4)
    assert daftar_periode(tahun=2026, jenis=JenisPeriode.HARIAN)[16].nama == "17 Januari 2026"


def test_limits_are_the_ones_the_annex_prints():
    dicetak = {nama: tenggat["hari_kerja"] for nama, tenggat in daftar_tenggat().items()}

    assert dicetak == {
        "penyerahan": 14,
        "tanda_terima": 14,
        "pelaporan": 30,
        "tanda_tangan_atasan": 14,
        "penyerahan_atasan": 7,
        "tanda_terima_atasan": 7,
        "keberatan": 14,
        "putusan_keberatan": 7,
    }
