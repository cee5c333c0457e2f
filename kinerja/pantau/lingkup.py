"""Whose figures somebody reads: a subtree in which he has a role or whose head he is, or the people whom he and his people assess."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import jalur_dikepalai, lingkup
from kinerja.kepegawaian.queries.penilai import yang_dinilai

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User


@dataclass(frozen=True, kw_only=True)
class Cakupan:
    """Rows of a subtree (`jalur`, or only the unit itself with `sendiri`), of some units, or of one penilai's people."""

    instansi_id: int
    jalur: str = ""
    sendiri: bool = False
    unit_ids: tuple[int, ...] | None = None
    tim: int | None = None


def jalur_pantau(user: User | AnonymousUser, *, on: date) -> list[str]:
    """The subtrees that he leads, manages or heads that day, highest first; none that lies in another."""
    peran = lingkup(user).jalur_peran(JenisPeran.PIMPINAN, JenisPeran.ADMIN_INSTANSI)
    hasil: list[str] = []
    for jalur in sorted({*peran, *jalur_dikepalai(user, on=on)}, key=lambda satu: (len(satu), satu)):
        if not jalur.startswith(tuple(hasil)):
            hasil.append(jalur)
    return hasil


def tim_dokumen(nomor: int, awalan: str = "") -> Q:
    """The people whom he assesses, and those whom they assess, as the record itself says."""
    return Q(**{f"{awalan}penilai": nomor}) | Q(**{f"{awalan}atasan_penilai": nomor})


def tim_penempatan(nomor: int, awalan: str = "") -> Q:
    jalan = f"{awalan}daftar_penilai__"
    kini = Q(**{f"{jalan}selesai_on__isnull": True})
    return kini & (Q(**{f"{jalan}penilai": nomor}) | Q(**{f"{jalan}penilai__in": yang_dinilai(nomor)}))


def tanda_tim(nomor: int) -> Q:
    return (
        tim_dokumen(nomor, "skp__") | tim_dokumen(nomor, "evaluasi__") | tim_penempatan(nomor, "penempatan__")
    )
