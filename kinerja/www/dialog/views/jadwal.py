"""Arranging the hour."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.dialog import actions
from kinerja.dialog.istilah import KeadaanDialog
from kinerja.dialog.models import DialogKinerja
from kinerja.dialog.queries import acara_dialog
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import HubunganPenilai
from kinerja.lib.acara import Metode, berkas_ics
from kinerja.lib.angka import parse_nomor
from kinerja.www.dialog.forms import AlasanForm, JadwalForm

if TYPE_CHECKING:
    from kinerja.www.http import Request


def get_dialog(request: Request, dialog_id: int) -> DialogKinerja:
    dialog: DialogKinerja = get_object_or_404(
        DialogKinerja.objects.visible_to(request.user).with_people(), pk=dialog_id
    )
    return dialog


def revisi_of(request: Request) -> int:
    """What the sender saw; a form without it saw nothing."""
    nomor = parse_nomor(request.POST.get("revisi", ""))
    return -1 if nomor is None else nomor


def dialog_propose(request: Request, hubungan_id: int) -> HttpResponse:
    pegawai = lingkup(request.user).pegawai
    daftar = HubunganPenilai.objects.filter(
        Q(penilai=pegawai) | Q(penempatan__pegawai=pegawai), selesai_on__isnull=True
    ).select_related(
        "penilai", "penempatan__pegawai__instansi", "penempatan__jabatan", "penempatan__unit_kerja"
    )
    hubungan = get_object_or_404(daftar, pk=hubungan_id)
    form = JadwalForm(request.POST or None, initial=JadwalForm.awal(on=timezone.localdate()))
    if request.method == "POST" and form.is_valid():
        zona = hubungan.penempatan.pegawai.instansi.zona_waktu
        try:
            dialog = actions.propose_dialog(
                hubungan, isian=form.isian(zona), by=request.user, at=timezone.now()
            )
            messages.success(request, "Usul waktu terkirim. Sambil menunggu, isi agenda Anda.")
            return redirect("dialog:dialog_detail", dialog.pk)
        except actions.CannotTalk as error:
            form.add_error(None, str(error))
    lawan = (
        hubungan.penilai
        if hubungan.penilai_id != getattr(pegawai, "pk", None)
        else hubungan.penempatan.pegawai
    )
    konteks = {"form": form, "lawan": lawan, "hubungan": hubungan}
    return render(request, "dialog/dialog_propose.html", konteks, status=422 if form.errors else 200)


def dialog_reschedule(request: Request, dialog_id: int) -> HttpResponse:
    dialog = get_dialog(request, dialog_id)
    form = JadwalForm(request.POST or None, initial=JadwalForm.awal_dari(dialog))
    if request.method == "POST" and form.is_valid():
        isian = form.isian(dialog.instansi.zona_waktu)
        try:
            actions.propose_other_time(
                dialog, isian=isian, revisi=revisi_of(request), by=request.user, at=timezone.now()
            )
            messages.success(request, "Usul waktu yang baru terkirim.")
            return redirect("dialog:dialog_detail", dialog.pk)
        except actions.CannotTalk as error:
            dialog = get_dialog(request, dialog_id)
            form.refresh(dialog.revisi)
            form.add_error(None, str(error))
    konteks = {"form": form, "dialog": dialog, "lawan": _other(request, dialog)}
    return render(request, "dialog/dialog_reschedule.html", konteks, status=422 if form.errors else 200)


def dialog_cancel(request: Request, dialog_id: int) -> HttpResponse:
    dialog = get_dialog(request, dialog_id)
    form = AlasanForm(request.POST or None, initial={"revisi": dialog.revisi})
    if request.method == "POST" and form.is_valid():
        try:
            actions.cancel_dialog(
                dialog,
                alasan=form.cleaned_data["alasan"],
                revisi=revisi_of(request),
                by=request.user,
                at=timezone.now(),
            )
            messages.success(request, "Dialog dibatalkan. Agenda dan catatannya tetap dapat dibaca.")
            return redirect("dialog:dialog_detail", dialog.pk)
        except actions.CannotTalk as error:
            dialog = get_dialog(request, dialog_id)
            form.refresh(dialog.revisi)
            form.add_error(None, str(error))
    konteks = {"form": form, "dialog": dialog, "lawan": _other(request, dialog)}
    return render(request, "dialog/dialog_cancel.html", konteks, status=422 if form.errors else 200)


def _other(request: Request, dialog: DialogKinerja) -> object:
    pegawai = lingkup(request.user).pegawai
    return dialog.lawan_bicara(pegawai.pk) if pegawai else dialog.pegawai


@require_POST
def dialog_accept(request: Request, dialog_id: int) -> HttpResponse:
    pesan = "Waktu disepakati. Undangan kalender dikirim lewat surel dan dapat diunduh di halaman ini."
    return _press(request, dialog_id, actions.accept_dialog, pesan)


@require_POST
def dialog_keep(request: Request, dialog_id: int) -> HttpResponse:
    pesan = "Dialog tetap pada waktu yang sudah disepakati."
    return _press(request, dialog_id, actions.keep_agreed_time, pesan)


@require_POST
def dialog_complete(request: Request, dialog_id: int) -> HttpResponse:
    pesan = "Dialog ditandai selesai. Kesepakatannya tetap terbuka sampai dikerjakan atau dilepas."
    return _press(request, dialog_id, actions.complete_dialog, pesan)


def _press(
    request: Request, dialog_id: int, action: Callable[..., DialogKinerja], pesan: str
) -> HttpResponse:
    dialog = get_dialog(request, dialog_id)
    try:
        action(dialog, revisi=revisi_of(request), by=request.user, at=timezone.now())
        messages.success(request, pesan)
    except actions.CannotTalk as error:
        messages.error(request, str(error))
    return redirect("dialog:dialog_detail", dialog.pk)


@require_safe
def dialog_calendar(request: Request, dialog_id: int) -> HttpResponse:
    dialog = get_dialog(request, dialog_id)
    berkas = HttpResponse(
        berkas_ics(acara_dialog(dialog), metode=Metode.PUBLISH), content_type="text/calendar; charset=utf-8"
    )
    nama = (
        "batal"
        if dialog.keadaan == KeadaanDialog.BATAL
        else f"{timezone.localtime(dialog.mulai_at):%Y-%m-%d}"
    )
    berkas["Content-Disposition"] = f'attachment; filename="dialog-kinerja-{nama}.ics"'
    return berkas
