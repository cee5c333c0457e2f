"""Printing behind the sign-in: what can be printed, a preview, issuing, and the issued paper again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.dokumen.pdf import cetak
from kinerja.dokumen.simpan import isian_from_dict
from kinerja.jejak.actions import CannotIssueDocument, issue_document
from kinerja.jejak.models import DokumenTerbit, JenisHalaman
from kinerja.penilaian.models import Evaluasi
from kinerja.perencanaan.formulir import load_skp
from kinerja.perencanaan.formulir.permissions import can_issue_document
from kinerja.perencanaan.models import SKP
from kinerja.www.dokumen.daftar import daftar_bab
from kinerja.www.dokumen.sumber import find_sumber, visible_skp
from kinerja.www.penglihatan import note_akses, note_skp

if TYPE_CHECKING:
    from django.http import HttpRequest

    from kinerja.www.http import Request


@require_safe
def skp(request: Request, skp_id: int) -> HttpResponse:
    try:
        rencana = load_skp(visible_skp(request.user), skp_id)
    except SKP.DoesNotExist:
        raise Http404 from None
    note_skp(request, JenisHalaman.DOKUMEN, rencana)
    konteks = {
        "skp": rencana,
        "milik_sendiri": rencana.pegawai.user_id == request.user.pk,
        "daftar_bab": daftar_bab(rencana, user=request.user, on=timezone.localdate()),
        "boleh_terbit": can_issue_document(request.user, rencana),
    }
    return render(request, "dokumen/skp.html", konteks)


@require_safe
def pratinjau(request: Request, skp_id: int, kode: str) -> HttpResponse:
    bagian = request.GET.get("bagian", "")
    sumber = find_sumber(request.user, skp_id=skp_id, kode=kode, bagian=bagian, at=timezone.now())
    _note(request, sumber.objek)
    return pdf(cetak(sumber.isian), nama=f"pratinjau-{kode}-{skp_id}")


@require_POST
def terbitkan(request: Request, skp_id: int, kode: str) -> HttpResponse:
    at, bagian = timezone.now(), request.POST.get("bagian", "")
    sumber = find_sumber(request.user, skp_id=skp_id, kode=kode, bagian=bagian, at=at)
    rencana = get_object_or_404(SKP.objects.select_related("unit_kerja"), pk=skp_id)
    if not can_issue_document(request.user, rencana):
        raise PermissionDenied
    try:
        dokumen = issue_document(
            sumber.isian,
            objek=sumber.objek,
            bagian=sumber.bagian,
            instansi_id=rencana.instansi_id,
            by=request.user,
            at=at,
            alamat_verifikasi=partial(_address, request),
        )
    except CannotIssueDocument as error:
        messages.error(request, str(error))
        return redirect("dokumen:skp", skp_id)
    return redirect("dokumen:unduh", dokumen.token)


@require_safe
def unduh(request: Request, token: str) -> HttpResponse:
    """The identical paper, from what was kept when it was issued."""
    dokumen = get_object_or_404(DokumenTerbit, token=token)
    objek = _object_of(request, dokumen)
    if objek is None:
        raise Http404
    _note(request, objek)
    isian = isian_from_dict(dokumen.kode, dokumen.isian)
    return pdf(cetak(isian), nama=f"{isian.kode_dokumen}-{dokumen.kode}-v{dokumen.versi}")


def pdf(isi: bytes, *, nama: str) -> HttpResponse:
    respons = HttpResponse(isi, content_type="application/pdf")
    respons["Content-Disposition"] = f'inline; filename="{nama}.pdf"'
    respons["Cache-Control"] = "private, no-store"
    respons["X-Robots-Tag"] = "noindex"
    return respons


def _object_of(request: Request, dokumen: DokumenTerbit) -> SKP | Evaluasi | None:
    """What the paper is about, if this person may see that."""
    nomor = dokumen.objek_id.partition("/")[0]
    if dokumen.objek_jenis == Evaluasi._meta.label_lower:
        daftar = Evaluasi.objects.visible_to(request.user).select_related("skp")
        return daftar.order_by("id").filter(pk=nomor).first()
    if dokumen.objek_jenis != SKP._meta.label_lower:
        return None  # a paper that another page hands out
    return visible_skp(request.user).order_by("id").filter(pk=nomor).first()


def _note(request: Request, objek: SKP | Evaluasi) -> None:
    skp = objek.skp if isinstance(objek, Evaluasi) else objek
    note_akses(request, JenisHalaman.DOKUMEN, skp.pegawai_id, dinilai=objek)


def _address(request: HttpRequest, token: str) -> str:
    return request.build_absolute_uri(reverse("dokumen:verifikasi", args=(token,)))
