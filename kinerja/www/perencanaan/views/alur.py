"""The buttons of a plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.lib.angka import parse_nomor
from kinerja.perencanaan import actions, permissions
from kinerja.perencanaan.models import SKP
from kinerja.www.perencanaan.forms import CatatanForm
from kinerja.www.perencanaan.forms.medan import with_revisi
from kinerja.www.perencanaan.views import dasar

if TYPE_CHECKING:
    from kinerja.www.http import Request


@require_POST
def skp_submit(request: Request, skp_id: int) -> HttpResponse:
    skp, at = _find(request, skp_id), timezone.now()
    if dasar.run(
        request,
        lambda: actions.submit_skp(skp, by=request.user, at=at, revisi=_revisi(request)),
        pesan="SKP sudah diajukan. Pejabat penilai akan membacanya.",
    ):
        return dasar.to_detail(skp)
    return redirect("perencanaan:skp_edit", skp.pk)


@require_POST
def skp_withdraw(request: Request, skp_id: int) -> HttpResponse:
    skp, at = _find(request, skp_id), timezone.now()
    ditarik = dasar.run(
        request,
        lambda: actions.withdraw_skp(skp, by=request.user, at=at),
        pesan="Pengajuan ditarik. SKP dapat Anda ubah lagi.",
    )
    return redirect("perencanaan:skp_edit" if ditarik else "perencanaan:skp_detail", skp.pk)


@require_POST
def skp_approve(request: Request, skp_id: int) -> HttpResponse:
    skp, at = _find(request, skp_id), timezone.now()
    dasar.run(
        request,
        lambda: actions.approve_skp(skp, by=request.user, at=at, revisi=_revisi(request)),
        pesan=f"SKP {skp.pegawai.nama} ditetapkan.",
    )
    return dasar.to_detail(skp)


@require_http_methods(["GET", "POST"])
def skp_return(request: Request, skp_id: int) -> HttpResponse:
    skp, at = _find(request, skp_id), timezone.now()
    hari_ini = timezone.localdate(at)
    if not permissions.decides(request.user, skp, on=hari_ini):
        raise Http404
    dapat = permissions.can_return_skp(request.user, skp, on=hari_ini)
    if tutup := dasar.closed(request, skp, dapat=dapat):
        return tutup

    def kembalikan(catatan: str, revisi: int | None) -> object:
        return actions.return_skp(skp, catatan=catatan, by=request.user, at=at, revisi=revisi)

    return _with_words(
        request,
        skp,
        "perencanaan/skp_return.html",
        kembalikan,
        pesan=f"SKP dikembalikan kepada {skp.pegawai.nama}.",
    )


@require_http_methods(["GET", "POST"])
def skp_change(request: Request, skp_id: int) -> HttpResponse:
    skp, at = _find(request, skp_id), timezone.now()
    if not (permissions.owns(request.user, skp) or permissions.is_penilai(request.user, skp)):
        raise Http404
    if tutup := dasar.closed(request, skp, dapat=permissions.can_change_skp(request.user, skp)):
        return tutup

    def ubah(catatan: str, _revisi: int | None) -> object:
        return actions.start_change(skp, alasan=catatan, by=request.user, at=at)

    return _with_words(
        request,
        skp,
        "perencanaan/skp_change.html",
        ubah,
        pesan="Perubahan dibuka. Versi yang berlaku tetap tersimpan.",
    )


@require_POST
def skp_cancel_change(request: Request, skp_id: int) -> HttpResponse:
    skp, at = _find(request, skp_id), timezone.now()
    dasar.run(
        request,
        lambda: actions.cancel_change(skp, by=request.user, at=at),
        pesan="Perubahan dibatalkan. Isi SKP kembali seperti versi yang ditetapkan.",
    )
    return dasar.to_detail(skp)


@require_POST
def dialog_add(request: Request, skp_id: int) -> HttpResponse:
    skp, at = _find(request, skp_id), timezone.now()
    teks = request.POST.get("dialog-catatan", "")[:4000]
    dasar.run(
        request,
        lambda: actions.add_dialog_note(skp, teks=teks, by=request.user, at=at),
        pesan="Catatan dialog tersimpan.",
    )
    return dasar.to_detail(skp)


def _with_words(
    request: Request,
    skp: SKP,
    halaman: str,
    langkah: Callable[[str, int | None], object],
    *,
    pesan: str,
) -> HttpResponse:
    form = CatatanForm(request.POST or None, initial={"revisi": skp.revisi})
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        if dasar.run(request, lambda: langkah(isi["catatan"], isi["revisi"]), pesan=pesan):
            return dasar.to_detail(skp)
        skp.refresh_from_db(fields=["revisi"])
        form.data = with_revisi(request.POST, skp.revisi)
    status = 422 if request.method == "POST" else 200
    return render(request, halaman, {"skp": skp, "form": form}, status=status)


def _find(request: Request, skp_id: int) -> SKP:
    return get_object_or_404(SKP.objects.visible_to(request.user).with_people(), pk=skp_id)


def _revisi(request: Request) -> int | None:
    return parse_nomor(request.POST.get("revisi"))
