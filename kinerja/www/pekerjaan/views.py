"""How far what I asked for is: one job, my jobs, stop, once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kepegawaian.permissions import is_admin
from kinerja.pekerjaan import actions
from kinerja.pekerjaan.daftar import judul_jenis
from kinerja.pekerjaan.models import Pekerjaan

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

    from kinerja.www.http import Request

SATU_HALAMAN = 30


@require_safe
def pekerjaan_list(request: Request) -> HttpResponse:
    """Admins also see what the clock started and could not end: nobody asked for it, so it is nobody's own."""
    daftar = Pekerjaan.objects.visible_to(request.user).order_by("-id")[:SATU_HALAMAN]
    admin = is_admin(request.user)
    gagal = Pekerjaan.objects.failed_scheduled().order_by("jenis") if admin else ()
    konteks = {
        "daftar": [(p, judul_jenis(p.jenis)) for p in daftar],
        "gagal": [(p, judul_jenis(p.jenis)) for p in gagal],
        "sepi": Pekerjaan.objects.quiet_since(timezone.now()).first() if admin else None,
    }
    return render(request, "pekerjaan/pekerjaan_list.html", konteks)


@require_safe
def pekerjaan_detail(request: Request, pekerjaan_id: int) -> HttpResponse:
    """Asked again every two seconds while the job runs; what it says then is news for a screen reader, too."""
    pekerjaan = _get(request, pekerjaan_id)
    konteks = {
        "pekerjaan": pekerjaan,
        "judul_pekerjaan": judul_jenis(pekerjaan.jenis),
        "sepi": not pekerjaan.usai and Pekerjaan.objects.quiet_since(timezone.now()).first(),
    }
    if request.htmx:
        return render(request, "pekerjaan/bagian/kemajuan.html", konteks)
    return render(request, "pekerjaan/pekerjaan_detail.html", konteks)


@require_POST
def pekerjaan_cancel(request: Request, pekerjaan_id: int) -> HttpResponse:
    pesan = "Pekerjaan dibatalkan. Bagian yang sudah selesai tetap tersimpan."
    return _change(request, pekerjaan_id, actions.cancel_pekerjaan, pesan)


@require_POST
def pekerjaan_retry(request: Request, pekerjaan_id: int) -> HttpResponse:
    return _change(
        request, pekerjaan_id, actions.retry_pekerjaan, "Pekerjaan dilanjutkan dari bagian terakhir."
    )


@require_POST
def terjadwal_retry(request: Request, pekerjaan_id: int) -> HttpResponse:
    if not is_admin(request.user):
        raise PermissionDenied
    pekerjaan = get_object_or_404(Pekerjaan.objects.failed_scheduled(), pk=pekerjaan_id)
    try:
        actions.retry_terjadwal(pekerjaan, at=timezone.now())
    except actions.CannotChangePekerjaan as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, "Pekerjaan dicoba lagi, biasanya dalam beberapa detik.")
    return redirect("pekerjaan:pekerjaan_list")


def _change(request: Request, pekerjaan_id: int, ubah: Callable[..., None], pesan: str) -> HttpResponse:
    pekerjaan = _get(request, pekerjaan_id)
    try:
        ubah(pekerjaan, by=request.user, at=timezone.now())
    except actions.CannotChangePekerjaan as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, pesan)
    return redirect("pekerjaan:pekerjaan_detail", pekerjaan.pk)


def _get(request: Request, pekerjaan_id: int) -> Pekerjaan:
    return get_object_or_404(Pekerjaan.objects.visible_to(request.user), pk=pekerjaan_id)
