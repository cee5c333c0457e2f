"""Who sets calendar, periods and policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi


def can_manage_kalender(user: User | AnonymousUser, instansi: Instansi) -> bool:
    dari = lingkup(user)
    return instansi.pk in dari.instansi and dari.punya(JenisPeran.ADMIN_INSTANSI)
