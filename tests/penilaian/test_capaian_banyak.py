"""The figures of many are read as text: an edge stays an edge, to the last digit that is stored."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja.pelaksanaan.models import Realisasi
from kinerja.penilaian.queries.capaian_banyak import rating_indikator
from kinerja.peraturan.predikat import Rating
from kinerja.perencanaan.models import IndikatorKinerja
from tests.factories.evaluasi import catat_realisasi, periode_evaluasi
from tests.factories.skp import buat_skp

SEDIKIT = Decimal("0.0001")


@pytest.mark.parametrize("angka", ["0.0001", "0.1", "33.3333", "900", "12345678901.2345", "99999999999998"])
def test_both_edges_belong_to_the_range_and_nothing_beyond(orang, angka):
    skp = buat_skp(orang("pak-budi"))
    catat_realisasi(skp)
    periode = periode_evaluasi(orang("pak-budi"))
    ukuran = IndikatorKinerja.objects.filter(rhk__skp=skp, target_bawah__isnull=False).order_by("id")[0]
    tepi = Decimal(angka)
    jarak = SEDIKIT if tepi < 10**12 else 1  # fifteen digits are what SQLite keeps
    IndikatorKinerja.objects.filter(rhk=ukuran.rhk_id).exclude(pk=ukuran.pk).update(
        target_bawah=None, target_atas=None
    )
    IndikatorKinerja.objects.filter(pk=ukuran.pk).update(
        target_bawah=tepi, target_atas=tepi, satuan="nilai", aspek="kualitas", arah="naik", baseline=None,
        target_bulanan={},
    )  # fmt: skip

    for nilai, rating in (
        (tepi, Rating.SESUAI),
        (tepi - jarak, Rating.DI_BAWAH),
        (tepi + jarak, Rating.DI_ATAS),
    ):
        Realisasi.objects.filter(indikator=ukuran).update(nilai=nilai)
        assert rating_indikator([skp], periode)[ukuran.rhk_id] == [rating], nilai
