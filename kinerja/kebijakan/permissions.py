"""Who sets calendar, periods and policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.permissions import can_import, can_manage_kepegawaian

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi, UnitKerja


def can_manage_kalender(user: User | AnonymousUser, instansi: Instansi) -> bool:
    """Holidays and periods hold for everybody, so they are the whole instansi's admin's."""
    return can_import(user, instansi)


def can_manage_kebijakan(user: User | AnonymousUser, unit: UnitKerja) -> bool:
    return can_manage_kepegawaian(user, jalur=unit.jalur)
