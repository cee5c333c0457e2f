"""A form that is sent twice because no answer came is taken once (docs/adr/0025)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import timezone

from kinerja.akun import actions

Respons = Callable[[HttpRequest], HttpResponse]
TANDA, TAJUK = "tanda_kirim", "X-Kiriman"
SUDAH = "Isian ini sudah kami terima tadi, jadi tidak dicatat dua kali."


class KirimSekaliMiddleware:
    """For forms that carry `tanda_kirim`. The book and what the form does are one transaction: both, or neither."""

    def __init__(self, get_response: Respons) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or not request.POST.get(TANDA) or not request.user.is_authenticated:
            return self.get_response(request)
        return _for_queue(request, self._once(request))

    def _once(self, request: HttpRequest) -> HttpResponse:
        assert request.user.is_authenticated
        with transaction.atomic():
            kiriman, pertama = actions.take_kiriman(request.user, _sidik(request), at=timezone.now())
            if not pertama:
                messages.info(request, SUDAH)
                return HttpResponseRedirect(kiriman.tujuan)
            response = self.get_response(request)
            if isinstance(response, HttpResponseRedirect):
                actions.settle_kiriman(kiriman, tujuan=response.url)
            elif response.status_code < 400:
                # Only looked at.
                actions.release_kiriman(kiriman)
            else:
                # Refused: the same form may come again.
                transaction.set_rollback(True)
        return response


def _for_queue(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The browser's queue wants to know where the page would have gone, without loading it."""
    if TAJUK in request.headers and isinstance(response, HttpResponseRedirect):
        return JsonResponse({"tujuan": response.url}, headers={TAJUK: "diterima"})
    return response


def _sidik(request: HttpRequest) -> str:
    """Of all that was filled in, so that a corrected form is another one; without the token of the session."""
    bagian = [request.path.encode()]
    for nama, daftar_nilai in sorted(request.POST.lists()):
        if nama != "csrfmiddlewaretoken":
            bagian.append(repr((nama, daftar_nilai)).encode())
    for nama, daftar_berkas in sorted(request.FILES.lists()):
        for berkas in daftar_berkas:
            bagian += [repr((nama, berkas.name)).encode(), hashlib.sha256(berkas.read()).digest()]
            berkas.seek(0)
    return hashlib.sha256(b"".join(bagian)).hexdigest()
