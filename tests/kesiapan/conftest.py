from __future__ import annotations

import pytest

from kinerja.kepegawaian.models import UnitKerja
from tests.factories import kesiapan as pabrik


@pytest.fixture(autouse=True)
def own_key_folder(settings, tmp_path) -> None:
    settings.KUNCI_PUTARAN_DIR = tmp_path / "kunci-putaran"


@pytest.fixture
def akar(cast) -> UnitKerja:
    return pabrik.buat_instansi()
