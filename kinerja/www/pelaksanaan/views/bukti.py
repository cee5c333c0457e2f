"""Opening and taking away evidence: only for those who see the plan it belongs to."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.jejak.models import JenisHalaman
from kinerja.lib.berkas import JenisBerkas
from kinerja.pelaksanaan import actions
from kinerja.pelaksanaan.models import BuktiDukung
from kinerja.www.http import Request
from kinerja.www.penglihatan import note_skp


@require_safe
def bukti_open(request: Request, bukti_id: int) -> HttpResponseBase:
    daftar = BuktiDukung.objects.visible_to(request.user).berlaku().select_related("realisasi__skp")
    bukti = get_object_or_404(daftar, pk=bukti_id)
    note_skp(request, JenisHalaman.BUKTI, bukti.realisasi.skp)
    if bukti.tautan:
        return redirect(bukti.tautan)
    try:
        isi = bukti.berkas.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    jenis = JenisBerkas(bukti.jenis_berkas)
    tampil = jenis.is_gambar or jenis is JenisBerkas.PDF
    respons = FileResponse(
        isi, content_type=jenis.tipe_mime, as_attachment=not tampil, filename=bukti.nama_asli
    )
    respons["X-Content-Type-Options"] = "nosniff"
    respons["Cache-Control"] = "private, no-store"
    return respons


@require_POST
def bukti_remove(request: Request, bukti_id: int) -> HttpResponse:
    bukti = get_object_or_404(
        BuktiDukung.objects.visible_to(request.user).select_related("realisasi"), pk=bukti_id
    )
    try:
        actions.remove_bukti(bukti, by=request.user, at=timezone.now())
        messages.success(request, "Bukti dihapus dari daftar. Salinannya tetap tersimpan untuk pemeriksaan.")
    except actions.CannotRecordRealisasi as error:
        messages.error(request, str(error))
    return redirect(
        "pelaksanaan:realisasi_edit",
        indikator_id=bukti.realisasi.indikator_id,
        periode_id=bukti.realisasi.periode_id,
    )
