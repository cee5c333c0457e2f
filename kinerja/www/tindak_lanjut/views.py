"""Objecting to a result, explaining it, deciding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.jejak.models import JenisHalaman
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.tenggat import DaftarKalender
from kinerja.tindak_lanjut import actions, permissions, queries
from kinerja.tindak_lanjut.models import Keberatan
from kinerja.www.penglihatan import note_akses
from kinerja.www.tindak_lanjut.forms import KeberatanForm, PenjelasanForm, PutusanForm

if TYPE_CHECKING:
    from django import forms

    from kinerja.www.http import Request

SEHALAMAN = 20


def keberatan_list(request: Request) -> HttpResponse:
    page = Paginator(queries.daftar_keberatan(request.user), SEHALAMAN).get_page(request.GET.get("halaman"))
    daftar = queries.baris_keberatan(page.object_list, user=request.user, on=timezone.localdate())
    return render(request, "tindak_lanjut/keberatan_list.html", {"page": page, "daftar": daftar})


def keberatan_file(request: Request, evaluasi_id: int) -> HttpResponse:
    daftar = Evaluasi.objects.visible_to(request.user).with_people().select_related("instansi")
    evaluasi = get_object_or_404(daftar, pk=evaluasi_id)
    if not permissions.can_file(request.user, evaluasi):
        raise PermissionDenied
    form = KeberatanForm(request.POST or None)
    at = timezone.now()
    if request.method == "POST" and form.is_valid():
        try:
            alasan = form.cleaned_data["alasan"]
            keberatan = actions.file_keberatan(evaluasi, alasan=alasan, by=request.user, at=at)
        except actions.CannotObject as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Keberatan terkirim. Atasan penilai memutus paling lama 7 hari kerja.")
            return redirect("tindak_lanjut:keberatan_detail", keberatan.pk)
    konteks = {"evaluasi": evaluasi, "form": form, "tertutup": actions.reason_closed(evaluasi, at=at)}
    return render(request, "tindak_lanjut/keberatan_file.html", konteks, status=422 if form.errors else 200)


def keberatan_detail(request: Request, keberatan_id: int) -> HttpResponse:
    keberatan = _get(request, keberatan_id)
    evaluasi = keberatan.evaluasi
    note_akses(request, JenisHalaman.KEBERATAN, evaluasi.skp.pegawai_id, dinilai=evaluasi)
    return _page(request, keberatan)


@require_POST
def keberatan_explain(request: Request, keberatan_id: int) -> HttpResponse:
    keberatan = _get(request, keberatan_id)
    if not permissions.can_explain(request.user, keberatan):
        raise PermissionDenied
    form = PenjelasanForm(request.POST)
    if form.is_valid():
        try:
            penjelasan = form.cleaned_data["penjelasan"]
            actions.explain_keberatan(keberatan, penjelasan=penjelasan, by=request.user, at=timezone.now())
        except actions.CannotExplain as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Penjelasan Anda tersimpan.")
            return redirect("tindak_lanjut:keberatan_detail", keberatan.pk)
    return _page(request, keberatan, penjelasan=form)


@require_POST
def keberatan_decide(request: Request, keberatan_id: int) -> HttpResponse:
    keberatan = _get(request, keberatan_id)
    if not permissions.can_decide(request.user, keberatan):
        raise PermissionDenied
    form = PutusanForm(request.POST)
    if form.is_valid():
        try:
            actions.decide_keberatan(keberatan, form.isian(), by=request.user, at=timezone.now())
        except actions.CannotDecide as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Putusan tersimpan. Hasil evaluasi ini sekarang final.")
            return redirect("tindak_lanjut:keberatan_detail", keberatan.pk)
    return _page(request, keberatan, putusan=form)


def _get(request: Request, keberatan_id: int) -> Keberatan:
    daftar = Keberatan.objects.visible_to(request.user).select_related(
        "evaluasi__skp__pegawai",
        "evaluasi__skp__unit_kerja",
        "evaluasi__skp__penempatan__jabatan",
        "evaluasi__penilai",
        "evaluasi__atasan_penilai",
        "evaluasi__periode",
        "evaluasi__instansi",
        "pemutus",
    )
    return get_object_or_404(daftar.distinct(), pk=keberatan_id)


def _page(
    request: Request,
    keberatan: Keberatan,
    *,
    penjelasan: forms.Form | None = None,
    putusan: forms.Form | None = None,
) -> HttpResponse:
    on = timezone.localdate()
    terbuka = not keberatan.putusan
    awal = {"penjelasan": keberatan.penjelasan_penilai}
    konteks = {
        "keberatan": keberatan,
        "evaluasi": keberatan.evaluasi,
        "jam": queries.jam_putusan(keberatan, on=on, kalender=DaftarKalender()),
        "penjelasan": penjelasan or PenjelasanForm(initial=awal),
        "putusan": putusan or PutusanForm(),
        "boleh_jelaskan": terbuka and permissions.can_explain(request.user, keberatan),
        "boleh_putuskan": terbuka and permissions.can_decide(request.user, keberatan),
    }
    galat = any(form is not None for form in (penjelasan, putusan))
    return render(request, "tindak_lanjut/keberatan_detail.html", konteks, status=422 if galat else 200)
