"""The way from an evaluation to what others said, and the levels of the dictionary beside a competence."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Rating
from tests.factories.evaluasi import buat_evaluasi
from tests.factories.kompetensi import URAIAN, buat_kompetensi, nilai_kompetensi

pytestmark = pytest.mark.usefixtures("jam")
TAUTAN = "Apa kata mereka"


def isi(client, nama: str, evaluasi: Evaluasi) -> str:
    return client.get(reverse(f"penilaian:{nama}", args=[evaluasi.pk])).content.decode()


@pytest.fixture
def bersumber(orang) -> Evaluasi:
    buat_kompetensi(orang("pak-budi"))
    return nilai_kompetensi(orang("pak-budi"), Rating.SESUAI)


@pytest.mark.parametrize("slug", ["pak-budi", "bu-sari", "kepala-dinkes"])
def test_the_three_who_may_read_it_find_the_way(bersumber, masuk, slug) -> None:
    client = masuk(slug)

    assert TAUTAN in isi(client, "hasil_detail", bersumber)
    alamat = reverse("sumber:hasil_detail", args=[bersumber.skp_id, bersumber.periode_id])
    assert client.get(alamat).status_code == 200


def test_nobody_else_is_sent_there(bersumber, masuk) -> None:
    assert TAUTAN not in isi(masuk("pak-anton"), "hasil_detail", bersumber)


def test_a_method_without_others_leads_nowhere(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITERIMA)

    assert TAUTAN not in isi(masuk("pak-budi"), "hasil_detail", evaluasi)


def test_the_penilai_rates_beside_the_words_of_others_and_of_the_dictionary(orang, masuk) -> None:
    buat_kompetensi(orang("pak-budi"))
    evaluasi = buat_evaluasi(orang("pak-budi"))

    halaman = isi(masuk("bu-sari"), "evaluasi_edit", evaluasi)

    assert TAUTAN in halaman
    assert [uraian for uraian in URAIAN if uraian not in halaman] == []
