"""Which addresses are neighbours: what one person changes at will must not make him many."""

from __future__ import annotations

import pytest

from kinerja.lib.tanda_kirim import address_prefix


@pytest.mark.parametrize(
    ("satu", "lain"),
    [
        ("45.9.8.1", "45.9.8.250"),
        ("45.9.8.1", "::ffff:45.9.8.77"),
        ("45.9.8.1", "2002:2d09:0801::1"),  # 6to4 of 45.9.8.1
        ("45.9.8.1", "2001:0:4136:e378:8000:63bf:d2f6:f7fa"),  # Teredo of 45.9.8.5
        ("2400:cb00:1:1::1", "2400:cb00:1:ffff::9"),
        ("", "bukan alamat"),
        (None, "45.9.8.1:5555"),
    ],
)
def test_neighbours_share_a_prefix(satu, lain):
    assert address_prefix(satu) == address_prefix(lain)


def test_others_do_not():
    assert len({address_prefix(a) for a in ("45.9.8.1", "45.9.9.1", "2400:cb00:1::1", "2400:cb00:2::1")}) == 4
