"""Tugas belajar that was not finished: no predikat above Kurang (p. 100)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.urls import reverse

from kinerja.kepegawaian.models import Pegawai
from kinerja.penilaian import actions
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Rating
from kinerja.tindak_lanjut import actions as tindak_lanjut
from kinerja.tindak_lanjut.models import Putusan
from tests.factories.evaluasi import ALASAN, DIBUKA_AT, buat_evaluasi, isian

pytestmark = pytest.mark.django_db


@pytest.fixture
def belajar(orang):
    evaluasi = buat_evaluasi(orang("pak-budi"))
    Pegawai.objects.filter(pk=orang("pak-budi").pk).update(status="tugas_belajar")
    return evaluasi


@pytest.mark.parametrize(
    ("hasil", "perilaku", "predikat"),
    [
        (Rating.DI_ATAS, Rating.DI_ATAS, "kurang"),
        (Rating.DI_BAWAH, Rating.SESUAI, "kurang"),
        (Rating.DI_BAWAH, Rating.DI_BAWAH, "sangat_kurang"),
    ],
)
def test_the_predikat_is_capped_and_says_why(belajar, akun, hasil, perilaku, predikat):
    isi = replace(isian(belajar, hasil=hasil, perilaku=perilaku), gagal_studi=True)

    evaluasi = actions.rate_evaluasi(belajar, isi, by=akun("bu-sari"), at=DIBUKA_AT)

    assert (evaluasi.predikat, evaluasi.gagal_studi) == (predikat, True)
    assert any("hlm. 100" in rujukan for rujukan in evaluasi.jejak_hitung["predikat"]["rujukan"])


def test_who_finishes_is_rated_by_the_quadrant(belajar, akun):
    evaluasi = actions.rate_evaluasi(belajar, isian(belajar), by=akun("bu-sari"), at=DIBUKA_AT)

    assert evaluasi.predikat == "baik"


def test_it_is_for_tugas_belajar_only(orang, akun):
    evaluasi = buat_evaluasi(orang("pak-budi"))

    with pytest.raises(actions.CannotEvaluate, match="tugas belajar"):
        isi = replace(isian(evaluasi), gagal_studi=True)
        actions.rate_evaluasi(evaluasi, isi, by=akun("bu-sari"), at=DIBUKA_AT)


def test_an_objection_does_not_lift_it_either(belajar, orang, akun):
    isi = replace(isian(belajar, hasil=Rating.DI_BAWAH, perilaku=Rating.DI_BAWAH), gagal_studi=True)
    actions.rate_evaluasi(belajar, isi, by=akun("bu-sari"), at=DIBUKA_AT)
    actions.approve_evaluasi(belajar, by=akun("bu-sari"), at=DIBUKA_AT)
    actions.hand_over_evaluasi(belajar, by=akun("bu-sari"), at=DIBUKA_AT)
    actions.receive_evaluasi(belajar, by=akun("pak-budi"), at=DIBUKA_AT)
    keberatan = tindak_lanjut.file_keberatan(belajar, alasan=ALASAN, by=akun("pak-budi"), at=DIBUKA_AT)
    putusan = tindak_lanjut.IsianPutusan(
        putusan=Putusan.MENGUBAH, pertimbangan=ALASAN, rating_hasil=Rating.SESUAI, rating_perilaku=Rating.SESUAI
    )  # fmt: skip

    tindak_lanjut.decide_keberatan(keberatan, putusan, by=akun("kepala-dinkes"), at=DIBUKA_AT)

    belajar.refresh_from_db()
    assert (belajar.status, belajar.predikat) == (StatusEvaluasi.FINAL, "kurang")


def test_the_box_is_on_the_form_of_a_student_only(belajar, masuk, orang):
    sari = masuk("bu-sari")

    assert "Tidak menyelesaikan studi" in sari.get(reverse("penilaian:evaluasi_edit", args=[belajar.pk])).text
    Pegawai.objects.filter(pk=orang("pak-budi").pk).update(status="aktif")
    assert (
        "Tidak menyelesaikan studi"
        not in sari.get(reverse("penilaian:evaluasi_edit", args=[belajar.pk])).text
    )
