"""What a browser keeps for the hours without a signal: a service worker, and the one page it may show (docs/adr/0025)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from kinerja.www.aset import aset_berkas

if TYPE_CHECKING:
    from django.http import HttpRequest


@login_not_required
@require_safe
def pekerja(request: HttpRequest) -> HttpResponse:
    """At the root, because a service worker rules only what lies below its own address."""
    jalur = finders.find(aset_berkas("sw.js"))
    if not jalur:
        raise Http404
    isi = Path(jalur).read_bytes()
    return HttpResponse(
        isi, content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"}
    )


@login_not_required
@require_safe
def luring(request: HttpRequest) -> HttpResponse:
    """The same for everybody, so nothing on it can belong to somebody."""
    return HttpResponse(render_to_string("luring.html"), headers={"Cache-Control": "no-cache"})
