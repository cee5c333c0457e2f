"""Format B.1.6 to B.1.10 on paper: issued once, the identical paper again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.bimbingan.formulir import find_isian
from kinerja.dokumen.pdf import cetak
from kinerja.dokumen.simpan import isian_from_dict
from kinerja.jejak.actions import CannotIssueDocument, issue_document
from kinerja.jejak.models import DokumenTerbit
from kinerja.www.dokumen.views import pdf

if TYPE_CHECKING:
    from typing import Any

    from kinerja.www.http import Request


@require_POST
def formulir_print(request: Request, kode: str, nomor: int) -> HttpResponse:
    at = timezone.now()
    ketemu = find_isian(kode, nomor, at=at, user=request.user)
    if ketemu is None:
        raise Http404
    isian, objek = ketemu
    asal: Any = objek
    instansi_id = asal.instansi_id if hasattr(asal, "instansi_id") else asal.bimbingan.instansi_id
    try:
        dokumen = issue_document(
            isian,
            objek=objek,
            instansi_id=instansi_id,
            by=request.user,
            at=at,
            alamat_verifikasi=partial(_address, request),
        )
    except CannotIssueDocument as error:
        messages.error(request, str(error))
        return redirect("bimbingan:bimbingan_list")
    return redirect("bimbingan:formulir_open", dokumen.token)


@require_safe
def formulir_open(request: Request, token: str) -> HttpResponse:
    """From what was kept when it was issued, to whoever may see what it is about."""
    dokumen = get_object_or_404(DokumenTerbit, token=token, objek_jenis__startswith="bimbingan.")
    if find_isian(dokumen.kode, int(dokumen.objek_id), at=timezone.now(), user=request.user) is None:
        raise Http404
    isian = isian_from_dict(dokumen.kode, dokumen.isian)
    return pdf(cetak(isian), nama=f"{isian.kode_dokumen}-{dokumen.kode}-v{dokumen.versi}")


def _address(request: Request, token: str) -> str:
    return request.build_absolute_uri(reverse("dokumen:verifikasi", args=(token,)))
