"""Opening and rating: what is kept, what is refused, what the trace holds."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from kinerja.jejak.models import Catatan
from kinerja.kebijakan.models import Tahap
from kinerja.penilaian import actions
from kinerja.penilaian.actions.isian import NilaiHasil
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.peraturan.predikat import Rating, predikat_kinerja
from tests.factories.evaluasi import DIBUKA_AT, buat_evaluasi, catat_realisasi, isian, periode_evaluasi
from tests.factories.skp import buat_skp


def test_a_penilai_opens_for_his_own_people_only(orang, akun) -> None:
    buat_skp(orang("pak-budi"))
    buat_skp(orang("bu-dewi"), status=StatusSKP.DIAJUKAN)
    buat_skp(orang("bu-rina"))

    hasil = actions.open_evaluasi(periode_evaluasi(orang("pak-budi")), by=akun("bu-sari"), at=DIBUKA_AT)

    assert hasil.dibuka == 1
    assert list(Evaluasi.objects.values_list("skp__pegawai__nip", flat=True)) == [orang("pak-budi").nip]


def test_opening_twice_adds_nothing(orang, akun) -> None:
    buat_skp(orang("pak-budi"))
    periode = periode_evaluasi(orang("pak-budi"))
    actions.open_evaluasi(periode, by=akun("bu-sari"), at=DIBUKA_AT)

    hasil = actions.open_evaluasi(periode, by=akun("pak-anton"), at=DIBUKA_AT)

    assert (hasil.dibuka, hasil.sudah_ada) == (0, 1)
    assert Evaluasi.objects.count() == 1


def test_an_admin_of_another_instansi_opens_nothing(orang, akun) -> None:
    buat_skp(orang("pak-budi"))

    hasil = actions.open_evaluasi(
        periode_evaluasi(orang("pak-budi")), by=akun("admin-pontianak"), at=DIBUKA_AT
    )

    assert hasil.dibuka == 0


def test_opening_does_not_grow_with_people(orang, akun, django_assert_num_queries) -> None:
    for slug in ("pak-budi", "bu-dewi", "dokter-fajar", "bu-yanti"):
        buat_skp(orang(slug))
    periode, sari = periode_evaluasi(orang("pak-budi")), akun("bu-sari")

    kabar = connection.vendor == "postgresql"  # docs/adr/0020
    # the memo of the scope (2), the right, plans, existing, policies, insert, trail, savepoint and its release
    with django_assert_num_queries(12 + kabar):
        actions.open_evaluasi(periode, by=sari, at=DIBUKA_AT)


def test_who_assesses_nobody_opens_nothing(orang, akun) -> None:
    buat_skp(orang("pak-budi"))

    with pytest.raises(PermissionDenied):
        actions.open_evaluasi(periode_evaluasi(orang("pak-budi")), by=akun("bu-dewi"), at=DIBUKA_AT)

    assert not Evaluasi.objects.exists()


def test_opening_is_refused_before_the_period_has_ended(orang, akun) -> None:
    buat_skp(orang("pak-budi"))
    awal = datetime(2026, 3, 30, 3, 0, tzinfo=UTC)

    with pytest.raises(actions.CannotOpenEvaluasi, match="belum selesai berjalan"):
        actions.open_evaluasi(periode_evaluasi(orang("pak-budi")), by=akun("bu-sari"), at=awal)


def test_opening_is_refused_while_the_admin_has_not_opened_the_period(orang, akun) -> None:
    buat_skp(orang("pak-budi"))
    periode = periode_evaluasi(orang("pak-budi"))
    periode.dibuka_at = None
    periode.save(update_fields=["dibuka_at"])

    with pytest.raises(actions.CannotOpenEvaluasi, match="belum dibuka admin"):
        actions.open_evaluasi(periode, by=akun("bu-sari"), at=DIBUKA_AT)


def test_a_head_rated_by_the_wali_kota_is_final_from_the_start(orang, akun) -> None:
    buat_skp(orang("kepala-dinkes"))

    actions.open_evaluasi(periode_evaluasi(orang("pak-budi")), by=akun("wali-kota-pekanbaru"), at=DIBUKA_AT)

    assert Evaluasi.objects.get().final_sejak_awal


@pytest.mark.parametrize(("hasil", "perilaku"), list(itertools.product(Rating, Rating)))
def test_the_predikat_follows_from_the_quadrant(orang, akun, hasil: Rating, perilaku: Rating) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))

    actions.rate_evaluasi(
        evaluasi, isian(evaluasi, hasil=hasil, perilaku=perilaku), by=akun("bu-sari"), at=DIBUKA_AT
    )

    evaluasi.refresh_from_db()
    assert evaluasi.predikat == predikat_kinerja(hasil_kerja=hasil, perilaku_kerja=perilaku)
    assert evaluasi.status == StatusEvaluasi.DINILAI


def test_the_trace_holds_target_realisation_rating_and_article(orang) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DINILAI)

    jejak = evaluasi.jejak_hitung

    pertama = jejak["daftar_hasil"][0]["daftar_indikator"][0]
    assert (Decimal(pertama["bawah"]), Decimal(pertama["realisasi"]), pertama["rating"]) == (
        300,
        300,
        Rating.SESUAI,
    )
    assert "Lampiran Bab IV" in jejak["predikat"]["rujukan"][0]
    assert jejak["dinilai"]["oleh"] == evaluasi.penilai.nama
    assert jejak["kebijakan"]["versi"] == 1


def test_the_latest_realisation_decides_the_suggestion(orang, akun) -> None:
    skp = buat_skp(orang("pak-budi"))
    catat_realisasi(skp, nilai={"Persentase catatan": "80"})
    evaluasi = buat_evaluasi(orang("pak-budi"))

    actions.rate_evaluasi(
        evaluasi, isian(evaluasi, per_hasil=Rating.SESUAI), by=akun("bu-sari"), at=DIBUKA_AT
    )

    lengkap = evaluasi.daftar_hasil.get(rhk__teks__startswith="Catatan asuhan")
    assert lengkap.saran == Rating.DI_BAWAH


def test_a_result_below_target_is_sesuai_only_with_a_reason(orang, akun) -> None:
    skp = buat_skp(orang("pak-budi"))
    catat_realisasi(skp, nilai={"Persentase catatan": "80"})
    evaluasi = buat_evaluasi(orang("pak-budi"))
    lengkap = isian(evaluasi)
    rhk = skp.daftar_rhk.get(teks__startswith="Catatan asuhan")
    tanpa = replace(lengkap, daftar_hasil=lengkap.daftar_hasil | {rhk.pk: NilaiHasil(rating=Rating.SESUAI)})

    with pytest.raises(actions.CannotRate, match="Tuliskan alasannya"):
        actions.rate_evaluasi(evaluasi, tanpa, by=akun("bu-sari"), at=DIBUKA_AT)


def test_departing_from_the_suggestion_without_a_reason_is_refused(orang, akun) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))
    tanpa = replace(isian(evaluasi, hasil=Rating.DI_ATAS), alasan_hasil=" ")

    with pytest.raises(actions.CannotRate) as galat:
        actions.rate_evaluasi(evaluasi, tanpa, by=akun("bu-sari"), at=DIBUKA_AT)

    assert [nama for nama, _ in galat.value.daftar] == ["alasan_hasil"]


def test_a_draft_keeps_what_was_typed_and_decides_nothing(orang, akun) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))

    actions.save_draf(evaluasi, isian(evaluasi), by=akun("bu-sari"), at=DIBUKA_AT)

    evaluasi.refresh_from_db()
    assert (evaluasi.status, evaluasi.predikat) == (StatusEvaluasi.DIBUKA, "")
    assert evaluasi.rating_hasil == Rating.SESUAI
    assert evaluasi.daftar_perilaku.count() == 7


def test_a_draft_over_a_rating_takes_the_predikat_back(orang, akun) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DINILAI)
    actions.save_draf(evaluasi, isian(evaluasi), by=akun("bu-sari"), at=DIBUKA_AT)

    with pytest.raises(actions.CannotMoveEvaluasi, match="baru berupa draf"):
        actions.approve_evaluasi(evaluasi, by=akun("bu-sari"), at=DIBUKA_AT)


def test_the_second_of_two_tabs_is_told(orang, akun) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))
    lama = isian(evaluasi)
    actions.save_draf(evaluasi, lama, by=akun("bu-sari"), at=DIBUKA_AT)

    with pytest.raises(actions.StaleEvaluasi, match="tab atau perangkat lain"):
        actions.rate_evaluasi(evaluasi, lama, by=akun("bu-sari"), at=DIBUKA_AT)


@pytest.mark.parametrize(
    "slug", ["pak-budi", "bu-dewi", "kepala-dinkes", "pak-anton", "bu-rina", "analis-pontianak"]
)
def test_nobody_but_the_penilai_rates(orang, akun, slug: str) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))

    with pytest.raises(PermissionDenied):
        actions.rate_evaluasi(evaluasi, isian(evaluasi), by=akun(slug), at=DIBUKA_AT)


def test_rating_is_written_into_the_trail_with_its_article(orang) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DINILAI)

    catatan = Catatan.objects.get(tindakan="evaluasi.nilai", objek_id=str(evaluasi.pk))

    assert catatan.rincian["predikat"] == "baik"
    assert "Kuadran" in catatan.dasar


def test_a_documentation_period_cannot_be_evaluated(orang, akun) -> None:
    periode = periode_evaluasi(orang("pak-budi"), urutan=3, tahap=Tahap.DOKUMENTASI)
    buat_skp(orang("pak-budi"))

    with pytest.raises(actions.CannotOpenEvaluasi, match="mendokumentasikan"):
        actions.open_evaluasi(periode, by=akun("bu-sari"), at=DIBUKA_AT)
