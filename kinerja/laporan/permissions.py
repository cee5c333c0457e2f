"""Who may ask for what: pure questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.laporan.lingkup import jalur_peran

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.laporan.models import Unduhan


def can_report(user: User | AnonymousUser) -> bool:
    """Everybody of an instansi; the rows are those he may read anyway, so for most people their own."""
    return bool(lingkup(user).instansi)


def can_remove(user: User | AnonymousUser, unduhan: Unduhan) -> bool:
    return bool(user.is_authenticated) and unduhan.pemilik_id == user.pk


def can_download(user: User, unduhan: Unduhan) -> bool:
    """His own, as long as he still has every role with which he asked: the file holds what they let him read."""
    return can_remove(user, unduhan) and set(unduhan.daftar_jalur) <= set(jalur_peran(user))
