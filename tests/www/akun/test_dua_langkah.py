"""The second step: application, recovery codes, passkeys."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.urls import reverse

from kinerja.jejak.models import Catatan

pytestmark = pytest.mark.django_db
SANDI = "kursi-biru-langit"


def code_now(rahasia, *, geser=0):
    return format_hotp_value(hotp_value(rahasia, int(time.time()) // 30 + geser))


@pytest.fixture
def yakin(di_dalam):
    """Budi's browser after he typed his password once more."""
    di_dalam.post(reverse("account_reauthenticate"), {"password": SANDI})
    return di_dalam


@pytest.fixture
def rahasia(yakin, django_capture_on_commit_callbacks):
    """The secret of the application that Budi has just set up."""
    yakin.get(reverse("mfa_activate_totp"))
    rahasia = yakin.session["mfa.totp.secret"]
    with django_capture_on_commit_callbacks(execute=True):
        response = yakin.post(reverse("mfa_activate_totp"), {"code": code_now(rahasia)})
    assert response.url == reverse("mfa_view_recovery_codes")
    return rahasia


@pytest.mark.parametrize("nama", ["mfa_activate_totp", "mfa_add_webauthn"])
def test_setting_up_asks_for_the_password_again(di_dalam, nama):
    response = di_dalam.get(reverse(nama))

    assert response.url.startswith(reverse("account_reauthenticate"))
    assert "Pastikan ini Anda" in di_dalam.get(response.url).content.decode()


def test_wrong_password_does_not_pass_for_the_owner(di_dalam):
    response = di_dalam.post(reverse("account_reauthenticate"), {"password": "bukan ini"})

    assert "Kata sandi belum cocok" in response.content.decode()
    assert di_dalam.get(reverse("mfa_add_webauthn")).status_code == 302


def test_application_is_set_up_with_its_code(yakin, rahasia, budi):
    penjaga = Authenticator.objects.get(user=budi, type=Authenticator.Type.TOTP)

    assert rahasia not in str(penjaga.data)
    assert Catatan.objects.filter(tindakan="akun.autentikator_dipasang", pelaku=budi).count() == 1


def test_application_is_refused_with_a_wrong_code(yakin, budi):
    yakin.get(reverse("mfa_activate_totp"))

    response = yakin.post(reverse("mfa_activate_totp"), {"code": "0"})

    assert "Kode belum cocok" in response.content.decode()
    assert not Authenticator.objects.exists()


def test_sign_in_asks_for_the_code(yakin, rahasia, budi, masuk):
    yakin.post(reverse("account_logout"))

    response = masuk(budi.nip, SANDI)

    assert response.url == reverse("mfa_authenticate")
    assert "Satu langkah lagi" in yakin.get(response.url).content.decode()
    assert yakin.get(reverse("akun:profil")).status_code == 302
    # The code of the set-up is spent only by a sign-in, the next one is valid half a minute early.
    assert yakin.post(reverse("mfa_authenticate"), {"code": code_now(rahasia, geser=1)}).url == "/"
    assert Catatan.objects.filter(tindakan="akun.masuk").latest("id").rincian["cara"] == ["password", "mfa"]


def test_wrong_codes_are_stopped_after_five(yakin, rahasia, budi, masuk):
    yakin.post(reverse("account_logout"))
    masuk(budi.nip, SANDI)

    jawaban = [yakin.post(reverse("mfa_authenticate"), {"code": "0"}).content.decode() for _ in range(6)]

    assert "Kode belum cocok" in jawaban[4]
    assert "Coba lagi 15 menit lagi" in jawaban[5]


def test_a_recovery_code_works_once(yakin, rahasia, budi, masuk):
    kode = Authenticator.objects.get(user=budi, type="recovery_codes").wrap().get_unused_codes()[0]
    assert kode in yakin.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert kode in yakin.get(reverse("mfa_download_recovery_codes")).content.decode()

    for harapan in (302, 200):
        yakin.post(reverse("account_logout"))
        masuk(budi.nip, SANDI)
        assert yakin.post(reverse("mfa_authenticate"), {"code": kode}).status_code == harapan


def test_new_recovery_codes_replace_the_old_ones(yakin, rahasia, budi, django_capture_on_commit_callbacks):
    lama = Authenticator.objects.get(user=budi, type="recovery_codes").wrap().get_unused_codes()

    assert "10 kode lama" in yakin.get(reverse("mfa_generate_recovery_codes")).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        yakin.post(reverse("mfa_generate_recovery_codes"))

    baru = Authenticator.objects.get(user=budi, type="recovery_codes").wrap().get_unused_codes()
    assert not set(lama) & set(baru)
    assert Catatan.objects.filter(tindakan="akun.kode_pemulihan_dibuat").count() == 1


def test_application_is_taken_off_with_its_recovery_codes(yakin, rahasia, budi):
    assert "Lepas aplikasi" in yakin.get(reverse("mfa_deactivate_totp")).content.decode()

    yakin.post(reverse("mfa_deactivate_totp"))

    assert not Authenticator.objects.filter(user=budi).exists()
    assert Catatan.objects.filter(tindakan="akun.autentikator_dilepas").count() == 1


@pytest.mark.parametrize("nama", ["mfa_index", "mfa_list_webauthn", "mfa_add_webauthn", "mfa_activate_totp"])
def test_pages_of_the_second_step_show(yakin, nama):
    assert yakin.get(reverse(nama)).status_code == 200


def test_confirming_by_code_offers_the_password_too(yakin, rahasia):
    teks = yakin.get(reverse("mfa_reauthenticate")).content.decode()

    assert "aplikasi autentikator" in teks
    assert "Pakai kata sandi" in teks


def test_passkey_options_for_signing_in_need_no_account(client):
    response = client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})

    assert response.json()["request_options"]["publicKey"]["rpId"] == "testserver"


@pytest.mark.parametrize(
    "isi", ['{"id": "x"}', "[]", "7", "bukan json", '{"rawId": "x", "type": "public-key", "response": {}}']
)
def test_a_made_up_passkey_opens_nothing(client, budi, isi):
    response = client.post(reverse("mfa_login_webauthn"), {"credential": isi}, follow=True)

    assert response.redirect_chain[-1][0] == reverse("account_login")
    assert "_auth_user_id" not in client.session
