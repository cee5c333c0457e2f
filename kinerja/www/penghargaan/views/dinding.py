"""The wall of recognition, and what its people decide about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.dokumen.piagam import KODE_PIAGAM, cetak_piagam
from kinerja.jejak.models import DokumenTerbit
from kinerja.jejak.sidik import kode_periksa
from kinerja.penghargaan import actions
from kinerja.penghargaan.istilah import Tampil
from kinerja.penghargaan.models import PenerimaPenghargaan
from kinerja.penghargaan.queries.dinding import dinding
from kinerja.www.dokumen.views import pdf

if TYPE_CHECKING:
    from kinerja.www.http import Request


@require_safe
def penghargaan_wall(request: Request) -> HttpResponse:
    isi = dinding(request.user, on=timezone.localdate())
    return render(request, "penghargaan/penghargaan_wall.html", {"dinding": isi})


@require_POST
def tampil_set(request: Request, penerima_id: int) -> HttpResponse:
    penerima = get_object_or_404(PenerimaPenghargaan.objects.visible_to(request.user), pk=penerima_id)
    tampil = Tampil.TAMPIL if request.POST.get("tampil") == "ya" else Tampil.TERSEMBUNYI
    actions.set_tampil(penerima, tampil=tampil, by=request.user, at=timezone.now())
    if tampil is Tampil.TAMPIL:
        messages.success(
            request, "Nama Anda kini tampil di dinding penghargaan. Anda dapat menyembunyikannya kapan saja."
        )
    else:
        messages.success(
            request, "Nama Anda tidak ditampilkan di dinding. Penghargaan dan piagamnya tetap milik Anda."
        )
    return redirect("penghargaan:penghargaan_wall")


@require_safe
def piagam(request: Request, penerima_id: int) -> HttpResponse:
    """The identical paper, from what was kept on the day of the decision; for the recipient and who decided."""
    daftar = PenerimaPenghargaan.objects.with_paper_for(request.user)
    penerima = get_object_or_404(daftar, pk=penerima_id)
    terbitan = DokumenTerbit.objects.filter(kode=KODE_PIAGAM, objek_jenis=penerima._meta.label_lower)
    dokumen = get_object_or_404(terbitan.order_by("id"), objek_id=str(penerima.pk))
    alamat = request.build_absolute_uri(reverse("dokumen:verifikasi", args=[dokumen.token]))
    isi = cetak_piagam(
        dokumen.isian, at=dokumen.diterbitkan_at, alamat=alamat, kode=kode_periksa(dokumen.token)
    )
    return pdf(isi, nama=f"piagam-penghargaan-{penerima.pk}")
