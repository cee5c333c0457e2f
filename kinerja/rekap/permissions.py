"""Who corrects recaps and says how minutes count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.permissions import can_import

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi


def can_manage_rekap(user: User | AnonymousUser, instansi: Instansi) -> bool:
    """Whoever brings the recaps in may take a wrong one out."""
    return can_import(user, instansi)
