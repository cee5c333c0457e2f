"""What a person may do in personnel matters: pure questions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import berlaku_pada, lingkup

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi, Pegawai


def can_manage_kepegawaian(user: User | AnonymousUser, *, jalur: str) -> bool:
    """Admin instansi of this unit or of one above it."""
    return any(jalur.startswith(atas) for atas in lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI))


def is_admin(user: User | AnonymousUser) -> bool:
    return lingkup(user).punya(JenisPeran.ADMIN_INSTANSI)


def is_auditor(user: User | AnonymousUser) -> bool:
    return lingkup(user).punya(JenisPeran.AUDITOR)


def can_import(user: User | AnonymousUser, instansi: Instansi) -> bool:
    """Admin of the whole instansi: of its topmost unit, or of an instansi that has no unit yet."""
    if not is_admin(user) or instansi.pk not in lingkup(user).instansi:
        return False
    jalur = instansi.daftar_unit.filter(induk=None).order_by("id").values_list("jalur", flat=True).first()
    return jalur is None or can_manage_kepegawaian(user, jalur=jalur)


def can_manage_pegawai(user: User | AnonymousUser, pegawai: Pegawai, *, on: date) -> bool:
    """Admin of a unit in which the person works; of the whole instansi when he works nowhere yet.

    Nobody manages himself: an admin who chose his own penilai, post or role would answer to no one.
    """
    if not is_admin(user) or pegawai.user_id == user.pk:
        return False
    tempat = pegawai.daftar_penempatan.filter(berlaku_pada(on)).order_by("id")
    daftar = list(tempat.values_list("unit_kerja__jalur", flat=True))
    if not daftar:
        return can_import(user, pegawai.instansi)
    return any(can_manage_kepegawaian(user, jalur=jalur) for jalur in daftar)


def can_give_credentials(user: User | AnonymousUser, pegawai: Pegawai, *, on: date) -> bool:
    """A password opens everything its owner may do, so every post and role of his must lie in the admin's hands."""
    if not can_manage_pegawai(user, pegawai, on=on):
        return False
    daftar = list(
        pegawai.daftar_penempatan.filter(berlaku_pada(on)).values_list("unit_kerja__jalur", flat=True)
    )
    if pegawai.user:
        peran = pegawai.user.daftar_peran.filter(selesai_on__isnull=True)
        daftar += peran.values_list("unit_kerja__jalur", flat=True)
    return all(can_manage_kepegawaian(user, jalur=jalur) for jalur in daftar)
