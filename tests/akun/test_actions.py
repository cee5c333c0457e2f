"""What happens to an account."""

from datetime import UTC, datetime

import pytest
from allauth.mfa.models import Authenticator

from kinerja.akun import actions
from kinerja.akun.models import User
from kinerja.jejak.models import Catatan

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 5, 8, tzinfo=UTC)


@pytest.fixture
def budi():
    return User.objects.create_user(
        "198501012099011001", "kursi-biru-langit", nama="Budi", wajib_ganti_sandi=False
    )


@pytest.fixture
def anton():
    return User.objects.create_user(
        "197501012099011002", "lemari-tua-jati", nama="Anton", wajib_ganti_sandi=False
    )


def test_temporary_password_opens_the_account_once_and_must_be_replaced(budi, anton):
    sandi = actions.set_temporary_password(budi, by=anton, at=AT)

    budi.refresh_from_db()
    assert budi.check_password(sandi)
    assert not budi.check_password("kursi-biru-langit")
    assert budi.wajib_ganti_sandi


def test_temporary_password_is_in_the_trail_without_the_password(budi, anton):
    sandi = actions.set_temporary_password(budi, by=anton, at=AT)

    catatan = Catatan.objects.get(tindakan="akun.sandi_sementara")
    assert (catatan.pelaku, catatan.objek_id) == (anton, str(budi.pk))
    assert sandi not in str(catatan.isi())


def test_temporary_passwords_can_be_read_aloud_and_differ():
    daftar_sandi = {actions.sandi_sementara() for _ in range(200)}

    assert len(daftar_sandi) == 200
    assert all(set(sandi) <= set("bcdfghjklmnprstaeiou-") and len(sandi) == 19 for sandi in daftar_sandi)


def test_change_password_ends_the_duty_to_choose_one(budi):
    budi.wajib_ganti_sandi = True

    actions.change_password(budi, "meja-hijau-laut", by=budi, at=AT, sesi_ini="")

    budi.refresh_from_db()
    assert budi.check_password("meja-hijau-laut")
    assert not budi.wajib_ganti_sandi
    assert Catatan.objects.get(tindakan="akun.ganti_sandi").rincian == {"pertama": True}


def test_remove_second_steps_leaves_those_of_others(budi, anton):
    Authenticator.objects.create(user=budi, type=Authenticator.Type.TOTP, data={})
    Authenticator.objects.create(user=anton, type=Authenticator.Type.TOTP, data={})

    jumlah = actions.remove_second_steps(budi, by=anton, at=AT)

    assert jumlah == 1
    assert [penjaga.user for penjaga in Authenticator.objects.order_by("id")] == [anton]
    assert Catatan.objects.filter(tindakan="akun.langkah_kedua_dihapus").count() == 1
