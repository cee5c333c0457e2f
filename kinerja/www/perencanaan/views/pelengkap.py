"""Steps, manual, workblock, behaviour and attachments: one small form each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.forms import Form
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kinerja.lib.angka import parse_nomor
from kinerja.perencanaan import actions, permissions
from kinerja.perencanaan.models import SKP
from kinerja.www.perencanaan.forms import (
    EkspektasiForm,
    LampiranForm,
    ManualForm,
    WorkblockForm,
    daftar_aksi_form,
)
from kinerja.www.perencanaan.forms.lain import initial_lampiran
from kinerja.www.perencanaan.forms.medan import with_revisi, with_row_added, with_row_removed
from kinerja.www.perencanaan.views import dasar

if TYPE_CHECKING:
    from kinerja.www.http import Request


@require_http_methods(["GET", "POST"])
def aksi_edit(request: Request, skp_id: int, rhk_id: int) -> HttpResponse:
    skp = dasar.find_own(request, skp_id)
    if tutup := dasar.closed(request, skp, dapat=permissions.can_edit_skp(request.user, skp)):
        return tutup
    rhk = dasar.find_rhk(skp, rhk_id)
    isian: QueryDict | None = request.POST or None
    at = timezone.now()
    langkah = request.POST.get("langkah", "")
    if isian and langkah == "tambah_langkah":
        isian = with_row_added(isian, prefix="aksi")
    elif isian and langkah.startswith("hapus_langkah_"):
        isian = with_row_removed(isian, prefix="aksi", nomor=parse_nomor(langkah.rpartition("_")[2]))
    rincian = daftar_aksi_form(rhk, isian)
    if isian and not langkah and rincian.is_valid():
        daftar = [baris.to_isi() for baris in rincian]
        if dasar.run(
            request,
            lambda: actions.save_rencana_aksi(
                rhk, daftar, by=request.user, at=at, revisi=parse_nomor(request.POST.get("revisi"))
            ),
            pesan="Rencana aksi disimpan.",
        ):
            return redirect("perencanaan:skp_edit", skp.pk)
    skp.refresh_from_db(fields=["revisi"])
    status = 422 if isian and not langkah else 200
    konteks = {"skp": skp, "rhk": rhk, "rincian": rincian}
    return render(request, "perencanaan/aksi_edit.html", konteks, status=status)


@require_http_methods(["GET", "POST"])
def manual_edit(request: Request, skp_id: int, indikator_id: int) -> HttpResponse:
    skp = dasar.find_own(request, skp_id)
    if tutup := dasar.closed(request, skp, dapat=permissions.can_edit_skp(request.user, skp)):
        return tutup
    indikator = dasar.find_indikator(skp, indikator_id)
    awal = {"satuan": indikator.satuan, **ManualForm.initial_from(getattr(indikator, "manual", None))}
    form, at = ManualForm(request.POST or None, initial=awal | {"revisi": skp.revisi}), timezone.now()

    def simpan() -> object:
        return actions.save_manual(
            indikator, form.isi(), by=request.user, at=at, revisi=form.cleaned_data["revisi"]
        )

    konteks = {"skp": skp, "indikator": indikator, "form": form}
    return _form_page(
        request, "perencanaan/manual_edit.html", konteks, form, simpan, pesan="Manual indikator disimpan."
    )


@require_http_methods(["GET", "POST"])
def workblock_edit(request: Request, skp_id: int, indikator_id: int) -> HttpResponse:
    skp = dasar.find_own(request, skp_id)
    if tutup := dasar.closed(request, skp, dapat=permissions.can_edit_skp(request.user, skp)):
        return tutup
    indikator = dasar.find_indikator(skp, indikator_id)
    awal = WorkblockForm.initial_from(getattr(indikator, "workblock", None))
    form, at = WorkblockForm(request.POST or None, initial=awal | {"revisi": skp.revisi}), timezone.now()

    def simpan() -> object:
        return actions.save_workblock(
            indikator, form.isi(), by=request.user, at=at, revisi=form.cleaned_data["revisi"]
        )

    konteks = {"skp": skp, "indikator": indikator, "form": form}
    return _form_page(
        request, "perencanaan/workblock_edit.html", konteks, form, simpan, pesan="Workblock disimpan."
    )


@require_http_methods(["GET", "POST"])
def lampiran_edit(request: Request, skp_id: int) -> HttpResponse:
    skp = dasar.find_own(request, skp_id)
    if tutup := dasar.closed(request, skp, dapat=permissions.can_edit_skp(request.user, skp)):
        return tutup
    form, at = LampiranForm(request.POST or None, initial=initial_lampiran(skp)), timezone.now()

    def simpan() -> object:
        return actions.save_lampiran(
            skp, form.to_isi(), by=request.user, at=at, revisi=form.cleaned_data["revisi"]
        )

    konteks = {"skp": skp, "form": form}
    return _form_page(
        request, "perencanaan/lampiran_edit.html", konteks, form, simpan, pesan="Lampiran SKP disimpan."
    )


@require_http_methods(["GET", "POST"])
def perilaku_edit(request: Request, skp_id: int) -> HttpResponse:
    """The employee writes down what was agreed; the penilai may write it himself."""
    skp = get_object_or_404(SKP.objects.visible_to(request.user).with_people(), pk=skp_id)
    if not (permissions.owns(request.user, skp) or permissions.is_penilai(request.user, skp)):
        raise Http404
    if tutup := dasar.closed(request, skp, dapat=permissions.can_edit_ekspektasi(request.user, skp)):
        return tutup
    awal = {e.nilai: e.teks for e in skp.daftar_ekspektasi.all()}
    form = EkspektasiForm(request.POST or None, initial={**awal, "revisi": skp.revisi})
    at = timezone.now()

    def simpan() -> object:
        return actions.save_ekspektasi(
            skp, form.to_isi(), by=request.user, at=at, revisi=form.cleaned_data["revisi"]
        )

    konteks = {"skp": skp, "form": form}
    return _form_page(
        request, "perencanaan/perilaku_edit.html", konteks, form, simpan, pesan="Ekspektasi khusus disimpan."
    )


def _form_page(
    request: Request,
    halaman: str,
    konteks: dict[str, Any],
    form: Form,
    simpan: Callable[[], object],
    *,
    pesan: str,
) -> HttpResponse:
    skp: SKP = konteks["skp"]
    if request.method == "POST":
        if form.is_valid() and dasar.run(request, simpan, pesan=pesan):
            milik = permissions.owns(request.user, skp)
            return redirect("perencanaan:skp_edit" if milik else "perencanaan:skp_detail", skp.pk)
        skp.refresh_from_db(fields=["revisi"])
        form.data = with_revisi(request.POST, skp.revisi)
    status = 422 if request.method == "POST" else 200
    return render(request, halaman, konteks, status=status)
