"""A device that signed in before is known: a stranger, even in the same office, cannot lock its owner out.

The cookie says only which accounts signed in here. It opens nothing, and wrong passwords on a known device are counted
on their own.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core import signing

from kinerja.akun.backends import nip_polos

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from kinerja.akun.models import User

KUKI = "perangkat"
GARAM = "kinerja.akun.perangkat"
UMUR = 180 * 24 * 60 * 60
PALING_BANYAK = 8  # people who share one computer


def _isi(request: HttpRequest) -> dict[str, Any]:
    """What this device remembers; an unreadable or expired cookie is no cookie."""
    try:
        isi: dict[str, Any] = signing.loads(request.COOKIES.get(KUKI, ""), salt=GARAM, max_age=UMUR)
    except signing.BadSignature:
        return {"id": "", "nip": []}
    return isi


def known_device(request: HttpRequest, nip: str) -> str:
    """The id of this device if `nip` signed in on it before, else an empty text."""
    isi = _isi(request)
    return str(isi["id"]) if nip in isi["nip"] else ""


def is_whitelisted(request: HttpRequest, credentials: dict[str, Any] | None) -> bool:
    """For axes: known devices have a count of their own, see `AccountAdapter.authenticate`."""
    nip = nip_polos((credentials or {}).get("username") or "")
    return bool(nip and known_device(request, nip))


def remember_device(request: HttpRequest, response: HttpResponse, *, user: User) -> None:
    isi = _isi(request)
    daftar_nip = [user.nip, *(nip for nip in isi["nip"] if nip != user.nip)][:PALING_BANYAK]
    nilai = signing.dumps({"id": isi["id"] or secrets.token_urlsafe(12), "nip": daftar_nip}, salt=GARAM)
    response.set_cookie(
        KUKI, nilai, max_age=UMUR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
