"""Where somebody stands, for himself and for the admin of his unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.jejak.models import JenisHalaman, Sebagai
from kinerja.karier.istilah import JenisPenetapan
from kinerja.karier.lingkup import terlihat
from kinerja.karier.permissions import can_keep_records, can_read_kelayakan
from kinerja.karier.queries.atur import karier_setelan, masa_reguler
from kinerja.karier.queries.perjalanan import perjalanan
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.www.http import Request
from kinerja.www.penglihatan import note_akses

if TYPE_CHECKING:
    from datetime import date


def get_pegawai(request: Request, pegawai_id: int) -> Pegawai:
    """Somebody whose career this user may read; 404 for all others."""
    daftar = Pegawai.objects.visible_to(request.user).filter(terlihat(request.user, kolom="pk"))
    pegawai: Pegawai = get_object_or_404(daftar.select_related("instansi"), pk=pegawai_id)
    note_akses(request, JenisHalaman.KARIER, pegawai.pk, sebagai=Sebagai.ADMIN)
    return pegawai


@require_safe
def perjalanan_own(request: Request) -> HttpResponse:
    pegawai = lingkup(request.user).pegawai
    if pegawai is None:
        if can_read_kelayakan(request.user):
            return redirect("karier:kelayakan_first")
        raise Http404
    return _page(request, pegawai, on=timezone.localdate())


@require_safe
def perjalanan_pegawai(request: Request, pegawai_id: int) -> HttpResponse:
    return _page(request, get_pegawai(request, pegawai_id), on=timezone.localdate())


def _page(request: Request, pegawai: Pegawai, *, on: date) -> HttpResponse:
    diri = pegawai.user_id == request.user.pk
    konteks = {
        "diri": diri,
        "pegawai": pegawai,
        "p": perjalanan(pegawai, on=on, masa=masa_reguler(karier_setelan(pegawai.instansi_id))),
        "kelola": not diri and can_keep_records(request.user, pegawai, on=on),
        "admin": can_read_kelayakan(request.user),
        "daftar_jenis": list(JenisPenetapan),
    }
    return render(request, "karier/perjalanan.html", konteks)
