"""Which organisation's result counts, and who sets it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.penilaian import actions
from kinerja.penilaian.models import CapaianUnit
from kinerja.penilaian.queries.capaian import capaian_berlaku, capaian_unit
from kinerja.peraturan.predikat import CapaianOrganisasi
from tests.conftest import SEKARANG
from tests.factories.evaluasi import DIBUKA_AT, buat_evaluasi

PUSKESMAS = "PKU-DINKES-PKM-TENAYANRAYA"


def puskesmas() -> UnitKerja:
    return UnitKerja.objects.get(kode=PUSKESMAS)


def tahunan(pegawai: Pegawai, tahun: int) -> Periode:
    return Periode.objects.get(instansi_id=pegawai.instansi_id, tahap=Tahap.TAHUNAN, tahun=tahun)


def tulis(unit: UnitKerja, periode: Periode, nilai: CapaianOrganisasi, user, at: datetime) -> None:
    CapaianUnit.objects.create(
        unit_kerja=unit, periode=periode, nilai=nilai, ditetapkan_at=at, ditetapkan_oleh=user
    )


def test_the_penilai_of_the_head_sets_it_with_a_basis(orang, akun) -> None:
    periode = tahunan(orang("pak-budi"), 2025)

    actions.set_capaian(
        puskesmas(), periode=periode, nilai=CapaianOrganisasi.BAIK, dasar="LKjIP 2025",
        by=akun("kepala-dinkes"), at=SEKARANG,
    )  # fmt: skip

    assert CapaianUnit.objects.get().nilai == CapaianOrganisasi.BAIK
    assert "Lampiran Bab IV" in Catatan.objects.get(tindakan="capaian.tetapkan").dasar


@pytest.mark.parametrize("slug", ["bu-sari", "pak-budi", "bu-rina", "admin-pontianak", "auditor-pekanbaru"])
def test_nobody_sets_the_result_of_his_own_or_of_a_foreign_unit(orang, akun, slug: str) -> None:
    with pytest.raises(PermissionDenied):
        actions.set_capaian(
            puskesmas(), periode=tahunan(orang("pak-budi"), 2025), nilai=CapaianOrganisasi.ISTIMEWA,
            dasar="LKjIP", by=akun(slug), at=SEKARANG,
        )  # fmt: skip


def test_a_result_without_a_basis_is_refused(orang, akun) -> None:
    with pytest.raises(actions.CannotSetCapaian, match="dasarnya"):
        actions.set_capaian(
            puskesmas(), periode=tahunan(orang("pak-budi"), 2025), nilai=CapaianOrganisasi.BAIK, dasar=" ",
            by=akun("pak-anton"), at=SEKARANG,
        )  # fmt: skip


def test_it_is_the_unit_that_the_penilai_leads(orang, akun) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))
    tulis(puskesmas(), evaluasi.periode, CapaianOrganisasi.BAIK, akun("pak-anton"), DIBUKA_AT)
    tulis(puskesmas().induk, evaluasi.periode, CapaianOrganisasi.KURANG, akun("pak-anton"), DIBUKA_AT)

    berlaku = capaian_berlaku(evaluasi, on=DIBUKA_AT.date())

    assert berlaku is not None
    assert (berlaku.nilai, berlaku.unit_nama) == (CapaianOrganisasi.BAIK, puskesmas().nama)


def test_without_one_of_its_own_the_unit_above_counts_and_says_so(orang, akun) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))
    tulis(puskesmas().induk, evaluasi.periode, CapaianOrganisasi.KURANG, akun("pak-anton"), DIBUKA_AT)

    berlaku = capaian_berlaku(evaluasi, on=DIBUKA_AT.date())

    assert berlaku is not None
    assert "tidak punya capaian sendiri" in berlaku.keterangan[0]


@pytest.mark.parametrize(
    ("terbit", "nilai"),
    [
        (datetime(2027, 1, 30, 3, 0, tzinfo=UTC), CapaianOrganisasi.ISTIMEWA),
        (datetime(2027, 1, 31, 3, 0, tzinfo=UTC), CapaianOrganisasi.ISTIMEWA),
        (datetime(2027, 2, 1, 3, 0, tzinfo=UTC), CapaianOrganisasi.BAIK),
    ],
)
def test_an_annual_result_after_january_gives_way_to_last_years(orang, akun, terbit, nilai) -> None:
    budi, anton = orang("pak-budi"), akun("pak-anton")
    tulis(puskesmas(), tahunan(budi, 2025), CapaianOrganisasi.BAIK, anton, SEKARANG)
    tulis(puskesmas(), tahunan(budi, 2026), CapaianOrganisasi.ISTIMEWA, anton, terbit)

    berlaku = capaian_unit(puskesmas(), tahunan(budi, 2026))

    assert berlaku is not None
    assert berlaku.nilai == nilai
