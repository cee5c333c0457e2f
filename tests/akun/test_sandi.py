"""How passwords and secrets are kept, and how a NIP is read."""

import pytest
from django.contrib.auth.hashers import check_password, make_password
from django.test import override_settings

from kinerja.akun import enkripsi
from kinerja.akun.backends import NIPBackend, nip_polos
from kinerja.akun.hashers import Argon2idHasher
from kinerja.akun.models import User
from kinerja.akun.queries import nama_perangkat

ARGON = override_settings(PASSWORD_HASHERS=["kinerja.akun.hashers.Argon2idHasher"])
NIP = "198501012099011001"


@ARGON
def test_a_password_is_kept_as_argon2id_at_the_stated_cost():
    tersimpan = make_password("kursi-biru-langit")

    assert tersimpan.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert check_password("kursi-biru-langit", tersimpan)
    assert not check_password("kursi-biru-laut", tersimpan)


def test_a_dearer_cost_asks_for_a_new_hash():
    tersimpan = Argon2idHasher().encode("kursi-biru-langit", Argon2idHasher().salt())

    class LebihMahal(Argon2idHasher):
        time_cost = 3

    assert not Argon2idHasher().must_update(tersimpan)
    assert LebihMahal().must_update(tersimpan)


@pytest.mark.parametrize(
    "tertulis", [NIP, "19850101 209901 1 001", "19850101.209901.1.001", " 198501012099011001\t"]
)
def test_a_nip_is_read_however_it_was_typed(tertulis):
    assert nip_polos(tertulis) == NIP


@pytest.mark.django_db
def test_backend_refuses_an_account_that_is_not_active():
    User.objects.create_user(NIP, "kursi-biru-langit", nama="Budi", is_active=False)

    assert NIPBackend().authenticate(None, nip=NIP, password="kursi-biru-langit") is None


@pytest.mark.django_db
def test_backend_knows_the_owner_by_nip_with_spaces():
    budi = User.objects.create_user(NIP, "kursi-biru-langit", nama="Budi")

    assert NIPBackend().authenticate(None, nip="19850101 209901 1 001", password="kursi-biru-langit") == budi


def test_a_secret_is_unreadable_in_the_database_and_survives_a_new_key():
    with override_settings(SECRET_KEY="kunci lama"):
        tersandi = enkripsi.encrypt("JBSWY3DPEHPK3PXP")

    assert "JBSWY3DPEHPK3PXP" not in tersandi
    with override_settings(SECRET_KEY="kunci baru", SECRET_KEY_FALLBACKS=["kunci lama"]):
        assert enkripsi.decrypt(tersandi) == "JBSWY3DPEHPK3PXP"


@pytest.mark.parametrize(
    ("user_agent", "nama"),
    [
        (
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
            "Chrome di ponsel Android",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0",
            "Edge di komputer Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1",
            "Safari di iPhone",
        ),
        ("", "Peramban lain di perangkat lain"),
    ],
)
def test_a_device_has_a_name_people_recognise(user_agent, nama):
    assert nama_perangkat(user_agent) == nama
