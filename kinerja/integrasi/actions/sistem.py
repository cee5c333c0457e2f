"""Registering a system, and giving and taking its keys."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kinerja.akun.models import User
from kinerja.integrasi.istilah import Cakupan
from kinerja.integrasi.models import Sistem, TokenAPI
from kinerja.integrasi.permissions import can_manage_integrasi
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import Instansi
from kinerja.lib.baris import lock_row

AWALAN = "knj_"
TERLAMA = timedelta(days=731)


class CannotIntegrate(Exception):
    """It cannot be done so; the message says why."""


@dataclass(frozen=True, kw_only=True)
class IsianSistem:
    nama: str
    tujuan: str
    kontak: str = ""


@dataclass(frozen=True, kw_only=True)
class IsianToken:
    nama: str
    daftar_cakupan: tuple[Cakupan, ...]
    sampai_on: date


def sidik_token(rahasia: str) -> str:
    """A token is 256 random bits: unlike a password it needs no slow hash."""
    return hashlib.sha256(rahasia.encode()).hexdigest()


def create_sistem(instansi: Instansi, *, isian: IsianSistem, by: User, at: datetime) -> Sistem:
    if not can_manage_integrasi(by, instansi):
        raise PermissionDenied
    try:
        with transaction.atomic():
            sistem = Sistem.objects.create(
                instansi=instansi,
                nama=isian.nama,
                tujuan=isian.tujuan,
                kontak=isian.kontak,
                created_at=at,
                dibuat_oleh=by,
            )
            jejak.record("integrasi.sistem", sistem, by=by, at=at, rincian={"nama": isian.nama})
    except IntegrityError:
        raise CannotIntegrate(
            f"Sudah ada sistem bernama “{isian.nama}”. Pakai yang itu, atau beri nama lain."
        ) from None
    return sistem


@transaction.atomic
def create_token(
    sistem: Sistem, *, isian: IsianToken, by: User, at: datetime, on: date
) -> tuple[TokenAPI, str]:
    """The token as it is stored, and the secret itself: nobody can ever read that again."""
    if not can_manage_integrasi(by, sistem.instansi):
        raise PermissionDenied
    if not isian.daftar_cakupan:
        raise CannotIntegrate("Pilih paling sedikit satu hal yang boleh dilakukan token ini.")
    if not on <= isian.sampai_on <= on + TERLAMA:
        raise CannotIntegrate("Masa berlaku token paling lama dua tahun, dan tidak boleh sudah lewat.")
    rahasia = AWALAN + secrets.token_urlsafe(32)
    token = TokenAPI.objects.create(
        sistem=sistem,
        nama=isian.nama,
        awalan=rahasia[: len(AWALAN) + 6],
        sidik=sidik_token(rahasia),
        daftar_cakupan=[cakupan.value for cakupan in isian.daftar_cakupan],
        sampai_on=isian.sampai_on,
        created_at=at,
        dibuat_oleh=by,
    )
    rincian = {"token": token.awalan, "cakupan": token.daftar_cakupan, "sampai": str(isian.sampai_on)}
    jejak.record("integrasi.token", sistem, by=by, at=at, rincian=rincian)
    return token, rahasia


@transaction.atomic
def revoke_token(token: TokenAPI, *, by: User, at: datetime) -> None:
    """At once: the next call with it is refused."""
    kini = lock_row(TokenAPI.objects.select_related("sistem__instansi"), token.pk)
    if not can_manage_integrasi(by, kini.sistem.instansi):
        raise PermissionDenied
    if kini.revoked_at is not None:
        raise CannotIntegrate("Token ini sudah dicabut.")
    kini.revoked_at = at
    kini.save(update_fields=["revoked_at"])
    jejak.record("integrasi.cabut_token", kini.sistem, by=by, at=at, rincian={"token": kini.awalan})
