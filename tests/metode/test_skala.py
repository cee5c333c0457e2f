from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.metode.skala import (
    SKOR_PENUH,
    Patok,
    SkalaTidakSah,
    jumlah_langkah,
    jumlah_penuh,
    skor_langkah,
    skor_rating,
    tampil_persen,
    tampil_skor,
)
from kinerja.peraturan.predikat import Rating

IKM = Patok.dari([["25", "0"], ["65", "25"], ["76.61", "50"], ["88.31", "75"], ["100", "100"]])


@pytest.mark.parametrize(
    ("langkah", "banyak", "mikro"),
    [(1, 5, 0), (3, 5, 50_000_000), (5, 5, 100_000_000), (2, 4, 33_333_333), (3, 4, 66_666_667), (2, 2, SKOR_PENUH)],
)  # fmt: skip
def test_steps_share_the_scale_evenly(langkah, banyak, mikro):
    assert skor_langkah(langkah, banyak=banyak) == mikro


def test_answers_are_rounded_once_and_not_one_by_one():
    assert jumlah_langkah([2, 2, 2], banyak=4) == SKOR_PENUH


_SEBARAN = st.lists(st.integers(0, 20), min_size=2, max_size=7).filter(any)


@given(_SEBARAN)
def test_a_tally_of_all_sums_to_what_its_answers_sum_to(daftar_kali):
    jawaban = [langkah for langkah, kali in enumerate(daftar_kali, start=1) for _ in range(kali)]

    assert jumlah_penuh(daftar_kali, n=len(jawaban)) == jumlah_langkah(jawaban, banyak=len(daftar_kali))


@given(st.lists(st.integers(0, 20), min_size=5, max_size=5).filter(any), st.integers(0, 40))
def test_with_some_who_did_not_know_the_sum_is_one_that_all_could_have_given(daftar_kali, tidak_tahu):
    """Every multiple of a step from 0 to n full marks can be given by n people, so no sum tells how many knew."""
    tahu = sum(daftar_kali)
    n = tahu + tidak_tahu

    jumlah = jumlah_penuh(daftar_kali, n=n)

    assert jumlah % 25_000_000 == 0
    assert 0 <= jumlah <= n * SKOR_PENUH
    poin = sum(langkah * kali * 25 for langkah, kali in enumerate(daftar_kali))
    assert abs(Fraction(jumlah, n * 1_000_000) - Fraction(poin, tahu)) <= Fraction(25, 2 * n)


@pytest.mark.parametrize(("daftar_kali", "n"), [([0, 0, 0], 3), ([2, 2], 3), ([3], 3)])
def test_a_tally_that_cannot_be_is_refused(daftar_kali, n):
    with pytest.raises(SkalaTidakSah):
        jumlah_penuh(daftar_kali, n=n)


@pytest.mark.parametrize(("langkah", "banyak"), [(0, 5), (6, 5), (1, 1)])
def test_an_answer_off_the_scale_is_refused(langkah, banyak):
    with pytest.raises(SkalaTidakSah):
        skor_langkah(langkah, banyak=banyak)


def test_ratings_stand_at_both_ends_and_in_the_middle():
    assert [skor_rating(rating) for rating in Rating] == [0, 50_000_000, 100_000_000]


@pytest.mark.parametrize(
    ("mikro", "tampil"),
    [(0, "0"), (66_666_667, "66,67"), (37_500_000, "37,5"), (99_995_000, "100"), (12_345_000, "12,35")],
)
def test_scores_are_shown_with_two_decimals_at_most(mikro, tampil):
    assert tampil_skor(mikro) == tampil


def test_shares_are_shown_as_percent():
    assert [tampil_persen(Fraction(12, 17)), tampil_persen(Fraction(1))] == ["70,59%", "100%"]


@pytest.mark.parametrize(
    ("ikm", "mikro"),
    [
        ("10", 0),
        ("25", 0),
        ("45", 12_500_000),
        ("65", 25_000_000),
        ("76.61", 50_000_000),
        ("82.46", 62_500_000),
        ("88.31", 75_000_000),
        ("100", 100_000_000),
        ("120", 100_000_000),
    ],
)
def test_ikm_is_read_along_its_knots(ikm, mikro):
    assert IKM.skor(ikm) == IKM.skor(Decimal(ikm)) == mikro


def test_knots_may_fall_as_with_days_of_absence():
    alpa = Patok.dari([(0, 100), (3, 50), (10, 0)])

    assert [alpa.skor(hari) for hari in (0, 1, 3, 28)] == [100_000_000, 83_333_333, 50_000_000, 0]


@pytest.mark.parametrize(
    ("daftar", "pesan"),
    [
        ([(0, 0)], "dua titik"),
        ([(0, 0), (0, 100)], "makin besar"),
        ([(5, 0), (3, 100)], "makin besar"),
        ([(0, 0), (5, 60), (10, 40)], "terus naik atau terus turun"),
        ([(0, 0), (5, 101)], "di luar 0 sampai 100"),
        ([(0, 0, 1), (5, 100)], "dua angka"),
        ([("a", 0), (5, 100)], "belum terbaca"),
        ([("Infinity", 0), (5, 100)], "belum terbaca"),
    ],
)
def test_knots_that_cannot_hold_are_refused_in_words(daftar, pesan):
    with pytest.raises(SkalaTidakSah, match=pesan):
        Patok.dari(daftar)


def test_a_float_is_never_exact_enough():
    with pytest.raises(TypeError):
        IKM.skor(76.61)


@settings(max_examples=40)
@given(st.decimals(0, 130, places=3), st.decimals(0, 130, places=3))
def test_a_higher_value_never_scores_lower(nilai, lain):
    assert (IKM.skor(nilai) <= IKM.skor(lain)) if nilai <= lain else (IKM.skor(nilai) >= IKM.skor(lain))
