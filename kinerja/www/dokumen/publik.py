"""Without an account: is this paper genuine, and is it still the latest?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.core.internal import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.dokumen.bentuk import FORMAT_PER_KODE
from kinerja.jejak.actions import sidik_isian
from kinerja.jejak.models import DokumenTerbit
from kinerja.jejak.sidik import kode_periksa, token_dari
from kinerja.kepegawaian.models import Instansi
from kinerja.www.dokumen.forms import KodeForm
from kinerja.www.dokumen.sumber import current_isian

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest

# A machine that tries codes is slowed down; a helpdesk that checks a pile of papers is not.
BATAS = {"periksa_dokumen": "60/m/ip"}


@login_not_required
@require_safe
def periksa(request: HttpRequest) -> HttpResponse:
    """The form for a code that somebody reads from the paper."""
    form = KodeForm(request.GET or None)
    if form.is_bound and form.is_valid():
        return redirect("dokumen:verifikasi", form.cleaned_data["kode"])
    status = 422 if form.is_bound else 200
    return _closed_to_robots(render(request, "dokumen/periksa.html", {"form": form}, status=status))


@login_not_required
@require_safe
def verifikasi(request: HttpRequest, token: str) -> HttpResponse:
    if not ratelimit.consume(
        request, app="kinerja.dokumen", action="periksa_dokumen", config=BATAS, limit_get=True
    ):
        return render(request, "429.html", status=429)
    baku = token_dari(token)
    dokumen = DokumenTerbit.objects.filter(token=baku).select_related("digantikan_oleh").first()
    if dokumen is None:
        konteks = {"kode": token[:40], "form": KodeForm()}
        return _closed_to_robots(render(request, "dokumen/tidak_dikenal.html", konteks, status=404))
    konteks = _facts(dokumen, at=timezone.now())
    return _closed_to_robots(render(request, "dokumen/verifikasi.html", konteks))


def _facts(dokumen: DokumenTerbit, *, at: datetime) -> dict[str, object]:
    sidik = dokumen.sidik[:16]
    return {
        "dokumen": dokumen,
        "kode": kode_periksa(dokumen.token),
        "instansi": Instansi.objects.filter(pk=dokumen.instansi_id).values_list("nama", flat=True).first(),
        "sidik": " ".join(sidik[awal : awal + 4] for awal in range(0, 16, 4)),
        "keadaan": _state(dokumen, at=at),
        "diperiksa_at": at,
    }


def _state(dokumen: DokumenTerbit, *, at: datetime) -> str:
    """digantikan, berubah (the record moved on since), or berlaku."""
    if dokumen.digantikan_oleh_id:
        return "digantikan"
    if dokumen.kode not in FORMAT_PER_KODE:
        return "berlaku"  # a paper of the house is registered when what it speaks of is closed: it says the same for ever
    kini = current_isian(dokumen, at=at)
    # A change in preparation is a draft: until it is set, the paper in hand holds.
    if kini is None or kini.draf or sidik_isian(kini) == dokumen.sidik:
        return "berlaku" if kini is not None else "berubah"
    return "berubah"


def _closed_to_robots(respons: HttpResponse) -> HttpResponse:
    respons["X-Robots-Tag"] = "noindex, nofollow"
    respons["Cache-Control"] = "no-store"
    return respons
