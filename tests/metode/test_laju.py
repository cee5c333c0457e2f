from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.metode.laju import RencanaLaju, SifatLaju, StatusLaju, bagian_rencana, status_laju, target_sampai
from kinerja.peraturan.capaian import Arah, Target

MULAI, SELESAI = date(2026, 1, 1), date(2026, 12, 31)
BULANAN = tuple(Decimal(jumlah) for jumlah in (0, 10, 10, 20, 20, 20, 20, 20, 20, 20, 20, 20))


def _rencana(**lain):
    return RencanaLaju(mulai=MULAI, selesai=SELESAI, **lain)


@pytest.mark.parametrize(
    ("on", "bagian"),
    [
        (date(2025, 12, 31), Decimal(0)),
        (MULAI, Decimal(1) / 365),
        (date(2026, 3, 14), Decimal(73) / 365),
        (SELESAI, Decimal(1)),
        (date(2027, 6, 1), Decimal(1)),
    ],
)
def test_without_monthly_targets_the_course_is_linear(on, bagian):
    assert bagian_rencana(_rencana(), on=on) == bagian


@pytest.mark.parametrize(
    ("on", "jumlah"),
    [
        (date(2026, 1, 31), 0),
        (date(2026, 2, 14), 5),
        (date(2026, 2, 28), 10),
        (date(2026, 4, 15), 30),
        (date(2026, 12, 31), 200),
    ],
)
def test_monthly_targets_shape_the_course(on, jumlah):
    assert bagian_rencana(_rencana(target_bulanan=BULANAN), on=on) * 200 == jumlah


def test_first_month_counts_from_the_day_the_plan_begins():
    rencana = RencanaLaju(mulai=date(2026, 3, 22), selesai=SELESAI, target_bulanan=(Decimal(10), Decimal(30)))

    assert bagian_rencana(rencana, on=date(2026, 3, 26)) * 40 == 5


def test_level_holds_all_year_and_a_change_walks_from_its_baseline():
    target = Target(Decimal(90), Decimal(95))
    tengah = date(2026, 3, 14)

    assert target_sampai(target, _rencana(sifat=SifatLaju.TETAP), on=tengah) == target
    assert target_sampai(target, _rencana(sifat=SifatLaju.MENUJU, baseline=Decimal(80)), on=tengah) == Target(
        Decimal(82), Decimal(83)
    )


@pytest.mark.parametrize(
    ("realisasi", "status"),
    [
        (None, StatusLaju.BELUM_ADA_DATA),
        ("10", StatusLaju.TERTINGGAL),
        ("18", StatusLaju.SEDIKIT_TERTINGGAL),
        ("20", StatusLaju.SESUAI_LAJU),
        ("24", StatusLaju.SESUAI_LAJU),
        ("25", StatusLaju.MELAMPAUI),
    ],
)
def test_count_is_compared_with_what_was_due_by_today(realisasi, status):
    target = Target(Decimal(100), Decimal(120))
    realisasi = None if realisasi is None else Decimal(realisasi)

    assert status_laju(target, _rencana(), realisasi=realisasi, on=date(2026, 3, 14)) is status


@pytest.mark.parametrize(
    ("realisasi", "status"),
    [
        ("25", StatusLaju.MELAMPAUI),
        ("40", StatusLaju.SESUAI_LAJU),
        ("49", StatusLaju.SEDIKIT_TERTINGGAL),
        ("60", StatusLaju.TERTINGGAL),
    ],
)
def test_waiting_time_is_better_when_lower(realisasi, status):
    target = Target(Decimal(30), Decimal(45), Arah.TURUN)
    rencana = _rencana(sifat=SifatLaju.TETAP)

    assert status_laju(target, rencana, realisasi=Decimal(realisasi), on=MULAI) is status


def test_count_inside_a_range_may_run_ahead_of_its_day():
    target = Target(Decimal(100), Decimal(120), Arah.DALAM_RENTANG)

    assert (
        status_laju(target, _rencana(), realisasi=Decimal(90), on=date(2026, 3, 14)) is StatusLaju.SESUAI_LAJU
    )
    assert status_laju(target, _rencana(), realisasi=Decimal(140), on=SELESAI) is StatusLaju.TERTINGGAL


@given(st.lists(st.decimals(0, 1000, places=1), max_size=12), st.dates(date(2025, 12, 1), date(2027, 1, 31)))
def test_course_never_leaves_nought_to_one_and_never_goes_back(bulanan, on):
    rencana = _rencana(target_bulanan=tuple(bulanan))

    hari_ini, besok = bagian_rencana(rencana, on=on), bagian_rencana(rencana, on=on.replace(day=28))

    assert 0 <= hari_ini <= 1
    assert (hari_ini <= besok) if on.day <= 28 else (besok <= hari_ini)
