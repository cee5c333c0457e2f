"""What has changed from version to version; and the first steps: where each is taken, and putting them away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.sosialisasi.panduan import read_perubahan
from kinerja.www.beranda.langkah import DITUTUP, LANGKAH, cookie_name, cookie_value, read_opened

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kinerja.www.http import Request

SETAHUN = 366 * 24 * 60 * 60


@require_safe
def perubahan(request: Request) -> HttpResponse:
    return render(request, "sosialisasi/perubahan.html", {"perubahan": read_perubahan()})


@require_safe
def langkah_open(request: Request, kode: str) -> HttpResponse:
    """Goes where the step is taken, and says there what it is."""
    if kode not in LANGKAH:
        raise Http404
    messages.info(request, f"Langkah pertama Anda: {LANGKAH[kode].judul}. {LANGKAH[kode].petunjuk}")
    return _remember(request, redirect(LANGKAH[kode].nama_url), kode)


@require_POST
def langkah_close(request: Request) -> HttpResponse:
    return _remember(request, redirect("beranda:home"), DITUTUP)


def _remember(request: Request, respons: HttpResponse, kode: str) -> HttpResponse:
    """On this device, for this person, until next year: nothing about him needs a row for it."""
    on = timezone.localdate()
    nilai = cookie_value(read_opened(request, on=on) | {kode}, on=on)
    aman = settings.SESSION_COOKIE_SECURE
    respons.set_cookie(
        cookie_name(request.user), nilai, max_age=SETAHUN, httponly=True, samesite="Lax", secure=aman
    )
    return respons
