"""A new account goes to its password first, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


class FirstLoginMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and request.user.wajib_ganti_sandi and not self._boleh(request.path):
            return redirect("akun:sandi_pertama")
        return self.get_response(request)

    def _boleh(self, path: str) -> bool:
        return path.startswith((reverse("akun:sandi_pertama"), reverse("account_logout"), "/static/"))
