"""Every component on one page, for those who build pages; only where KINERJA_GALERI is on."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.www.galeri import contoh
from kinerja.www.galeri.forms import IsianContoh, SaringanContoh


@require_safe
def component_list(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "galeri/component_list.html",
        {
            "contoh": contoh,
            "form": IsianContoh(),
            "form_salah": IsianContoh({"rencana": "", "target": "banyak"}, auto_id="salah_%s", prefix="salah"),
            "saringan": SaringanContoh(request.GET or None),
            "page": Paginator(range(1, 249), 20).get_page(request.GET.get("halaman", 2)),
        },
    )


@require_safe
def blank_page(request: HttpRequest) -> HttpResponse:
    return render(request, "galeri/blank_page.html")
