"""The interval of an index, against figures computed by hand and against chance itself."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from kinerja.metode.selang import Selang, selang_ikm


def test_forty_people_half_of_them_fully_content():
    """Mean 87,5, standard deviation 12,659; t(39; 0,975) = 2,0227; 2,0227 × 12,659 / √40 = 4,05."""
    hasil = selang_ikm(ikm=Decimal("87.50"), sebaran={(27, 9): 20, (36, 9): 20})

    assert hasil == Selang(Decimal("83.45"), Decimal("91.55"))


def test_agreement_of_thirty_is_no_certainty():
    """Rule of three: up to a tenth may still be at the other end, 75 points away."""
    assert selang_ikm(ikm=Decimal(100), sebaran={(36, 9): 30}) == Selang(Decimal("92.50"), Decimal("100.00"))


@pytest.mark.parametrize("sebaran", [{}, {(9, 3): 1}, {(0, 0): 50}])
def test_one_person_has_no_interval(sebaran):
    assert selang_ikm(ikm=Decimal(75), sebaran=sebaran) is None


def test_it_never_leaves_the_scale():
    hasil = selang_ikm(ikm=Decimal(62), sebaran={(9, 9): 1, (36, 9): 1})

    assert hasil == Selang(Decimal("25.00"), Decimal("100.00"))


def test_ninety_five_of_a_hundred_intervals_hold_the_truth():
    acak, tepat = Random(7), 0
    for _ in range(400):
        orang = [acak.choices((1, 2, 3, 4), (1, 2, 4, 3))[0] for _ in range(60)]
        sebaran = {(nilai, 1): orang.count(nilai) for nilai in (1, 2, 3, 4)}
        hasil = selang_ikm(ikm=Decimal(25 * sum(orang)) / 60, sebaran=sebaran)
        tepat += hasil.bawah <= Decimal("72.5") <= hasil.atas
    assert 0.92 <= tepat / 400 <= 0.975
