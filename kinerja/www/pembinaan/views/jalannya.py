"""While it runs: steps done, talks, reviews, and the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.pembinaan import actions, permissions
from kinerja.pembinaan.istilah import HasilPembinaan
from kinerja.pembinaan.models import PertemuanPembinaan, RencanaPembinaan
from kinerja.www.pembinaan.forms import PeninjauanForm, PertemuanForm, SelesaiForm, TutupForm
from kinerja.www.pembinaan.views.rencana import get_butir, get_rencana, leader_only, page

if TYPE_CHECKING:
    from kinerja.www.http import Request


@require_POST
def butir_finish(request: Request, butir_pembinaan_id: int) -> HttpResponse:
    butir = get_butir(request, butir_pembinaan_id)
    form = SelesaiForm(request.POST)
    catatan = form.cleaned_data["catatan"] if form.is_valid() else ""
    try:
        actions.finish_butir(butir, catatan=catatan, by=request.user, at=timezone.now())
        messages.success(request, "Ditandai selesai.")
    except actions.CannotCoach as error:
        messages.error(request, str(error))
    return redirect(f"{reverse('pembinaan:rencana_detail', args=[butir.rencana_id])}#langkah")


@require_POST
def pertemuan_add(request: Request, pembinaan_id: int) -> HttpResponse:
    rencana = get_rencana(request, pembinaan_id)
    if not permissions.takes_part(request.user, rencana):
        raise PermissionDenied
    form = PertemuanForm(request.POST)
    if form.is_valid():
        isi = form.cleaned_data
        try:
            actions.note_pertemuan(
                rencana, tanggal=isi["tanggal"], catatan=isi["catatan"], by=request.user, at=timezone.now()
            )
            messages.success(request, "Catatan tersimpan. Pihak yang lain diminta membacanya.")
            return redirect(f"{reverse('pembinaan:rencana_detail', args=[rencana.pk])}#pertemuan")
        except actions.CannotCoach as error:
            form.add_error(None, str(error))
    return page(request, rencana, pertemuan=form)


@require_POST
def pertemuan_read(request: Request, pertemuan_pembinaan_id: int) -> HttpResponse:
    terlihat = RencanaPembinaan.objects.visible_to(request.user).order_by().values("pk")
    pertemuan = get_object_or_404(
        PertemuanPembinaan.objects.select_related("rencana"), pk=pertemuan_pembinaan_id, rencana__in=terlihat
    )
    actions.read_pertemuan(pertemuan, by=request.user, at=timezone.now())
    return redirect(f"{reverse('pembinaan:rencana_detail', args=[pertemuan.rencana_id])}#pertemuan")


@require_POST
def peninjauan_add(request: Request, pembinaan_id: int) -> HttpResponse:
    rencana = get_rencana(request, pembinaan_id)
    leader_only(request, rencana)
    form = PeninjauanForm(request.POST, daftar_sasaran=list(rencana.daftar_sasaran.order_by("id")))
    if form.is_valid():
        try:
            actions.review_rencana(rencana, form.isian(), by=request.user, at=timezone.now())
            messages.success(request, "Peninjauan tersimpan.")
            return redirect(f"{reverse('pembinaan:rencana_detail', args=[rencana.pk])}#peninjauan")
        except actions.CannotCoach as error:
            form.add_error(None, str(error))
    return page(request, rencana, peninjauan=form)


@require_POST
def rencana_close(request: Request, pembinaan_id: int) -> HttpResponse:
    rencana = get_rencana(request, pembinaan_id)
    leader_only(request, rencana)
    form = TutupForm(request.POST)
    if form.is_valid():
        isi = form.cleaned_data
        try:
            actions.close_rencana(
                rencana,
                hasil=HasilPembinaan(isi["hasil"]),
                alasan=isi["alasan"],
                by=request.user,
                at=timezone.now(),
            )
            messages.success(request, "Pembinaan ditutup. Beritanya siap diunduh.")
            return redirect("pembinaan:rencana_detail", rencana.pk)
        except actions.CannotCoach as error:
            form.add_error(None, str(error))
    return page(request, rencana, tutup=form)
