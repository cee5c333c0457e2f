"""Who may issue a paper about a plan. Reading one needs no more than seeing the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.permissions import can_manage_kepegawaian

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.perencanaan.models import SKP


def can_issue_document(user: User | AnonymousUser, skp: SKP) -> bool:
    """The people of the plan and the admin of the unit; an auditor reads and changes nothing."""
    pegawai = lingkup(user).pegawai
    if pegawai is not None and pegawai.pk in (skp.pegawai_id, skp.penilai_id, skp.atasan_penilai_id):
        return True
    return can_manage_kepegawaian(user, jalur=skp.unit_kerja.jalur)
