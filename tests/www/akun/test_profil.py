"""One's own account, and the devices that are signed in."""

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.akun.models import User
from kinerja.jejak.models import Catatan

pytestmark = pytest.mark.django_db
SANDI = "kursi-biru-langit"


def test_profile_shows_the_owner_and_his_devices(di_dalam, budi):
    teks = di_dalam.get(reverse("akun:profil")).content.decode()

    assert budi.nama in teks
    assert budi.nip in teks
    assert "(yang ini)" in teks
    assert "Belum dipasang" in teks


def test_other_devices_are_signed_out_and_this_one_stays(di_dalam, budi, masuk):
    lain = Client()
    masuk(budi.nip, SANDI, browser=lain)

    response = di_dalam.post(reverse("akun:keluar_perangkat_lain"), follow=True)

    assert "1 perangkat lain sudah dikeluarkan" in response.content.decode()
    assert lain.get(reverse("akun:profil")).status_code == 302
    assert Catatan.objects.get(tindakan="akun.keluar_perangkat_lain").rincian == {"jumlah": 1}


def test_devices_of_other_people_stay_signed_in(di_dalam, masuk):
    rina = User.objects.create_user("199001012099012009", SANDI, nama="Rina", wajib_ganti_sandi=False)
    peramban_rina = Client()
    masuk(rina.nip, SANDI, browser=peramban_rina)

    di_dalam.post(reverse("akun:keluar_perangkat_lain"))

    teks = di_dalam.get(reverse("akun:profil")).content.decode()
    assert rina.nip not in teks
    assert peramban_rina.get(reverse("akun:profil")).status_code == 200


def test_other_devices_are_not_signed_out_by_a_link(di_dalam):
    assert di_dalam.get(reverse("akun:keluar_perangkat_lain")).status_code == 405


@pytest.mark.parametrize(
    "nama",
    [
        "akun:profil", "akun:sandi_pertama", "akun:keluar_perangkat_lain", "account_change_password", "account_reauthenticate",
        "mfa_index", "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes", "mfa_download_recovery_codes", "mfa_list_webauthn", "mfa_add_webauthn",
        "mfa_reauthenticate_webauthn",
    ],
)  # fmt: skip
def test_pages_of_an_account_are_closed_to_strangers(client, nama):
    response = client.get(reverse(nama))

    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


@pytest.mark.parametrize(
    "alamat", ["/akun/signup/", "/akun/email/", "/akun/password/reset/", "/akun/daftar/"]
)
def test_nobody_can_register_or_reset_by_mail(client, alamat):
    assert client.get(alamat).status_code == 404
