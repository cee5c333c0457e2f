"""Reading together gives what reading one after another gives."""

from datetime import UTC, datetime

import pytest

from kinerja.kebijakan.models import Periode
from kinerja.lib.sekaligus import attach, read_rows_together, read_together
from kinerja.pelaksanaan.models import Realisasi, UmpanBalik
from kinerja.perencanaan.models import (
    SKP,
    CatatanDialog,
    IndikatorKinerja,
    ManualIndikator,
    RencanaHasilKerja,
)
from tests.factories.skp import buat_skp

AT = datetime(2026, 3, 2, 2, 0, 7, 90_000, tzinfo=UTC)


def rows(daftar):
    return [{k: v for k, v in vars(satu).items() if k != "_state"} for satu in daftar]


@pytest.fixture
def skp(orang) -> SKP:
    skp = buat_skp(orang("pak-budi"))
    indikator = IndikatorKinerja.objects.filter(rhk__skp=skp).order_by("id")[0]
    ManualIndikator.objects.create(indikator=indikator, tujuan='Kutip " dan \\ tetap utuh')
    Realisasi.objects.create(
        skp=skp,
        indikator=indikator,
        periode=Periode.objects.filter(instansi=skp.instansi).order_by("id")[0],
        nilai="0.1",
        terlambat=True,
        recorded_at=AT,
    )
    return skp


def lists(skp):
    return {
        "skp": SKP.objects.filter(pk=skp.pk).select_related("pegawai__user"),
        "rhk": RencanaHasilKerja.objects.filter(skp=skp).order_by("-urutan"),
        "indikator": IndikatorKinerja.objects.filter(rhk__skp=skp).select_related(
            "rhk__rhk_pimpinan", "manual"
        ),
        "realisasi": Realisasi.objects.filter(skp=skp).select_related("periode"),
        "dialog": CatatanDialog.objects.filter(skp=skp),
    }


def test_every_kind_of_column_comes_back_as_it_was(skp, django_assert_num_queries):
    with django_assert_num_queries(1):
        bersama = read_together(**lists(skp))

    assert {nama: rows(isi) for nama, isi in bersama.items()} == {
        nama: rows(isi) for nama, isi in lists(skp).items()
    }
    assert bersama["realisasi"][0].recorded_at == AT


def test_rows_bring_those_they_point_to(skp, django_assert_num_queries):
    bersama = read_together(**lists(skp))

    with django_assert_num_queries(0):
        pegawai = bersama["skp"][0].pegawai
        pertama, kedua = bersama["indikator"][:2]
        assert (pegawai.nama, pegawai.user.nip) == (skp.pegawai.nama, skp.pegawai.user.nip)
        assert pertama.manual.tujuan == 'Kutip " dan \\ tetap utuh'
        assert not hasattr(kedua, "manual")
        assert pertama.rhk.rhk_pimpinan is None


def test_a_deferred_column_is_read_when_it_is_asked_for(skp, django_assert_num_queries):
    daftar = RencanaHasilKerja.objects.filter(skp=skp).defer("teks")

    rhk = read_together(rhk=daftar, umpan_balik=UmpanBalik.objects.filter(skp=skp))["rhk"][0]

    assert rhk.get_deferred_fields() == {"teks"}
    with django_assert_num_queries(1):
        teks = rhk.teks
    assert teks == RencanaHasilKerja.objects.get(pk=rhk.pk).teks


def test_attached_rows_need_no_query_and_can_still_be_filtered(skp, django_assert_num_queries):
    bersama = read_together(**lists(skp))
    attach(bersama["rhk"], "daftar_indikator", bersama["indikator"], oleh="rhk_id")

    with django_assert_num_queries(0):
        utuh = [i.pk for rhk in bersama["rhk"] for i in rhk.daftar_indikator.all()]
    assert sorted(utuh) == sorted(i.pk for i in bersama["indikator"])
    pertama = bersama["rhk"][0].daftar_indikator.order_by("id")[0]
    assert pertama.rhk_id == bersama["rhk"][0].pk


def test_plain_rows_come_back_as_they_were(skp, django_assert_num_queries):
    """Text, whole numbers, days, instants, decimals, yes and no, JSON and nothing."""
    IndikatorKinerja.objects.filter(rhk__skp=skp).update(target_bulanan={"1": ["10", "20"]}, baseline=None)
    daftar = {
        "realisasi": Realisasi.objects.filter(skp=skp)
        .order_by("-id")
        .values_list("indikator_id", "nilai", "terlambat", "recorded_at", "uraian"),
        "periode": Periode.objects.filter(instansi=skp.instansi)
        .order_by("-selesai_on", "id")
        .values_list("id", "nama", "mulai_on"),
        "indikator": IndikatorKinerja.objects.filter(rhk__skp=skp).values_list(
            "teks", "target_bulanan", "baseline", "pengecualian_mutlak"
        ),
        "kosong": UmpanBalik.objects.filter(skp=skp).values_list("id", "teks"),
    }
    with django_assert_num_queries(1):
        bersama = read_rows_together(**daftar)

    assert bersama == {nama: list(satu) for nama, satu in daftar.items()}
