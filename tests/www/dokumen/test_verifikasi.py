"""Anybody may check a paper; nobody learns more than the paper says."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from kinerja.jejak.models import DokumenTerbit
from kinerja.perencanaan.models import RencanaHasilKerja

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_counters():
    cache.clear()


@pytest.fixture
def dokumen(masuk, skp, evaluasi):
    masuk("bu-sari").post(reverse("dokumen:terbitkan", args=(skp.pk, "D.1.1")), {"bagian": f"e{evaluasi.pk}"})
    return DokumenTerbit.objects.get()


def periksa(token):
    return Client().get(reverse("dokumen:verifikasi", args=(token,)))


def test_genuine_paper_is_confirmed_without_an_account(dokumen, orang):
    respons = periksa(dokumen.token)
    isi = respons.content.decode()

    assert respons.status_code == 200
    assert "Dokumen asli dan masih berlaku" in isi
    assert orang("pak-budi").nama in isi
    assert "Baik" in isi
    assert respons["X-Robots-Tag"] == "noindex, nofollow"


def test_page_hides_the_nip_and_everything_the_paper_does_not_show(dokumen, orang, capaian):
    isi = periksa(dokumen.token).content.decode()

    assert orang("pak-budi").nip not in isi
    assert orang("bu-sari").nip not in isi
    assert "Antrean pagi" not in isi
    assert "Register Februari" not in isi


def test_code_may_be_typed_with_dashes_and_small_letters(dokumen):
    kode = f"{dokumen.token[:4]}-{dokumen.token[4:8]} {dokumen.token[8:]}".lower()

    respons = Client().get(reverse("dokumen:periksa"), {"kode": kode})

    assert respons.status_code == 302
    assert respons.url == reverse("dokumen:verifikasi", args=(dokumen.token,))


def test_superseded_paper_says_so(masuk, dokumen, skp, evaluasi):
    evaluasi.catatan = "Catatan baru."
    evaluasi.save(update_fields=["catatan"])
    masuk("bu-sari").post(reverse("dokumen:terbitkan", args=(skp.pk, "D.1.1")), {"bagian": f"e{evaluasi.pk}"})

    isi = periksa(dokumen.token).content.decode()

    assert "sudah digantikan" in isi
    assert "versi 2" in isi


def test_paper_whose_record_moved_on_says_so_even_before_a_new_one_is_printed(dokumen, evaluasi):
    evaluasi.predikat, evaluasi.rating_hasil = "butuh_perbaikan", "di_bawah_ekspektasi"
    evaluasi.save(update_fields=["predikat", "rating_hasil"])

    assert "isinya sudah berubah" in periksa(dokumen.token).content.decode()


def test_paper_of_a_plan_holds_while_a_change_is_only_prepared(masuk, skp):
    masuk("pak-budi").post(reverse("dokumen:terbitkan", args=(skp.pk, "A.1.7")))
    RencanaHasilKerja.objects.filter(skp=skp).update(teks="Sedang disusun ulang")
    skp.status = "perubahan"
    skp.save(update_fields=["status"])

    assert "masih berlaku" in periksa(DokumenTerbit.objects.get().token).content.decode()


def test_unknown_code_is_a_kind_page_that_says_what_to_do(cast):
    respons = periksa("ABCDEFGHJKLM")
    isi = respons.content.decode()

    assert respons.status_code == 404
    assert "Kode ini tidak terdaftar" in isi
    assert "unit kepegawaian" in isi


def test_unknown_code_is_shown_as_text(cast):
    isi = periksa("<b>abc").content.decode()

    assert "<b>abc" not in isi


@pytest.mark.parametrize(("kode", "pesan"), [("", "Tulis kode"), ("ABC", "yang Anda tulis 3")])
def test_form_explains_a_code_that_cannot_be_one(cast, kode, pesan):
    respons = Client().get(reverse("dokumen:periksa"), {"kode": kode})

    assert respons.status_code == 422
    assert pesan in respons.content.decode()


def test_machine_that_tries_codes_is_slowed_down(cast):
    status = [periksa("ABCDEFGHJKLM").status_code for _ in range(62)]

    assert status[:50] == [404] * 50
    assert status[-1] == 429
