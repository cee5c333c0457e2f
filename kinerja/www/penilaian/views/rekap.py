"""Where the units of a leader stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.kepegawaian.permissions import is_admin
from kinerja.penilaian import actions, permissions
from kinerja.penilaian.queries import rekap as queries
from kinerja.penilaian.queries.periode import daftar_periode_evaluasi, periode_terpilih

if TYPE_CHECKING:
    from kinerja.www.http import Request


def rekap(request: Request) -> HttpResponse:
    if not permissions.can_see_rekap(request.user):
        raise PermissionDenied
    on = timezone.localdate()
    unit = queries.pilih_unit(request.user, request.GET.get("unit", ""))
    if unit is None:
        raise Http404
    daftar = daftar_periode_evaluasi([unit.instansi_id], on=on)
    periode = periode_terpilih(daftar, request.GET.get("periode", ""), on=on)
    konteks = {
        "unit": unit,
        "induk": unit.induk if queries.dalam_lingkup(request.user, unit.induk) else None,
        "daftar_periode": daftar,
        "periode": periode,
        "rekap": queries.rekap(unit, periode=periode, on=on) if periode else None,
        "admin": is_admin(request.user),
        "boleh_buka": periode is not None and periode.terbuka and on >= periode.jendela_mulai_on,
    }
    return render(request, "penilaian/rekap.html", konteks)


@require_POST
def evaluasi_close(request: Request) -> HttpResponse:
    """The clock's work on demand: closes what is due in the admin's scope."""
    daftar = actions.close_due(by=request.user, at=timezone.now())
    pesan = f"{len(daftar)} evaluasi menjadi final." if daftar else "Belum ada evaluasi yang lewat batasnya."
    messages.success(request, pesan)
    return redirect("penilaian:rekap")
