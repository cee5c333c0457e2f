"""Several people in the same instant, each on a connection of his own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection


def at_once(kerja: Callable[[int], object], banyak: int, *, galat: type[Exception]) -> list[object]:
    """What each of them got; a refusal of the expected kind is an answer."""

    def work(nomor: int) -> object:
        try:
            return kerja(nomor)
        except galat as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(min(banyak, 8)) as kolam:
        return list(kolam.map(work, range(banyak)))


@pytest.fixture
def tables_are_shared() -> None:
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("Basis data di memori tidak dipakai bersama oleh beberapa utas.")
