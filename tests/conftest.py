"""Guard rails over the whole site, and the cast."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from kinerja.akun.models import User
from kinerja.demo.baca import find_pemeran
from kinerja.demo.tanam.organisasi import plant_organisasi
from kinerja.kepegawaian.models import Pegawai

HARI_INI = date(2026, 3, 2)
SEKARANG = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


@pytest.fixture
def cast(db) -> None:
    """The four instansi, their units, and everybody of the cast with account, post and penilai."""
    plant_organisasi()


@pytest.fixture
def orang(cast) -> Callable[[str], Pegawai]:
    """`orang("bu-sari")`: one of the cast."""

    def find(slug: str) -> Pegawai:
        return Pegawai.objects.select_related("user", "instansi").get(nip=find_pemeran(slug).nip)

    return find


@pytest.fixture
def akun(orang) -> Callable[[str], User]:
    def find(slug: str) -> User:
        user = orang(slug).user
        assert user is not None
        return user

    return find


@pytest.fixture
def masuk(akun) -> Callable[[str], Client]:
    """`masuk("pak-budi")`: a browser in which that person is signed in."""

    def sign_in(slug: str) -> Client:
        client = Client()
        client.force_login(akun(slug), backend="kinerja.akun.backends.NIPBackend")
        return client

    return sign_in
