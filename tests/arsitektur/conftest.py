"""One world for the walk over every address: planted once, and whatever a knock changes is undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils import timezone

from kinerja.kepegawaian.models import Instansi
from tests.arsitektur.dunia import DAFTAR_PENGETUK, plant_dunia
from tests.conftest import SEKARANG, find_orang, plant, sign_in


@dataclass(frozen=True)
class Dunia:
    isian: dict[str, object]
    sesi: dict[str, str]  # who knocks → the session of that person


@pytest.fixture(scope="module")
def dunia_sekali(django_db_setup, django_db_blocker) -> Iterator[Dunia]:
    """Each test rolls back to it: its own transaction stands inside this one."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as tambal, transaction.atomic():
        tambal.setattr(timezone, "now", lambda: SEKARANG)
        if not Instansi.objects.exists():
            plant()
        sesi = {
            siapa: sign_in(find_orang(slug).user).cookies[settings.SESSION_COOKIE_NAME].value
            for siapa, slug in DAFTAR_PENGETUK.items()
            if slug
        }
        yield Dunia(plant_dunia(find_orang), sesi)
        transaction.set_rollback(True)


@pytest.fixture
def dunia(dunia_sekali, db) -> dict[str, object]:
    return dict(dunia_sekali.isian)


@pytest.fixture
def pengetuk(dunia_sekali, db) -> Callable[[str], Client]:
    """`pengetuk("penilai")`: a browser in which that person is signed in."""

    def knocking(siapa: str) -> Client:
        client = Client()
        if siapa in dunia_sekali.sesi:
            client.cookies[settings.SESSION_COOKIE_NAME] = dunia_sekali.sesi[siapa]
        return client

    return knocking
