"""Format B.1.10: the penilai reports, personnel decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.bimbingan import actions, permissions
from kinerja.bimbingan.models import LaporanPerilaku, RekamanKonseling
from kinerja.bimbingan.queries.konselor import konselor_untuk
from kinerja.jejak.models import JenisHalaman
from kinerja.lib.angka import parse_nomor
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.www.bimbingan.forms import LaporanForm, RujukForm
from kinerja.www.bimbingan.views.bimbingan import reason, team, with_reason
from kinerja.www.bimbingan.views.dasar import fill_in, form_page
from kinerja.www.penglihatan import note_penilai_or_admin

if TYPE_CHECKING:
    from django import forms
    from django.http import QueryDict

    from kinerja.www.http import Request

SEHALAMAN = 20


@require_safe
def laporan_list(request: Request) -> HttpResponse:
    daftar = LaporanPerilaku.objects.visible_to(request.user).with_people()
    page = Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    rekaman = RekamanKonseling.objects.received_by(request.user).select_related("konseling__pegawai")
    konteks = {
        "page": page,
        "memimpin": bool(getattr(request.user, "jumlah_tim", 0)),
        "daftar_rekaman": rekaman.order_by(F("decided_at").asc(nulls_first=True), "-sent_at", "-id")[
            :SEHALAMAN
        ],
    }
    return render(request, "bimbingan/laporan_list.html", konteks)


def laporan_create(request: Request) -> HttpResponse:
    tim = team(request)
    if not tim.exists():
        raise PermissionDenied
    awal = {"skp": tim.filter(pegawai_id=parse_nomor(request.GET.get("pegawai")) or 0).first()}
    form = LaporanForm(request.POST or None, daftar_skp=tim, initial=awal)
    if request.method == "POST" and form.is_valid():
        try:
            laporan = actions.report_perilaku(
                form.cleaned_data["skp"], form.isian(), by=request.user, at=timezone.now()
            )
        except actions.CannotGuide as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Laporan terkirim ke unit kepegawaian. Pegawai juga dapat membacanya.")
            return redirect("bimbingan:laporan_detail", laporan.pk)
    return form_page(
        request,
        form,
        judul="Laporkan permasalahan perilaku kerja",
        pengantar="Format B.1.10. Dipakai bila sudah disampaikan kepada pegawai dan perilakunya tidak berubah.",
        kirim="Kirim ke unit kepegawaian",
        draf="laporan-perilaku",
    )


def _find(request: Request, laporan_perilaku_id: int) -> LaporanPerilaku:
    daftar = LaporanPerilaku.objects.visible_to(request.user).with_people()
    laporan: LaporanPerilaku = get_object_or_404(daftar, pk=laporan_perilaku_id)
    return laporan


@require_safe
def laporan_detail(request: Request, laporan_perilaku_id: int) -> HttpResponse:
    laporan = _find(request, laporan_perilaku_id)
    note_penilai_or_admin(request, JenisHalaman.DOKUMEN, laporan.pegawai_id)
    return _page(request, laporan)


def _page(request: Request, laporan: LaporanPerilaku, **form: forms.Form) -> HttpResponse:
    memutus = permissions.can_decide_laporan(request.user, laporan)
    konteks = {
        "laporan": laporan,
        "nilai_dasar": [NilaiDasar(satu).label for satu in laporan.daftar_nilai],
        "memutus": memutus,
        "form": _refer_form(laporan) if memutus else None,
        "form_tutup": reason("tutup"),
        **form,
    }
    return render(request, "bimbingan/laporan_detail.html", konteks, status=422 if form else 200)


def _refer_form(laporan: LaporanPerilaku, data: QueryDict | None = None) -> RujukForm:
    return RujukForm(data, daftar=konselor_untuk(laporan.pegawai, on=timezone.localdate()))


@require_POST
def laporan_refer(request: Request, laporan_perilaku_id: int) -> HttpResponse:
    laporan = _find(request, laporan_perilaku_id)
    if not permissions.can_decide_laporan(request.user, laporan):
        raise PermissionDenied
    form = _refer_form(laporan, request.POST)
    if not fill_in(
        request,
        form,
        lambda: actions.refer_laporan(
            laporan, form.cleaned_data["konselor"], by=request.user, at=timezone.now()
        ),
    ):
        return _page(request, laporan, form=form)
    messages.success(
        request, "Konselor ditunjuk. Ia menghubungi pegawai dan menetapkan jadwal secara tertutup."
    )
    return redirect("bimbingan:laporan_detail", laporan.pk)


@require_POST
def laporan_close(request: Request, laporan_perilaku_id: int) -> HttpResponse:
    laporan = _find(request, laporan_perilaku_id)
    if not permissions.can_decide_laporan(request.user, laporan):
        raise PermissionDenied
    form = with_reason(
        request,
        "tutup",
        lambda alasan: actions.close_laporan(laporan, alasan=alasan, by=request.user, at=timezone.now()),
        berhasil="Laporan ditutup dengan alasan Anda.",
    )
    return (
        _page(request, laporan, form_tutup=form) if form else redirect("bimbingan:laporan_detail", laporan.pk)
    )
