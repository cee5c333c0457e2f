"""Signing in and out."""

import pytest
from django.urls import reverse

from kinerja.akun.models import User
from kinerja.jejak.models import Catatan

pytestmark = pytest.mark.django_db
SANDI = "kursi-biru-langit"


def test_login_page_is_open_and_offers_a_passkey(client):
    response = client.get(reverse("account_login"))

    assert response.status_code == 200
    assert b"kunci sandi" in response.content
    assert b"Daftar akun" not in response.content


@pytest.mark.parametrize("tertulis", ["198501012099011001", "19850101 209901 1 001"])
def test_owner_signs_in_and_the_trail_says_from_where(client, budi, masuk, tertulis):
    response = masuk(tertulis, SANDI, dari="10.1.2.3")

    assert response.status_code == 302
    assert response.url == "/"
    catatan = Catatan.objects.get(tindakan="akun.masuk")
    assert (catatan.pelaku, catatan.rincian) == (budi, {"alamat": "10.1.2.3", "cara": ["password"]})


def test_sign_in_leads_back_to_the_page_that_was_asked_for(client, budi, masuk):
    response = masuk(budi.nip, SANDI, next=reverse("akun:profil"))

    assert response.url == reverse("akun:profil")


def test_sign_in_never_leads_to_another_site(client, budi, masuk):
    assert masuk(budi.nip, SANDI, next="https://jahat.example/").url == "/"


def test_wrong_password_keeps_the_nip_and_says_nothing_about_the_account(client, budi, masuk):
    dikenal = masuk(budi.nip, "salah sekali").content.decode()
    tak_dikenal = masuk("199001012099012009", "salah sekali").content.decode()

    assert budi.nip in dikenal
    assert "NIP atau kata sandi belum cocok" in dikenal
    assert "NIP atau kata sandi belum cocok" in tak_dikenal
    assert not Catatan.objects.filter(tindakan__startswith="akun.").exists()


@pytest.mark.parametrize(
    ("tertulis", "pesan"),
    [
        ("12345", "yang terketik 5"),
        ("budi.santoso", "hanya berisi angka"),
        ("1985010120990110011", "yang terketik 19"),
    ],
)
def test_a_text_that_cannot_be_a_nip_says_what_to_do(client, masuk, tertulis, pesan):
    assert pesan in masuk(tertulis, "apa saja").content.decode()


def test_an_account_that_is_not_active_is_told_so(client, budi, masuk):
    User.objects.filter(pk=budi.pk).update(is_active=False)

    response = masuk(budi.nip, SANDI)

    assert response.url == reverse("account_inactive")
    assert "tidak aktif" in client.get(response.url).content.decode()


def test_signing_out_needs_a_post(di_dalam):
    di_dalam.get(reverse("account_logout"))
    assert di_dalam.get(reverse("akun:profil")).status_code == 200

    response = di_dalam.post(reverse("account_logout"))

    assert response.url == reverse("account_login")
    assert di_dalam.get(reverse("akun:profil")).status_code == 302
    assert Catatan.objects.filter(tindakan="akun.keluar").count() == 1


@pytest.mark.parametrize(("diingat", "umur"), [({}, None), ({"remember": "on"}, 12 * 60 * 60)])
def test_session_lasts_twelve_hours_or_until_the_browser_closes(client, budi, masuk, diingat, umur):
    masuk(budi.nip, SANDI, **diingat)

    assert client.session.get_expiry_age() == 12 * 60 * 60
    assert client.session.get_expire_at_browser_close() is (umur is None)
