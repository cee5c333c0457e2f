"""Around the API: no session, no cookie, no HTML, and the trace that a token was used."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from kinerja.api.masalah import JENIS, masalah
from kinerja.integrasi.actions import note_use
from kinerja.lib.angka import parse_nomor

logger = logging.getLogger(__name__)

AWALAN = "/api/"
DIBAWA = ("Allow", "Retry-After", "WWW-Authenticate")


class APIMiddleware:
    """Stands outside the guard of "a GET never writes": when a token was last used is noted once in five minutes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(AWALAN):
            return self.get_response(request)
        if (parse_nomor(request.META.get("CONTENT_LENGTH")) or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return masalah(413)
        request.COOKIES = {}
        respons = self.get_response(request)
        _note(request)
        return _translated(respons)


def _note(request: HttpRequest) -> None:
    token = getattr(request, "token_api", None)
    if token is None:
        return
    try:
        note_use(token, at=timezone.now())
    except DatabaseError:
        logger.warning("Pemakaian token tidak tercatat.", exc_info=True)


def _translated(respons: HttpResponse) -> HttpResponse:
    if respons.status_code < 400 or respons.get("Content-Type", "").startswith(JENIS):
        return respons
    kepala = {nama: respons[nama] for nama in DIBAWA if nama in respons}
    return masalah(respons.status_code, kepala=kepala)
