"""The page's side of the live line: where it is, a ticket for it, and asking again where there is none."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.pantau.hidup.tiket import BERLAKU, Tiket, issue, read
from kinerja.pantau.queries.siaran import siaran, versi_kini
from kinerja.www.pantau.layar import Layar, pilih_layar

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.www.http import Request

# The last drawing of each screen that is asked for again and again; one per process, a few hundred at most.
_GAMBAR: OrderedDict[str, tuple[int, bytes]] = OrderedDict()
_BANYAK = 300


def asal_hidup(request: HttpRequest) -> str:
    """The address of the live process; empty when there is none and the page has to ask by itself."""
    if settings.KINERJA_HIDUP_URL:
        return str(settings.KINERJA_HIDUP_URL)
    if not settings.KINERJA_HIDUP_PORT:
        return ""
    nama = (
        request.get_host().rsplit(":", 1)[0] if not request.get_host().endswith("]") else request.get_host()
    )
    return f"{request.scheme}://{nama}:{settings.KINERJA_HIDUP_PORT}/"


def dengan_hidup(request: HttpRequest, respons: HttpResponse) -> HttpResponse:
    """This page alone may open a line to the other origin."""
    bagian = urlsplit(asal_hidup(request))
    if bagian.netloc:
        setattr(respons, "_csp_update", {"connect-src": f"{bagian.scheme}://{bagian.netloc}"})  # noqa: B010 - as csp_update does
    return respons


def tiket_baru(user: User, layar: Layar) -> str:
    return issue(Tiket(user.pk, layar.kunci, layar.saat.instansi_id))


@require_safe
def tiket(request: Request) -> HttpResponse:
    """A fresh ticket, for a session that still lasts and a scope that still holds."""
    layar = pilih_layar(request, on=timezone.localdate())
    return JsonResponse({"tiket": tiket_baru(request.user, layar)})


@login_not_required
@require_safe
def angka(request: HttpRequest) -> HttpResponse:
    """The figures for a page without a live line. The ticket is the key, so that asking costs next to nothing."""
    isi = read(request.GET.get("tiket", ""), umur=BERLAKU)
    if isi is None:
        raise PermissionDenied
    versi = versi_kini()
    tanda = f'"{isi.kunci}.{versi}"'
    if request.headers.get("If-None-Match") == tanda:
        return HttpResponseNotModified(headers={"ETag": tanda})
    return HttpResponse(_gambar(isi, versi), content_type="application/json", headers={"ETag": tanda})


def _gambar(isi: Tiket, versi: int) -> bytes:
    ada = _GAMBAR.get(isi.kunci)
    if ada is None or ada[0] != versi:
        ada = (versi, siaran(isi.kunci, isi.instansi_id, at=timezone.now()).isi())
        _GAMBAR[isi.kunci] = ada
        while len(_GAMBAR) > _BANYAK:
            _GAMBAR.popitem(last=False)
    return ada[1]
