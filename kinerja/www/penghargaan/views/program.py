"""Awards: the list, preparing one, changing it, its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.jejak.models import JenisHalaman, Sebagai
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import UnitKerja
from kinerja.penghargaan import actions, permissions
from kinerja.penghargaan.models import ProgramPenghargaan
from kinerja.penghargaan.queries.halaman import halaman_program
from kinerja.www.penghargaan.forms import ProgramForm
from kinerja.www.penglihatan import note_akses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from kinerja.penghargaan.queries.halaman import BarisCalon
    from kinerja.www.http import Request

SEHALAMAN = 20


def get_program(request: Request, program_id: int) -> ProgramPenghargaan:
    daftar = ProgramPenghargaan.objects.visible_to(request.user).select_related(
        "unit_kerja", "instansi", "diputus_oleh"
    )
    program: ProgramPenghargaan = get_object_or_404(daftar, pk=program_id)
    return program


def note_nominees(request: Request, daftar: Iterable[BarisCalon], *, juri: bool) -> None:
    """Who is considered learns who looked at the conditions that he meets."""
    for baris in daftar:
        note_akses(
            request,
            JenisHalaman.PENGHARGAAN,
            baris.calon.pegawai_id,
            sebagai=Sebagai.JURI if juri else None,
        )


def get_managed(request: Request, program_id: int) -> ProgramPenghargaan:
    program = get_program(request, program_id)
    if not permissions.can_manage(request.user, program):
        raise PermissionDenied
    return program


def get_decided(request: Request, program_id: int) -> ProgramPenghargaan:
    program = get_program(request, program_id)
    if not permissions.can_decide(request.user, program):
        raise PermissionDenied
    return program


@require_safe
def program_list(request: Request) -> HttpResponse:
    daftar = ProgramPenghargaan.objects.visible_to(request.user).select_related("unit_kerja", "instansi")
    page = Paginator(daftar.order_by("-tahun", "-juri_selesai_on", "-id"), SEHALAMAN)
    konteks = {
        "page": page.get_page(request.GET.get("halaman")),
        "on": timezone.localdate(),
        "admin": lingkup(request.user).punya(JenisPeran.ADMIN_INSTANSI),
    }
    return render(request, "penghargaan/program_list.html", konteks)


@require_safe
def program_detail(request: Request, program_id: int) -> HttpResponse:
    program = get_program(request, program_id)
    on = program.instansi.tanggal(timezone.now())
    isi = halaman_program(program, user=request.user, on=on)
    note_nominees(request, (*isi.calon, *isi.belum), juri=isi.saya_juri is not None)
    konteks = {
        "isi": isi,
        "program": program,
        "on": on,
        "tahap": program.tahap(on),
        "mengelola": permissions.can_manage(request.user, program),
        "memutus": permissions.can_decide(request.user, program),
        "mengusulkan": permissions.can_nominate(request.user, program) and program.terbuka_untuk_usulan(on),
        "saya": lingkup(request.user).pegawai,
    }
    return render(request, "penghargaan/program_detail.html", konteks)


def _units(request: Request) -> QuerySet[UnitKerja]:
    jalur = lingkup(request.user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
    return UnitKerja.objects.filter(di_bawah(jalur, kolom="jalur"), dibubarkan_on=None).order_by("jalur")


def program_create(request: Request) -> HttpResponse:
    if not lingkup(request.user).punya(JenisPeran.ADMIN_INSTANSI):
        raise PermissionDenied
    awal = {"kursi": 1, "kuorum": 3, "tahun": timezone.localdate().year - 1}
    form = ProgramForm(request.POST or None, initial=awal, daftar_unit=_units(request))
    if request.method == "POST" and form.is_valid():
        try:
            program = actions.create_program(
                form.cleaned_data["unit"], form.isian(), by=request.user, at=timezone.now()
            )
            messages.success(request, "Program tersimpan dan belum terlihat pegawai. Periksa, lalu buka.")
            return redirect("penghargaan:program_detail", program.pk)
        except actions.CannotAward as error:
            form.add_error(None, str(error))
    return _form(request, form, None)


def program_edit(request: Request, program_id: int) -> HttpResponse:
    program = get_decided(request, program_id)
    if request.method == "GET" and (halangan := actions.concern_of(program, request.user)):
        messages.error(request, halangan)
        return redirect("penghargaan:program_detail", program.pk)
    unit = UnitKerja.objects.filter(pk=program.unit_kerja_id)
    form = ProgramForm(request.POST or None, initial=ProgramForm.initial_of(program), daftar_unit=unit)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_program(
                program,
                form.isian(),
                revisi=form.cleaned_data["revisi"] or 0,
                by=request.user,
                at=timezone.now(),
            )
            messages.success(request, "Perubahan tersimpan.")
            return redirect("penghargaan:program_detail", program.pk)
        except actions.StaleProgram as error:
            program.refresh_from_db(fields=["revisi"])
            form.data = {**request.POST.dict(), "revisi": str(program.revisi)}
            form.add_error(None, str(error))
        except actions.CannotAward as error:
            form.add_error(None, str(error))
    return _form(request, form, program)


def _form(request: Request, form: ProgramForm, program: ProgramPenghargaan | None) -> HttpResponse:
    konteks = {"form": form, "program": program}
    return render(request, "penghargaan/program_edit.html", konteks, status=422 if form.errors else 200)


@require_POST
def program_open(request: Request, program_id: int) -> HttpResponse:
    program = get_managed(request, program_id)
    try:
        actions.open_program(program, by=request.user, at=timezone.now())
        messages.success(request, "Program dibuka. Calon yang memenuhi syarat sudah dicari.")
    except actions.CannotAward as error:
        messages.error(request, str(error))
    return redirect("penghargaan:program_detail", program.pk)
