"""Setting a service point up, its poster, and who serves there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.dokumen.poster import Poster, cetak_poster
from kinerja.kepegawaian.lingkup import di_bawah
from kinerja.kepegawaian.models import UnitKerja
from kinerja.layanan import actions, permissions
from kinerja.layanan.models import LayananPublik, PetugasLayanan
from kinerja.lib.tanggal import format_tanggal
from kinerja.www.dokumen.views import pdf
from kinerja.www.layanan.forms import AkhirForm, LayananBaruForm, LayananForm, PetugasForm, values_of
from kinerja.www.layanan.views.daftar import find_layanan

if TYPE_CHECKING:
    from kinerja.www.http import Request


def managed(request: Request, layanan_id: int) -> LayananPublik:
    layanan = find_layanan(request, layanan_id)
    if not permissions.can_manage_layanan(request.user, layanan, on=timezone.localdate()):
        raise PermissionDenied
    return layanan


def public_address(request: Request, layanan: LayananPublik) -> str:
    return request.build_absolute_uri(reverse("suara:isi", args=(layanan.slug,)))


def layanan_add(request: Request) -> HttpResponse:
    jalur = permissions.jalur_pengelola(request.user, on=timezone.localdate())
    if not jalur:
        raise PermissionDenied
    daftar_unit = UnitKerja.objects.filter(di_bawah(jalur, kolom="jalur"), dibubarkan_on__isnull=True)
    awal = {"bentuk": "skm9", "n_terkecil": 30, "batas_sumber": 25, "aktif": True}
    form = LayananBaruForm(
        request.POST or None, initial=awal, daftar_unit=daftar_unit.order_by("jalur", "nama")
    )
    if request.method == "POST" and form.is_valid():
        try:
            unit = form.cleaned_data["unit"]
            baru = actions.create_layanan(unit, isian=form.isian(), by=request.user, at=timezone.now())
        except actions.CannotSetUp as error:
            form.add_error("nama", str(error))
        else:
            messages.success(
                request, f"{baru} siap. Cetak posternya, lalu tempel di tempat orang selesai dilayani."
            )
            return redirect("layanan:layanan_detail", baru.pk)
    return render(request, "layanan/layanan_add.html", {"form": form}, status=422 if form.errors else 200)


def layanan_edit(request: Request, layanan_id: int) -> HttpResponse:
    layanan = managed(request, layanan_id)
    form = LayananForm(request.POST or None, initial=values_of(layanan))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_layanan(layanan, isian=form.isian(), by=request.user, at=timezone.now())
        except actions.CannotSetUp as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{form.cleaned_data['nama']} sudah diubah.")
            return redirect("layanan:layanan_detail", layanan.pk)
    konteks = {"layanan": layanan, "form": form, "tab": "setelan"}
    return render(request, "layanan/layanan_edit.html", konteks, status=422 if form.errors else 200)


@require_safe
def poster(request: Request, layanan_id: int) -> HttpResponse:
    layanan = managed(request, layanan_id)
    sampai = layanan.berlaku_sampai_on
    isi = cetak_poster(
        Poster(
            instansi=layanan.unit_kerja.instansi.nama,
            unit=layanan.unit_kerja.nama,
            layanan=layanan.nama,
            uraian=layanan.uraian,
            alamat=public_address(request, layanan),
            berlaku_sampai=format_tanggal(sampai) if sampai else "",
            dicetak_at=timezone.now(),
        )
    )
    return pdf(isi, nama=f"poster-{layanan.slug}")


def petugas_list(request: Request, layanan_id: int) -> HttpResponse:
    layanan, on = managed(request, layanan_id), timezone.localdate()
    form = PetugasForm(request.POST or None, layanan=layanan, initial={"mulai_on": on.isoformat()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.assign_petugas(layanan, **form.cleaned_data, by=request.user, at=timezone.now())
        except actions.CannotAssign as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{form.cleaned_data['pegawai']} tercatat melayani di sini.")
            return redirect("layanan:petugas_list", layanan.pk)
    konteks = {
        "layanan": layanan,
        "form": form,
        "daftar": layanan.daftar_petugas.select_related("pegawai").order_by("selesai_on", "-mulai_on", "-id")[
            :100
        ],
        "on": on,
        "tab": "petugas",
    }
    return render(request, "layanan/petugas_list.html", konteks, status=422 if form.errors else 200)


@require_POST
def petugas_end(request: Request, petugas_id: int) -> HttpResponse:
    daftar = PetugasLayanan.objects.select_related("layanan__unit_kerja__instansi", "pegawai")
    terlihat = LayananPublik.objects.visible_to(request.user)
    petugas = get_object_or_404(daftar, pk=petugas_id, layanan__in=terlihat)
    form = AkhirForm(request.POST)
    selesai = form.cleaned_data["selesai_on"] if form.is_valid() else timezone.localdate()
    try:
        actions.end_petugas(petugas, selesai_on=selesai, by=request.user, at=timezone.now())
        messages.success(request, f"Tugas {petugas.pegawai} di sini berakhir {format_tanggal(selesai)}.")
    except actions.CannotAssign as error:
        messages.error(request, str(error))
    return redirect("layanan:petugas_list", petugas.layanan_id)
