"""A write that is sent twice is done once: its answer is kept beside it, in the same transaction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from kinerja.integrasi.models import JawabanTersimpan, TokenAPI

Jawaban = tuple[int, dict[str, Any]]


class KunciDipakaiLain(Exception):
    """The key belongs to another request."""


def answer_once(
    token: TokenAPI, *, kunci: str, sidik: str, at: datetime, kerjakan: Callable[[], Jawaban]
) -> tuple[Jawaban, bool]:
    """The answer, and whether it is that of an earlier call. What `kerjakan` raises keeps nothing: it may be tried again.

    Two at once: the second waits for the row of the first, and then reads its answer.
    """
    if (lama := _stored(token, kunci, sidik)) is not None:
        return lama, True
    try:
        with transaction.atomic():
            with transaction.atomic():
                baris = JawabanTersimpan.objects.create(token=token, kunci=kunci, sidik=sidik, created_at=at)
            return _done(baris, kerjakan), False
    except _Bentrok:
        raise
    except IntegrityError:
        if (lama := _stored(token, kunci, sidik)) is None:
            raise
        return lama, True


class _Bentrok(IntegrityError):
    """Of the work itself, not of the key."""


def _done(baris: JawabanTersimpan, kerjakan: Callable[[], Jawaban]) -> Jawaban:
    try:
        baris.status, baris.isi = kerjakan()
    except IntegrityError as error:
        raise _Bentrok(*error.args) from error
    baris.save(update_fields=["status", "isi"])
    return baris.status, baris.isi


def _stored(token: TokenAPI, kunci: str, sidik: str) -> Jawaban | None:
    baris = JawabanTersimpan.objects.filter(token=token, kunci=kunci).order_by("id").first()
    if baris is None:
        return None
    if baris.sidik != sidik:
        raise KunciDipakaiLain
    return baris.status, baris.isi
