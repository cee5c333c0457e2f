"""Requests: the list, asking, one of them with its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.dukungan import actions, permissions
from kinerja.dukungan.models import PermintaanDukungan
from kinerja.dukungan.queries import baris_janji, lampiran_dukungan
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.angka import parse_nomor
from kinerja.lib.sekaligus import read_together
from kinerja.pelaksanaan.permissions import BERJALAN
from kinerja.perencanaan.models import RencanaHasilKerja
from kinerja.www.dukungan.forms import DiterimaForm, DukunganForm, JawabanForm, KeteranganForm

if TYPE_CHECKING:
    from kinerja.kepegawaian.models import Pegawai
    from kinerja.www.http import Request

SEHALAMAN = 20


def pegawai_of(request: Request) -> Pegawai:
    pegawai = lingkup(request.user).pegawai
    if pegawai is None:
        raise PermissionDenied
    return pegawai


@require_safe
def dukungan_list(request: Request) -> HttpResponse:
    on = timezone.localdate()
    saya = pegawai_of(request)
    baca = read_together(
        menunggu=PermintaanDukungan.objects.awaiting(saya).with_people().order_by("batas_on", "id"),
        **lampiran_dukungan(Q(skp__pegawai=saya), tahun=on.year),
    )
    milik = PermintaanDukungan.objects.filter(pegawai=saya).with_people().order_by("-asked_at", "-id")
    konteks = {
        "menunggu": baca["menunggu"],
        "page": Paginator(milik, SEHALAMAN).get_page(request.GET.get("halaman")),
        "daftar_janji": baris_janji(baca["lampiran"], baca["janji"]),
        "form_diterima": DiterimaForm(initial={"diterima_on": on.isoformat()}),
        "menilai": bool(getattr(request.user, "jumlah_tim", 0)),
        "on": on,
    }
    return render(request, "dukungan/dukungan_list.html", konteks)


def dukungan_ask(request: Request) -> HttpResponse:
    on = timezone.localdate()
    saya = pegawai_of(request)
    daftar = RencanaHasilKerja.objects.filter(
        skp__pegawai=saya, skp__tahun=on.year, skp__status__in=BERJALAN, diambil_alih_at=None
    )
    daftar_rhk = list(
        daftar.select_related("skp__penempatan__unit_kerja")
        .prefetch_related("daftar_indikator__rhk__skp__penempatan__unit_kerja")
        .order_by("skp_id", "-jenis", "urutan", "id")
    )
    form = DukunganForm(request.POST or None, daftar_rhk=daftar_rhk, initial={"tentang": _chosen(request)})
    if request.method == "POST" and form.is_valid():
        try:
            permintaan = actions.ask_dukungan(isian=form.isian(), by=request.user, at=timezone.now())
            messages.success(request, f"Permintaan Anda terkirim kepada {permintaan.penjawab.nama}.")
            return redirect("dukungan:dukungan_detail", permintaan.pk)
        except actions.CannotSupport as error:
            form.add_error(None, str(error))
    return render(request, "dukungan/dukungan_ask.html", {"form": form}, status=422 if form.errors else 200)


def _chosen(request: Request) -> str:
    for jenis in ("indikator", "rhk"):
        nomor = parse_nomor(request.GET.get(jenis, ""))
        if nomor is not None:
            return f"{jenis}-{nomor}"
    return ""


def get_dukungan(request: Request, dukungan_id: int) -> PermintaanDukungan:
    permintaan: PermintaanDukungan = get_object_or_404(
        PermintaanDukungan.objects.visible_to(request.user).with_people(), pk=dukungan_id
    )
    return permintaan


@require_safe
def dukungan_detail(request: Request, dukungan_id: int) -> HttpResponse:
    return _page(request, get_dukungan(request, dukungan_id))


def _page(
    request: Request,
    permintaan: PermintaanDukungan,
    *,
    jawaban: JawabanForm | None = None,
    keterangan: KeteranganForm | None = None,
) -> HttpResponse:
    konteks = {
        "permintaan": permintaan,
        "langkah": permintaan.daftar_langkah.select_related("oleh", "kepada").order_by("id"),
        "pemilik": permissions.is_owner(request.user, permintaan),
        "boleh_jawab": permissions.can_answer(request.user, permintaan),
        "form": jawaban or JawabanForm(),
        "form_keterangan": keterangan or KeteranganForm(),
        "on": timezone.localdate(),
    }
    galat = any(form is not None and form.errors for form in (jawaban, keterangan))
    return render(request, "dukungan/dukungan_detail.html", konteks, status=422 if galat else 200)


@require_POST
def dukungan_answer(request: Request, dukungan_id: int) -> HttpResponse:
    permintaan = get_dukungan(request, dukungan_id)
    if not permissions.has_part(request.user, permintaan):
        raise PermissionDenied
    form = JawabanForm(request.POST)
    if form.is_valid():
        try:
            actions.answer_dukungan(permintaan, isian=form.isian(), by=request.user, at=timezone.now())
            messages.success(request, f"{permintaan.pegawai.nama} sudah menerima jawaban Anda.")
            return redirect("dukungan:dukungan_list")
        except actions.CannotSupport as error:
            form.add_error(None, str(error))
    return _page(request, get_dukungan(request, dukungan_id), jawaban=form)


@require_POST
def dukungan_receive(request: Request, dukungan_id: int) -> HttpResponse:
    return _press(request, dukungan_id, actions.receive_dukungan, "Dicatat: dukungan sudah Anda terima.")


@require_POST
def dukungan_withdraw(request: Request, dukungan_id: int) -> HttpResponse:
    return _press(request, dukungan_id, actions.withdraw_dukungan, "Permintaan ditarik.")


def _press(
    request: Request, dukungan_id: int, action: Callable[..., PermintaanDukungan], pesan: str
) -> HttpResponse:
    permintaan = get_dukungan(request, dukungan_id)
    try:
        action(permintaan, by=request.user, at=timezone.now())
        messages.success(request, pesan)
    except actions.CannotSupport as error:
        messages.error(request, str(error))
    return redirect("dukungan:dukungan_detail", permintaan.pk)


@require_POST
def dukungan_missing(request: Request, dukungan_id: int) -> HttpResponse:
    permintaan = get_dukungan(request, dukungan_id)
    if not permissions.is_owner(request.user, permintaan):
        raise PermissionDenied
    form = KeteranganForm(request.POST)
    if form.is_valid():
        try:
            actions.report_missing(
                permintaan, keterangan=form.cleaned_data["keterangan"], by=request.user, at=timezone.now()
            )
            messages.success(request, "Penilai Anda diminta menindaklanjuti.")
            return redirect("dukungan:dukungan_detail", permintaan.pk)
        except actions.CannotSupport as error:
            form.add_error(None, str(error))
    return _page(request, get_dukungan(request, dukungan_id), keterangan=form)
