"""The answer to somebody who tried too often: until when, and whom to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axes.attempts import get_cool_off_threshold
from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

if TYPE_CHECKING:
    from datetime import datetime


def locked_out(
    request: HttpRequest, _response: HttpResponse | None, credentials: dict[str, Any]
) -> HttpResponse:
    """Called by axes instead of the page that was asked for."""
    konteks = {"sampai_at": _sampai(request, nip=credentials.get("username", ""))}
    return render(request, "akun/terkunci.html", konteks, status=429)


def _sampai(request: HttpRequest, *, nip: str) -> datetime | None:
    percobaan = AccessAttempt.objects.filter(
        username=nip,
        ip_address=request.axes_ip_address,  # type: ignore[attr-defined]
        attempt_time__gte=get_cool_off_threshold(request),
    )
    terakhir = percobaan.order_by("-attempt_time").first()
    sampai: datetime | None = terakhir.attempt_time + get_cool_off(request) if terakhir else None
    return sampai
