"""What every request meets first: dirty text, requests too large, wrong hosts, and what browsers may keep."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.perencanaan.models import CatatanDialog
from tests.factories.skp import buat_skp

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "alamat", ["/", "/perencanaan/skp/", "/penilaian/hasil/", "/tidak-ada/", "/penilaian/rekap/"]
)
def test_no_page_behind_the_sign_in_stays_in_a_shared_browser(masuk, alamat):
    assert masuk("pak-budi").get(alamat)["Cache-Control"] == "private, no-store"


def test_what_no_keyboard_types_is_dropped_and_the_rest_is_kept(masuk, orang):
    skp = buat_skp(orang("pak-budi"), status="ditetapkan")

    masuk("pak-budi").post(
        reverse("perencanaan:dialog_add", args=(skp.pk,)),
        {"dialog-catatan": "Baris satu\x00\x07\n\tBaris dua – “selesai” 👍"},
    )

    assert CatatanDialog.objects.get(skp=skp).teks == "Baris satu\n\tBaris dua – “selesai” 👍"


def test_nobody_turns_the_page_round_or_hides_inside_a_word(masuk, orang):
    """A vote of the public is read by everybody, between other people's words."""
    skp = buat_skp(orang("pak-budi"), status="ditetapkan")

    masuk("pak-budi").post(
        reverse("perencanaan:dialog_add", args=(skp.pk,)),
        {"dialog-catatan": "Baik\u202egnp.exe \u2066a\u2069 ker\u200bja \ufeff👨\u200d👩"},
    )

    assert CatatanDialog.objects.get(skp=skp).teks == "Baikgnp.exe a kerja 👨\u200d👩"


@pytest.mark.parametrize("alamat", ["/a%00b/", "/dokumen/v/a%00b/", "/dokumen/skp/1/pratinjau/A.1.7%00/"])
def test_address_with_an_unprintable_character_is_refused(alamat):
    respons = Client().get(alamat)

    assert respons.status_code == 400
    assert "Permintaan tidak dapat dibaca" in respons.content.decode()


def test_request_larger_than_anything_we_take_is_not_even_read(settings):
    settings.KINERJA_BATAS_KIRIMAN = 100

    respons = Client().post(reverse("account_login"), {"login": "1" * 200})

    assert respons.status_code == 400
    assert "terlalu besar" in respons.content.decode()


def test_wrong_host_gets_a_page_and_not_a_crash(settings):
    settings.ALLOWED_HOSTS = ["kinerja.contoh.go.id"]

    respons = Client().get("/", headers={"host": "jahat.example"})

    assert respons.status_code == 400
    assert "jahat.example" not in respons.content.decode()


@pytest.mark.parametrize("alamat", ["/akun/masuk/", "/tidak-ada/", "/a%00b/", "/dokumen/periksa/"])
def test_every_answer_says_what_a_browser_may_run(alamat):
    kebijakan = Client().get(alamat)["Content-Security-Policy"]

    assert "script-src 'self'" in kebijakan
    assert "frame-ancestors 'none'" in kebijakan


@pytest.mark.parametrize("alamat", ["/bimbingan/{}/umpan-balik/", "/talenta/pegawai/{}/", "/talenta/ip/{}/"])
def test_a_number_that_no_record_can_have_leads_nowhere(alamat, masuk):
    assert masuk("pak-anton").get(alamat.format(10**22)).status_code == 404


def test_a_choice_that_no_record_can_be_is_refused_kindly(masuk):
    respons = masuk("pak-anton").post("/acara/baru/", {"sasaran": "unit", "unit_atas": "9" * 20})

    assert respons.status_code == 422
    assert "Pilih dari daftar." in respons.content.decode()
