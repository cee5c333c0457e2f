"""One's own results, and "Mengapa predikat saya ini?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.jejak.models import JenisHalaman
from kinerja.penilaian import actions
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.permissions import can_read_sumber, is_owner
from kinerja.penilaian.queries.hasil import daftar_hasil, langkah, per_tahun
from kinerja.penilaian.queries.hasil_lama import daftar_usulan
from kinerja.penilaian.queries.mengapa import mengapa
from kinerja.tindak_lanjut.permissions import can_read_papan
from kinerja.tindak_lanjut.queries import SUDAH_PASTI, BarisUsulan, usulan_hasil
from kinerja.www.penglihatan import note_akses
from kinerja.www.penilaian.views.evaluasi import get_evaluasi
from kinerja.www.tindak_lanjut.tujuan import opened_address

if TYPE_CHECKING:
    from kinerja.www.http import Request

SEHALAMAN = 20


def hasil_list(request: Request) -> HttpResponse:
    page = Paginator(daftar_hasil(request.user), SEHALAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "page": page,
        "per_tahun": per_tahun(page.object_list),
        "daftar_usulan": daftar_usulan(request.user),
    }
    return render(request, "penilaian/hasil_list.html", konteks)


def hasil_detail(request: Request, evaluasi_id: int) -> HttpResponse:
    evaluasi = get_evaluasi(request, evaluasi_id)
    note_akses(request, JenisHalaman.HASIL, evaluasi.skp.pegawai_id, dinilai=evaluasi)
    usulan = usulan_hasil(evaluasi, pasti=evaluasi.status in SUDAH_PASTI or evaluasi.versi > 1)
    konteks = {
        "evaluasi": evaluasi,
        "mengapa": mengapa(evaluasi, user=request.user),
        "langkah": langkah(request.user, evaluasi, on=timezone.localdate()),
        "pemilik": is_owner(request.user, evaluasi),
        "keberatan": getattr(evaluasi, "keberatan", None),
        "usulan": _with_addresses(request, evaluasi, usulan),
    }
    return render(request, "penilaian/hasil_detail.html", konteks)


def _with_addresses(
    request: Request, evaluasi: Evaluasi, daftar: list[BarisUsulan]
) -> list[tuple[BarisUsulan, tuple[str, str] | None]]:
    """Links only for those who may open what is behind them."""
    pengelola = can_read_papan(request.user)
    dekat = pengelola or can_read_sumber(request.user, evaluasi)
    return [
        (satu, opened_address(satu.usulan, pengelola=pengelola) if satu.usulan and dekat else None)
        for satu in daftar
    ]


@require_POST
def evaluasi_receive(request: Request, evaluasi_id: int) -> HttpResponse:
    evaluasi = get_evaluasi(request, evaluasi_id)
    try:
        actions.receive_evaluasi(evaluasi, by=request.user, at=timezone.now())
    except actions.CannotEvaluate as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Tanda terima tercatat. Tanda terima bukan tanda setuju.")
    return redirect("penilaian:hasil_detail", evaluasi.pk)


@require_POST
def hasil_lama_propose(request: Request, evaluasi_id: int) -> HttpResponse:
    evaluasi = get_object_or_404(Evaluasi.objects.owned_by(request.user), pk=evaluasi_id)
    try:
        actions.propose_hasil_lama(evaluasi, by=request.user, at=timezone.now())
    except actions.CannotEvaluate as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Usulan tersampaikan. Penilai Anda yang memutuskan.")
    return redirect("penilaian:hasil_list")
