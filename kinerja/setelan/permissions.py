"""Who edits the sourced numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.permissions import can_import

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi


def can_manage_setelan(user: User | AnonymousUser, instansi: Instansi) -> bool:
    """They hold for everybody, so they are the whole instansi's admin's."""
    return can_import(user, instansi)
