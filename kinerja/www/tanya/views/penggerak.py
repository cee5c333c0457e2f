"""Who is there to be asked: everybody may read it, the admin appoints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.kepegawaian.permissions import is_admin
from kinerja.tanya import actions
from kinerja.tanya.models import Penggerak
from kinerja.tanya.queries import tempat_lain
from kinerja.www.tanya.forms import PenggerakForm

if TYPE_CHECKING:
    from kinerja.www.http import Request

SEHALAMAN = 40


def penggerak_list(request: Request) -> HttpResponse:
    mengelola, on = is_admin(request.user), timezone.localdate()
    if request.method == "POST" and not mengelola:
        raise PermissionDenied
    form = _form(request) if mengelola else None
    if form is not None and request.method == "POST" and form.is_valid() and _appoint(request, form):
        return redirect("tanya:penggerak_list")
    semua = Penggerak.objects.visible_to(request.user).select_related("pegawai", "unit_kerja")
    kini = semua.berlaku(on).order_by("unit_kerja__jalur", "pegawai__nama", "id")
    riwayat = semua.filter(diakhiri_at__isnull=False).order_by("-diakhiri_at", "-id")
    page = Paginator(kini, SEHALAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "page": page,
        "pindah": tempat_lain(page.object_list, on=on) if mengelola else {},
        "riwayat": riwayat[:SEHALAMAN] if mengelola else [],
        "form": form,
        "mengelola": mengelola,
    }
    galat = form is not None and form.errors
    return render(request, "tanya/penggerak_list.html", konteks, status=422 if galat else 200)


def _form(request: Request) -> PenggerakForm:
    jalur = lingkup(request.user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
    unit = UnitKerja.objects.filter(di_bawah(jalur, kolom="jalur"), dibubarkan_on__isnull=True)
    return PenggerakForm(
        request.POST or None,
        daftar_unit=unit.order_by("jalur", "nama"),
        daftar_pegawai=Pegawai.objects.visible_to(request.user),
        initial={"mulai_on": timezone.localdate().isoformat(), "unit": request.GET.get("unit", "")},
    )


def _appoint(request: Request, form: PenggerakForm) -> bool:
    try:
        penggerak = actions.appoint_penggerak(isian=form.isian(), by=request.user, at=timezone.now())
    except actions.CannotAppoint as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, f"{penggerak.pegawai.nama} kini penggerak {penggerak.unit_kerja.nama}.")
    return True


@require_POST
def penggerak_end(request: Request, penggerak_id: int) -> HttpResponse:
    penggerak = get_object_or_404(Penggerak.objects.visible_to(request.user), pk=penggerak_id)
    try:
        actions.end_penggerak(penggerak, by=request.user, at=timezone.now())
        messages.success(request, "Penunjukan diakhiri. Jawabannya tetap ada pada yang bertanya.")
    except actions.CannotAppoint as error:
        messages.error(request, str(error))
    return redirect("tanya:penggerak_list")
