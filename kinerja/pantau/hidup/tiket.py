"""A note from the page to the live process: who watches what. Short-lived; a new one asks for session and scope again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.core import signing

GARAM = "kinerja.pantau.tiket"
SAMBUNG = timedelta(seconds=60)  # how long a ticket opens a line
BERLAKU = timedelta(minutes=5)  # how long a line, or asking again and again, lasts


@dataclass(frozen=True)
class Tiket:
    user_id: int
    kunci: str
    instansi_id: int


def issue(tiket: Tiket) -> str:
    return signing.dumps([tiket.user_id, tiket.kunci, tiket.instansi_id], salt=GARAM)


def read(teks: str, *, umur: timedelta) -> Tiket | None:
    """None when it was forged or is too old."""
    try:
        user_id, kunci, instansi_id = signing.loads(teks, salt=GARAM, max_age=umur)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Tiket(user_id, kunci, instansi_id)
