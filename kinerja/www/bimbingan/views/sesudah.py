"""After guidance: Format B.1.8 and B.1.9, reporting, deciding what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.bimbingan import actions, permissions
from kinerja.bimbingan.istilah import JawabanKriteria, KeadaanBimbingan
from kinerja.bimbingan.models import Bimbingan, EvaluasiKompetensi, UmpanBalikBimbingan
from kinerja.jejak.models import JenisHalaman
from kinerja.peraturan.bimbingan import kriteria_bimbingan, skala_kompetensi
from kinerja.www.bimbingan.forms import KompetensiForm, UmpanBalikForm
from kinerja.www.bimbingan.views.bimbingan import page, with_reason
from kinerja.www.bimbingan.views.dasar import attempt, back_to, fill_in, get_bimbingan
from kinerja.www.penglihatan import note_akses

if TYPE_CHECKING:
    from kinerja.www.http import Request


def umpan_balik(request: Request, bimbingan_id: int) -> HttpResponse:
    """What was sent, to whom it was sent and who sent it; else the form, to the employee alone."""
    daftar = UmpanBalikBimbingan.objects.visible_to(request.user).select_related(
        "bimbingan__pegawai", "bimbingan__pembimbing", "bimbingan__skp", "kepada"
    )
    umpan = daftar.filter(bimbingan_id=bimbingan_id).first()
    if umpan is not None:
        return _read(request, umpan)
    bimbingan = Bimbingan.objects.visible_to(request.user).with_people().filter(pk=bimbingan_id).first()
    if bimbingan is None or not permissions.is_dibimbing(request.user, bimbingan):
        raise Http404
    if bimbingan.keadaan != KeadaanBimbingan.SELESAI:
        messages.info(request, "Umpan balik diberikan sesudah bimbingannya ditandatangani kedua pihak.")
        return back_to(bimbingan)
    form = UmpanBalikForm(request.POST or None)
    if request.method == "POST" and fill_in(
        request,
        form,
        lambda: actions.rate_bimbingan(bimbingan, form.isian(), by=request.user, at=timezone.now()),
    ):
        messages.success(request, "Terima kasih. Umpan balik diserahkan kepada atasan pembimbing.")
        return redirect("bimbingan:umpan_balik", bimbingan.pk)
    konteks = {"b": bimbingan, "form": form}
    status = 422 if form.errors else 200
    return render(request, "bimbingan/umpan_balik_edit.html", konteks, status=status)


def _read(request: Request, umpan: UmpanBalikBimbingan) -> HttpResponse:
    if request.method == "POST":
        if permissions.is_dibimbing(request.user, umpan.bimbingan):
            messages.info(request, "Umpan balik Anda sudah terkirim.")
            return redirect("bimbingan:umpan_balik", umpan.bimbingan_id)
        raise PermissionDenied
    note_akses(request, JenisHalaman.DOKUMEN, umpan.bimbingan.pegawai_id, dinilai=umpan.bimbingan.skp)
    isi = {satu["nomor"]: satu for satu in umpan.jawaban}
    baris = [
        (k, JawabanKriteria(isi[k.nomor]["jawaban"]).label, isi[k.nomor]["catatan"])
        for k in kriteria_bimbingan()
    ]
    konteks = {
        "umpan": umpan,
        "b": umpan.bimbingan,
        "baris": baris,
        "milik_sendiri": permissions.is_dibimbing(request.user, umpan.bimbingan),
    }
    return render(request, "bimbingan/umpan_balik.html", konteks)


def kompetensi_edit(request: Request, bimbingan_id: int) -> HttpResponse:
    """The guide writes until it is reported; everybody else who sees the guidance reads."""
    bimbingan = get_bimbingan(request, bimbingan_id)
    evaluasi = EvaluasiKompetensi.objects.filter(bimbingan=bimbingan).first()
    menulis = (
        permissions.is_pembimbing(request.user, bimbingan)
        and bimbingan.keadaan == KeadaanBimbingan.SELESAI
        and bimbingan.reported_at is None
    )
    if not menulis:
        if request.method == "POST":
            raise PermissionDenied
        if evaluasi is None:
            raise Http404
        note_akses(request, JenisHalaman.DOKUMEN, bimbingan.pegawai_id, dinilai=bimbingan.skp)
        skala = {satu.nilai: satu.nama for satu in skala_kompetensi()}
        return render(
            request, "bimbingan/kompetensi.html", {"b": bimbingan, "evaluasi": evaluasi, "skala": skala}
        )
    form = KompetensiForm(request.POST or None, evaluasi=evaluasi)
    if request.method == "POST" and fill_in(
        request,
        form,
        lambda: actions.evaluate_kompetensi(
            bimbingan,
            form.isian(),
            rekomendasi=form.cleaned_data["rekomendasi"],
            by=request.user,
            at=timezone.now(),
        ),
    ):
        messages.success(request, "Evaluasi kompetensi tersimpan.")
        return back_to(bimbingan, "sesudah")
    konteks = {"b": bimbingan, "form": form, "skala": skala_kompetensi()}
    return render(request, "bimbingan/kompetensi_edit.html", konteks, status=422 if form.errors else 200)


@require_POST
def bimbingan_report(request: Request, bimbingan_id: int) -> HttpResponse:
    bimbingan = get_bimbingan(request, bimbingan_id)
    attempt(
        request,
        lambda: actions.report_bimbingan(bimbingan, by=request.user, at=timezone.now()),
        berhasil="Dilaporkan kepada atasan penilai.",
    )
    return back_to(bimbingan, "sesudah")


@require_POST
def tindak_lanjut_set(request: Request, bimbingan_id: int) -> HttpResponse:
    bimbingan = get_bimbingan(request, bimbingan_id)
    if not permissions.can_decide_follow_up(request.user, bimbingan):
        raise PermissionDenied
    form = with_reason(
        request,
        "putus",
        lambda teks: actions.decide_follow_up(
            bimbingan, tindak_lanjut=teks, by=request.user, at=timezone.now()
        ),
        berhasil="Tindak lanjut tercatat. Pegawai dan penilai membacanya.",
        label="Tindak lanjut",
    )
    return page(request, bimbingan, form_putus=form) if form else back_to(bimbingan, "sesudah")
