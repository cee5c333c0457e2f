"""What others said, as the rated person and the two officials above him read it."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.jejak.models import JenisHalaman
from kinerja.kebijakan.models import Kebijakan, Periode, Tahap
from kinerja.perencanaan.models import SKP
from kinerja.sumber import queries
from kinerja.sumber.models import Putaran
from kinerja.sumber.permissions import can_read_result
from kinerja.www.http import Request
from kinerja.www.penglihatan import note_skp


@require_safe
def hasil_detail(request: Request, skp_id: int, periode_id: int) -> HttpResponse:
    skp = get_object_or_404(
        SKP.objects.visible_to(request.user).select_related("unit_kerja", "pegawai", "penempatan__jabatan"),
        pk=skp_id,
    )
    periode = get_object_or_404(
        Periode.objects.exclude(tahap=Tahap.DOKUMENTASI), pk=periode_id, instansi_id=skp.instansi_id
    )
    if not can_read_result(request.user, skp):
        raise Http404
    note_skp(request, JenisHalaman.HASIL, skp)
    putaran = (
        Putaran.objects.filter(periode=periode, daftar_hak__dinilai=skp)
        .select_related("kebijakan")
        .order_by("id")
        .first()
    )
    kebijakan = _policy(skp, periode, putaran)
    konteks = {
        "skp": skp,
        "periode": periode,
        "putaran": putaran,
        "daftar": queries.hasil_sumber(skp, periode, kebijakan) if kebijakan else [],
        "ringkasan": queries.ringkasan_sumber(skp, periode, kebijakan) if kebijakan else [],
        "kalimat": queries.kalimat(skp, periode),
    }
    return render(request, "sumber/hasil_detail.html", konteks)


def _policy(skp: SKP, periode: Periode, putaran: Putaran | None) -> Kebijakan | None:
    """That of the draw; without one, the policy that held when the period ended."""
    if putaran is not None:
        return Kebijakan.objects.with_method().get(pk=putaran.kebijakan_id)
    return queries.kebijakan_skp(skp, on=queries.hari_metode(periode, on=timezone.localdate()))
