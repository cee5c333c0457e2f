"""Remembering that a token was used. Nobody acts here: it is the trace of a call."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from kinerja.integrasi.models import TokenAPI

JEDA = timedelta(minutes=5)


def note_use(token: TokenAPI, *, at: datetime) -> bool:
    """At most one write in five minutes, however many processes ask at once."""
    if token.last_used_at is not None and token.last_used_at > at - JEDA:
        return False
    lama = Q(last_used_at=None) | Q(last_used_at__lte=at - JEDA)
    return bool(TokenAPI.objects.filter(lama, pk=token.pk).update(last_used_at=at))
