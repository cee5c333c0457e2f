"""The side of whoever answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kepegawaian.permissions import is_admin
from kinerja.tanya import actions, permissions
from kinerja.tanya.istilah import KeadaanTanya
from kinerja.tanya.models import FAQ, Pertanyaan
from kinerja.tanya.queries import faq_menunggu
from kinerja.www.tanya.forms import nama_topik
from kinerja.www.tanya.views.pertanyaan import SEHALAMAN, form_jawaban, get_tanya, show_tanya

if TYPE_CHECKING:
    from kinerja.www.http import Request


@require_safe
def tanya_queue(request: Request) -> HttpResponse:
    """Open ones first, the oldest limit before the others; then those that were answered."""
    on = timezone.localdate()
    if not permissions.answers_questions(request.user, on=on):
        raise PermissionDenied
    milik = Pertanyaan.objects.answerable_by(request.user, on=on).with_people()
    menunggu = milik.filter(keadaan=KeadaanTanya.MENUNGGU).order_by("batas_on", "id")
    sudah = milik.exclude(keadaan__in=(KeadaanTanya.MENUNGGU, KeadaanTanya.DITARIK))
    konteks = {
        "page": Paginator(menunggu, SEHALAMAN).get_page(request.GET.get("halaman")),
        "page_sudah": Paginator(sudah.order_by("-answered_at", "-id"), SEHALAMAN).get_page(
            request.GET.get("sudah")
        ),
        "daftar_usulan": faq_menunggu(request.user) if is_admin(request.user) else FAQ.objects.none(),
        "admin": is_admin(request.user),
        "topik": nama_topik(),
        "on": on,
    }
    return render(request, "tanya/tanya_queue.html", konteks)


@require_POST
def tanya_answer(request: Request, tanya_id: int) -> HttpResponse:
    pertanyaan = get_tanya(request, tanya_id)
    if not permissions.can_answer(request.user, pertanyaan, on=timezone.localdate()):
        raise PermissionDenied
    form = form_jawaban(request)
    if form.is_valid():
        isi = form.cleaned_data
        try:
            actions.answer_tanya(
                pertanyaan, teks=isi["teks"], dilihat=isi["dilihat"] or 0, by=request.user, at=timezone.now()
            )
            messages.success(request, f"Jawaban terkirim ke {pertanyaan.penanya.nama}.")
            return redirect("tanya:tanya_detail", pertanyaan.pk)
        except actions.CannotAsk as error:
            form.add_error(None, str(error))
    return show_tanya(request, get_tanya(request, tanya_id), jawaban=form)
