"""Whose talent data a user may read: his own, and everybody's where he is admin or pimpinan. His penilai reads results elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from kinerja.karier.lingkup import terlihat as terlihat_karier
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User


def jalur_talenta(user: User | AnonymousUser) -> list[str]:
    """The subtrees in which somebody reads the nine boxes, without those that lie inside another of them."""
    daftar = lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI, JenisPeran.PIMPINAN)
    return sorted({j for j in daftar if not any(j != atas and j.startswith(atas) for atas in daftar)})


def terlihat(user: User | AnonymousUser, *, kolom: str = "pegawai") -> Q:
    return terlihat_karier(user, JenisPeran.PIMPINAN, kolom=kolom)
