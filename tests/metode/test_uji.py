"""Our own formulas against scipy's, and against the examples their authors printed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kinerja.metode.uji import (
    adjust_bh,
    adjust_holm,
    beyond_margin,
    difference_of_shares,
    hedges_g,
    welch,
    wilson,
)

_peluang = st.lists(st.floats(0, 1), min_size=1, max_size=20).map(np.array)


@given(st.integers(0, 30), st.integers(1, 30), st.integers(0, 30), st.integers(1, 30))
def test_fisher_agrees_with_scipy(a, n, b, m):
    a, b = min(a, n), min(b, m)

    p = difference_of_shares(a, n, b, m).p

    assert p == pytest.approx(stats.fisher_exact([[a, n - a], [b, m - b]]).pvalue, abs=1e-6)


def test_newcombe_prints_the_same_interval():
    """56/70 against 48/80: Newcombe 1998, table II, method 10."""
    uji = difference_of_shares(56, 70, 48, 80)

    assert (round(uji.selisih, 4), round(uji.bawah, 4), round(uji.atas, 4)) == (0.2, 0.0524, 0.3339)


@given(st.integers(0, 50), st.integers(1, 50))
def test_wilson_agrees_with_scipy(a, n):
    a = min(a, n)

    bawah, atas = wilson(np.array([a / n]), np.array([float(n)]))

    acuan = stats.binomtest(a, n).proportion_ci(method="wilson")
    assert (bawah[0], atas[0]) == pytest.approx((acuan.low, acuan.high), abs=1e-9)


@given(st.integers(0, 10_000))
def test_welch_agrees_with_scipy(benih):
    acak = np.random.default_rng(benih)
    x, y = acak.normal(70, 5, acak.integers(2, 30)), acak.normal(72, 12, acak.integers(2, 30))

    uji = welch(x, y)

    acuan = stats.ttest_ind(x, y, equal_var=False)
    selang = acuan.confidence_interval()
    assert (uji.p, uji.bawah, uji.atas) == pytest.approx((acuan.pvalue, selang.low, selang.high))


def test_equal_figures_are_no_difference_and_constant_ones_a_certain_one():
    sama, lain = np.full(5, 70.0), np.full(6, 80.0)

    assert welch(sama, sama).p == 1
    assert welch(sama, lain).p == 0
    assert hedges_g(sama, sama) == (0, 0, 0)


@given(_peluang)
def test_bh_agrees_with_scipy(p):
    assert adjust_bh(p) == pytest.approx(stats.false_discovery_control(p))


@given(_peluang)
def test_holm_lies_between_bh_and_bonferroni(p):
    holm = adjust_holm(p)

    assert np.all(holm >= adjust_bh(p) - 1e-12)
    assert np.all(holm <= np.minimum(p * len(p), 1) + 1e-12)


def test_holm_of_a_worked_example():
    assert adjust_holm(np.array([0.01, 0.04, 0.03, 0.005])) == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_a_trifle_is_never_beyond_the_margin():
    selisih, galat = np.array([2.9, 3.1, 0.0, 5.0]), np.array([1e-6, 1e-6, 0.0, 0.0])

    assert beyond_margin(selisih, galat, 50, wajar=3).round(6).tolist() == [1, 0, 1, 0]
