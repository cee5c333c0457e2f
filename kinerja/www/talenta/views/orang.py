"""One person's box and how it came about: for himself, and for who looks after his unit."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.jejak.models import JenisHalaman
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.peraturan.talenta import Potensial, StatusKinerja, daftar_potensi
from kinerja.talenta import actions
from kinerja.talenta.models import PenilaianPotensi, PoolSuksesi
from kinerja.talenta.permissions import can_record_talenta
from kinerja.talenta.queries.penempatan import peta_talenta
from kinerja.talenta.queries.suksesi import with_people
from kinerja.www.http import Request
from kinerja.www.penglihatan import note_akses
from kinerja.www.talenta.bacaan import is_admin_of, read_aturan, scope_of
from kinerja.www.talenta.forms import AlasanForm, PotensiForm


@require_safe
def talenta_own(request: Request) -> HttpResponse:
    pegawai = lingkup(request.user).pegawai
    if pegawai is None:
        raise Http404
    return _page(request, pegawai.pk, diri=True)


@require_safe
def talenta_detail(request: Request, pegawai_id: int) -> HttpResponse:
    scope_of(request)
    respons = _page(request, pegawai_id, diri=False)
    note_akses(request, JenisHalaman.TALENTA, pegawai_id)
    return respons


def _page(request: Request, pegawai_id: int, *, diri: bool) -> HttpResponse:
    on = timezone.localdate()
    aturan = read_aturan(request, on=on)
    peta = peta_talenta([], aturan=aturan, on=on, pegawai_id=pegawai_id)
    titik = peta.daftar[0] if peta.daftar else None
    if not diri and not (titik and any(titik.orang.jalur.startswith(atas) for atas in scope_of(request))):
        raise Http404
    konteks = {
        "diri": diri,
        "titik": titik,
        "penempatan": peta.jelaskan(titik) if titik else None,
        "aturan": aturan,
        "per_pasangan": {(k.kinerja, k.potensial): k for k in aturan.talenta.daftar_kotak},
        "status_kinerja": list(StatusKinerja),
        "potensial": list(reversed(Potensial)),
        "daftar_potensi": PenilaianPotensi.objects.filter(pegawai_id=pegawai_id).order_by(
            "-dinilai_on", "unsur", "-pk"
        ),
        "yang_dilihat": daftar_potensi(),
        # Others read decisions where they are made, each for the posts in his care.
        "pool": _decisions_about(pegawai_id) if diri else (),
        "kelola": not diri and titik is not None and is_admin_of(request, titik.orang.jalur),
        "on": on,
    }
    return render(request, "talenta/talenta_detail.html", konteks)


def _decisions_about(pegawai_id: int) -> QuerySet[PoolSuksesi]:
    return with_people(PoolSuksesi.objects.filter(pegawai_id=pegawai_id)).order_by("-diputus_at", "pk")


def potensi_record(request: Request, pegawai_id: int) -> HttpResponse:
    pegawai = get_object_or_404(Pegawai.objects.visible_to(request.user), pk=pegawai_id)
    if not can_record_talenta(request.user, pegawai, on=timezone.localdate()):
        raise PermissionDenied
    form = PotensiForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_potensi(pegawai, isian=form.isian(), by=request.user, at=timezone.now())
            messages.success(request, f"Penilaian {pegawai} tercatat.")
            return redirect("talenta:talenta_detail", pegawai.pk)
        except actions.CannotRecordPotensi as error:
            form.add_error(error.medan or None, str(error))
    konteks = {"form": form, "pegawai": pegawai, "yang_dilihat": daftar_potensi()}
    return render(request, "talenta/potensi_edit.html", konteks, status=422 if form.errors else 200)


def potensi_cancel(request: Request, potensi_id: int) -> HttpResponse:
    daftar = PenilaianPotensi.objects.visible_to(request.user).select_related("pegawai__instansi")
    penilaian = get_object_or_404(daftar, pk=potensi_id)
    if not can_record_talenta(request.user, penilaian.pegawai, on=timezone.localdate()):
        raise PermissionDenied
    form = AlasanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.cancel_potensi(
                penilaian, alasan=form.cleaned_data["alasan"], by=request.user, at=timezone.now()
            )
            messages.success(request, "Catatan dibatalkan dan tidak dihitung lagi.")
            return redirect("talenta:talenta_detail", penilaian.pegawai_id)
        except actions.CannotRecordPotensi as error:
            form.add_error("alasan", str(error))
    konteks = {"form": form, "penilaian": penilaian}
    return render(request, "talenta/potensi_cancel.html", konteks, status=422 if form.errors else 200)
