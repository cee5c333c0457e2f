"""A form that comes twice because its answer was lost on the way is taken once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from kinerja.akun import actions
from kinerja.akun.models import Kiriman
from kinerja.pelaksanaan.models import BuktiDukung, Realisasi
from tests.conftest import HARI_INI, SEKARANG

PDF = b"%PDF-1.7 rekap pelayanan"
ANTREAN = {"X-Kiriman": "antrean"}


@pytest.fixture(autouse=True)
def hari_ini(monkeypatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: SEKARANG)
    monkeypatch.setattr(timezone, "localdate", lambda value=None, timezone=None: HARI_INI)


@pytest.fixture
def alamat(pasien, bulan):
    return reverse("pelaksanaan:realisasi_edit", args=[pasien.pk, bulan(2).pk])


@pytest.fixture
def kirim(masuk, alamat):
    budi = masuk("pak-budi")

    def post(*, tanda="7.form-1", uraian="Lengkap", headers=None, **lain):
        isian = {"revisi": "0", "nilai": "110", "cara": "periode", "uraian": uraian, "tanda_kirim": tanda}
        isian["berkas"] = SimpleUploadedFile("rekap.pdf", PDF, content_type="application/pdf")
        return budi.post(alamat, isian | lain, headers=headers, follow=headers is None)

    return post


def test_the_same_form_again_leads_to_the_same_place_and_adds_no_second_evidence(kirim, berkas_di):
    pertama, kedua = kirim(), kirim()

    assert pertama.redirect_chain == kedua.redirect_chain
    assert "tidak dicatat dua kali" in kedua.content.decode()
    assert BuktiDukung.objects.count() == 1
    assert Realisasi.objects.get().revisi == 1


def test_a_corrected_form_of_the_same_page_is_another_one(kirim, berkas_di):
    kirim()
    kirim(uraian="Lengkap, dua bidan", revisi="1")

    assert Realisasi.objects.get().uraian == "Lengkap, dua bidan"


def test_what_was_refused_may_come_again(kirim, berkas_di):
    assert kirim(nilai="seratus").status_code == 422
    assert kirim(nilai="seratus").status_code == 422

    assert not Kiriman.objects.exists()
    assert not Realisasi.objects.exists()


def test_the_queue_hears_where_the_page_would_have_gone(kirim, berkas_di):
    diterima, ulang = kirim(headers=ANTREAN), kirim(headers=ANTREAN)

    assert diterima.headers["X-Kiriman"] == ulang.headers["X-Kiriman"] == "diterima"
    assert diterima.json()["tujuan"].startswith("/pelaksanaan/realisasi/?periode=")
    assert BuktiDukung.objects.count() == 1


def test_a_form_that_another_tab_overtook_is_shown_beside_what_is_stored(kirim, berkas_di):
    kirim(tanda="7.tab-lain", uraian="Dari komputer kantor")

    halaman = kirim(tanda="7.luring", uraian="Dari posyandu")

    assert halaman.status_code == 422
    assert "Dari komputer kantor" in halaman.content.decode()
    assert "Dari posyandu" in halaman.content.decode()
    assert kirim(tanda="7.luring", uraian="Dari posyandu", headers=ANTREAN).status_code == 422


def test_somebody_elses_mark_is_not_mine(kirim, berkas_di, masuk, alamat):
    kirim()

    assert masuk("bu-rina").post(alamat, {"tanda_kirim": "7.form-1"}).status_code == 404


def test_old_marks_are_forgotten(kirim, berkas_di):
    kirim()

    assert actions.forget_kiriman(sebelum_at=SEKARANG) == 0
    assert actions.forget_kiriman(sebelum_at=SEKARANG + timedelta(days=1)) == 1


def test_who_is_here_and_with_which_token(client, masuk):
    alamat = reverse("akun:sambungan")

    tamu = client.get(alamat).json()
    assert (tamu["orang"], tamu["csrf"]) == ("", "")
    assert tamu["kini"] == SEKARANG.timestamp() * 1000
    jawaban = masuk("pak-budi").get(alamat).json()
    assert jawaban["orang"].isdigit()
    assert len(jawaban["csrf"]) == 64


def test_the_service_worker_rules_from_the_root_and_keeps_no_page_of_anybody(client):
    respons = client.get("/sw.js")

    assert respons.headers["Content-Type"].startswith("text/javascript")
    assert respons.headers["Cache-Control"] == "no-cache"
    assert "worker-src 'self'" in respons.headers["Content-Security-Policy"]
    teks = client.get("/luring/").content.decode()
    assert "Tidak ada sinyal" in teks
    assert "data-orang" not in teks and "csrfmiddlewaretoken" not in teks
