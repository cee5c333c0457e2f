"""The plans one may see, results that call for one, and opening it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.jejak.models import JenisHalaman
from kinerja.pembinaan import actions, permissions, queries
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.permissions import can_read_sumber
from kinerja.peraturan.pembinaan import batas_perbaikan
from kinerja.www.pembinaan.forms import BukaForm, SaringanForm
from kinerja.www.penglihatan import note_akses

if TYPE_CHECKING:
    from kinerja.www.http import Request

SEHALAMAN = 20
USUL_TERBANYAK = 10


@require_safe
def pembinaan_list(request: Request) -> HttpResponse:
    form = SaringanForm(request.GET or {})
    daftar = queries.daftar_rencana(request.user, status=form.status_dipilih())
    page = Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "form": form,
        "page": page,
        "daftar": queries.baris_pembinaan(page.object_list, on=timezone.localdate()),
        "belum": list(queries.belum_dibina(request.user)[:USUL_TERBANYAK]),
    }
    return render(request, "pembinaan/pembinaan_list.html", konteks)


def rencana_open(request: Request, evaluasi_id: int) -> HttpResponse:
    """The rule proposes; this is where somebody decides, with a reason."""
    daftar = Evaluasi.objects.visible_to(request.user).with_people().select_related("instansi")
    evaluasi = get_object_or_404(daftar, pk=evaluasi_id)
    if not permissions.can_open(request.user, evaluasi):
        raise PermissionDenied
    on = timezone.localdate()
    rendah = queries.daftar_rendah(evaluasi, tertutup=not can_read_sumber(request.user, evaluasi))
    awal = {"mulai_on": on, "kaitan": [satu.kunci for satu in rendah]}
    form = BukaForm(request.POST or None, initial=awal, daftar_kaitan=rendah)
    if request.method == "POST" and form.is_valid():
        try:
            rencana = actions.open_rencana(
                evaluasi,
                alasan=form.cleaned_data["alasan"],
                mulai_on=form.cleaned_data["mulai_on"],
                daftar_kaitan=form.dipilih(),
                by=request.user,
                at=timezone.now(),
            )
        except actions.CannotCoach as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Rencana dibuka. Lengkapi langkahnya, lalu penilai menandatangani.")
            return redirect("pembinaan:rencana_detail", rencana.pk)
    note_akses(request, JenisHalaman.PEMBINAAN, evaluasi.skp.pegawai_id, dinilai=evaluasi)
    konteks = {
        "evaluasi": evaluasi,
        "form": form,
        "tertutup": actions.reason_closed(evaluasi),
        "batas_on": batas_perbaikan(mulai_on=on),
    }
    return render(request, "pembinaan/rencana_open.html", konteks, status=422 if form.errors else 200)
