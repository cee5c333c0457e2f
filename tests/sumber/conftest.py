"""A round in Kotabumi: the lurah and sixteen people under her, each rated by five colleagues."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from kinerja.akun.models import User
from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.perencanaan.models import SKP
from kinerja.sumber.actions import draw_putaran
from kinerja.sumber.models import Putaran
from tests.factories import sumber as pabrik


@dataclass(frozen=True)
class Tempat:
    unit: UnitKerja
    periode: Periode
    lurah: Pegawai
    admin: User
    daftar_skp: list[SKP]

    def draw(self, benih: str = "benih-uji") -> Putaran:
        return draw_putaran(self.periode, self.unit, by=self.admin, at=pabrik.DIUNDI_AT, benih=benih)


@pytest.fixture(autouse=True)
def own_key_folder(settings, tmp_path) -> None:
    settings.KUNCI_PUTARAN_DIR = tmp_path / "kunci-putaran"


@pytest.fixture
def tempat(orang, akun) -> Tempat:
    unit = pabrik.unit_kotabumi()
    lurah = orang("lurah-kotabumi-ilir")
    ilir = UnitKerja.objects.get(kode="LU-KOTABUMI-KOTABUMIILIR")
    daftar = pabrik.buat_kelompok(ilir, penilai=lurah, banyak=16)
    return Tempat(unit, pabrik.triwulan(unit), lurah, akun("admin-lampung-utara"), daftar)


@pytest.fixture
def putaran(tempat) -> Putaran:
    return tempat.draw()
