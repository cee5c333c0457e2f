"""Other systems and their tokens: for the admin of the whole instansi."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.integrasi import actions
from kinerja.integrasi.istilah import Cakupan
from kinerja.integrasi.models import Sistem, TokenAPI
from kinerja.integrasi.permissions import can_manage_integrasi
from kinerja.integrasi.queries import (
    daftar_bermasalah,
    daftar_operasi,
    daftar_sistem,
    keadaan_token,
    nama_cakupan,
)
from kinerja.www.integrasi.forms import SistemForm, TokenForm
from kinerja.www.kepegawaian.views.impor import instansi_of

if TYPE_CHECKING:
    from kinerja.kepegawaian.models import Instansi
    from kinerja.www.http import Request

SEHALAMAN = 25


def managed(request: Request) -> Instansi:
    instansi = instansi_of(request)
    if not can_manage_integrasi(request.user, instansi):
        raise PermissionDenied
    return instansi


def find_sistem(request: Request, sistem_id: int) -> Sistem:
    sistem: Sistem = get_object_or_404(
        Sistem.objects.visible_to(request.user).select_related("instansi"), pk=sistem_id
    )
    return sistem


@require_safe
def integrasi_list(request: Request) -> HttpResponse:
    instansi = managed(request)
    daftar = daftar_sistem(request.user, on=instansi.tanggal(timezone.now()))
    konteks = {
        "instansi": instansi,
        "page": Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman")),
        "bermasalah": daftar_bermasalah(request.user),
    }
    return render(request, "integrasi/integrasi_list.html", konteks)


@require_safe
def api_guide(request: Request) -> HttpResponse:
    managed(request)
    konteks = {"operasi": daftar_operasi(), "daftar_cakupan": list(Cakupan)}
    return render(request, "integrasi/api_guide.html", konteks)


def sistem_create(request: Request) -> HttpResponse:
    instansi = managed(request)
    form = SistemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            sistem = actions.create_sistem(instansi, isian=form.isian(), by=request.user, at=timezone.now())
            messages.success(request, f"{sistem.nama} terdaftar. Berikutnya: buat tokennya.")
            return redirect("integrasi:sistem_detail", sistem.pk)
        except actions.CannotIntegrate as error:
            form.add_error("nama", str(error))
    return render(request, "integrasi/sistem_create.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def sistem_detail(request: Request, sistem_id: int) -> HttpResponse:
    sistem = find_sistem(request, sistem_id)
    on = sistem.instansi.tanggal(timezone.now())
    daftar = sistem.daftar_token.select_related("dibuat_oleh").order_by("-id")
    page = Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "sistem": sistem,
        "page": page,
        "daftar_token": [(t, keadaan_token(t, on=on), nama_cakupan(t)) for t in page.object_list],
        "daftar_webhook": sistem.daftar_webhook.order_by("-id"),
    }
    return render(request, "integrasi/sistem_detail.html", konteks)


def token_create(request: Request, sistem_id: int) -> HttpResponse:
    """The secret is in the answer to this one request and nowhere else, so there is no redirect."""
    sistem = find_sistem(request, sistem_id)
    on = sistem.instansi.tanggal(timezone.now())
    form = TokenForm(request.POST or None, initial={"sampai_on": (on + timedelta(days=365)).isoformat()})
    if request.method == "POST" and form.is_valid():
        try:
            token, rahasia = actions.create_token(
                sistem, isian=form.isian(), by=request.user, at=timezone.now(), on=on
            )
        except actions.CannotIntegrate as error:
            form.add_error("sampai_on", str(error))
        else:
            konteks = {"sistem": sistem, "nama": token.nama, "rahasia": rahasia, "jenis": "token"}
            return render(request, "integrasi/rahasia.html", konteks)
    konteks = {"form": form, "sistem": sistem}
    return render(request, "integrasi/token_create.html", konteks, status=422 if form.errors else 200)


@require_POST
def token_revoke(request: Request, token_id: int) -> HttpResponse:
    token: TokenAPI = get_object_or_404(TokenAPI.objects.visible_to(request.user), pk=token_id)
    try:
        actions.revoke_token(token, by=request.user, at=timezone.now())
        messages.success(request, "Token dicabut. Panggilan berikutnya dengan token itu ditolak.")
    except actions.CannotIntegrate as error:
        messages.error(request, str(error))
    return redirect("integrasi:sistem_detail", token.sistem_id)
