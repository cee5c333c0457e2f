"""The record of counselling: its draft between two people, and what its recipients read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from kinerja.bimbingan import actions, permissions
from kinerja.bimbingan.models import RekamanKonseling
from kinerja.bimbingan.queries.ruang import ruang
from kinerja.dokumen.rekaman_konseling import KODE_REKAMAN, cetak_rekaman
from kinerja.jejak.models import DokumenTerbit, JenisHalaman
from kinerja.jejak.sidik import kode_periksa
from kinerja.peraturan.bimbingan import Konselor, penerima_rekaman_konseling
from kinerja.www.bimbingan.forms import AlasanForm, DrafForm, TanggapanForm
from kinerja.www.bimbingan.views.bimbingan import reason, with_reason
from kinerja.www.bimbingan.views.dasar import attempt, fill_in, get_konseling
from kinerja.www.dokumen.views import pdf
from kinerja.www.penglihatan import note_penilai_or_admin

if TYPE_CHECKING:
    from kinerja.www.http import Request


@sensitive_post_parameters()
@sensitive_variables()
def draf_edit(request: Request, konseling_id: int) -> HttpResponse:
    konseling = get_konseling(request, konseling_id)
    if not permissions.is_konselor(request.user, konseling):
        raise PermissionDenied
    if not konseling.berjalan:
        return redirect("bimbingan:konseling_detail", konseling.pk)
    isi = ruang(konseling)
    form = DrafForm(request.POST or None, initial=isi.draf)
    if request.method == "POST" and fill_in(
        request,
        form,
        lambda: actions.show_draf(konseling, **form.cleaned_data, by=request.user, at=timezone.now()),
    ):
        messages.success(request, "Pegawai dapat membacanya sekarang. Belum ada yang terkirim.")
        return redirect("bimbingan:konseling_detail", konseling.pk)
    konteks = {
        "k": konseling,
        "form": form,
        "terkunci": isi.terkunci,
        "penerima": penerima_rekaman_konseling(konselor=Konselor(konseling.jenis_konselor)),
    }
    return render(request, "bimbingan/draf_edit.html", konteks, status=422 if form.errors else 200)


@require_POST
@sensitive_post_parameters()
@sensitive_variables()
def draf_confirm(request: Request, konseling_id: int) -> HttpResponse:
    konseling = get_konseling(request, konseling_id)
    if not permissions.is_client(request.user, konseling):
        raise PermissionDenied
    form = TanggapanForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Pesannya terlalu panjang atau halamannya sudah lama. Baca lagi, lalu kirim.")
    else:
        attempt(
            request,
            lambda: actions.confirm_draf(konseling, **form.cleaned_data, by=request.user, at=timezone.now()),
            berhasil="Konselor tahu bahwa Anda sudah membaca.",
        )
    return redirect("bimbingan:konseling_detail", konseling.pk)


@require_POST
def rekaman_send(request: Request, konseling_id: int) -> HttpResponse:
    konseling = get_konseling(request, konseling_id)
    attempt(
        request,
        lambda: actions.send_rekaman(konseling, by=request.user, at=timezone.now()),
        berhasil="Rekaman terkirim persis seperti yang diperlihatkan. Catatan pembicaraan tetap tersandi.",
    )
    return redirect("bimbingan:konseling_detail", konseling.pk)


def _find(request: Request, rekaman_id: int) -> RekamanKonseling:
    daftar = RekamanKonseling.objects.visible_to(request.user).select_related(
        "konseling__pegawai", "konseling__konselor", "konseling__instansi", "unit_kerja", "decided_by",
        "kepada_penilai", "kepada_atasan",
    )  # fmt: skip
    rekaman: RekamanKonseling = get_object_or_404(daftar, pk=rekaman_id)
    return rekaman


@require_safe
def rekaman_detail(request: Request, rekaman_id: int) -> HttpResponse:
    rekaman = _find(request, rekaman_id)
    note_penilai_or_admin(request, JenisHalaman.DOKUMEN, rekaman.konseling.pegawai_id)
    return _page(request, rekaman)


def _page(request: Request, rekaman: RekamanKonseling, **form: AlasanForm) -> HttpResponse:
    konteks = {
        "r": rekaman,
        "memutus": permissions.can_decide_rekaman(request.user, rekaman),
        "di_dalam": permissions.can_talk(request.user, rekaman.konseling),
        "form_putus": reason("putus", label="Tindak lanjut"),
        **form,
    }
    return render(request, "bimbingan/rekaman_detail.html", konteks, status=422 if form else 200)


@require_POST
def rekaman_decide(request: Request, rekaman_id: int) -> HttpResponse:
    rekaman = _find(request, rekaman_id)
    if not permissions.can_decide_rekaman(request.user, rekaman):
        raise PermissionDenied
    form = with_reason(
        request,
        "putus",
        lambda teks: actions.decide_rekaman(rekaman, putusan=teks, by=request.user, at=timezone.now()),
        berhasil="Tindak lanjut tercatat. Pegawai membacanya.",
        label="Tindak lanjut",
    )
    return (
        _page(request, rekaman, form_putus=form) if form else redirect("bimbingan:rekaman_detail", rekaman.pk)
    )


@require_safe
def rekaman_pdf(request: Request, rekaman_id: int) -> HttpResponse:
    """The identical paper, from what was kept when it was sent."""
    rekaman = _find(request, rekaman_id)
    dokumen = get_object_or_404(
        DokumenTerbit,
        kode=KODE_REKAMAN,
        objek_jenis=rekaman._meta.label_lower,
        objek_id=str(rekaman.pk),
    )
    alamat = request.build_absolute_uri(reverse("dokumen:verifikasi", args=[dokumen.token]))
    isi = cetak_rekaman(
        dokumen.isian, at=dokumen.diterbitkan_at, alamat=alamat, kode=kode_periksa(dokumen.token)
    )
    return pdf(isi, nama=f"rekaman-konseling-{rekaman.pk}")
