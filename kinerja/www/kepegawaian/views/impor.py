"""Importing units, posts and people: upload, read the dry run, confirm."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kepegawaian.actions import impor as actions
from kinerja.kepegawaian.actions.cocokkan import match_columns
from kinerja.kepegawaian.impor.baris import BarisImpor
from kinerja.kepegawaian.impor.berkas import template_xlsx
from kinerja.kepegawaian.impor.kolom import KOLOM
from kinerja.kepegawaian.istilah import JenisImpor, PutusanBaris, StatusImpor
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Impor, Instansi
from kinerja.kepegawaian.permissions import can_import
from kinerja.www.http import Request
from kinerja.www.kepegawaian.cocokkan import CocokkanForm
from kinerja.www.kepegawaian.forms import ImporForm, SaringImpor

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def instansi_of(request: Request) -> Instansi:
    """The instansi this person works for, or has a role in."""
    dari = lingkup(request.user)
    nomor = dari.pegawai.instansi_id if dari.pegawai else min(dari.instansi, default=0)
    return get_object_or_404(Instansi, pk=nomor)


def impor_list(request: Request) -> HttpResponse:
    instansi = instansi_of(request)
    if not can_import(request.user, instansi):
        raise PermissionDenied
    form = ImporForm(request.POST or None, request.FILES or None, initial={"jenis": request.GET.get("jenis")})
    if request.method == "POST" and form.is_valid():
        berkas, jenis = form.cleaned_data["berkas"], JenisImpor(form.cleaned_data["jenis"])
        try:
            impor = actions.check_impor(
                instansi, jenis=jenis, isi=berkas.read(), nama=berkas.name, by=request.user, at=timezone.now()
            )
            tujuan = "impor_match" if impor.status == StatusImpor.DICOCOKKAN else "impor_detail"
            return redirect(f"kepegawaian:{tujuan}", impor.pk)
        except actions.LembarDitolak as error:
            form.add_error("berkas", str(error))
    daftar = (
        Impor.objects.visible_to(request.user)
        .filter(instansi=instansi)
        .defer("baris", "mentah")
        .select_related("diunggah_oleh")
    )
    page = Paginator(daftar.order_by("-diunggah_at", "-id"), 10).get_page(request.GET.get("halaman"))
    konteks = {"form": form, "page": page, "daftar_jenis": list(JenisImpor), "jenis_impor": JenisImpor}
    return render(request, "kepegawaian/impor_list.html", konteks, status=422 if form.errors else 200)


@require_safe
def impor_template(request: Request, jenis: str) -> HttpResponse:
    if jenis not in set(JenisImpor):
        raise Http404
    if not can_import(request.user, instansi_of(request)):
        raise PermissionDenied
    response = HttpResponse(template_xlsx(JenisImpor(jenis)), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="templat-{jenis}.xlsx"'
    return response


@require_safe
def impor_detail(request: Request, impor_id: int) -> HttpResponse:
    impor = get_object_or_404(
        Impor.objects.visible_to(request.user)
        .defer("mentah")
        .annotate(ada_mentah=ExpressionWrapper(~Q(mentah={}), BooleanField()))
        .select_related("diunggah_oleh"),
        pk=impor_id,
    )
    if impor.status == StatusImpor.DICOCOKKAN:
        return redirect("kepegawaian:impor_match", impor.pk)
    form = SaringImpor(request.GET or None)
    putusan = form.cleaned_data["putusan"] if form.is_valid() else ""
    daftar = [isi for isi in impor.baris if not putusan or isi["putusan"] == putusan]
    page = Paginator(daftar, 50).get_page(request.GET.get("halaman"))
    konteks = {
        "impor": impor,
        "jenis": JenisImpor(impor.jenis),
        "form": form,
        "page": page,
        "daftar_baris": [BarisImpor.from_json(isi) for isi in page.object_list],
        "daftar_kolom": KOLOM[JenisImpor(impor.jenis)],
        "daftar_putusan": list(PutusanBaris),
        # Sheets that came in before columns could be matched, or from another system, have none to show.
        "boleh_cocok": impor.status == StatusImpor.DIPERIKSA and vars(impor)["ada_mentah"],
    }
    return render(request, "kepegawaian/impor_detail.html", konteks)


def impor_match(request: Request, impor_id: int) -> HttpResponse:
    """Which column of a foreign sheet is which."""
    impor = get_object_or_404(Impor.objects.visible_to(request.user), pk=impor_id)
    if not impor.mentah:
        messages.error(request, "Kolom impor ini tidak dapat dicocokkan lagi. Unggah berkasnya sekali lagi.")
        return redirect("kepegawaian:impor_list")
    form = CocokkanForm(request.POST or None, impor=impor)
    if request.method == "POST" and form.is_valid():
        try:
            impor = match_columns(impor, form.pilihan(), by=request.user, at=timezone.now())
            messages.success(request, "Kolomnya sudah cocok dan diingat untuk berkas berikutnya.")
            return redirect("kepegawaian:impor_detail", impor.pk)
        except actions.CannotImport as error:
            form.add_error(None, str(error))
    konteks = {"impor": impor, "form": form, "jenis": JenisImpor(impor.jenis)}
    return render(request, "kepegawaian/impor_match.html", konteks, status=422 if form.errors else 200)


@require_POST
def impor_confirm(request: Request, impor_id: int) -> HttpResponse:
    impor = get_object_or_404(Impor.objects.visible_to(request.user), pk=impor_id)
    try:
        impor = actions.confirm_impor(impor, by=request.user, at=timezone.now())
    except actions.CannotImport as error:
        messages.error(request, str(error))
    else:
        angka = impor.ringkasan
        messages.success(
            request,
            f"Sudah diterapkan: {angka['baru']} baru dan {angka['berubah']} berubah. Baris yang perlu diperbaiki tidak ikut.",
        )
    return redirect("kepegawaian:impor_detail", impor.pk)


@require_POST
def impor_cancel(request: Request, impor_id: int) -> HttpResponse:
    impor = get_object_or_404(Impor.objects.visible_to(request.user), pk=impor_id)
    try:
        actions.cancel_impor(impor, by=request.user, at=timezone.now())
    except actions.CannotImport as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Impor dibatalkan. Tidak ada data yang berubah.")
    return redirect("kepegawaian:impor_list")
