"""Who keeps the dictionary and the standards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.permissions import can_import, can_manage_kepegawaian

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi, Jabatan


def can_manage_kamus(user: User | AnonymousUser, instansi: Instansi) -> bool:
    """One dictionary holds for everybody, so it is the whole instansi's admin's."""
    return can_import(user, instansi)


def can_manage_standar(user: User | AnonymousUser, jabatan: Jabatan) -> bool:
    return can_manage_kepegawaian(user, jalur=jabatan.unit_kerja.jalur)
