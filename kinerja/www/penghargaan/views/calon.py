"""Who is considered: the answers to every condition, and what colleagues say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.queries.daftar import search_pegawai
from kinerja.penghargaan import actions, permissions
from kinerja.penghargaan.queries.keadaan import daftar_keadaan, dalam_cakupan, jawaban_of
from kinerja.www.penghargaan.forms import DisiplinForm, SaringCalon, UsulForm, bekerja
from kinerja.www.penghargaan.rekan import rekan_seunit
from kinerja.www.penghargaan.views.program import get_decided, get_program

if TYPE_CHECKING:
    from kinerja.www.http import Request

SEHALAMAN = 25


@require_safe
def syarat_check(request: Request, program_id: int) -> HttpResponse:
    """Everybody in scope with the yes and no of each condition, worked out for the page that is read."""
    program = get_decided(request, program_id)
    form = SaringCalon(request.GET or {})
    cari = form.cleaned_data["cari"] if form.is_valid() else ""
    daftar = search_pegawai(dalam_cakupan(program), cari.replace("\x00", ""))
    page = Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    orang = list(page.object_list)
    kriteria = program.as_kriteria()
    keadaan = daftar_keadaan(program, orang, on=program.instansi.tanggal(timezone.now()))
    baris = [(satu, jawaban_of(kriteria, isi)) for satu, isi in zip(orang, keadaan, strict=True)]
    konteks = {"program": program, "page": page, "baris": baris, "form": form}
    return render(request, "penghargaan/syarat_check.html", konteks)


@require_POST
def calon_refresh(request: Request, program_id: int) -> HttpResponse:
    program = get_decided(request, program_id)
    try:
        jumlah = actions.refresh_calon(program, by=request.user, at=timezone.now())
        messages.success(request, f"Syarat diperiksa lagi: {jumlah} orang memenuhi semuanya.")
    except actions.CannotAward as error:
        messages.error(request, str(error))
    return redirect("penghargaan:program_detail", program.pk)


def disiplin_note(request: Request, program_id: int) -> HttpResponse:
    program = get_decided(request, program_id)
    if request.method == "GET" and (halangan := actions.concern_of(program, request.user)):
        messages.error(request, halangan)
        return redirect("penghargaan:program_detail", program.pk)
    tercatat = program.daftar_disiplin.select_related("pegawai").order_by("pegawai__nip")
    awal = {"nip": "\n".join(satu.pegawai.nip for satu in tercatat)}
    form = DisiplinForm(request.POST or None, initial=awal, daftar=dalam_cakupan(program))
    if request.method == "POST" and form.is_valid():
        try:
            actions.note_disiplin(
                program, daftar_pegawai=form.cleaned_data["nip"], by=request.user, at=timezone.now()
            )
            messages.success(request, "Catatan disiplin sudah dicocokkan, dan syaratnya diperiksa lagi.")
            return redirect("penghargaan:program_detail", program.pk)
        except actions.CannotAward as error:
            form.add_error(None, str(error))
    konteks = {"program": program, "form": form}
    return render(request, "penghargaan/disiplin_note.html", konteks, status=422 if form.errors else 200)


def usul_create(request: Request, program_id: int) -> HttpResponse:
    program = get_program(request, program_id)
    saya = lingkup(request.user).pegawai
    if saya is None or not permissions.can_nominate(request.user, program):
        raise PermissionDenied
    form = UsulForm(request.POST or None, daftar=bekerja(program.instansi_id))
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        try:
            actions.nominate(
                program, isi["pegawai"], alasan=isi["alasan"], by=request.user, at=timezone.now()
            )
            messages.success(
                request,
                f"Usulan Anda untuk {isi['pegawai'].nama} tersimpan. Terima kasih sudah melihat kerja baiknya.",
            )
            return redirect("penghargaan:program_detail", program.pk)
        except actions.CannotNominate as error:
            form.add_error(None, str(error))
    on = program.instansi.tanggal(timezone.now())
    konteks = {
        "program": program,
        "form": form,
        "rekan": rekan_seunit(saya, on=on),
        "terbuka": program.terbuka_untuk_usulan(on),
    }
    return render(request, "penghargaan/usul_create.html", konteks, status=422 if form.errors else 200)
