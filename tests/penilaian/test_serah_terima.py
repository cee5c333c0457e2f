"""From the signature to the closed document, and the penilai who stays silent."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command

from kinerja.jejak.models import Catatan
from kinerja.kebijakan.models import Tahap
from kinerja.penilaian import actions
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.tenggat import DaftarKalender, batas_keberatan, batas_terima
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.peraturan.predikat import Rating
from kinerja.perencanaan.models import SKP
from kinerja.tindak_lanjut import actions as keberatan
from kinerja.tindak_lanjut.models import Putusan
from tests.factories.evaluasi import (
    ALASAN,
    DIBUKA_AT,
    buat_evaluasi,
    catat_realisasi,
    isian,
    periode_evaluasi,
)
from tests.factories.skp import buat_skp

SESUDAH_JENDELA = datetime(2026, 4, 15, 2, 0, tzinfo=UTC)


def pada(on: date) -> datetime:
    return datetime.combine(on, time(3, 0), tzinfo=UTC)


def test_the_owner_sees_nothing_before_the_hand_over(orang, akun) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITETAPKAN)

    assert not Evaluasi.objects.visible_to(akun("pak-budi")).filter(pk=evaluasi.pk).exists()


def test_approve_is_refused_before_rating(orang, akun) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))

    with pytest.raises(actions.CannotMoveEvaluasi, match="Dibuka"):
        actions.approve_evaluasi(evaluasi, by=akun("bu-sari"), at=DIBUKA_AT)


def test_rating_is_refused_after_the_signature(orang, akun) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITETAPKAN)

    with pytest.raises(actions.CannotEvaluate, match="Ditetapkan"):
        actions.rate_evaluasi(evaluasi, isian(evaluasi), by=akun("bu-sari"), at=DIBUKA_AT)


def test_only_the_owner_signs_for_receipt(orang, akun) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DISERAHKAN)

    with pytest.raises(PermissionDenied):
        actions.receive_evaluasi(evaluasi, by=akun("bu-sari"), at=DIBUKA_AT)


def test_it_becomes_final_the_day_after_the_last_day_to_object(orang) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITERIMA)
    batas_on = batas_keberatan(evaluasi, DaftarKalender())
    assert batas_on is not None

    assert actions.close_due(by=None, at=pada(batas_on)) == []

    assert [e.pk for e in actions.close_due(by=None, at=pada(batas_on.replace(day=batas_on.day + 1)))] == [
        evaluasi.pk
    ]


def test_unsigned_for_fourteen_working_days_becomes_final_as_well(orang) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DISERAHKAN)
    batas_on = batas_terima(evaluasi, DaftarKalender())
    assert batas_on is not None

    with pytest.raises(actions.CannotMoveEvaluasi, match="masih punya waktu"):
        actions.close_evaluasi(evaluasi, by=None, at=pada(batas_on))
    actions.close_evaluasi(evaluasi, by=None, at=pada(batas_on.replace(day=batas_on.day + 1)))

    evaluasi.refresh_from_db()
    assert evaluasi.status == StatusEvaluasi.FINAL


def test_only_an_admin_presses_the_clock(orang, akun) -> None:
    buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITERIMA)

    with pytest.raises(PermissionDenied):
        actions.close_due(by=akun("bu-sari"), at=SESUDAH_JENDELA)


def test_the_command_closes_and_says_how_many(orang) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITERIMA)
    Evaluasi.objects.filter(pk=evaluasi.pk).update(diterima_at=datetime(2025, 1, 6, 3, 0, tzinfo=UTC))
    keluaran = StringIO()

    call_command("tutup_evaluasi", stdout=keluaran)

    assert "1 evaluasi menjadi final" in keluaran.getvalue()


def test_what_is_final_is_closed_for_good(orang, akun) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.FINAL)
    sari, budi, atasan = akun("bu-sari"), akun("pak-budi"), akun("kepala-dinkes")
    sebelum = Evaluasi.objects.filter(pk=evaluasi.pk).values().get()
    isi = isian(evaluasi, hasil=Rating.DI_ATAS)

    for langkah in (
        lambda: actions.save_draf(evaluasi, isi, by=sari, at=DIBUKA_AT),
        lambda: actions.rate_evaluasi(evaluasi, isi, by=sari, at=DIBUKA_AT),
        lambda: actions.approve_evaluasi(evaluasi, by=sari, at=DIBUKA_AT),
        lambda: actions.hand_over_evaluasi(evaluasi, by=sari, at=DIBUKA_AT),
        lambda: actions.receive_evaluasi(evaluasi, by=budi, at=DIBUKA_AT),
        lambda: actions.take_over_evaluasi(evaluasi, by=atasan, at=SESUDAH_JENDELA),
        lambda: actions.close_evaluasi(evaluasi, by=None, at=SESUDAH_JENDELA),
        lambda: keberatan.file_keberatan(evaluasi, alasan=ALASAN, by=budi, at=DIBUKA_AT),
    ):
        with pytest.raises((actions.CannotEvaluate, keberatan.CannotObject)):
            langkah()

    assert Evaluasi.objects.filter(pk=evaluasi.pk).values().get() == sebelum


def test_a_decided_objection_cannot_be_decided_again(orang, akun) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITERIMA)
    satu = keberatan.file_keberatan(evaluasi, alasan=ALASAN, by=akun("pak-budi"), at=SESUDAH_JENDELA)
    isi = keberatan.IsianPutusan(putusan=Putusan.MENGUATKAN, pertimbangan=ALASAN)
    keberatan.decide_keberatan(satu, isi, by=akun("kepala-dinkes"), at=SESUDAH_JENDELA)

    with pytest.raises(keberatan.CannotDecide, match="sudah diputus"):
        keberatan.decide_keberatan(satu, isi, by=akun("kepala-dinkes"), at=SESUDAH_JENDELA)


def test_the_superior_waits_for_the_end_of_the_window(orang, akun) -> None:
    evaluasi = buat_evaluasi(orang("pak-joko"))
    terakhir = pada(evaluasi.periode.jendela_selesai_on)

    with pytest.raises(actions.CannotTakeOver, match="masih punya waktu"):
        actions.take_over_evaluasi(evaluasi, by=akun("kepala-dinkes"), at=terakhir)


def test_the_superior_of_a_silent_penilai_rates_and_it_is_final(orang, akun) -> None:
    evaluasi = buat_evaluasi(orang("pak-joko"))
    atasan = akun("kepala-dinkes")

    actions.take_over_evaluasi(evaluasi, by=atasan, at=SESUDAH_JENDELA)
    with pytest.raises(PermissionDenied):
        actions.rate_evaluasi(evaluasi, isian(evaluasi), by=akun("kapus-rejosari"), at=SESUDAH_JENDELA)
    actions.rate_evaluasi(evaluasi, isian(evaluasi), by=atasan, at=SESUDAH_JENDELA)
    actions.approve_evaluasi(evaluasi, by=atasan, at=SESUDAH_JENDELA)
    actions.hand_over_evaluasi(evaluasi, by=atasan, at=SESUDAH_JENDELA)
    actions.receive_evaluasi(evaluasi, by=akun("pak-joko"), at=SESUDAH_JENDELA)

    evaluasi.refresh_from_db()
    assert (evaluasi.oleh_atasan, evaluasi.status) == (True, StatusEvaluasi.FINAL)
    catatan = Catatan.objects.get(tindakan="evaluasi.ambil_alih")
    assert catatan.rincian["formulir"] == "D.1.2"


def test_nobody_else_takes_over(orang, akun) -> None:
    evaluasi = buat_evaluasi(orang("pak-joko"))

    for slug in ("pak-joko", "bu-sari", "pak-anton", "kapus-rejosari"):
        with pytest.raises(PermissionDenied):
            actions.take_over_evaluasi(evaluasi, by=akun(slug), at=SESUDAH_JENDELA)


def test_the_command_names_silent_penilai_and_notes_it_once(orang) -> None:
    evaluasi = buat_evaluasi(orang("pak-joko"))
    daftar = actions.daftar_diam(at=SESUDAH_JENDELA)

    assert actions.mark_silent(daftar, at=SESUDAH_JENDELA) == 1
    assert actions.mark_silent(daftar, at=SESUDAH_JENDELA) == 0

    assert [e.pk for e in daftar] == [evaluasi.pk]
    call_command("eskalasi", stdout=StringIO())


def test_the_annual_evaluation_marks_the_plan(orang, akun) -> None:
    skp = buat_skp(orang("pak-budi"))
    catat_realisasi(skp)
    at = datetime(2027, 1, 4, 3, 0, tzinfo=UTC)
    periode = periode_evaluasi(orang("pak-budi"), tahap=Tahap.TAHUNAN)
    actions.open_evaluasi(periode, by=akun("bu-sari"), at=at)
    evaluasi = Evaluasi.objects.get(periode=periode)
    actions.rate_evaluasi(evaluasi, isian(evaluasi), by=akun("bu-sari"), at=at)

    actions.approve_evaluasi(evaluasi, by=akun("bu-sari"), at=at)

    assert SKP.objects.get(pk=skp.pk).status == StatusSKP.DIEVALUASI
