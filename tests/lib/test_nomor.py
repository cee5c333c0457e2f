"""Many keys as one parameter: the same rows as a plain list finds, on both databases."""

from __future__ import annotations

import pytest

from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.lib.nomor import among

pytestmark = pytest.mark.django_db


def test_the_same_rows_as_a_list_finds(orang):
    orang("pak-budi")
    semua = list(UnitKerja.objects.order_by("id").values_list("id", flat=True))
    assert len(semua) > 3

    for pilih in (semua, semua[::2], semua[:1], [], [*semua[:2], -1]):
        daftar = UnitKerja.objects.filter(pk__in=among(pilih)).order_by("id")
        assert list(daftar.values_list("id", flat=True)) == [satu for satu in semua if satu in pilih]


def test_relations_are_followed_and_it_is_one_parameter(orang):
    budi = orang("pak-budi")
    daftar = Pegawai.objects.filter(instansi__in=among(range(budi.instansi_id, budi.instansi_id + 5000)))

    assert budi in daftar.order_by("id")
    assert len(daftar.query.sql_with_params()[1]) == 1
