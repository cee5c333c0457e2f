"""Who records, decides and reads in talent matters: pure questions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.permissions import can_manage_pegawai
from kinerja.talenta.lingkup import jalur_talenta

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Jabatan, Pegawai


def can_read_talenta(user: User | AnonymousUser) -> bool:
    """BKPSDM and heads, each for the units in their care."""
    return bool(jalur_talenta(user))


def can_record_talenta(user: User | AnonymousUser, pegawai: Pegawai, *, on: date) -> bool:
    """Assessments and data of the index are kept by the admin of the person's unit, never of himself."""
    return can_manage_pegawai(user, pegawai, on=on)


def can_mark_kunci(user: User | AnonymousUser, jabatan: Jabatan) -> bool:
    """Which posts are key ones is the admin's list."""
    jalur = lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
    return any(jabatan.unit_kerja.jalur.startswith(atas) for atas in jalur)


def can_decide_calon(user: User | AnonymousUser, jabatan: Jabatan, pegawai: Pegawai) -> bool:
    """Whoever has the post in his care decides, and never about himself."""
    return pegawai.user_id != user.pk and any(
        jabatan.unit_kerja.jalur.startswith(atas) for atas in jalur_talenta(user)
    )
