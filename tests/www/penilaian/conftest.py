"""The clock of a page, set where the page reads it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.utils import timezone

from tests.factories.evaluasi import DIBUKA_AT


@pytest.fixture
def jam(monkeypatch) -> Callable[[datetime], None]:
    def put(at: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: at)

    put(DIBUKA_AT)
    return put
