"""Who deals with other systems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.permissions import can_import

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi


def can_manage_integrasi(user: User | AnonymousUser, instansi: Instansi) -> bool:
    """The admin of the whole instansi: what a token opens has no smaller scope."""
    return can_import(user, instansi)
