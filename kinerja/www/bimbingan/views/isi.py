"""The rows of Format B.1.6 and B.1.7."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.bimbingan import actions, permissions
from kinerja.bimbingan.models import Bimbingan, ButirCoaching, EntriJurnal, TujuanMentoring
from kinerja.www.bimbingan.forms import ButirForm, JurnalForm, LangkahForm, PeluangForm, TujuanForm
from kinerja.www.bimbingan.views.dasar import attempt, back_to, fill_in, form_page, get_bimbingan

if TYPE_CHECKING:
    from kinerja.www.http import Request

Baris = ButirCoaching | TujuanMentoring | EntriJurnal


def _edit(
    request: Request,
    bimbingan: Bimbingan,
    form: forms.Form,
    act: Callable[[], object],
    *,
    judul: str,
    bagian: str,
) -> HttpResponse:
    if request.method == "POST" and fill_in(request, form, act):
        messages.success(request, "Tersimpan.")
        return back_to(bimbingan, bagian)
    return form_page(
        request,
        form,
        judul=judul,
        pengantar=f"{bimbingan.get_bentuk_display()} {bimbingan.pegawai.nama}: {bimbingan.topik}",
        kirim="Simpan",
        batal=reverse("bimbingan:bimbingan_detail", args=[bimbingan.pk]),
        draf=f"{bagian}-{bimbingan.pk}",
    )


def _only(boleh: Callable[[Any, Bimbingan], bool], request: Request, bimbingan: Bimbingan) -> None:
    if not boleh(request.user, bimbingan):
        raise PermissionDenied


def _row(request: Request, model: type[Any], nomor: int) -> tuple[Any, Bimbingan]:
    terlihat = Bimbingan.objects.visible_to(request.user).order_by().values("pk")
    baris = get_object_or_404(model.objects.filter(bimbingan__in=terlihat), pk=nomor)
    return baris, get_bimbingan(request, baris.bimbingan_id)


def _values(baris: Baris, form: type[forms.Form]) -> dict[str, object]:
    return {nama: getattr(baris, nama) for nama in form.base_fields}


def butir_add(request: Request, bimbingan_id: int) -> HttpResponse:
    bimbingan = get_bimbingan(request, bimbingan_id)
    _only(permissions.is_dibimbing, request, bimbingan)
    form = ButirForm(request.POST or None)
    return _edit(
        request,
        bimbingan,
        form,
        lambda: actions.save_butir(bimbingan, form.isian(), by=request.user, at=timezone.now()),
        judul="Tujuan dan fakta",
        bagian="tujuan",
    )


def butir_edit(request: Request, butir_id: int) -> HttpResponse:
    butir, bimbingan = _row(request, ButirCoaching, butir_id)
    _only(permissions.is_dibimbing, request, bimbingan)
    form = ButirForm(request.POST or None, initial=_values(butir, ButirForm))
    return _edit(
        request,
        bimbingan,
        form,
        lambda: actions.save_butir(bimbingan, form.isian(), butir=butir, by=request.user, at=timezone.now()),
        judul="Ubah tujuan dan fakta",
        bagian="tujuan",
    )


def langkah_edit(request: Request, butir_id: int) -> HttpResponse:
    butir, bimbingan = _row(request, ButirCoaching, butir_id)
    _only(permissions.is_pembimbing, request, bimbingan)
    awal = {
        "langkah": butir.langkah,
        "penyesuaian": {True: "ya", False: "tidak", None: ""}[butir.penyesuaian],
    }
    form = LangkahForm(request.POST or None, initial=awal)
    return _edit(
        request,
        bimbingan,
        form,
        lambda: actions.save_langkah(butir, **form.cleaned_data, by=request.user, at=timezone.now()),
        judul="Langkah ke depan",
        bagian="langkah",
    )


def peluang_edit(request: Request, bimbingan_id: int) -> HttpResponse:
    bimbingan = get_bimbingan(request, bimbingan_id)
    _only(permissions.is_dibimbing, request, bimbingan)
    form = PeluangForm(request.POST or None, initial={"peluang": bimbingan.peluang})
    return _edit(
        request,
        bimbingan,
        form,
        lambda: actions.save_peluang(bimbingan, **form.cleaned_data, by=request.user, at=timezone.now()),
        judul="Peluang",
        bagian="peluang",
    )


def tujuan_add(request: Request, bimbingan_id: int) -> HttpResponse:
    bimbingan = get_bimbingan(request, bimbingan_id)
    _only(permissions.is_dibimbing, request, bimbingan)
    form = TujuanForm(request.POST or None)
    return _edit(
        request,
        bimbingan,
        form,
        lambda: actions.save_tujuan(bimbingan, form.isian(), by=request.user, at=timezone.now()),
        judul="Keahlian yang akan dikembangkan",
        bagian="tujuan",
    )


def tujuan_edit(request: Request, tujuan_id: int) -> HttpResponse:
    tujuan, bimbingan = _row(request, TujuanMentoring, tujuan_id)
    _only(permissions.is_dibimbing, request, bimbingan)
    form = TujuanForm(request.POST or None, initial=_values(tujuan, TujuanForm))
    return _edit(
        request,
        bimbingan,
        form,
        lambda: actions.save_tujuan(
            bimbingan, form.isian(), tujuan=tujuan, by=request.user, at=timezone.now()
        ),
        judul="Ubah keahlian yang akan dikembangkan",
        bagian="tujuan",
    )


def jurnal_add(request: Request, bimbingan_id: int) -> HttpResponse:
    bimbingan = get_bimbingan(request, bimbingan_id)
    _only(permissions.can_write, request, bimbingan)
    form = JurnalForm(request.POST or None, initial={"on": timezone.localdate()})
    return _edit(
        request,
        bimbingan,
        form,
        lambda: actions.save_jurnal(bimbingan, form.isian(), by=request.user, at=timezone.now()),
        judul="Catat pertemuan mentoring",
        bagian="jurnal",
    )


def jurnal_edit(request: Request, jurnal_id: int) -> HttpResponse:
    entri, bimbingan = _row(request, EntriJurnal, jurnal_id)
    _only(permissions.can_write, request, bimbingan)
    form = JurnalForm(request.POST or None, initial=_values(entri, JurnalForm))
    return _edit(
        request,
        bimbingan,
        form,
        lambda: actions.save_jurnal(bimbingan, form.isian(), entri=entri, by=request.user, at=timezone.now()),
        judul="Ubah catatan pertemuan",
        bagian="jurnal",
    )


@require_POST
def butir_remove(request: Request, butir_id: int) -> HttpResponse:
    return _remove(request, *_row(request, ButirCoaching, butir_id))


@require_POST
def tujuan_remove(request: Request, tujuan_id: int) -> HttpResponse:
    return _remove(request, *_row(request, TujuanMentoring, tujuan_id))


@require_POST
def jurnal_remove(request: Request, jurnal_id: int) -> HttpResponse:
    return _remove(request, *_row(request, EntriJurnal, jurnal_id))


def _remove(request: Request, baris: Baris, bimbingan: Bimbingan) -> HttpResponse:
    attempt(
        request,
        lambda: actions.remove_row(baris, by=request.user, at=timezone.now()),
        berhasil="Baris itu dihapus.",
    )
    return back_to(bimbingan)
