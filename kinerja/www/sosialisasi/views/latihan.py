"""Practice: choosing whom to play, and, inside the practice itself, taking that seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.akun.models import User
from kinerja.sosialisasi.latihan import (
    DAFTAR_PERAN,
    TiketDitolak,
    ask_for_practice,
    find_peran,
    make_tiket,
    read_tiket,
)
from kinerja.www.sosialisasi.perantara import is_awake, let_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from kinerja.www.http import Request

BACKEND = "kinerja.akun.backends.NIPBackend"


@require_http_methods(["GET", "HEAD", "POST"])
def latihan(request: Request) -> HttpResponse:
    """One click in, when the practice is awake; otherwise it is woken, and the page waits with the person."""
    dipilih = request.POST.get("peran") or request.GET.get("tunggu", "")
    try:
        peran = find_peran(dipilih) if dipilih else None
    except TiketDitolak as error:
        raise Http404 from error
    siap = is_awake()
    if request.method == "POST" and peran is not None:
        if siap:
            return _in_as(peran.kode)
        ask_for_practice()
        return redirect(f"{reverse('sosialisasi:latihan')}?{urlencode({'tunggu': peran.kode})}")
    konteks = {"daftar_peran": DAFTAR_PERAN, "menunggu": peran, "siap": siap}
    return render(request, "sosialisasi/latihan.html", konteks)


def _in_as(kode: str) -> HttpResponse:
    alamat = reverse("sosialisasi:latihan_begin")
    respons = redirect(f"{alamat}?{urlencode({'tiket': make_tiket(kode)})}")
    let_in(respons, kode)
    return respons


@login_not_required
@require_safe
def latihan_begin(request: HttpRequest) -> HttpResponse:
    """Only the practice has this door: elsewhere there is nothing behind it."""
    if not settings.KINERJA_LATIHAN:
        raise Http404
    try:
        peran = read_tiket(request.GET.get("tiket", ""))
    except TiketDitolak:
        return redirect("/sosialisasi/latihan/keluar/")
    login(request, get_object_or_404(User, nip=peran.nip), backend=BACKEND)
    return redirect("beranda:home")
