"""The addresses of the API: the promise of each version, and one answer for everything else."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.decorators.csrf import csrf_exempt

from kinerja.api.masalah import masalah
from kinerja.api.v1.api import api


@login_not_required
@csrf_exempt
def unknown(request: HttpRequest) -> HttpResponse:
    return masalah(404, "Alamat ini tidak ada. Daftar alamat yang tersedia ada pada /api/v1/openapi.json.")


def _open() -> list[URLPattern | URLResolver]:
    """Without the sign-in of the pages: a token is asked for instead, by each operation."""
    daftar = [pola for pola in api.urls[0] if isinstance(pola, URLPattern) and pola.name != "api-root"]
    for pola in daftar:
        login_not_required(pola.callback)
    return [*daftar]


urlpatterns: list[URLPattern | URLResolver] = [
    path("v1/", include((_open(), "api"), namespace="api")),
    re_path(r"^", unknown),
]
