"""The evidence drawer of a meeting: what colleagues said stays between the person and the two officials above him."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from kinerja.kalibrasi.models import Sidang
from kinerja.penilaian.models import Evaluasi
from tests.factories.kalibrasi import SIDANG_AT, buat_sidang, evaluasi_of
from tests.factories.rangkuman import nilai_bersama_rekan

RATA, GABUNGAN = "41,67", "48,33"


@pytest.fixture
def sidang(orang, monkeypatch) -> Sidang:
    monkeypatch.setattr(timezone, "now", lambda: SIDANG_AT)
    sidang = buat_sidang(orang)
    nilai_bersama_rekan(evaluasi_of(orang, "pak-budi"))
    return sidang


def laci(client, sidang: Sidang, evaluasi: Evaluasi, **kepala: str) -> str:
    alamat = reverse("kalibrasi:orang_detail", args=[sidang.pk, evaluasi.pk])
    return client.get(alamat, headers=kepala).content.decode()


@pytest.mark.parametrize("kepala", [{}, {"HX-Request": "true"}])
def test_a_member_of_the_meeting_reads_the_combined_rating_only(sidang, orang, masuk, kepala) -> None:
    isi = laci(masuk("bu-rina"), sidang, evaluasi_of(orang, "pak-budi"), **kepala)

    assert "Perilaku menurut sumber" in isi
    assert "Rekan kerja ikut dihitung." in isi
    assert [angka for angka in (RATA, GABUNGAN, "Rekan kerja dihitung dari") if angka in isi] == []


def test_the_penilai_reads_the_mean(sidang, orang, masuk) -> None:
    isi = laci(masuk("bu-sari"), sidang, evaluasi_of(orang, "pak-budi"))

    assert f"Rekan kerja dihitung dari 3 penilai: rata-rata {RATA}" in isi
