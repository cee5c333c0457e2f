"""The suggestions of a whole period by the queue: equal to the form's, and decided things stay as they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja.jejak.models import Catatan
from kinerja.kebijakan.models import Kebijakan, Periode, Tahap
from kinerja.pekerjaan.istilah import StatusPekerjaan
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.penilaian import actions, tasks
from kinerja.penilaian.actions.hitung_saran import CannotSuggest, request_saran, write_saran
from kinerja.penilaian.actions.isian import NilaiHasil
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.saran_banyak import hitung_saran
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Rating
from tests.factories.evaluasi import DIBUKA_AT, buat_evaluasi, catat_realisasi, isian, user_dari
from tests.factories.saran import satu_per_satu
from tests.factories.skp import buat_skp

JAM = datetime(2026, 4, 6, 2, 0, tzinfo=UTC)
SEMUA = ("pak-budi", "bu-dewi", "bu-rina", "dokter-fajar")


@pytest.fixture
def daftar(orang) -> list[Evaluasi]:
    """Open ones of several people of one instansi, with and without figures."""
    hasil = []
    for slug in SEMUA:
        skp = buat_skp(orang(slug))
        if slug != "bu-rina":
            catat_realisasi(skp, nilai={"Jumlah pasien": "900"} if slug == "bu-dewi" else None)
        hasil.append(buat_evaluasi(orang(slug)))
    return hasil


@pytest.fixture
def periode(daftar) -> Periode:
    return Periode.objects.select_related("instansi").get(pk=daftar[0].periode_id)


def run(periode, by) -> Pekerjaan:
    pekerjaan = request_saran(periode, by=by, at=JAM)
    Pekerja(clock=lambda: JAM).drain()
    pekerjaan.refresh_from_db()
    return pekerjaan


def stored(evaluasi: Evaluasi) -> tuple[object, ...]:
    evaluasi.refresh_from_db()
    return evaluasi.saran_hasil, evaluasi.saran_perilaku, evaluasi.saran_predikat, evaluasi.masukan


def test_the_queue_stores_what_the_form_would_suggest(daftar, periode, akun):
    draf = replace(
        isian(daftar[0], per_hasil=Rating.DI_ATAS), rating_hasil=None, rating_perilaku=None, revisi=0
    )
    actions.save_draf(daftar[0], draf, by=user_dari(daftar[0].penilai), at=JAM)

    pekerjaan = run(periode, akun("pak-anton"))

    assert pekerjaan.status == StatusPekerjaan.SELESAI, pekerjaan.galat
    assert pekerjaan.kemajuan == len(daftar)
    for evaluasi in daftar:
        assert stored(evaluasi) == satu_per_satu(evaluasi.pk)
        assert evaluasi.jejak_saran["pada"] == JAM.isoformat()
    # Not an empty comparison: a draft, figures inside and below the range, and none at all.
    assert {evaluasi.saran_hasil for evaluasi in daftar} == {Rating.DI_ATAS, Rating.SESUAI, ""}


def test_nothing_of_the_penilai_is_touched(daftar, periode, akun):
    penilai = user_dari(daftar[0].penilai)
    actions.rate_evaluasi(daftar[0], isian(daftar[0]), by=penilai, at=JAM)
    sebelum = Evaluasi.objects.filter(pk=daftar[0].pk).values().get()

    run(periode, akun("pak-anton"))

    sesudah = Evaluasi.objects.filter(pk=daftar[0].pk).values().get()
    berubah = {kolom for kolom in sebelum if sebelum[kolom] != sesudah[kolom]}
    assert berubah == {"jejak_saran"}


def test_what_is_decided_keeps_the_suggestion_it_was_decided_with(orang, akun):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITETAPKAN)
    lain = buat_evaluasi(orang("bu-dewi"))
    sebelum = Evaluasi.objects.filter(pk=evaluasi.pk).values().get()

    run(Periode.objects.select_related("instansi").get(pk=lain.periode_id), akun("pak-anton"))

    assert Evaluasi.objects.filter(pk=evaluasi.pk).values().get() == sebelum
    lain.refresh_from_db()
    assert lain.jejak_saran


def test_running_twice_changes_nothing(daftar, periode, akun):
    run(periode, akun("pak-anton"))
    pertama = [stored(evaluasi) for evaluasi in daftar]

    run(periode, akun("pak-anton"))

    assert [stored(evaluasi) for evaluasi in daftar] == pertama


def test_parts_are_as_good_as_the_whole(daftar, periode, akun, monkeypatch):
    monkeypatch.setattr(tasks, "SEBAGIAN", 1)

    pekerjaan = run(periode, akun("pak-anton"))

    assert (pekerjaan.status, pekerjaan.kemajuan) == (StatusPekerjaan.SELESAI, len(daftar))
    for evaluasi in daftar:
        assert stored(evaluasi) == satu_per_satu(evaluasi.pk)


def test_a_draft_that_moved_while_it_was_computed_is_computed_anew(daftar, periode):
    kebijakan = Kebijakan.objects.with_method().get(pk=daftar[0].kebijakan_id)
    bersama = Evaluasi.objects.filter(pk__in=[evaluasi.pk for evaluasi in daftar])
    saran = hitung_saran(bersama, periode=periode, kebijakan=kebijakan, at=JAM)
    baru = {
        rhk.pk: NilaiHasil(rating=Rating.DI_ATAS, alasan="Melampaui.")
        for rhk in daftar[1].skp.daftar_rhk.order_by("id")
    }
    draf = replace(isian(daftar[1]), daftar_hasil=baru, rating_hasil=None, rating_perilaku=None)
    actions.save_draf(daftar[1], draf, by=user_dari(daftar[1].penilai), at=JAM)

    ditulis = write_saran(saran, periode=periode, kebijakan=kebijakan, at=JAM)

    assert ditulis == len(daftar)
    assert stored(daftar[1]) == satu_per_satu(daftar[1].pk)
    assert daftar[1].saran_hasil == Rating.DI_ATAS


def test_one_decided_while_it_was_computed_is_left_alone(daftar, periode):
    kebijakan = Kebijakan.objects.with_method().get(pk=daftar[0].kebijakan_id)
    bersama = Evaluasi.objects.filter(pk__in=[evaluasi.pk for evaluasi in daftar])
    saran = hitung_saran(bersama, periode=periode, kebijakan=kebijakan, at=JAM)
    penilai = user_dari(daftar[0].penilai)
    actions.rate_evaluasi(daftar[0], isian(daftar[0]), by=penilai, at=JAM)
    actions.approve_evaluasi(daftar[0], by=penilai, at=JAM)

    assert write_saran(saran, periode=periode, kebijakan=kebijakan, at=JAM) == len(daftar) - 1

    daftar[0].refresh_from_db()
    assert daftar[0].jejak_saran == {}


def test_queries_do_not_grow_with_people(daftar, periode):
    kebijakan = Kebijakan.objects.with_method().get(pk=daftar[0].kebijakan_id)

    def queries(banyak):
        bersama = Evaluasi.objects.filter(pk__in=[evaluasi.pk for evaluasi in daftar[:banyak]])
        with CaptureQueriesContext(connection) as rekaman:
            saran = hitung_saran(bersama, periode=periode, kebijakan=kebijakan, at=JAM)
            write_saran(saran, periode=periode, kebijakan=kebijakan, at=JAM)
        assert len(saran) == banyak
        return len(rekaman)

    assert queries(1) == queries(len(daftar))


def test_only_the_admin_of_the_instansi_asks(daftar, periode, akun):
    for slug in ("pak-budi", "bu-sari", "admin-pontianak"):
        with pytest.raises(PermissionDenied):
            request_saran(periode, by=akun(slug), at=JAM)
    assert not Pekerjaan.objects.exists()


def test_a_second_press_is_the_same_job_and_leaves_one_trace(daftar, periode, akun):
    satu = request_saran(periode, by=akun("pak-anton"), at=JAM)
    dua = request_saran(periode, by=akun("pak-anton"), at=DIBUKA_AT)

    assert satu == dua
    assert Catatan.objects.filter(tindakan="evaluasi.hitung_saran").count() == 1


def test_a_period_without_open_evaluations_says_what_to_do_first(orang, akun):
    tahunan = Periode.objects.select_related("instansi").get(
        instansi=orang("pak-budi").instansi, tahun=2026, tahap=Tahap.TAHUNAN
    )
    with pytest.raises(CannotSuggest, match="Buka evaluasinya dahulu"):
        request_saran(tahunan, by=akun("pak-anton"), at=JAM)
