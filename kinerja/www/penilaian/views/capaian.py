"""The organisation's result of units: who may see it, and who sets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.lingkup import instansi_ids
from kinerja.kepegawaian.models import UnitKerja
from kinerja.penilaian import actions, permissions
from kinerja.penilaian.models import CapaianUnit
from kinerja.penilaian.queries.daftar_capaian import daftar_capaian
from kinerja.penilaian.queries.periode import daftar_periode_evaluasi, periode_terpilih
from kinerja.peraturan.predikat import CapaianOrganisasi
from kinerja.www.penilaian.forms import CapaianForm

if TYPE_CHECKING:
    from kinerja.www.http import Request


def capaian_list(request: Request) -> HttpResponse:
    on = timezone.localdate()
    daftar = daftar_periode_evaluasi(instansi_ids(request.user), on=on)
    periode = periode_terpilih(daftar, request.GET.get("periode", ""), on=on)
    baris = daftar_capaian(request.user, periode=periode, on=on) if periode else []
    page = Paginator(baris, 25).get_page(request.GET.get("halaman"))
    konteks = {"daftar_periode": daftar, "periode": periode, "page": page}
    return render(request, "penilaian/capaian_list.html", konteks)


def capaian_edit(request: Request, unit_id: int, periode_id: int) -> HttpResponse:
    unit = get_object_or_404(UnitKerja.objects.visible_to(request.user), pk=unit_id)
    evaluasi = Periode.objects.filter(instansi_id=unit.instansi_id).exclude(tahap=Tahap.DOKUMENTASI)
    periode = get_object_or_404(evaluasi, pk=periode_id)
    if not permissions.can_set_capaian(request.user, unit, on=timezone.localdate()):
        raise PermissionDenied
    lama = CapaianUnit.objects.filter(unit_kerja=unit, periode=periode).first()
    awal = {"nilai": lama.nilai, "dasar": lama.dasar} if lama else None
    form = CapaianForm(request.POST or None, initial=awal)
    if request.method == "POST" and form.is_valid():
        nilai = CapaianOrganisasi(form.cleaned_data["nilai"])
        dasar = form.cleaned_data["dasar"]
        actions.set_capaian(
            unit, periode=periode, nilai=nilai, dasar=dasar, by=request.user, at=timezone.now()
        )
        messages.success(request, f"Capaian {unit.nama} untuk {periode.nama} ditetapkan: {nilai.label}.")
        return redirect(f"{reverse('penilaian:capaian_list')}?periode={periode.pk}")
    konteks = {"unit": unit, "periode": periode, "form": form, "lama": lama}
    return render(request, "penilaian/capaian_edit.html", konteks, status=422 if form.errors else 200)
