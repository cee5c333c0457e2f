"""What happens around every page: a new account's first stop, the clock of the instansi, and reading without writing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from kinerja.kepegawaian.lingkup import lingkup

Respons = Callable[[HttpRequest], HttpResponse]


class FirstLoginMiddleware:
    """A new account goes to its password first, and nowhere else."""

    def __init__(self, get_response: Respons) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and request.user.wajib_ganti_sandi and not self._boleh(request.path):
            return redirect("akun:sandi_pertama")
        return self.get_response(request)

    def _boleh(self, path: str) -> bool:
        return path.startswith((reverse("akun:sandi_pertama"), reverse("account_logout"), "/static/"))


class ZonaWaktuMiddleware:
    """Days and hours are those of the instansi: a limit ends at its midnight, not the server's."""

    def __init__(self, get_response: Respons) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        pegawai = lingkup(request.user).pegawai if request.user.is_authenticated else None
        with timezone.override(pegawai.instansi.zona_waktu if pegawai else None):
            return self.get_response(request)


class GetWritesError(AssertionError):
    """A page that is only read tried to change a table."""


class ReadOnlyGetMiddleware:
    """Development and tests only: a GET that writes fails at once. The session's own bookkeeping is no content."""

    TABEL_BOLEH = re.compile(
        r'"?(django_session|mfa_authenticator|axes_\w+|akun_user|tembolok|usersessions_\w+)\b'
    )
    MENULIS = re.compile(r"\s*(INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+", re.IGNORECASE)

    def __init__(self, get_response: Respons) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        with connection.execute_wrapper(self._refuse):
            return self.get_response(request)

    def _refuse(
        self, execute: Callable[..., Any], sql: str, params: object, many: object, context: object
    ) -> object:
        cocok = self.MENULIS.match(sql)
        if cocok and not self.TABEL_BOLEH.match(sql, cocok.end()):
            raise GetWritesError(f"GET menulis: {sql[:120]}")
        return execute(sql, params, many, context)
