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
            "saringan": SaringanContoh(request.GET or None),
            "page": Paginator(range(1, 249), 20).get_page(request.GET.get("halaman", 2)),
        },
    )


@require_safe
def state_list(request: HttpRequest) -> HttpResponse:
    """A form that was refused, and a list without rows."""
    ditolak = IsianContoh({"rencana": "", "target": "banyak", "aspek": "waktu"})
    return render(request, "galeri/state_list.html", {"form": ditolak})
