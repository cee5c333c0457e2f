"""Who may do what in a pembinaan: pure questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.permissions import can_manage_kepegawaian

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.pembinaan.models import RencanaPembinaan
    from kinerja.penilaian.models import Evaluasi


def _nomor(user: User | AnonymousUser) -> int | None:
    pegawai = lingkup(user).pegawai
    return pegawai.pk if pegawai else None


def can_open(user: User | AnonymousUser, evaluasi: Evaluasi) -> bool:
    """The penilai, his superior, or the admin of the unit; nobody for himself."""
    nomor = _nomor(user)
    if nomor == evaluasi.skp.pegawai_id:
        return False
    if nomor is not None and nomor in (evaluasi.penilai_id, evaluasi.atasan_penilai_id):
        return True
    return can_manage_kepegawaian(user, jalur=evaluasi.skp.unit_kerja.jalur)


def is_person(user: User | AnonymousUser, rencana: RencanaPembinaan) -> bool:
    return _nomor(user) == rencana.pegawai_id


def is_penilai(user: User | AnonymousUser, rencana: RencanaPembinaan) -> bool:
    nomor = _nomor(user)
    return nomor is not None and nomor == rencana.penilai_id and nomor != rencana.pegawai_id


def can_lead(user: User | AnonymousUser, rencana: RencanaPembinaan) -> bool:
    """Writes the plan, the talks and the reviews: the penilai, and the admin who helps him."""
    if is_person(user, rencana):
        return False
    return is_penilai(user, rencana) or can_manage_kepegawaian(user, jalur=rencana.unit_kerja.jalur)


def takes_part(user: User | AnonymousUser, rencana: RencanaPembinaan) -> bool:
    return is_person(user, rencana) or can_lead(user, rencana)
