"""A rating changed in a calibration: who may, when, and what the employee reads of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.penilaian import actions
from kinerja.penilaian.actions.isian import IsianPenilaian
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Rating
from tests.factories.evaluasi import DIBUKA_AT, buat_evaluasi, isian

ALASAN_KALIBRASI = "Tiga layanan selesai sebelum batas dan dipakai dua bidang lain; buktinya lengkap."
RAPAT_AT = DIBUKA_AT + timedelta(days=3)


def usul(**ganti: object) -> actions.IsianKalibrasi:
    isi = {
        "dari_hasil": Rating.SESUAI, "dari_perilaku": Rating.SESUAI, "rating_hasil": Rating.DI_ATAS,
        "rating_perilaku": Rating.DI_ATAS, "alasan": ALASAN_KALIBRASI, "diusulkan_sebagai": "Anggota tim evaluasi",
    }  # fmt: skip
    return actions.IsianKalibrasi(**{**isi, **ganti})  # type: ignore[arg-type]


@pytest.mark.parametrize("status", [StatusEvaluasi.DINILAI, StatusEvaluasi.DITETAPKAN])
def test_the_penilai_changes_and_the_predikat_follows(orang, akun, status):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=status)

    evaluasi = actions.change_in_calibration(evaluasi, usul(), by=akun("bu-sari"), at=RAPAT_AT)

    evaluasi.refresh_from_db()
    assert (evaluasi.rating_hasil, evaluasi.predikat) == (Rating.DI_ATAS, "sangat_baik")
    assert evaluasi.status == status
    (satu,) = evaluasi.jejak_hitung["kalibrasi"]
    assert satu["from"]["predikat"] == "baik"
    assert satu["to"]["predikat"] == "sangat_baik"
    assert (satu["reason"], satu["proposed_by"]) == (ALASAN_KALIBRASI, "Anggota tim evaluasi")
    assert satu["accepted_by"] == orang("bu-sari").nama
    assert evaluasi.jejak_hitung["predikat"]["nilai"] == "sangat_baik"
    catatan = Catatan.objects.of_object(evaluasi).get(tindakan="evaluasi.kalibrasi")
    assert catatan.rincian["predikat_lama"] == "baik"


@pytest.mark.parametrize("siapa", ["pak-budi", "bu-dewi", "kepala-dinkes", "pak-anton", "bu-rina"])
def test_nobody_but_the_penilai_changes(orang, akun, siapa):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DINILAI)

    with pytest.raises(PermissionDenied):
        actions.change_in_calibration(evaluasi, usul(), by=akun(siapa), at=RAPAT_AT)


@pytest.mark.parametrize(
    ("status", "kata"),
    [
        (StatusEvaluasi.DIBUKA, "belum selesai dinilai"),
        (StatusEvaluasi.DISERAHKAN, "sudah diserahkan"),
        (StatusEvaluasi.DITERIMA, "sudah diserahkan"),
        (StatusEvaluasi.FINAL, "sudah diserahkan"),
    ],
)
def test_a_status_that_does_not_allow_it_is_said(orang, akun, status, kata):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=status)

    with pytest.raises(actions.CannotCalibrate, match=kata):
        actions.change_in_calibration(evaluasi, usul(), by=akun("bu-sari"), at=RAPAT_AT)


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"alasan": "   kurang dari dua   "}, "paling sedikit 20"),
        ({"dari_hasil": Rating.DI_BAWAH}, "sudah berubah sejak usul"),
        ({"rating_hasil": Rating.SESUAI, "rating_perilaku": Rating.SESUAI}, "sama dengan yang sekarang"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(orang, akun, ganti, kata):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DINILAI)

    with pytest.raises(actions.CannotCalibrate, match=kata):
        actions.change_in_calibration(evaluasi, usul(**ganti), by=akun("bu-sari"), at=RAPAT_AT)

    assert Evaluasi.objects.get(pk=evaluasi.pk).predikat == "baik"


def test_a_form_that_was_open_meanwhile_is_stale(orang, akun):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DINILAI)
    terbuka: IsianPenilaian = isian(evaluasi)

    actions.change_in_calibration(evaluasi, usul(), by=akun("bu-sari"), at=RAPAT_AT)

    with pytest.raises(actions.StaleEvaluasi):
        actions.rate_evaluasi(evaluasi, terbuka, by=akun("bu-sari"), at=RAPAT_AT)


def test_rating_once_more_keeps_what_the_meeting_changed(orang, akun):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DINILAI)
    actions.change_in_calibration(evaluasi, usul(), by=akun("bu-sari"), at=RAPAT_AT)

    evaluasi = actions.rate_evaluasi(evaluasi, isian(evaluasi), by=akun("bu-sari"), at=RAPAT_AT)

    assert evaluasi.predikat == "baik"
    assert len(evaluasi.jejak_hitung["kalibrasi"]) == 1


def test_the_employee_reads_the_reason_and_no_name_of_the_proposer(orang, akun, masuk):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITETAPKAN)
    actions.change_in_calibration(evaluasi, usul(), by=akun("bu-sari"), at=RAPAT_AT)
    actions.hand_over_evaluasi(evaluasi, by=akun("bu-sari"), at=RAPAT_AT + timedelta(hours=1))

    halaman = masuk("pak-budi").get(f"/penilaian/hasil/{evaluasi.pk}/").content.decode()

    assert "Diubah dalam kalibrasi" in halaman
    assert ALASAN_KALIBRASI in halaman
    assert "anggota tim evaluasi" in halaman
    assert "Penjelasan di bawah adalah penilaian sebelum perubahan itu" in halaman
