"""Pak Budi's plan, and key files that a test may lose."""

from __future__ import annotations

import pytest

from kinerja.perencanaan.models import SKP
from tests.factories.skp import buat_skp


@pytest.fixture(autouse=True)
def own_key_folder(settings, tmp_path) -> None:
    settings.KUNCI_KONSELING_DIR = tmp_path / "kunci-konseling"


@pytest.fixture
def skp(orang) -> SKP:
    return buat_skp(orang("pak-budi"), status="ditetapkan")
