"""What colleagues said of somebody: for him and the two officials above him, and for nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from kinerja.penilaian import actions
from kinerja.penilaian.models import Evaluasi
from tests.factories.evaluasi import DIBUKA_AT, buat_evaluasi, user_dari
from tests.factories.rangkuman import nilai_bersama_rekan

pytestmark = pytest.mark.usefixtures("jam")
# 1 + 2 + 2 of 12 steps: 41,67 of colleagues, 0,8 × 50 + 0,2 × 41,67 = 48,33 together.
RATA, GABUNGAN = "41,67", "48,33"


@pytest.fixture
def evaluasi(orang) -> Evaluasi:
    evaluasi = nilai_bersama_rekan(buat_evaluasi(orang("pak-budi")))
    penilai = user_dari(evaluasi.penilai)
    actions.approve_evaluasi(evaluasi, by=penilai, at=DIBUKA_AT + timedelta(hours=2))
    actions.hand_over_evaluasi(evaluasi, by=penilai, at=DIBUKA_AT + timedelta(hours=3))
    return Evaluasi.objects.get(pk=evaluasi.pk)


def halaman(client, evaluasi: Evaluasi) -> str:
    respons = client.get(reverse("penilaian:hasil_detail", args=[evaluasi.pk]))
    assert respons.status_code == 200
    return respons.content.decode()


@pytest.mark.parametrize("slug", ["pak-budi", "bu-sari", "kepala-dinkes"])
def test_the_person_and_the_two_above_him_read_the_mean(evaluasi, masuk, slug) -> None:
    isi = halaman(masuk(slug), evaluasi)

    assert f"Rekan kerja dihitung dari 3 penilai: rata-rata {RATA}" in isi
    assert GABUNGAN in isi


@pytest.mark.parametrize("slug", ["pak-anton", "auditor-pekanbaru", "sekda-pekanbaru"])
def test_roles_read_that_they_count_and_nothing_to_reckon_it_from(evaluasi, masuk, slug) -> None:
    isi = halaman(masuk(slug), evaluasi)

    assert "Rekan kerja ikut dihitung." in isi
    assert "Sesuai Ekspektasi" in isi
    assert [
        angka for angka in (RATA, GABUNGAN, "dari 3 penilai", "Rekan kerja dihitung") if angka in isi
    ] == []


def test_what_is_stored_keeps_everything(evaluasi, masuk) -> None:
    halaman(masuk("pak-anton"), evaluasi)

    skor = Evaluasi.objects.get(pk=evaluasi.pk).jejak_hitung["daftar_perilaku"][0]["skor"]
    assert skor["tampil"] == GABUNGAN
    assert {satu["sumber"]: satu["tampil"] for satu in skor["daftar_sumber"]} == {
        "atasan": "50",
        "rekan": RATA,
    }
