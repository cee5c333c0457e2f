"""Counselling, for two people. Nothing of what is typed here reaches a message, a log or an error report."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from kinerja.bimbingan import actions, permissions
from kinerja.bimbingan.istilah import AlasanTidakDapat, KeadaanTemu
from kinerja.bimbingan.models import AmplopKonseling, Konseling, TemuKonseling
from kinerja.bimbingan.models.konseling import HARI_MEMBACA
from kinerja.bimbingan.queries.konselor import konselor_untuk
from kinerja.bimbingan.queries.ruang import Ruang, ruang
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.www.bimbingan.forms import CatatanForm, MintaForm, TanggapanForm, TemuForm, TidakDapatForm
from kinerja.www.bimbingan.views.dasar import attempt, fill_in, form_page, get_konseling

if TYPE_CHECKING:
    from django import forms

    from kinerja.www.http import Request

SEHALAMAN = 20


@require_safe
def konseling_list(request: Request) -> HttpResponse:
    daftar = Konseling.objects.visible_to(request.user).with_people()
    page = Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    konteks = {"page": page, "saya": lingkup(request.user).pegawai}
    return render(request, "bimbingan/konseling_list.html", konteks)


@sensitive_post_parameters()
@sensitive_variables()
def konseling_request(request: Request) -> HttpResponse:
    saya = lingkup(request.user).pegawai
    if saya is None:
        raise PermissionDenied
    form = MintaForm(request.POST or None, daftar=konselor_untuk(saya, on=timezone.localdate()))
    if request.method == "POST" and form.is_valid():
        try:
            konseling = actions.request_konseling(
                form.cleaned_data["konselor"],
                permintaan=form.cleaned_data["permintaan"],
                by=request.user,
                at=timezone.now(),
            )
        except actions.CannotGuide as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, "Permintaan terkirim kepada konselor. Tidak ada orang lain yang diberi tahu."
            )
            return redirect("bimbingan:konseling_detail", konseling.pk)
    return form_page(
        request,
        form,
        judul="Minta konseling",
        pengantar="Untuk hal yang lebih mudah dibicarakan berdua. Atasan dan admin tidak diberi tahu.",
        kirim="Kirim kepada konselor",
        rahasia=True,
    )


@require_safe
@sensitive_variables()
def konseling_detail(request: Request, konseling_id: int) -> HttpResponse:
    return _page(request, get_konseling(request, konseling_id))


@sensitive_variables()
def _page(request: Request, konseling: Konseling, **form: forms.Form) -> HttpResponse:
    isi: Ruang = ruang(konseling)
    konteks = {
        "k": konseling,
        "ruang": isi,
        "konselor": permissions.is_konselor(request.user, konseling),
        "pegawai": permissions.is_client(request.user, konseling),
        "form_catatan": CatatanForm(),
        "form_temu": TemuForm(),
        "form_tolak": TidakDapatForm(),
        "form_tanggapan": TanggapanForm(
            initial={"shown_at": konseling.shown_at.isoformat(timespec="microseconds")}
        )
        if konseling.shown_at
        else None,
        "halangan_kirim": actions.sending_obstacle(konseling, at=timezone.now()),
        "hari_membaca": HARI_MEMBACA,
        **form,
    }
    status = 422 if any(satu.errors for satu in form.values()) else 200
    return render(request, "bimbingan/konseling_detail.html", konteks, status=status)


def _back(konseling: Konseling) -> HttpResponse:
    return redirect("bimbingan:konseling_detail", konseling.pk)


@require_POST
def konseling_accept(request: Request, konseling_id: int) -> HttpResponse:
    konseling = get_konseling(request, konseling_id)
    attempt(
        request,
        lambda: actions.accept_konseling(konseling, by=request.user, at=timezone.now()),
        berhasil="Diterima. Tetapkan waktu dan tempat pertemuan pertama.",
    )
    return _back(konseling)


@require_POST
def konseling_decline(request: Request, konseling_id: int) -> HttpResponse:
    konseling = get_konseling(request, konseling_id)
    if not permissions.is_konselor(request.user, konseling):
        raise PermissionDenied
    form = TidakDapatForm(request.POST)
    if fill_in(
        request,
        form,
        lambda: actions.decline_konseling(
            konseling,
            alasan=AlasanTidakDapat(form.cleaned_data["alasan"]),
            by=request.user,
            at=timezone.now(),
        ),
    ):
        messages.success(request, "Jawaban Anda tersampaikan.")
        return _back(konseling)
    return _page(request, konseling, form_tolak=form)


@require_POST
def temu_add(request: Request, konseling_id: int) -> HttpResponse:
    konseling = get_konseling(request, konseling_id)
    if not permissions.is_konselor(request.user, konseling):
        raise PermissionDenied
    form = TemuForm(request.POST)
    if fill_in(
        request,
        form,
        lambda: actions.schedule_temu(
            konseling,
            temu_at=form.temu_at(),
            tempat=form.cleaned_data["tempat"],
            by=request.user,
            at=timezone.now(),
        ),
    ):
        messages.success(request, "Pertemuan dijadwalkan. Pegawai melihatnya di berandanya.")
        return _back(konseling)
    return _page(request, konseling, form_temu=form)


@require_POST
def temu_settle(request: Request, temu_id: int, langkah: str) -> HttpResponse:
    terlihat = Konseling.objects.visible_to(request.user).order_by().values("pk")
    temu = get_object_or_404(
        TemuKonseling.objects.filter(konseling__in=terlihat).select_related("konseling"), pk=temu_id
    )
    if langkah not in (KeadaanTemu.TERLAKSANA, KeadaanTemu.BATAL):
        raise Http404
    attempt(
        request,
        lambda: actions.settle_temu(temu, keadaan=KeadaanTemu(langkah), by=request.user, at=timezone.now()),
        berhasil="Pertemuan ditandai.",
    )
    return _back(temu.konseling)


@require_POST
@sensitive_post_parameters()
@sensitive_variables()
def catatan_add(request: Request, konseling_id: int) -> HttpResponse:
    konseling = get_konseling(request, konseling_id)
    form = CatatanForm(request.POST)
    if fill_in(
        request,
        form,
        lambda: actions.write_catatan(
            konseling, teks=form.cleaned_data["teks"], by=request.user, at=timezone.now()
        ),
    ):
        messages.success(request, "Catatan tersimpan dan tersandi.")
        return _back(konseling)
    return _page(request, konseling, form_catatan=form)


@require_POST
def catatan_remove(request: Request, amplop_id: UUID) -> HttpResponse:
    terlihat = Konseling.objects.visible_to(request.user).order_by().values("pk")
    amplop = get_object_or_404(
        AmplopKonseling.objects.filter(konseling__in=terlihat).select_related("konseling"), pk=amplop_id
    )
    attempt(request, lambda: actions.remove_catatan(amplop, by=request.user), berhasil="Catatan itu dihapus.")
    return _back(amplop.konseling)


@require_POST
def konseling_finish(request: Request, konseling_id: int) -> HttpResponse:
    konseling = get_konseling(request, konseling_id)
    attempt(
        request,
        lambda: actions.finish_konseling(konseling, by=request.user, at=timezone.now()),
        berhasil="Konseling selesai. Tidak ada yang dilaporkan kepada siapa pun.",
    )
    return _back(konseling)


@require_POST
def catatan_destroy(request: Request, konseling_id: int) -> HttpResponse:
    konseling = get_konseling(request, konseling_id)
    attempt(
        request,
        lambda: actions.destroy_notes(konseling, by=request.user, at=timezone.now()),
        berhasil="Catatan dan kuncinya dimusnahkan. Tidak ada cadangan yang dapat membukanya lagi.",
    )
    return _back(konseling)
