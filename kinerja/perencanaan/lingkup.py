"""Who sees a plan and everything that hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User


def terlihat_oleh(user: User | AnonymousUser, *, awalan: str = "") -> Q:
    """Own plan, plans one assesses, plans one's subordinates assess, and those in the scope of a role.

    `awalan` is the path to the SKP from the model that is filtered, such as "skp__".
    """
    dari = lingkup(user)
    q = Q(pk__in=[])
    if dari.pegawai:
        nomor = dari.pegawai.pk
        q |= Q(**{f"{awalan}pegawai_id": nomor})
        q |= Q(**{f"{awalan}penilai_id": nomor}) | Q(**{f"{awalan}atasan_penilai_id": nomor})
    return q | di_bawah(jalur_terlihat(user), kolom=f"{awalan}unit_kerja__jalur")


def jalur_terlihat(user: User | AnonymousUser) -> list[str]:
    """Units all of whose plans one sees; empty for who sees a handful of people."""
    return lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI, JenisPeran.PIMPINAN, JenisPeran.AUDITOR)
