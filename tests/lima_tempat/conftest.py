"""A year is played once for each place, inside a transaction that the tests of the module share and nobody keeps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from django.test import override_settings

from kinerja.kepegawaian.models import Instansi
from tests.conftest import plant
from tests.lima_tempat.baca import TEMPAT, read_tempat
from tests.lima_tempat.dunia import on_that_day, pukul
from tests.lima_tempat.tahun import Tahun

SESUDAHNYA = pukul(date(2027, 2, 8))


@pytest.fixture(scope="module", params=TEMPAT)
def setahun(request, django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Tahun]:
    kunci = tmp_path_factory.mktemp("kunci-putaran")
    with django_db_blocker.unblock(), override_settings(KUNCI_PUTARAN_DIR=kunci), _undone():
        if not Instansi.objects.exists():
            plant()
        yield Tahun(read_tempat(request.param)).play()


class _undone(transaction.Atomic):  # noqa: N801 - reads as a word after "with"
    """Rolled back at the end; actions that insist on a transaction of their own take this for the outside."""

    def __init__(self) -> None:
        super().__init__(using=None, savepoint=True, durable=False)
        self._from_testcase = True

    def __exit__(self, *galat: object) -> None:
        transaction.set_rollback(True)
        super().__exit__(*galat)


@pytest.fixture
def tahun(setahun, db, one_day) -> Iterator[Tahun]:
    """Pages are read in February of the next year; what a test writes is undone by `db`."""
    with on_that_day(SESUDAHNYA):
        yield setahun
