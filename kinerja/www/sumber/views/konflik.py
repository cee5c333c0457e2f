"""Who does not rate whom: kept by the admin, read by nobody else."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.kepegawaian.permissions import is_admin
from kinerja.sumber import actions
from kinerja.sumber.istilah import JenisKonflik
from kinerja.sumber.models import Konflik
from kinerja.www.http import Request
from kinerja.www.kepegawaian.views.impor import instansi_of
from kinerja.www.sumber.forms import KonflikForm

SEHALAMAN = 50
BUKAN_UNTUK_ANDA = (
    "Anda tidak dapat mencatat pasangan ini: salah satunya Anda sendiri, atau keduanya di luar unit yang Anda kelola. "
    "Minta admin lain mencatatnya."
)


def konflik_list(request: Request) -> HttpResponse:
    if not is_admin(request.user):
        raise PermissionDenied
    form = KonflikForm(request.POST or None, daftar=instansi_of(request).daftar_pegawai.all())
    if request.method == "POST" and form.is_valid() and _note(request, form):
        return redirect("sumber:konflik_list")
    daftar = Konflik.objects.visible_to(request.user).select_related("satu", "lain")
    urut = daftar.order_by(F("selesai_on").desc(nulls_first=True), "-mulai_on", "-id")
    konteks = {"page": Paginator(urut, SEHALAMAN).get_page(request.GET.get("halaman")), "form": form}
    return render(request, "sumber/konflik_list.html", konteks, status=422 if form.errors else 200)


def _note(request: Request, form: KonflikForm) -> bool:
    isi = form.cleaned_data
    try:
        konflik = actions.note_konflik(
            isi["satu"], isi["lain"], jenis=JenisKonflik(isi["jenis"]), by=request.user, at=timezone.now()
        )
    except actions.CannotNoteKonflik as error:
        form.add_error("lain", str(error))
    except PermissionDenied:
        form.add_error(None, BUKAN_UNTUK_ANDA)
    else:
        messages.success(request, f"{konflik} tidak saling menilai mulai hari ini.")
    return not form.errors


@require_POST
def konflik_end(request: Request, konflik_id: int) -> HttpResponse:
    konflik: Konflik = get_object_or_404(
        Konflik.objects.visible_to(request.user).select_related("satu", "lain"), pk=konflik_id
    )
    try:
        actions.end_konflik(konflik, by=request.user, at=timezone.now())
        messages.success(request, f"{konflik} dapat saling menilai lagi mulai besok.")
    except actions.CannotNoteKonflik as error:
        messages.error(request, str(error))
    return redirect("sumber:konflik_list")
