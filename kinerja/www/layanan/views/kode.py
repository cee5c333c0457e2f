"""Codes on tickets: a sheet is printed in the moment it is made, and never again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.dokumen.poster import Karcis, LembarKarcis, cetak_karcis
from kinerja.layanan import actions
from kinerja.layanan.models import KelompokKode, LayananPublik
from kinerja.lib.tanda_kirim import format_kode
from kinerja.lib.tanggal import format_tanggal
from kinerja.www.dokumen.views import pdf
from kinerja.www.layanan.forms import KodeForm
from kinerja.www.layanan.views.kelola import managed, public_address

if TYPE_CHECKING:
    from kinerja.www.http import Request


def kode_list(request: Request, layanan_id: int) -> HttpResponse:
    layanan, on = managed(request, layanan_id), timezone.localdate()
    form = KodeForm(request.POST or None, on=on)
    if request.method == "POST" and form.is_valid():
        baru = actions.print_kode(layanan, **form.cleaned_data, by=request.user, at=timezone.now())
        return _sheet(request, layanan, baru)
    daftar = layanan.daftar_kelompok_kode.select_related("dibuat_oleh").annotate(
        dipakai=Count("daftar_kode", filter=Q(daftar_kode__dipakai_on__isnull=False))
    )
    konteks = {"layanan": layanan, "form": form, "daftar": daftar[:50], "on": on, "tab": "kode"}
    return render(request, "layanan/kode_list.html", konteks, status=422 if form.errors else 200)


@require_POST
def kode_void(request: Request, kelompok_id: int) -> HttpResponse:
    daftar = KelompokKode.objects.select_related("layanan__unit_kerja__instansi")
    terlihat = LayananPublik.objects.visible_to(request.user)
    kelompok = get_object_or_404(daftar, pk=kelompok_id, layanan__in=terlihat)
    actions.void_kode(kelompok, by=request.user, at=timezone.now())
    messages.success(request, "Lembar kode dibatalkan. Karcisnya tidak dapat dipakai lagi.")
    return redirect("layanan:kode_list", kelompok.layanan_id)


def _sheet(request: Request, layanan: LayananPublik, baru: actions.KodeBaru) -> HttpResponse:
    alamat = public_address(request, layanan)
    lembar = LembarKarcis(
        unit=layanan.unit_kerja.nama,
        layanan=layanan.nama,
        alamat=alamat,
        berlaku_sampai=format_tanggal(baru.kelompok.berlaku_sampai_on),
        daftar_karcis=tuple(Karcis(kode=format_kode(k), alamat=f"{alamat}?k={k}") for k in baru.daftar_kode),
        dicetak_at=timezone.now(),
    )
    respons = pdf(cetak_karcis(lembar), nama=f"karcis-{layanan.slug}-{baru.kelompok.pk}")
    # To be kept, not shown in passing: these codes cannot be printed a second time.
    respons["Content-Disposition"] = respons["Content-Disposition"].replace("inline", "attachment")
    return respons
