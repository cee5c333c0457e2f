"""Size of text and contrast: one's own, on every device, and before the sign-in."""

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.jejak.models import Catatan
from tests.www.akun.conftest import SANDI

pytestmark = pytest.mark.django_db
KUAT = 'data-teks="besar" data-kontras="kuat"'
BIASA = 'data-teks="biasa" data-kontras="biasa"'


def choose(browser, ukuran="besar", kontras="kuat"):
    return browser.post(reverse("akun:tampilan"), {"ukuran_teks": ukuran, "kontras": kontras}, follow=True)


def test_the_choice_follows_the_account_to_another_device(di_dalam, budi, masuk):
    lain = Client()
    masuk(budi.nip, SANDI, browser=lain)

    teks = choose(di_dalam).content.decode()

    assert KUAT in teks and "Tampilan disimpan." in teks
    assert KUAT in lain.get(reverse("akun:profil")).content.decode()
    assert Catatan.objects.get(tindakan="akun.tampilan").rincian == {
        "ukuran_teks": "besar",
        "kontras": "kuat",
    }


def test_the_sign_in_page_remembers_it_on_this_browser_only(di_dalam):
    choose(di_dalam)
    di_dalam.post(reverse("account_logout"))

    assert KUAT in di_dalam.get(reverse("account_login")).content.decode()
    assert BIASA in Client().get(reverse("account_login")).content.decode()


def test_the_next_person_on_a_shared_computer_sees_his_own_choice(di_dalam, budi, masuk, client):
    choose(Client())  # somebody else's browser changes nothing here
    choose(di_dalam)
    di_dalam.post(reverse("account_logout"))
    rina = type(budi).objects.create_user("199001012099012009", SANDI, nama="Rina", wajib_ganti_sandi=False)

    masuk(rina.nip, SANDI)

    assert BIASA in client.get(reverse("akun:profil")).content.decode()
    assert client.cookies["tampilan"].value == ""


def test_who_is_not_signed_in_may_choose_for_his_browser(client):
    teks = choose(client, "terbesar", "biasa").content.decode()

    assert 'data-teks="terbesar" data-kontras="biasa"' in teks
    assert 'data-teks="terbesar"' in client.get(reverse("account_login")).content.decode()
    assert not Catatan.objects.filter(tindakan="akun.tampilan").exists()


@pytest.mark.parametrize("isi", ["", "besar", "raksasa.kuat", "besar.kuat.lagi", "<script>.x"])
def test_a_cookie_that_somebody_changed_is_no_cookie(client, isi):
    client.cookies["tampilan"] = isi

    assert BIASA in client.get(reverse("account_login")).content.decode()


def test_an_unknown_size_is_refused_kindly(di_dalam, budi):
    response = di_dalam.post(reverse("akun:tampilan"), {"ukuran_teks": "raksasa", "kontras": "kuat"})

    assert response.status_code == 422
    budi.refresh_from_db()
    assert budi.ukuran_teks == "biasa"
