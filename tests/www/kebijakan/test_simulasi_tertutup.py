"""A trial over what colleagues said names nobody: weights and thresholds can be turned as often as one likes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import numpy as np
import pytest
from django.urls import reverse
from django.utils import timezone

from kinerja.jejak.models import AksesData
from kinerja.kebijakan.actions import start_draf
from kinerja.kebijakan.models import Kebijakan
from kinerja.metode.agregasi_banyak import PREDIKAT
from kinerja.metode.simulasi import HasilMetode, Perbandingan
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.simulasi import (
    Simulasi,
    bahan_simulasi,
    pilih_periode,
    simulasikan,
    tertutup,
)
from kinerja.peraturan.predikat import Predikat
from kinerja.www.kebijakan.simulasi_tertutup import answer_closed
from tests.factories.evaluasi import DIBUKA_AT, buat_evaluasi
from tests.factories.rangkuman import nilai_bersama_rekan

SAAT = datetime(2026, 4, 20, 2, 0, tzinfo=UTC)


@pytest.fixture
def dinilai(orang) -> Evaluasi:
    return nilai_bersama_rekan(buat_evaluasi(orang("pak-budi"), at=DIBUKA_AT))


@pytest.fixture
def draf(dinilai, akun, monkeypatch) -> Kebijakan:
    """Everybody falls: "sesuai" begins at 49, and together with colleagues it was 48,33."""
    monkeypatch.setattr(timezone, "now", lambda: SAAT)
    assert dinilai.kebijakan is not None
    draf = start_draf(dinilai.kebijakan.unit_kerja, by=akun("pak-anton"), at=SAAT)
    draf.ambang_sesuai = Decimal(49)
    draf.save()
    return draf


def run(draf: Kebijakan) -> Simulasi:
    bahan = bahan_simulasi(Kebijakan.objects.select_related("unit_kerja").get(pk=draf.pk), on=SAAT.date())
    periode = pilih_periode(bahan, None, on=SAAT.date())
    assert periode is not None
    return simulasikan(bahan, periode)


def test_nobody_is_named_where_colleagues_count(masuk, draf) -> None:
    hasil = run(draf)
    isi = masuk("pak-anton").get(reverse("kebijakan:simulasi", args=[draf.pk])).content.decode()

    assert hasil.berubah == 1  # there is somebody to be named
    assert "Mengapa tanpa nama" in isi
    assert "Budi Hartawan" not in isi
    assert "predikat turun" not in isi
    assert "perubahannya tidak ditampilkan" in isi
    assert not AksesData.objects.exists()


def test_a_draft_that_drops_them_names_nobody_either(draf) -> None:
    """The version that is compared still counts them."""
    draf.daftar_sumber.filter(sumber="rekan").delete()

    assert run(draf).tanpa_nama


def test_names_come_back_where_no_colleague_counts(draf) -> None:
    """Weight 0 on both sides: what they said moves nothing, so nothing tells it."""
    for kebijakan in (draf, Evaluasi.objects.get().kebijakan):
        kebijakan.daftar_sumber.filter(sumber="rekan").update(bobot=0)

    assert not run(draf).tanpa_nama


def moved(hasil: Simulasi, *, turun: int, tetap: int) -> Simulasi:
    """So many people of the first unit with something in it."""
    banyak = turun + tetap
    kosong = np.zeros(banyak, dtype=np.int8)
    dulu = np.full(banyak, PREDIKAT.index(Predikat.BAIK), dtype=np.int8)
    nanti = dulu.copy()
    nanti[:turun] = PREDIKAT.index(Predikat.SANGAT_KURANG)
    mikro = np.empty((banyak, 0), dtype=np.int64)
    dua = [HasilMetode(mikro=mikro, hasil=kosong, perilaku=kosong, predikat=p) for p in (dulu, nanti)]
    return replace(
        hasil,
        banding=Perbandingan(
            sebelum=dua[0], sesudah=dua[1], unit=np.full(banyak, hasil.banding.unit[0], dtype=np.int64)
        ),
    )


def test_large_groups_are_counted(draf) -> None:
    hasil = moved(run(draf), turun=6, tetap=9)

    isi = tertutup(hasil)

    assert (isi.total, isi.arah) == (15, (9, 0, 6, 0))
    assert answer_closed(hasil, isi).endswith("dari 15 orang: turun untuk 6 orang.")


@pytest.mark.parametrize(("turun", "tetap"), [(1, 14), (4, 20), (12, 3)])
def test_a_small_group_is_neither_shown_nor_to_be_subtracted(draf, turun, tetap) -> None:
    hasil = moved(run(draf), turun=turun, tetap=tetap)

    isi = tertutup(hasil)

    assert isi.arah[0] is None and isi.arah[2] is None
    (unit,) = isi.daftar_unit
    assert unit.arah[0] is None and unit.arah[2] is None
    assert "turun untuk beberapa orang" in answer_closed(hasil, isi)
