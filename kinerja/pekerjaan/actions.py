"""Asking for a job, cancelling it, asking for it again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kinerja.pekerjaan.daftar import UnknownJenis, find_jenis
from kinerja.pekerjaan.istilah import StatusPekerjaan
from kinerja.pekerjaan.models import Pekerjaan

if TYPE_CHECKING:
    from kinerja.akun.models import User


class CannotChangePekerjaan(Exception):
    """The job has moved on meanwhile; the message is fit for the user."""


def enqueue(
    jenis: str,
    *,
    by: User | None,
    at: datetime,
    argumen: dict[str, Any] | None = None,
    kunci: str = "",
    mulai_at: datetime | None = None,
) -> Pekerjaan:
    """Part of the caller's transaction: it exists when the caller commits, and not before.

    While a job of the same kind and `kunci` is not finished, that one is given back: a double click is one job. It may
    then be somebody else's, whom the caller should name. A kind without `boleh` leaves the permission to the caller.
    """
    if not find_jenis(jenis).may_ask(by, argumen or {}):
        raise PermissionDenied
    if kunci and (lama := _unfinished(jenis, kunci)):
        return lama
    try:
        with transaction.atomic():
            return Pekerjaan.objects.create(
                jenis=jenis,
                argumen=argumen or {},
                kunci=kunci,
                diminta_oleh=by,
                dibuat_at=at,
                jalan_lagi_at=mulai_at or at,
            )
    except IntegrityError:
        if lama := _unfinished(jenis, kunci):
            return lama
        raise


def _unfinished(jenis: str, kunci: str) -> Pekerjaan | None:
    daftar = Pekerjaan.objects.filter(jenis=jenis, kunci=kunci).unfinished().select_related("diminta_oleh")
    return daftar.order_by("id").first()


@transaction.atomic
def cancel_pekerjaan(pekerjaan: Pekerjaan, *, by: User, at: datetime) -> None:
    """A worker in the middle of it notices at its next part; what is stored stays."""
    kini = _lock(pekerjaan, by=by)
    if kini.usai:
        raise CannotChangePekerjaan("Pekerjaan ini sudah usai, jadi tidak perlu dibatalkan lagi.")
    kini.status, kini.selesai_at, kini.lease_ends_at = StatusPekerjaan.DIBATALKAN.value, at, None
    kini.save(update_fields=["status", "selesai_at", "lease_ends_at"])


@transaction.atomic
def retry_pekerjaan(pekerjaan: Pekerjaan, *, by: User, at: datetime) -> None:
    """Goes on where it stood, if he who asked may still ask for it."""
    kini = _lock(pekerjaan, by=by)
    if not _may_ask(kini, by=by):
        raise PermissionDenied
    _queue_again(kini, at=at)


@transaction.atomic
def retry_terjadwal(pekerjaan: Pekerjaan, *, at: datetime) -> None:
    """What the clock asked for. Whether somebody may press this, the caller knows: roles are above this app."""
    if pekerjaan.diminta_oleh_id is not None:
        raise PermissionDenied
    _queue_again(Pekerjaan.objects.select_for_update().get(pk=pekerjaan.pk), at=at)


def _queue_again(kini: Pekerjaan, *, at: datetime) -> None:
    if kini.status != StatusPekerjaan.GAGAL:
        raise CannotChangePekerjaan("Hanya pekerjaan yang belum berhasil dapat dicoba lagi.")
    if kini.kunci and _unfinished(kini.jenis, kini.kunci):
        raise CannotChangePekerjaan("Pekerjaan yang sama sedang berjalan. Tunggu sampai selesai.")
    kini.status, kini.galat, kini.kegagalan = StatusPekerjaan.ANTRE.value, "", 0
    kini.jalan_lagi_at, kini.selesai_at = at, None
    kini.save(update_fields=["status", "galat", "kegagalan", "jalan_lagi_at", "selesai_at"])


def _may_ask(pekerjaan: Pekerjaan, *, by: User) -> bool:
    try:
        return find_jenis(pekerjaan.jenis).may_ask(by, pekerjaan.argumen)
    except UnknownJenis:
        return True  # of another version: its worker asks


def _lock(pekerjaan: Pekerjaan, *, by: User) -> Pekerjaan:
    if pekerjaan.diminta_oleh_id != by.pk:
        raise PermissionDenied
    return Pekerjaan.objects.select_for_update().get(pk=pekerjaan.pk)
