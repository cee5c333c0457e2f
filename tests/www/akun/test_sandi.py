"""The first password, and a new one."""

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.akun.models import User
from kinerja.jejak.models import Catatan

pytestmark = pytest.mark.django_db
SANDI = "kursi-biru-langit"
BARU = "meja-hijau-laut"


@pytest.fixture
def baru_diterima(client, budi, masuk):
    User.objects.filter(pk=budi.pk).update(wajib_ganti_sandi=True)
    masuk(budi.nip, SANDI)
    return client


@pytest.mark.parametrize("halaman", ["/", "/akun/", "/akun/dua-langkah/", "/akun/sandi/"])
def test_a_new_account_goes_to_its_password_and_nowhere_else(baru_diterima, halaman):
    response = baru_diterima.get(halaman)

    assert (response.status_code, response.url) == (302, reverse("akun:sandi_pertama"))


def test_a_new_account_may_sign_out_again(baru_diterima):
    assert baru_diterima.post(reverse("account_logout")).url == reverse("account_login")


def test_first_password_opens_the_rest(baru_diterima, budi):
    response = baru_diterima.post(reverse("akun:sandi_pertama"), {"password1": BARU, "password2": BARU})

    assert response.url == "/"
    budi.refresh_from_db()
    assert budi.check_password(BARU)
    assert baru_diterima.get(reverse("akun:profil")).status_code == 200
    assert Catatan.objects.get(tindakan="akun.ganti_sandi").rincian == {"pertama": True}


@pytest.mark.parametrize(
    ("sandi", "ulang", "pesan"),
    [
        (SANDI, SANDI, "masih kata sandi sementara"),
        ("pendek", "pendek", "setidaknya 10"),
        ("198501012099011001", "198501012099011001", "mirip"),
        (BARU, "meja-hijau-luat", "sama"),
    ],
)
def test_first_password_is_refused_with_a_reason(baru_diterima, budi, sandi, ulang, pesan):
    response = baru_diterima.post(reverse("akun:sandi_pertama"), {"password1": sandi, "password2": ulang})

    assert response.status_code == 200
    assert pesan in response.content.decode()
    budi.refresh_from_db()
    assert budi.wajib_ganti_sandi


def test_first_password_page_sends_others_to_the_ordinary_one(di_dalam):
    assert di_dalam.get(reverse("akun:sandi_pertama")).url == reverse("account_change_password")


def test_new_password_keeps_this_device_and_ends_the_others(di_dalam, budi, masuk):
    lain = Client()
    masuk(budi.nip, SANDI, browser=lain)
    isian = {"oldpassword": SANDI, "password1": BARU, "password2": BARU}

    response = di_dalam.post(reverse("account_change_password"), isian)

    assert response.url == reverse("akun:profil")
    assert di_dalam.get(reverse("akun:profil")).status_code == 200
    assert lain.get(reverse("akun:profil")).status_code == 302


def test_new_password_needs_the_old_one(di_dalam, budi):
    isian = {"oldpassword": "bukan ini", "password1": BARU, "password2": BARU}

    response = di_dalam.post(reverse("account_change_password"), isian)

    assert "Kata sandi sekarang belum cocok" in response.content.decode()
    budi.refresh_from_db()
    assert budi.check_password(SANDI)
