"""A small agency with known raters, and the statistics run over it by the queue."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.statistik.actions import request_statistik
from tests.conftest import SEKARANG
from tests.factories.statistik import Kantor, KantorTertanam, tanam_kantor


@pytest.fixture
def tanam(orang):
    """`tanam(watak={0: "ketat"})`: Bu Sari is the first penilai, Bu Rina sits in the team of the unit above."""

    def plant(**pilihan) -> KantorTertanam:
        sari = orang("bu-sari")
        unit = sari.daftar_penempatan.order_by("-mulai_on").first().unit_kerja.induk
        return tanam_kantor(Kantor(**pilihan), pertama=sari, unit=unit, anggota=orang("bu-rina"))

    return plant


@pytest.fixture
def hitung(akun):
    """`hitung(kantor)`: the admin asks, a worker works; a later run has a later clock."""

    def run(kantor: KantorTertanam, *, hari: int = 0) -> Pekerjaan:
        at = SEKARANG + timedelta(days=hari)
        pekerjaan = request_statistik(kantor.periode, by=akun("pak-anton"), at=at)
        Pekerja(clock=lambda: at).drain()
        pekerjaan.refresh_from_db()
        assert pekerjaan.status == "selesai", pekerjaan.galat
        return pekerjaan

    return run
