"""The queue of a service point: crowds that are held, sentences that nobody has read, and the unit's answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.layanan import actions, permissions, queries
from kinerja.layanan.istilah import StatusKalimat, StatusSumber
from kinerja.layanan.models import LayananPublik, Suara, SumberSuara
from kinerja.lib.angka import parse_nomor
from kinerja.metode.telaah_suara import TandaKalimat
from kinerja.www.layanan.forms import AlasanForm, TanggapanForm
from kinerja.www.layanan.views.kelola import managed

if TYPE_CHECKING:
    from kinerja.www.http import Request

SEKALI_BACA = 30


@require_safe
def moderasi(request: Request, layanan_id: int) -> HttpResponse:
    layanan = managed(request, layanan_id)
    return _page(request, layanan)


@require_POST
def sumber_release(request: Request, sumber_id: int) -> HttpResponse:
    sumber = _sumber(request, sumber_id)
    return _do(
        request,
        sumber.layanan,
        lambda: f"{actions.release_sumber(sumber, by=request.user, at=timezone.now())} suara dihitung.",
    )


@require_POST
def sumber_drop(request: Request, sumber_id: int) -> HttpResponse:
    sumber, alasan = _sumber(request, sumber_id), _reason(request)
    return _do(
        request,
        sumber.layanan,
        lambda: (
            f"{actions.drop_sumber(sumber, alasan=alasan, by=request.user, at=timezone.now())} suara dibuang."
        ),
    )


@require_POST
def kalimat_show(request: Request, suara_id: int) -> HttpResponse:
    suara = _suara(request, suara_id)

    def show() -> str:
        actions.show_kalimat(suara, by=request.user, at=timezone.now())
        return "Kalimat ditampilkan kepada umum."

    return _do(request, suara.layanan, show)


@require_POST
def kalimat_hide(request: Request, suara_id: int) -> HttpResponse:
    suara, alasan = _suara(request, suara_id), _reason(request)

    def hide() -> str:
        actions.hide_kalimat(suara, alasan=alasan, by=request.user, at=timezone.now())
        return "Kalimat disembunyikan. Nilainya tetap dihitung."

    return _do(request, suara.layanan, hide)


@require_POST
def tanggapan_write(request: Request, layanan_id: int) -> HttpResponse:
    """To everybody, or to one sentence when its number comes along."""
    layanan, form = managed(request, layanan_id), TanggapanForm(request.POST)
    nomor = parse_nomor(request.POST.get("suara"))
    suara = get_object_or_404(layanan.daftar_suara, pk=nomor) if nomor else None
    if not form.is_valid():
        return _page(request, layanan, tanggapan=form)

    def reply() -> str:
        isi = form.cleaned_data["isi"]
        actions.write_tanggapan(layanan, isi=isi, suara=suara, by=request.user, at=timezone.now())
        return "Tanggapan terbit di halaman hasil."

    return _do(request, layanan, reply)


def _do(request: Request, layanan: LayananPublik, langkah: Callable[[], str]) -> HttpResponse:
    try:
        messages.success(request, langkah())
    except actions.CannotModerate as error:
        messages.error(request, str(error))
    return redirect("layanan:moderasi", layanan.pk)


def _reason(request: Request) -> str:
    form = AlasanForm(request.POST)
    return str(form.cleaned_data["alasan"]) if form.is_valid() else request.POST.get("alasan", "")[:300]


def _sumber(request: Request, sumber_id: int) -> SumberSuara:
    daftar = SumberSuara.objects.select_related("layanan__unit_kerja__instansi")
    sumber = get_object_or_404(
        daftar, pk=sumber_id, layanan__in=LayananPublik.objects.visible_to(request.user)
    )
    _demand(request, sumber.layanan)
    return sumber


def _suara(request: Request, suara_id: int) -> Suara:
    daftar = Suara.objects.select_related("layanan__unit_kerja__instansi")
    suara = get_object_or_404(daftar, pk=suara_id, layanan__in=LayananPublik.objects.visible_to(request.user))
    _demand(request, suara.layanan)
    return suara


def _demand(request: Request, layanan: LayananPublik) -> None:
    if not permissions.can_moderate(request.user, layanan, on=timezone.localdate()):
        raise PermissionDenied


def _page(
    request: Request, layanan: LayananPublik, *, tanggapan: TanggapanForm | None = None
) -> HttpResponse:
    kalimat = list(queries.kalimat_menunggu(layanan)[: SEKALI_BACA + 1])
    diputus = layanan.daftar_sumber.filter(status__in=[StatusSumber.DILEPAS, StatusSumber.DIBUANG])
    konteks = {
        "layanan": layanan,
        "daftar_sumber": queries.contoh_sumber(queries.sumber_ditahan(layanan)[:50]),
        "daftar_kalimat": [(satu, _marks(satu)) for satu in kalimat[:SEKALI_BACA]],
        "masih_ada": len(kalimat) > SEKALI_BACA,
        "diputus": diputus.select_related("diputus_oleh")[:10],
        "tampil": layanan.daftar_suara.filter(status_kalimat=StatusKalimat.TAMPIL).prefetch_related(
            "daftar_tanggapan"
        )[:10],
        "boleh": permissions.can_moderate(request.user, layanan, on=timezone.localdate()),
        "tanggapan": tanggapan or TanggapanForm(),
        "tab": "moderasi",
    }
    return render(request, "layanan/moderasi.html", konteks, status=422 if tanggapan else 200)


def _marks(suara: Suara) -> list[str]:
    return [TandaKalimat(kode).label for kode in suara.tanda_kalimat.split(",") if kode]
