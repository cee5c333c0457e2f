"""Saying yes opens what the app below offers."""

from __future__ import annotations

import pytest

from kinerja.karier.models import CalonPromosi
from kinerja.pengembangan.models import KebutuhanTercatat
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.tindak_lanjut import actions
from kinerja.tindak_lanjut.actions.buka import KEBUTUHAN
from kinerja.tindak_lanjut.istilah import PutusanUsulan
from kinerja.tindak_lanjut.models import UsulanTindakLanjut
from tests.factories.evaluasi import buat_evaluasi, user_dari
from tests.factories.pembinaan import PADA, buat_rencana, rendah
from tests.factories.usulan import beri_aturan, susun

pytestmark = pytest.mark.django_db


def setujui(orang, tindakan: str) -> UsulanTindakLanjut:
    usulan = UsulanTindakLanjut.objects.get(tindakan=tindakan)
    isian = actions.IsianUsulan(putusan=PutusanUsulan.SETUJUI, alasan="Sudah dibahas bersama kepala unitnya.")
    hasil = actions.decide_usulan([usulan.pk], isian, by=user_dari(orang("pak-anton")), at=PADA)
    assert not hasil.tertahan
    usulan.refresh_from_db()
    return usulan


def test_promotion_goes_on_the_list_of_the_year_once(orang):
    evaluasi = buat_evaluasi(orang("bu-dewi"), status=StatusEvaluasi.DITERIMA)
    beri_aturan(
        evaluasi, [{"kondisi": "predikat_minimal", "tindakan": "promosi", "parameter": {"predikat": "baik"}}]
    )
    susun()

    usulan = setujui(orang, "promosi")

    calon = CalonPromosi.objects.get()
    assert (calon.pegawai, calon.tahun) == (orang("bu-dewi"), 2026)
    assert (usulan.objek_jenis, usulan.objek_id) == ("karier.calonpromosi", calon.pk)


def test_a_plan_that_runs_already_is_the_one_that_is_meant(orang):
    rencana = buat_rencana(orang)
    beri_aturan(rencana.evaluasi)
    susun()

    assert setujui(orang, "pembinaan").objek_id == rencana.pk


def test_training_stays_a_need_until_it_is_done(orang):
    evaluasi = rendah(orang)
    beri_aturan(
        evaluasi,
        [{"kondisi": "predikat_di_bawah", "tindakan": "pelatihan", "parameter": {"predikat": "baik"}}],
    )
    susun()

    usulan = setujui(orang, "pelatihan")

    kebutuhan = KebutuhanTercatat.objects.get()
    assert (usulan.objek_jenis, usulan.objek_id) == (KEBUTUHAN, kebutuhan.pk)
    assert (kebutuhan.pegawai, kebutuhan.evaluasi, kebutuhan.selesai_at) == (
        orang("pak-budi"),
        evaluasi,
        None,
    )
    assert "Sudah dibahas" in kebutuhan.alasan and usulan.alasan in kebutuhan.alasan
    selesai = actions.IsianUsulan(putusan=PutusanUsulan.SELESAIKAN, alasan="Sertifikatnya sudah diterima.")
    actions.decide_usulan([usulan.pk], selesai, by=user_dari(orang("pak-anton")), at=PADA)
    kebutuhan.refresh_from_db()
    assert kebutuhan.selesai_at == PADA


def test_where_nothing_can_be_opened_the_decision_stands(orang):
    rencana = buat_rencana(orang)
    beri_aturan(rencana.evaluasi)
    susun()

    assert (setujui(orang, "dialog").status, UsulanTindakLanjut.objects.get(tindakan="dialog").objek_id) == (
        "disetujui", None,
    )  # fmt: skip
