"""What happens around every page: clean text in, nothing kept outside, a new account's first stop, the right clock."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.angka import parse_nomor

Respons = Callable[[HttpRequest], HttpResponse]


class TeksBersihMiddleware:
    """No field can hold what no keyboard types: PostgreSQL refuses a NUL, and a printed form has no place for it.

    A request larger than anything we take is turned away before it fills the disk.
    """

    # The second group turns the reading direction of everything behind it, or splits words where nobody sees it.
    TAK_TERKETIK = re.compile(
        r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff]"
    )

    def __init__(self, get_response: Respons) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (parse_nomor(request.META.get("CONTENT_LENGTH")) or 0) > settings.KINERJA_BATAS_KIRIMAN:
            raise RequestDataTooBig
        if self.TAK_TERKETIK.search(request.path_info):
            raise BadRequest
        request.GET = self._cleaned(request.GET)  # type: ignore[assignment]
        if request.method == "POST":
            request.POST = self._cleaned(request.POST)  # type: ignore[assignment]
        return self.get_response(request)

    def process_view(self, _request: HttpRequest, _view: Any, _args: Any, isi: dict[str, object]) -> None:  # noqa: ANN401
        """A number that no record can have leads nowhere; not every lookup says so by itself."""
        if any(isinstance(satu, int) and satu >= 2**63 for satu in isi.values()):
            raise Http404

    def _cleaned(self, isian: QueryDict) -> QueryDict:
        kotor = [nama for nama, nilai in isian.lists() if self.TAK_TERKETIK.search("".join((nama, *nilai)))]
        if not kotor:
            return isian
        bersih = isian.copy()
        for nama in kotor:
            nilai = [self.TAK_TERKETIK.sub("", satu) for satu in bersih.pop(nama)]
            bersih.setlist(self.TAK_TERKETIK.sub("", nama), nilai)
        return bersih


class TanpaSimpananMiddleware:
    """On a shared office computer the back button must show nothing of whoever has signed out."""

    def __init__(self, get_response: Respons) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        respons = self.get_response(request)
        respons.setdefault("Cache-Control", "private, no-store")
        return respons


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
    MENULIS = re.compile(r"\s*(INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+", re.IGNORECASE)

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
