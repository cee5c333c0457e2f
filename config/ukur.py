"""Measuring the server from inside, only when KINERJA_BENCH=1: what a request costs, told in `Server-Timing`."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse


class TimingMiddleware:
    """Counts the queries of a request, their milliseconds, and the CPU time of its thread."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        jumlah, lama = 0, 0.0

        def count(execute: Callable[..., Any], *args: object) -> object:
            nonlocal jumlah, lama
            mulai = time.perf_counter()
            try:
                return execute(*args)
            finally:
                jumlah, lama = jumlah + 1, lama + time.perf_counter() - mulai

        mulai = time.thread_time()
        with connection.execute_wrapper(count):
            response = self.get_response(request)
        cpu = (time.thread_time() - mulai) * 1000
        response["Server-Timing"] = f'cpu;dur={cpu:.3f}, sql;dur={lama * 1000:.3f};desc="{jumlah}"'
        return response


@login_not_required
def empty(request: HttpRequest) -> HttpResponse:
    """The least a signed-in person can ask for: every middleware, no page."""
    return HttpResponse("")


@login_not_required
def plain_json(request: HttpRequest) -> HttpResponse:
    """What the API is measured against: a hundred people by the shortest way that Django has."""
    pegawai = apps.get_model("kepegawaian", "Pegawai")
    kolom = ("id", "nip", "nama", "jenis_asn", "golongan", "status")
    return JsonResponse({"data": list(pegawai._default_manager.order_by("pk").values(*kolom)[:100])})
