"""Each unit is evaluated in the rhythm of its own policy, and every policy of the five places may be put in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kinerja.demo.baca import daftar_kebijakan
from kinerja.demo.tanam.kompetensi import plant_kompetensi
from kinerja.kebijakan import actions as kebijakan
from kinerja.kebijakan.formulir import isian_dari
from kinerja.kebijakan.models import Kebijakan, Periode, Tahap
from kinerja.kebijakan.queries import kebijakan_berlaku
from kinerja.penilaian.actions import open_evaluasi
from kinerja.penilaian.models import Evaluasi
from tests.factories.skp import buat_skp
from tests.lima_tempat.baca import TEMPAT, read_tempat
from tests.lima_tempat.dunia import Orang, on_that_day, pukul, unit_bernama

DITETAPKAN_ON = date(2025, 12, 15)
DIBUKA_ON = date(2026, 4, 2)
SEMESTERAN = {"pontianak": "PTK-DISDIKBUD", "muara_tebo": "TBO-DISDIKBUD"}
PEGAWAI_BARU = "Sri Triwulan"


@pytest.fixture
def kamus(cast) -> None:
    plant_kompetensi()


@pytest.mark.parametrize("kode", SEMESTERAN)
def test_a_quarter_opens_only_where_the_policy_counts_in_quarters(kode: str, kamus) -> None:
    """Half a year here, quarters in another unit of the same instansi: neither asks anything of the other."""
    tempat, lain = read_tempat(kode), unit_bernama(SEMESTERAN[kode])
    tempat = replace(tempat, staf={**tempat.staf, lain.kode: [PEGAWAI_BARU]})
    orang = Orang(tempat, kepala={lain.kode: _may_assess(tempat)})
    admin = orang.akun(tempat.admin)
    with on_that_day(pukul(DITETAPKAN_ON)):
        draf = kebijakan.start_draf(lain, by=admin, at=pukul(DITETAPKAN_ON))
        isian = isian_dari(Kebijakan.objects.with_method().get(pk=draf.pk))
        isian = replace(isian, frekuensi_evaluasi="triwulanan", dasar="Pasal 24 ayat (2): setiap triwulan.")
        draf = kebijakan.change_draf(draf, isian, revisi=draf.revisi, by=admin, at=pukul(DITETAPKAN_ON))
        kebijakan.tetapkan(
            draf, berlaku_on=date(2026, 1, 1), revisi=draf.revisi, by=admin, at=pukul(DITETAPKAN_ON)
        )
        kebijakan.set_up_year(lain.instansi, tahun=2026, by=admin, at=pukul(DITETAPKAN_ON))
    di_sini = buat_skp(orang.pegawai(next(iter(tempat.staf.values()))[0]))
    di_sana = buat_skp(orang.pegawai(PEGAWAI_BARU))
    triwulan = Periode.objects.get(
        instansi=lain.instansi, tahun=2026, tahap=Tahap.PERIODIK, jenis="triwulanan", urutan=1
    )
    semester = Periode.objects.get(
        instansi=lain.instansi, tahun=2026, tahap=Tahap.PERIODIK, jenis="semesteran", urutan=1
    )
    for periode, on in ((triwulan, DIBUKA_ON), (semester, date(2026, 7, 2))):
        with on_that_day(pukul(on)):
            kebijakan.open_periode(periode, by=admin, at=pukul(on))
            periode.refresh_from_db()
            open_evaluasi(periode, by=admin, at=pukul(on))
    dibuka = set(Evaluasi.objects.values_list("skp_id", "periode__jenis"))
    assert dibuka == {(di_sana.pk, "triwulanan"), (di_sini.pk, "semesteran")}


def _may_assess(tempat) -> str:
    """Somebody who may assess others there."""
    return {"pontianak": "kepala-bkpsdm-pontianak", "muara_tebo": "kepala-dinkes-tebo"}[tempat.kode]


@pytest.mark.parametrize("unit", [isi.unit for isi in daftar_kebijakan()])
def test_every_policy_of_the_demo_may_be_put_in_force(unit: str, kamus) -> None:
    """The rules that an admin meets on the page say nothing against what the demo plants."""
    semua = Kebijakan.objects.with_method()
    satu = semua.get(unit_kerja__kode=unit)
    daftar = kebijakan_berlaku(satu.unit_kerja.instansi_id, on=satu.berlaku_on)
    assert [temuan.kalimat for temuan in kebijakan.periksa_draf(satu, daftar=daftar)] == []


@pytest.mark.parametrize("kode", TEMPAT)
def test_the_policy_of_a_place_is_its_own(kode: str, cast) -> None:
    """A case file speaks of a unit with a policy of its own, not of one that it inherits."""
    assert Kebijakan.objects.filter(unit_kerja__kode=read_tempat(kode).kebijakan).count() == 1
