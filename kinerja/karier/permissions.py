"""Who keeps the records of a career, and who sets angka kredit: pure questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.permissions import can_import, can_manage_pegawai, is_admin

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi, Pegawai


def can_keep_records(user: User | AnonymousUser, pegawai: Pegawai, *, on: date) -> bool:
    """Admin of a unit in which the person works, and never his own."""
    return can_manage_pegawai(user, pegawai, on=on)


def can_set_angka_kredit(user: User | AnonymousUser, pegawai: Pegawai, *, on: date) -> bool:
    """Whoever keeps the records sets the paper on behalf of the official who is named on it."""
    return can_manage_pegawai(user, pegawai, on=on)


def can_list_for_promotion(user: User | AnonymousUser, pegawai: Pegawai, *, on: date) -> bool:
    return can_manage_pegawai(user, pegawai, on=on)


def can_read_kelayakan(user: User | AnonymousUser) -> bool:
    return is_admin(user)


def can_keep_formasi(user: User | AnonymousUser, instansi: Instansi) -> bool:
    """Posts are counted for the whole instansi."""
    return can_import(user, instansi)
