"""Guard rails over the whole site, and the cast."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.core.cache import cache
from django.db.models.expressions import OrderBy
from django.db.models.functions import Random
from django.db.models.sql.compiler import SQLCompiler
from django.test import Client
from django.utils import timezone
from hypothesis import settings

from kinerja.akun.models import User
from kinerja.demo.baca import find_pemeran
from kinerja.demo.tanam.kalender import plant_tahun
from kinerja.demo.tanam.kebijakan import plant_kebijakan
from kinerja.demo.tanam.organisasi import plant_organisasi
from kinerja.kepegawaian.models import Instansi, Pegawai
from tests.halaman import problems

# The same examples every time, however busy the machine; HYPOTHESIS_PROFILE=jelajah looks for new ones.
settings.register_profile("tetap", derandomize=True, deadline=None)
settings.register_profile("jelajah", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tetap"))

HARI_INI = date(2026, 3, 2)
SEKARANG = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


def plant() -> None:
    plant_organisasi()
    plant_kebijakan(berlaku_on=date(2025, 1, 1))
    for tahun in (2025, 2026):
        plant_tahun(tahun, at=datetime(tahun, 1, 2, 1, 0, tzinfo=UTC))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys cross the loopback; warnings of the browser's driver are not ours to mend."""
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker(pytest.mark.enable_socket)
            item.add_marker(pytest.mark.filterwarnings("default"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> None:
    """Planted once: every test begins with the cast in place and rolls back to it."""
    with django_db_blocker.unblock():
        plant()


@pytest.fixture
def cast(db) -> None:
    """Everybody of the cast with account, post and penilai; planted anew after a test that emptied the tables."""
    if not Instansi.objects.exists():
        plant()


def find_orang(slug: str) -> Pegawai:
    return Pegawai.objects.select_related("user", "instansi").get(nip=find_pemeran(slug).nip)


def sign_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="kinerja.akun.backends.NIPBackend")
    return client


@pytest.fixture
def orang(cast) -> Callable[[str], Pegawai]:
    """`orang("bu-sari")`: one of the cast."""
    return find_orang


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
    return lambda slug: sign_in(akun(slug))


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """What one test asked for does not count against the next one's limits."""
    cache.clear()


@pytest.fixture(autouse=True)
def one_day(monkeypatch) -> None:
    """Pages read the clock; whatever day the suite runs on, it is the second of March 2026 for them."""
    monkeypatch.setattr(timezone, "now", lambda: SEKARANG)


@pytest.fixture(autouse=True)
def every_page_is_sound(monkeypatch) -> None:
    """Whatever HTML a test fetches must be a sound page: see `tests/halaman.py`."""
    asli = Client.request

    def request(self, **kwargs):
        respons = asli(self, **kwargs)
        if (
            not respons.streaming
            and respons.get("Content-Type", "").startswith("text/html")
            and respons.content
        ):
            masalah = problems(respons.content.decode())
            assert not masalah, f"{kwargs.get('PATH_INFO')}: {'; '.join(masalah[:8])}"
        return respons

    monkeypatch.setattr(Client, "request", request)


@pytest.fixture(autouse=True)
def no_order_is_random_order(monkeypatch) -> None:
    """A query that asks for no order gets a random one, so that nobody relies on the accidental one."""
    asli = SQLCompiler.get_order_by

    def get_order_by(self):
        urutan = asli(self)
        query = self.query
        if urutan or query.distinct or query.combinator or query.group_by is not None or query.subquery:
            return urutan
        if not query.default_cols and not query.select:
            return urutan
        acak = OrderBy(Random())
        return [(acak, (*self.compile(acak), False))]

    monkeypatch.setattr(SQLCompiler, "get_order_by", get_order_by)
