"""The examples of an instansi: everybody reads them, its admin writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.kepegawaian.permissions import is_admin
from kinerja.perencanaan import actions, permissions, queries
from kinerja.perencanaan.models import HasilTemplat, TemplatSKP
from kinerja.www.kepegawaian.views.impor import instansi_of
from kinerja.www.perencanaan.forms.templat import (
    CariTemplatForm,
    HasilTemplatForm,
    TemplatForm,
    daftar_indikator_templat,
)
from kinerja.www.tersimpan import daftar_beda, versi_of

if TYPE_CHECKING:
    from kinerja.www.http import Request

SEHALAMAN = 30


@require_safe
def templat_list(request: Request) -> HttpResponse:
    form = CariTemplatForm(request.GET or None)
    daftar = TemplatSKP.objects.visible_to(request.user).annotate(jumlah=Count("daftar_hasil"))
    if form.is_valid() and form.cleaned_data["cari"]:
        daftar = daftar.filter(jabatan__icontains=form.cleaned_data["cari"])
    page = Paginator(daftar.order_by("jabatan", "id"), SEHALAMAN).get_page(request.GET.get("halaman"))
    konteks = {"form": form, "page": page, "kelola": is_admin(request.user)}
    return render(request, "perencanaan/templat_list.html", konteks)


@require_safe
def templat_detail(request: Request, templat_id: int) -> HttpResponse:
    templat = queries.load_hasil(_find(request, templat_id))
    kelola = permissions.can_manage_templat(request.user, templat.instansi)
    return render(request, "perencanaan/templat_detail.html", {"templat": templat, "kelola": kelola})


@require_POST
def templat_awal(request: Request) -> HttpResponse:
    try:
        jumlah = actions.add_templat_awal(instansi_of(request), by=request.user, at=timezone.now())
        messages.success(request, f"Contoh untuk {jumlah} jabatan ditambahkan. Baca, lalu sesuaikan.")
    except actions.CannotSaveTemplat as ditolak:
        messages.info(request, str(ditolak))
    return redirect("perencanaan:templat_list")


def templat_add(request: Request) -> HttpResponse:
    return _templat_page(request, None)


def templat_edit(request: Request, templat_id: int) -> HttpResponse:
    return _templat_page(request, _find(request, templat_id))


@require_POST
def templat_remove(request: Request, templat_id: int) -> HttpResponse:
    templat = _find(request, templat_id)
    actions.remove_templat(templat, by=request.user, at=timezone.now())
    messages.success(request, f"Contoh untuk “{templat.jabatan}” dihapus. SKP yang memakainya tidak berubah.")
    return redirect("perencanaan:templat_list")


def hasil_add(request: Request, templat_id: int) -> HttpResponse:
    return _hasil_page(request, _find(request, templat_id), None)


def hasil_edit(request: Request, hasil_templat_id: int) -> HttpResponse:
    hasil = _find_hasil(request, hasil_templat_id)
    return _hasil_page(request, hasil.templat, hasil)


@require_POST
def hasil_remove(request: Request, hasil_templat_id: int) -> HttpResponse:
    hasil = _find_hasil(request, hasil_templat_id)
    actions.remove_hasil_templat(hasil, by=request.user, at=timezone.now())
    messages.success(request, "Hasil kerja dihapus dari contoh.")
    return redirect("perencanaan:templat_detail", hasil.templat_id)


def _find(request: Request, templat_id: int) -> TemplatSKP:
    daftar = TemplatSKP.objects.visible_to(request.user).select_related("instansi")
    return get_object_or_404(daftar, pk=templat_id)


def _find_hasil(request: Request, hasil_templat_id: int) -> HasilTemplat:
    terbaca = TemplatSKP.objects.visible_to(request.user)
    daftar = HasilTemplat.objects.filter(templat__in=terbaca).select_related("templat__instansi")
    return get_object_or_404(daftar, pk=hasil_templat_id)


@require_http_methods(["GET", "POST"])
def _templat_page(request: Request, templat: TemplatSKP | None) -> HttpResponse:
    instansi = templat.instansi if templat else instansi_of(request)
    if not permissions.can_manage_templat(request.user, instansi):
        raise PermissionDenied
    form = TemplatForm(request.POST or None, initial={"jabatan": templat.jabatan} if templat else None)
    versi = versi_of(request, templat.versi if templat else "")
    konteks: dict[str, object] = {"form": form, "templat": templat, "versi": versi}
    if request.method == "POST" and form.is_valid():
        try:
            disimpan = actions.save_templat(
                instansi,
                jabatan=form.cleaned_data["jabatan"],
                templat=templat,
                versi=versi,
                by=request.user,
                at=timezone.now(),
            )
            return redirect("perencanaan:templat_detail", disimpan.pk)
        except actions.CannotSaveTemplat as ditolak:
            form.add_error("jabatan", str(ditolak))
            if isinstance(ditolak, actions.StaleTemplat) and templat is not None:
                kini = _find(request, templat.pk)
                konteks |= {"versi": kini.versi, "beda": daftar_beda(form, {"jabatan": kini.jabatan})}
    return render(request, "perencanaan/templat_edit.html", konteks, status=422 if form.errors else 200)


def _stored(kini: HasilTemplat, form: HasilTemplatForm) -> dict[str, object]:
    beda = daftar_beda(form, HasilTemplatForm.initial_from(kini))
    indikator = "; ".join(satu.teks for satu in kini.daftar_indikator.all())
    return {"versi": kini.versi, "beda": [*beda, ("Indikator", indikator or "kosong")]}


@require_http_methods(["GET", "POST"])
def _hasil_page(request: Request, templat: TemplatSKP, hasil: HasilTemplat | None) -> HttpResponse:
    if not permissions.can_manage_templat(request.user, templat.instansi):
        raise PermissionDenied
    isian = request.POST or None
    form = HasilTemplatForm(isian, initial=HasilTemplatForm.initial_from(hasil) if hasil else None)
    rincian = daftar_indikator_templat(isian, hasil=hasil)
    versi = versi_of(request, hasil.versi if hasil else "")
    konteks: dict[str, object] = {"templat": templat, "hasil": hasil, "form": form, "rincian": rincian}
    konteks["versi"] = versi
    if isian is not None and form.is_valid() and rincian.is_valid():
        isi = form.to_isi(filter(None, (baris.to_isi() for baris in rincian)))
        try:
            actions.save_hasil_templat(
                templat, isi, hasil=hasil, versi=versi, by=request.user, at=timezone.now()
            )
            messages.success(request, "Contoh hasil kerja disimpan.")
            return redirect("perencanaan:templat_detail", templat.pk)
        except actions.CannotSaveTemplat as ditolak:
            form.add_error(None, str(ditolak))
            if isinstance(ditolak, actions.StaleTemplat) and hasil is not None:
                konteks |= _stored(_find_hasil(request, hasil.pk), form)
    return render(request, "perencanaan/hasil_templat_edit.html", konteks, status=422 if isian else 200)
