"""A small unit with plans, counted once."""

from __future__ import annotations

import pytest

from kinerja.pantau.actions import follow
from tests.conftest import SEKARANG
from tests.factories.skp import buat_skp
from tests.pengingat.conftest import kerjakan

__all__ = ["kerjakan"]


@pytest.fixture
def skp(orang):
    """Pak Budi's plan, a draft; everything before it has been counted."""
    skp = buat_skp(orang("pak-budi"), status="draf")
    follow(at=SEKARANG)
    return skp
