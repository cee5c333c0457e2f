"""What a share of people may say of them."""

import pytest

from kinerja.kesiapan.queries.ukuran import _stepped


@pytest.mark.parametrize("semua", range(5, 60))
def test_nobody_and_everybody_look_like_one_more_or_one_less(semua):
    assert _stepped(0, semua) == _stepped(1, semua) > 0
    assert _stepped(semua, semua) == _stepped(semua - 1, semua) < 100
