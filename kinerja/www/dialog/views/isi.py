"""The page of one talk, and what is written on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.dialog import actions, permissions
from kinerja.dialog.istilah import KeadaanDialog
from kinerja.dialog.models import ButirAgenda, DialogKinerja, Kesepakatan
from kinerja.dialog.queries import papan_dialog
from kinerja.jejak.models import JenisHalaman, Sebagai
from kinerja.www.dialog.forms import AlasanForm, ButirForm, CatatanForm, CatatanPribadiForm, KesepakatanForm
from kinerja.www.dialog.views.jadwal import get_dialog, revisi_of
from kinerja.www.penglihatan import note_akses

if TYPE_CHECKING:
    from django import forms

    from kinerja.www.http import Request


@require_safe
def dialog_detail(request: Request, dialog_id: int) -> HttpResponse:
    return _page(request, get_dialog(request, dialog_id))


def _page(request: Request, dialog: DialogKinerja, **formulir: forms.Form) -> HttpResponse:
    """`formulir` holds what was typed and could not be kept."""
    on = timezone.localdate()
    saya = permissions.speaker(request.user, dialog)
    if saya is None:
        raise PermissionDenied
    papan = papan_dialog(dialog, pembaca=saya, on=on)
    if papan.skp is not None:
        note_akses(request, JenisHalaman.REALISASI, dialog.pegawai_id, sebagai=Sebagai.PENILAI)
    berpasangan = papan.hubungan is not None
    konteks: dict[str, Any] = {
        "dialog": dialog,
        "papan": papan,
        "saya": saya,
        "lawan": dialog.lawan_bicara(saya.pk),
        "boleh_tulis": berpasangan and dialog.keadaan in (KeadaanDialog.DISEPAKATI, KeadaanDialog.SELESAI),
        "boleh_agenda": berpasangan and dialog.terbuka,
        "tiba": dialog.instansi.tanggal(dialog.mulai_at) <= on,
        "lewat": dialog.ditanya_mulai_at <= timezone.now(),
        "form_butir": ButirForm(),
        "form_catatan": CatatanForm(initial={"revisi": dialog.revisi_catatan, "catatan": dialog.catatan}),
        "form_pribadi": CatatanPribadiForm(initial={"pribadi": papan.catatan_pribadi}),
        "form_kesepakatan": KesepakatanForm(dialog=dialog),
        "on": on,
    }
    galat = any(form.errors for form in formulir.values())
    return render(request, "dialog/dialog_detail.html", konteks | formulir, status=422 if galat else 200)


def _back(dialog: DialogKinerja, bagian: str) -> HttpResponse:
    return redirect(f"{reverse('dialog:dialog_detail', args=[dialog.pk])}#{bagian}")


@require_POST
def butir_add(request: Request, dialog_id: int) -> HttpResponse:
    dialog = get_dialog(request, dialog_id)
    form = ButirForm(request.POST)
    if form.is_valid():
        try:
            actions.add_butir(dialog, teks=form.cleaned_data["teks"], by=request.user, at=timezone.now())
            return _back(dialog, "agenda")
        except actions.CannotTalk as error:
            form.add_error("teks", str(error))
    return _page(request, dialog, form_butir=form)


def _butir(request: Request, butir_id: int) -> ButirAgenda:
    daftar = ButirAgenda.objects.visible_to(request.user).select_related("dialog")
    butir: ButirAgenda = get_object_or_404(daftar, pk=butir_id)
    return butir


@require_POST
def butir_tick(request: Request, butir_id: int) -> HttpResponse:
    butir = _butir(request, butir_id)
    try:
        actions.tick_butir(
            butir, dibahas=request.POST.get("dibahas") == "1", by=request.user, at=timezone.now()
        )
    except actions.CannotTalk as error:
        messages.error(request, str(error))
    return _back(butir.dialog, "agenda")


@require_POST
def butir_remove(request: Request, butir_id: int) -> HttpResponse:
    butir = _butir(request, butir_id)
    try:
        actions.remove_butir(butir, by=request.user, at=timezone.now())
    except actions.CannotTalk as error:
        messages.error(request, str(error))
    return _back(butir.dialog, "agenda")


@require_POST
def catatan_save(request: Request, dialog_id: int) -> HttpResponse:
    dialog = get_dialog(request, dialog_id)
    form = CatatanForm(request.POST)
    if form.is_valid():
        try:
            actions.save_catatan(
                dialog,
                teks=form.cleaned_data["catatan"],
                revisi=revisi_of(request),
                by=request.user,
                at=timezone.now(),
            )
            messages.success(request, "Catatan bersama tersimpan.")
            return _back(dialog, "catatan")
        except actions.CannotTalk as error:
            dialog = get_dialog(request, dialog_id)
            form.refresh(dialog.revisi_catatan)
            form.add_error("catatan", str(error))
    return _page(request, dialog, form_catatan=form)


@require_POST
def catatan_pribadi_save(request: Request, dialog_id: int) -> HttpResponse:
    dialog = get_dialog(request, dialog_id)
    form = CatatanPribadiForm(request.POST)
    if not form.is_valid():
        return _page(request, dialog, form_pribadi=form)
    actions.save_catatan_pribadi(
        dialog, teks=form.cleaned_data["pribadi"], by=request.user, at=timezone.now()
    )
    messages.success(request, "Catatan pribadi tersimpan. Hanya Anda yang dapat membacanya.")
    return _back(dialog, "pribadi")


@require_POST
def kesepakatan_add(request: Request, dialog_id: int) -> HttpResponse:
    dialog = get_dialog(request, dialog_id)
    form = KesepakatanForm(request.POST, dialog=dialog)
    if form.is_valid():
        try:
            actions.add_kesepakatan(dialog, isian=form.isian(), by=request.user, at=timezone.now())
            return _back(dialog, "kesepakatan")
        except actions.CannotTalk as error:
            form.add_error(None, str(error))
    return _page(request, dialog, form_kesepakatan=form)


def _kesepakatan(request: Request, nomor: int) -> Kesepakatan:
    daftar = Kesepakatan.objects.visible_to(request.user).select_related("dialog", "pemilik", "pegawai")
    kesepakatan: Kesepakatan = get_object_or_404(daftar, pk=nomor)
    return kesepakatan


@require_POST
def kesepakatan_complete(request: Request, kesepakatan_id: int) -> HttpResponse:
    try:
        actions.complete_kesepakatan(
            _kesepakatan(request, kesepakatan_id), by=request.user, at=timezone.now()
        )
        messages.success(request, "Kesepakatan ditandai selesai.")
    except actions.CannotTalk as error:
        messages.error(request, str(error))
    return _return(request)


def _return(request: Request) -> HttpResponse:
    """To the talk on whose page it was pressed, or to the list."""
    from_dialog = request.POST.get("dialog", "")
    if from_dialog.isdecimal() and len(from_dialog) < 18:
        return redirect("dialog:dialog_detail", int(from_dialog))
    return redirect("dialog:dialog_list")


def kesepakatan_drop(request: Request, kesepakatan_id: int) -> HttpResponse:
    kesepakatan = _kesepakatan(request, kesepakatan_id)
    if not permissions.can_close(request.user, kesepakatan):
        raise PermissionDenied
    form = AlasanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.drop_kesepakatan(
                kesepakatan, alasan=form.cleaned_data["alasan"], by=request.user, at=timezone.now()
            )
            messages.success(request, "Kesepakatan dilepas dengan alasannya.")
            return redirect("dialog:dialog_list")
        except actions.CannotTalk as error:
            form.add_error(None, str(error))
    konteks = {"form": form, "kesepakatan": kesepakatan}
    return render(request, "dialog/kesepakatan_drop.html", konteks, status=422 if form.errors else 200)
