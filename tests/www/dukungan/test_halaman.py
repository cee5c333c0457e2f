"""Asking for help on a page, answering on a page, ticking off what came."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kinerja.dukungan import actions
from kinerja.dukungan.istilah import Jawaban, KeadaanDukungan
from kinerja.dukungan.models import JanjiDukungan, PermintaanDukungan
from tests.conftest import SEKARANG
from tests.factories.dukungan import URAIAN, buat_lampiran, minta
from tests.factories.skp import buat_skp

DAFTAR = reverse("dukungan:dukungan_list")
ISIAN = {"jenis": "alat", "uraian": URAIAN, "diinginkan_on": "2026-04-01", "tentang": ""}


@pytest.fixture(autouse=True)
def one_day(monkeypatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: SEKARANG)


def teks(respons) -> str:
    return respons.content.decode()


def alamat(permintaan, nama="dukungan_detail"):
    return reverse(f"dukungan:{nama}", args=[permintaan.pk])


def test_help_is_asked_for_from_an_indicator(orang, masuk):
    skp = buat_skp(orang("pak-budi"), status="ditetapkan")
    indikator = skp.daftar_rhk.order_by("id")[0].daftar_indikator.order_by("id")[0]
    budi = masuk("pak-budi")
    minta_di = reverse("dukungan:dukungan_ask")

    pilihan = f'<option value="indikator-{indikator.pk}" selected>'
    assert pilihan in teks(budi.get(f"{minta_di}?indikator={indikator.pk}"))
    respons = budi.post(minta_di, ISIAN | {"tentang": f"indikator-{indikator.pk}"}, follow=True)

    assert indikator.teks in teks(respons)
    assert PermintaanDukungan.objects.get().indikator == indikator


def test_every_result_and_indicator_leads_to_the_form(orang, masuk):
    skp = buat_skp(orang("pak-budi"), status="ditetapkan")
    rhk = skp.daftar_rhk.order_by("id")[0]
    budi = masuk("pak-budi")

    assert f"?rhk={rhk.pk}" in teks(budi.get(reverse("perencanaan:skp_detail", args=[skp.pk])))
    indikator = rhk.daftar_indikator.order_by("id")[0]
    assert f"?indikator={indikator.pk}" in teks(budi.get(reverse("pelaksanaan:realisasi_list")))
    milik_lain = teks(masuk("bu-sari").get(reverse("perencanaan:skp_detail", args=[skp.pk])))
    assert "Minta dukungan untuk hasil ini" not in milik_lain


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"diinginkan_on": "2026-02-01"}, "sudah lewat"),
        ({"jenis": ""}, "Pilih dahulu"),
        ({"tentang": "rhk-999999"}, "bukan salah satu"),
    ],
)
def test_a_request_that_cannot_be_keeps_what_was_typed(masuk, orang, ganti, kata):
    respons = masuk("pak-budi").post(reverse("dukungan:dukungan_ask"), ISIAN | ganti)

    assert respons.status_code == 422
    assert URAIAN in teks(respons)
    assert not PermintaanDukungan.objects.exists()


def test_the_penilai_finds_it_at_home_and_answers(orang, masuk):
    permintaan = minta(orang)
    sari = masuk("bu-sari")
    assert "Jawab permintaan alat atau sarana" in teks(sari.get("/"))

    tanpa_alasan = sari.post(alamat(permintaan, "dukungan_answer"), {"jawaban": "tidak_dapat"})
    sari.post(alamat(permintaan, "dukungan_answer"), {"jawaban": "dipenuhi", "tersedia_on": "2026-03-20"})

    assert tanpa_alasan.status_code == 422
    assert "Tersedia mulai 20 Maret 2026" in teks(masuk("pak-budi").get(DAFTAR))


def test_somebody_who_was_too_late_is_told_and_keeps_his_words(orang, masuk):
    permintaan = minta(orang)
    isian = actions.IsianJawaban(jawaban=Jawaban.DIPENUHI, tersedia_on=date(2026, 3, 20))
    actions.answer_dukungan(permintaan, isian=isian, by=orang("bu-sari").user, at=SEKARANG)

    respons = masuk("bu-sari").post(
        alamat(permintaan, "dukungan_answer"), {"jawaban": "tidak_dapat", "keterangan": "Tidak ada anggaran"}
    )

    assert respons.status_code == 422
    assert "sudah dijawab" in teks(respons)


def test_what_rose_is_at_home_with_the_one_above(orang, masuk):
    permintaan = minta(orang)
    kepala = masuk("kepala-dinkes")
    assert "Jawab permintaan alat" not in teks(kepala.get("/"))
    assert kepala.get(alamat(permintaan)).status_code == 404

    actions.raise_dukungan(permintaan, at=datetime(2026, 3, 11, 2, tzinfo=UTC))

    assert "Jawab permintaan alat" in teks(kepala.get("/"))
    assert "Naik ke atasan penilai karena lewat batas" in teks(kepala.get(alamat(permintaan)))


def test_the_person_says_whether_it_came(orang, masuk):
    permintaan = minta(orang)
    isian = actions.IsianJawaban(jawaban=Jawaban.DIPENUHI, tersedia_on=date(2026, 3, 2))
    actions.answer_dukungan(permintaan, isian=isian, by=orang("bu-sari").user, at=SEKARANG)
    budi = masuk("pak-budi")
    assert "Sudahkah dukungan Anda datang?" in teks(budi.get("/"))

    kosong = budi.post(alamat(permintaan, "dukungan_missing"), {"keterangan": ""})
    budi.post(alamat(permintaan, "dukungan_missing"), {"keterangan": "Monitor belum tiba."})

    assert kosong.status_code == 422
    assert PermintaanDukungan.objects.get().keadaan == KeadaanDukungan.BELUM_DATANG
    assert "Dijanjikan tetapi belum datang" in teks(masuk("bu-sari").get("/"))


def test_what_the_plan_promised_is_ticked_off_with_a_day(orang, masuk):
    lampiran = buat_lampiran(buat_skp(orang("pak-budi"), status="ditetapkan"))
    budi, alamat_janji = masuk("pak-budi"), reverse("dukungan:janji_receive", args=[lampiran.pk])

    besok = budi.post(alamat_janji, {"diterima_on": "2026-03-03"}, follow=True)
    budi.post(alamat_janji, {"diterima_on": "2026-03-01"})
    masuk("bu-sari").post(
        reverse("dukungan:janji_note", args=[lampiran.pk]), {"catatan": "Garansi sampai 2028"}
    )

    assert "belum tiba" in teks(besok)
    janji = JanjiDukungan.objects.get()
    assert (janji.diterima_on, janji.catatan_penilai) == (date(2026, 3, 1), "Garansi sampai 2028")
    isi = teks(budi.get(DAFTAR))
    assert "Diterima 1 Maret 2026" in isi
    assert "Garansi sampai 2028" in isi
    assert "diterima 1 Maret 2026" in teks(masuk("bu-sari").get(reverse("dukungan:dukungan_tim")))


def test_more_requests_cost_no_more_queries(orang, masuk):
    buat_lampiran(buat_skp(orang("pak-budi"), status="ditetapkan"))
    budi = masuk("pak-budi")

    def hitung() -> int:
        with CaptureQueriesContext(connection) as kueri:
            assert budi.get(DAFTAR).status_code == 200
        return len(kueri)

    minta(orang)
    hitung()
    satu = hitung()
    for _ in range(6):
        minta(orang)

    assert hitung() == satu <= 8
