"""Where the tree once stood: the address is a promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from kinerja.lib.angka import parse_nomor

if TYPE_CHECKING:
    from kinerja.www.http import Request


@require_safe
def pohon(request: Request) -> HttpResponse:
    """One's own line has its place on the map now."""
    tahun = parse_nomor(request.GET.get("tahun"))
    return redirect(reverse("peta:garis_own") + (f"?tahun={tahun}" if tahun else ""), permanent=True)
