"""The register of counsellors: everybody may read whom to turn to, the admin keeps it and sees numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.bimbingan import actions
from kinerja.bimbingan.models import KonselorTerdaftar
from kinerja.bimbingan.queries.konselor import konselor_with_counts
from kinerja.kepegawaian.lingkup import instansi_ids
from kinerja.kepegawaian.models import Pegawai
from kinerja.kepegawaian.permissions import is_admin
from kinerja.peraturan.bimbingan import Konselor
from kinerja.www.bimbingan.forms import KonselorForm
from kinerja.www.bimbingan.views.dasar import attempt, fill_in

if TYPE_CHECKING:
    from kinerja.www.http import Request


def konselor_list(request: Request) -> HttpResponse:
    mengelola = is_admin(request.user)
    if request.method == "POST" and not mengelola:
        raise PermissionDenied
    form = None
    if mengelola:
        orang = Pegawai.objects.visible_to(request.user)
        form = KonselorForm(request.POST or None, daftar=orang, initial={"mulai_on": timezone.localdate()})
        if request.method == "POST" and fill_in(request, form, lambda: _register(request, form)):
            messages.success(request, "Konselor terdaftar. Pegawai dapat memilihnya.")
            return redirect("bimbingan:konselor_list")
    daftar = konselor_with_counts(instansi_ids(request.user))
    if not mengelola:
        daftar = daftar.filter(selesai_on=None)
    konteks = {"daftar": daftar, "form": form, "mengelola": mengelola}
    status = 422 if form is not None and form.errors else 200
    return render(request, "bimbingan/konselor_list.html", konteks, status=status)


def _register(request: Request, form: KonselorForm) -> None:
    isi = form.cleaned_data
    actions.register_konselor(
        isi["pegawai"],
        jenis=Konselor(isi["jenis"]),
        dasar=isi["dasar"],
        mulai_on=isi["mulai_on"],
        by=request.user,
        at=timezone.now(),
    )


@require_POST
def konselor_end(request: Request, konselor_id: int) -> HttpResponse:
    konselor = get_object_or_404(KonselorTerdaftar.objects.visible_to(request.user), pk=konselor_id)
    attempt(
        request,
        lambda: actions.end_konselor(konselor, by=request.user, at=timezone.now()),
        berhasil="Penunjukan diakhiri. Konseling yang berjalan tetap ia selesaikan.",
    )
    return redirect("bimbingan:konselor_list")
