"""The owner of an account, and strangers at other addresses."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from kinerja.akun.models import User

SANDI = "kursi-biru-langit"


@pytest.fixture(autouse=True)
def _penjagaan(settings):
    """The guards that the rest of the suite does without."""
    settings.AXES_ENABLED = True
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def budi():
    return User.objects.create_user("198501012099011001", SANDI, nama="Budi Santoso", wajib_ganti_sandi=False)


@pytest.fixture
def masuk(client):
    """Tries to sign in from an address, on the browser of the test client."""

    def coba(nip, sandi, *, dari="10.0.0.1", browser=client, **lainnya):
        isian = {"login": nip, "password": sandi, **lainnya}
        return browser.post(reverse("account_login"), isian, REMOTE_ADDR=dari)

    return coba


@pytest.fixture
def di_dalam(client, budi, masuk):
    """Budi's browser after signing in."""
    masuk(budi.nip, SANDI)
    return client
