"""The plan of a year: overdue first, progress on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.acara import actions
from kinerja.acara.istilah import KeadaanLangkah
from kinerja.acara.models import LangkahSosialisasi, RencanaSosialisasi
from kinerja.acara.permissions import can_plan_sosialisasi
from kinerja.acara.queries.rencana import papan_rencana
from kinerja.lib.angka import parse_nomor
from kinerja.www.acara.forms import LangkahForm, MulaiForm
from kinerja.www.acara.views.acara import own_instansi
from kinerja.www.tersimpan import daftar_beda, versi_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kinerja.www.http import Request


def rencana_detail(request: Request) -> HttpResponse:
    """This year's plan, or the one asked for; where there is none, its beginning."""
    instansi, on = own_instansi(request), timezone.localdate()
    if not can_plan_sosialisasi(request.user, instansi):
        raise PermissionDenied
    form = MulaiForm(request.POST or None, initial={"mulai_on": on.isoformat()})
    if request.method == "POST" and form.is_valid():
        try:
            rencana = actions.start_rencana(
                instansi, mulai_on=form.cleaned_data["mulai_on"], by=request.user, at=timezone.now()
            )
            messages.success(request, "Rencana dimulai dari contoh. Ubah sesuai keadaan Anda.")
            return redirect(f"{request.path}?tahun={rencana.tahun}")
        except actions.CannotHold as error:
            form.add_error(None, str(error))
    daftar = list(RencanaSosialisasi.objects.filter(instansi=instansi).order_by("-tahun"))
    tahun = parse_nomor(request.GET.get("tahun"))
    rencana_ini = next((satu for satu in daftar if satu.tahun == tahun), next(iter(daftar), None))
    konteks = {
        "instansi": instansi,
        "on": on,
        "form": form,
        "daftar": daftar,
        "rencana": rencana_ini,
        "papan": papan_rencana(rencana_ini, on=on) if rencana_ini else None,
        "contoh": actions.daftar_langkah_baku(),
    }
    return render(request, "acara/rencana_detail.html", konteks, status=422 if form.errors else 200)


def _get_langkah(request: Request, langkah_id: int) -> LangkahSosialisasi:
    daftar = LangkahSosialisasi.objects.visible_to(request.user).select_related(
        "rencana__instansi", "unit_kerja", "penanggung", "acara"
    )
    langkah: LangkahSosialisasi = get_object_or_404(daftar, pk=langkah_id)
    return langkah


def langkah_create(request: Request, rencana_id: int) -> HttpResponse:
    daftar = RencanaSosialisasi.objects.visible_to(request.user).select_related("instansi")
    return _edit(request, get_object_or_404(daftar, pk=rencana_id), None)


def langkah_edit(request: Request, langkah_id: int) -> HttpResponse:
    langkah = _get_langkah(request, langkah_id)
    return _edit(request, langkah.rencana, langkah)


def _edit(request: Request, rencana: RencanaSosialisasi, langkah: LangkahSosialisasi | None) -> HttpResponse:
    awal = LangkahForm.awal(langkah) if langkah else None
    form = LangkahForm(request.POST or None, instansi=rencana.instansi, initial=awal)
    versi = versi_of(request, langkah.versi if langkah else "")
    konteks: dict[str, object] = {"form": form, "rencana": rencana, "langkah": langkah, "versi": versi}
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_langkah(
                rencana, form.isian(), langkah=langkah, versi=versi, by=request.user, at=timezone.now()
            )
            messages.success(request, "Langkah tersimpan.")
            return _to_plan(rencana)
        except actions.CannotHold as error:
            form.add_error(None, str(error))
            if isinstance(error, actions.StaleLangkah) and langkah is not None:
                kini = _get_langkah(request, langkah.pk)
                konteks |= {"versi": kini.versi, "beda": daftar_beda(form, LangkahForm.awal(kini))}
    return render(request, "acara/langkah_edit.html", konteks, status=422 if form.errors else 200)


@require_POST
def langkah_mark(request: Request, langkah_id: int) -> HttpResponse:
    langkah = _get_langkah(request, langkah_id)
    teks = request.POST.get("keadaan", "")
    if teks not in set(KeadaanLangkah):
        messages.error(request, "Pilih dahulu keadaan langkahnya.")
        return _to_plan(langkah.rencana)
    keadaan = KeadaanLangkah(teks)
    try:
        actions.mark_langkah(langkah, keadaan=keadaan, by=request.user, at=timezone.now())
        messages.success(request, f"“{langkah.judul}”: {keadaan.label.lower()}.")
    except actions.CannotHold as error:
        messages.error(request, str(error))
    return _to_plan(langkah.rencana)


@require_POST
def langkah_remove(request: Request, langkah_id: int) -> HttpResponse:
    langkah = _get_langkah(request, langkah_id)
    try:
        actions.remove_langkah(langkah, by=request.user, at=timezone.now())
        messages.success(request, "Langkah dihapus dari rencana.")
    except actions.CannotHold as error:
        messages.error(request, str(error))
    return _to_plan(langkah.rencana)


def _to_plan(rencana: RencanaSosialisasi) -> HttpResponse:
    respons = redirect("acara:rencana_detail")
    respons["Location"] += f"?tahun={rencana.tahun}"
    return respons
