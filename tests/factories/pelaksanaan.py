"""A plan of Pak Budi, and the periods in which he records."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.perencanaan.models import SKP, IndikatorKinerja
from tests.factories.skp import buat_skp


@pytest.fixture
def skp(orang) -> SKP:
    return buat_skp(orang("pak-budi"))


@pytest.fixture
def pasien(skp) -> IndikatorKinerja:
    """The indicator that counts patients: 1.200–1.440 a year, 100–120 a month."""
    return IndikatorKinerja.objects.select_related("rhk").get(rhk__skp=skp, satuan="pasien")


@pytest.fixture
def bulan(skp) -> Callable[[int], Periode]:
    """`bulan(2)`: the documentation period of February 2026."""

    def find(nomor: int) -> Periode:
        return Periode.objects.select_related("instansi").get(
            instansi=skp.instansi, tahun=2026, tahap=Tahap.DOKUMENTASI, mulai_on__month=nomor
        )

    return find


@pytest.fixture(autouse=True)
def berkas_di(tmp_path, settings) -> None:
    """Files of a test go where the test goes."""
    simpanan = dict(settings.STORAGES)
    simpanan["default"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path},
    }
    settings.STORAGES = simpanan
