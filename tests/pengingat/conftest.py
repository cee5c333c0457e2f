"""Workers whose clock is wound by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pekerjaan.pekerja import Pekerja
from tests.conftest import SEKARANG
from tests.pengingat.kotak_pos import KotakPos


@pytest.fixture
def kerjakan() -> Callable[..., Pekerjaan]:
    """`kerjakan("pengingat.surat", at=…)`: one run of that kind of job by a worker."""

    def run(jenis: str, at: datetime = SEKARANG) -> Pekerjaan:
        pekerjaan = enqueue(jenis, by=None, at=at)
        Pekerja(clock=lambda: at).drain()
        pekerjaan.refresh_from_db()
        return pekerjaan

    return run


@pytest.fixture
def pos(settings) -> Iterator[KotakPos]:
    """A mail server that runs, and the application told of it."""
    kotak = KotakPos()
    kotak.buka()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", kotak.port, False
    settings.EMAIL_TIMEOUT = 5
    yield kotak
    kotak.tutup()
