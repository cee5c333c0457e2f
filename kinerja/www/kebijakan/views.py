"""The year's calendar and its periods: read by everybody, changed by the admin."""

from __future__ import annotations

from itertools import groupby

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kebijakan import actions
from kinerja.kebijakan.models import HariLibur, Periode, Tahap
from kinerja.kebijakan.permissions import can_manage_kalender
from kinerja.kepegawaian.lingkup import instansi_ids
from kinerja.kepegawaian.models import UnitKerja
from kinerja.lib.angka import parse_nomor
from kinerja.lib.tanggal import nama_bulan, nama_hari
from kinerja.www.http import Request
from kinerja.www.kebijakan.forms import ImporLiburForm, JendelaForm, LiburForm
from kinerja.www.kepegawaian.views.impor import instansi_of


def _year(request: Request) -> int:
    teks = request.GET.get("tahun", "") or request.POST.get("tahun", "")
    tahun = parse_nomor(teks) or 0
    return tahun if 2000 <= tahun <= 2100 else timezone.localdate().year


def kalender(request: Request) -> HttpResponse:
    instansi, tahun = instansi_of(request), _year(request)
    kelola = can_manage_kalender(request.user, instansi)
    form = LiburForm(request.POST or None, initial={"jenis": "nasional"})
    if request.method == "POST" and not kelola:
        raise PermissionDenied
    if request.method == "POST" and form.is_valid():
        try:
            libur = actions.add_libur(instansi, isian=form.isian(), by=request.user, at=timezone.now())
            messages.success(request, f"{libur.nama} ditambahkan.")
            return redirect(f"{request.path}?tahun={libur.tanggal.year}")
        except actions.CannotSetLibur as error:
            form.add_error("tanggal", str(error))
    daftar = list(HariLibur.objects.filter(instansi=instansi, tanggal__year=tahun).order_by("tanggal"))
    on = timezone.localdate()
    konteks = {
        "instansi": instansi,
        "tahun": tahun,
        "kelola": kelola,
        "form": form,
        "jumlah_libur": len(daftar),
        "akan_datang": _by_month([libur for libur in daftar if libur.tanggal >= on]),
        "jumlah_lewat": sum(libur.tanggal < on for libur in daftar),
        "lewat": _by_month([libur for libur in daftar if libur.tanggal < on]),
        "unit_6_hari": UnitKerja.objects.filter(instansi=instansi, hari_kerja=6, dibubarkan_on=None).count(),
    }
    return render(request, "kebijakan/kalender.html", konteks, status=422 if form.errors else 200)


def _by_month(daftar: list[HariLibur]) -> list[tuple[str, list[tuple[HariLibur, str]]]]:
    """Month with its holidays, each with the name of its day."""
    return [
        (nama_bulan(bulan), [(libur, nama_hari(libur.tanggal)) for libur in isi])
        for bulan, isi in groupby(daftar, key=lambda libur: libur.tanggal.month)
    ]


def _libur(request: Request, libur_id: int) -> HariLibur:
    daftar = HariLibur.objects.filter(instansi__in=instansi_ids(request.user)).select_related("instansi")
    libur = get_object_or_404(daftar, pk=libur_id)
    if not can_manage_kalender(request.user, libur.instansi):
        raise PermissionDenied
    return libur


def libur_edit(request: Request, libur_id: int) -> HttpResponse:
    libur = _libur(request, libur_id)
    awal = {"tanggal": libur.tanggal.isoformat(), "nama": libur.nama, "jenis": libur.jenis}
    form = LiburForm(request.POST or None, initial=awal)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_libur(libur, isian=form.isian(), by=request.user, at=timezone.now())
            messages.success(request, "Hari libur sudah diubah.")
            return redirect("kebijakan:kalender")
        except actions.CannotSetLibur as error:
            form.add_error("tanggal", str(error))
    return render(
        request,
        "kebijakan/libur_edit.html",
        {"libur": libur, "form": form},
        status=422 if form.errors else 200,
    )


@require_POST
def libur_remove(request: Request, libur_id: int) -> HttpResponse:
    libur = _libur(request, libur_id)
    tahun = libur.tanggal.year
    actions.remove_libur(libur, by=request.user, at=timezone.now())
    messages.success(request, f"{libur.nama} dihapus dari kalender.")
    return redirect(f"/kebijakan/?tahun={tahun}")


def libur_import(request: Request) -> HttpResponse:
    instansi = instansi_of(request)
    if not can_manage_kalender(request.user, instansi):
        raise PermissionDenied
    form = ImporLiburForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        baru, berubah = actions.import_libur(
            instansi, daftar=form.cleaned_data["daftar"], by=request.user, at=timezone.now()
        )
        messages.success(request, f"{baru} hari ditambahkan, {berubah} hari diubah namanya atau jenisnya.")
        return redirect("kebijakan:kalender")
    return render(request, "kebijakan/libur_import.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def periode_list(request: Request) -> HttpResponse:
    instansi, tahun = instansi_of(request), _year(request)
    daftar = list(Periode.objects.filter(instansi=instansi, tahun=tahun).order_by("tahap", "urutan"))
    konteks = {
        "tahun": tahun,
        "kelola": can_manage_kalender(request.user, instansi),
        "kelompok": [(tahap, *_past_apart([p for p in daftar if p.tahap == tahap])) for tahap in Tahap],
        "ada": bool(daftar),
    }
    return render(request, "kebijakan/periode_list.html", konteks)


def _past_apart(daftar: list[Periode]) -> tuple[list[Periode], list[Periode]]:
    """What is running or still to come, and what may no longer be filled in on time."""
    on = timezone.localdate()
    return (
        [periode for periode in daftar if periode.jendela_selesai_on >= on],
        [periode for periode in daftar if periode.jendela_selesai_on < on],
    )


@require_POST
def year_set_up(request: Request) -> HttpResponse:
    tahun = _year(request)
    try:
        baru = actions.set_up_year(instansi_of(request), tahun=tahun, by=request.user, at=timezone.now())
        messages.success(
            request, f"{len(baru)} periode tahun {tahun} disiapkan. Buka periodenya satu per satu."
        )
    except actions.CannotSetUpYear as error:
        messages.error(request, str(error))
    return redirect(f"/kebijakan/periode/?tahun={tahun}")


def _periode(request: Request, periode_id: int) -> Periode:
    daftar = Periode.objects.filter(instansi__in=instansi_ids(request.user)).select_related("instansi")
    periode = get_object_or_404(daftar, pk=periode_id)
    if not can_manage_kalender(request.user, periode.instansi):
        raise PermissionDenied
    return periode


def periode_edit(request: Request, periode_id: int) -> HttpResponse:
    periode = _periode(request, periode_id)
    awal = {
        "mulai_on": periode.jendela_mulai_on.isoformat(),
        "selesai_on": periode.jendela_selesai_on.isoformat(),
    }
    form = JendelaForm(request.POST or None, initial=awal)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_jendela(periode, **form.cleaned_data, by=request.user, at=timezone.now())
            messages.success(request, f"Jendela {periode.nama} sudah diubah.")
            return redirect(f"/kebijakan/periode/?tahun={periode.tahun}")
        except actions.CannotSetWindow as error:
            form.add_error(None, str(error))
    return render(
        request,
        "kebijakan/periode_edit.html",
        {"periode": periode, "form": form},
        status=422 if form.errors else 200,
    )


@require_POST
def periode_open(request: Request, periode_id: int) -> HttpResponse:
    periode = _periode(request, periode_id)
    actions.open_periode(periode, by=request.user, at=timezone.now())
    messages.success(request, f"{periode.nama} dibuka.")
    return redirect(f"/kebijakan/periode/?tahun={periode.tahun}")


@require_POST
def periode_close(request: Request, periode_id: int) -> HttpResponse:
    periode = _periode(request, periode_id)
    actions.close_periode(periode, by=request.user, at=timezone.now())
    messages.success(
        request, f"{periode.nama} ditutup. Isian yang datang sesudahnya tidak diterima sampai dibuka lagi."
    )
    return redirect(f"/kebijakan/periode/?tahun={periode.tahun}")
