"""The records behind a career, and the posts of the instansi: kept by the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.karier import actions
from kinerja.karier.formulir import BENTUK
from kinerja.karier.istilah import JenisCatatan
from kinerja.karier.models import FormasiJF
from kinerja.karier.permissions import can_keep_formasi, can_keep_records
from kinerja.karier.queries.formasi import daftar_formasi
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.sekaligus import read_together
from kinerja.peraturan.identitas import JenjangJF
from kinerja.www.http import Request
from kinerja.www.karier.forms import CatatanForm, FormasiForm
from kinerja.www.karier.views.perjalanan import get_pegawai
from kinerja.www.kepegawaian.views.impor import instansi_of

if TYPE_CHECKING:
    from kinerja.karier.models import Tercatat


def _kept(request: Request, pegawai_id: int) -> Pegawai:
    pegawai = get_pegawai(request, pegawai_id)
    if not can_keep_records(request.user, pegawai, on=timezone.localdate()):
        raise PermissionDenied
    return pegawai


def _kind(jenis: str) -> JenisCatatan:
    if jenis not in set(JenisCatatan):
        raise Http404
    return JenisCatatan(jenis)


@require_safe
def catatan_list(request: Request, pegawai_id: int) -> HttpResponse:
    pegawai = _kept(request, pegawai_id)
    baca = read_together(
        **{
            jenis.value: BENTUK[jenis]
            .model._default_manager.visible_to(request.user)
            .filter(pegawai=pegawai)
            .order_by("-id")
            for jenis in JenisCatatan
        }
    )
    daftar = [(jenis, BENTUK[jenis], _rows(jenis, baca[jenis.value])) for jenis in JenisCatatan]
    return render(request, "karier/catatan_list.html", {"pegawai": pegawai, "daftar": daftar})


def _rows(jenis: JenisCatatan, daftar: list[Tercatat]) -> list[tuple[Tercatat, list[tuple[str, str]]]]:
    return [
        (
            satu,
            [(isian.label, isian.show(getattr(satu, isian.kunci))) for isian in BENTUK[jenis].daftar_isian],
        )
        for satu in daftar
    ]


def catatan_add(request: Request, pegawai_id: int, jenis: str) -> HttpResponse:
    kode, pegawai = _kind(jenis), _kept(request, pegawai_id)
    form = CatatanForm(request.POST or None, jenis=kode)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_catatan(kode, pegawai, form.cleaned_data, by=request.user, at=timezone.now())
        except actions.CannotRecord as error:
            for nama, pesan in error.salah.items():
                form.add_error(nama or None, pesan)
        else:
            messages.success(request, f"{kode.label} sudah dicatat.")
            return redirect("karier:catatan_list", pegawai.pk)
    konteks = {"pegawai": pegawai, "form": form, "jenis": kode, "bentuk": BENTUK[kode]}
    return render(request, "karier/catatan_add.html", konteks, status=422 if form.errors else 200)


@require_POST
def catatan_remove(request: Request, jenis: str, data_id: int) -> HttpResponse:
    kode = _kind(jenis)
    daftar = BENTUK[kode].model._default_manager.visible_to(request.user)
    catatan = get_object_or_404(daftar, pk=data_id)
    actions.remove_catatan(kode, catatan, by=request.user, at=timezone.now())
    messages.success(request, f"{kode.label} dihapus. Surat yang sudah ditetapkan tidak berubah.")
    return redirect("karier:catatan_list", catatan.pegawai_id)


def formasi_list(request: Request) -> HttpResponse:
    instansi = instansi_of(request)
    if not can_keep_formasi(request.user, instansi):
        raise PermissionDenied
    form = FormasiForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        isi = dict(form.cleaned_data, jenjang=JenjangJF(form.cleaned_data["jenjang"]))
        try:
            actions.set_formasi(instansi, **isi, by=request.user, at=timezone.now())
        except actions.CannotSetFormasi as error:
            form.add_error("nama", str(error))
        else:
            messages.success(request, "Formasi sudah disimpan.")
            return redirect("karier:formasi_list")
    konteks = {"form": form, "daftar": daftar_formasi(instansi, on=timezone.localdate())}
    return render(request, "karier/formasi_list.html", konteks, status=422 if form.errors else 200)


@require_POST
def formasi_remove(request: Request, formasi_id: int) -> HttpResponse:
    formasi = get_object_or_404(FormasiJF.objects.visible_to(request.user), pk=formasi_id)
    actions.remove_formasi(formasi, by=request.user, at=timezone.now())
    messages.success(request, "Formasi dihapus.")
    return redirect("karier:formasi_list")
