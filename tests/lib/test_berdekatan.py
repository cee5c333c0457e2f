"""A page of records is asked for as a range, scattered ones one by one."""

from __future__ import annotations

import pytest
from django.db.models import Q

from kinerja.lib.berdekatan import BANYAK, at_least


@pytest.mark.parametrize(
    ("dicari", "syarat"),
    [
        ([7], Q(nomor__gte=7, nomor__lte=7)),
        ([12, 10, 11], Q(nomor__gte=10, nomor__lte=12)),
        ([10, 13], Q(nomor__gte=10, nomor__lte=13)),
        ([10, 16], Q(nomor__in=[10, 16])),
        ([1, 900_000], Q(nomor__in=[1, 900_000])),
    ],
)
def test_what_lies_close_is_a_range(dicari, syarat):
    assert at_least("nomor", dicari) == syarat


def test_too_many_to_send_are_a_range_however_far_apart():
    dicari = range(1, (BANYAK + 1) * 10, 10)

    assert at_least("nomor", dicari) == Q(nomor__gte=1, nomor__lte=dicari[-1])


def test_nobody_finds_nothing():
    assert at_least("nomor", []) == Q(pk__in=())
