"""The side of whoever asks: his questions, a new one, and what follows the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.sosialisasi.panduan import find_panduan
from kinerja.tanya import actions, permissions
from kinerja.tanya.models import Pertanyaan
from kinerja.tanya.queries import faq_terbit, penggerak_saya
from kinerja.www.tanya.forms import PesanForm, TanyaForm, nama_topik
from kinerja.www.tanya.mirip import serupa

if TYPE_CHECKING:
    from kinerja.kepegawaian.models import Pegawai
    from kinerja.www.http import Request

SEHALAMAN, SEKILAS = 15, 5


def pegawai_of(request: Request) -> Pegawai:
    pegawai = lingkup(request.user).pegawai
    if pegawai is None:
        raise PermissionDenied
    return pegawai


def get_tanya(request: Request, tanya_id: int) -> Pertanyaan:
    pertanyaan: Pertanyaan = get_object_or_404(
        Pertanyaan.objects.visible_to(request.user).with_people(), pk=tanya_id
    )
    return pertanyaan


@require_safe
def tanya_list(request: Request) -> HttpResponse:
    saya, on = pegawai_of(request), timezone.localdate()
    milik = Pertanyaan.objects.filter(penanya=saya).order_by("-asked_at", "-id")
    konteks = {
        "dari": penggerak_saya(saya, on=on),
        "page": Paginator(milik, SEHALAMAN).get_page(request.GET.get("halaman")),
        "daftar_faq": faq_terbit(request.user)[:SEKILAS],
        "menjawab": permissions.answers_questions(request.user, on=on),
        "topik": nama_topik(),
        "on": on,
    }
    return render(request, "tanya/tanya_list.html", konteks)


def tanya_ask(request: Request) -> HttpResponse:
    """Sent at once when nothing resembles it; otherwise shown first, and sent by the second button."""
    saya, on = pegawai_of(request), timezone.localdate()
    tentang = request.GET.get("tentang", "")
    awal = {"tentang": tentang if find_panduan(tentang) else ""}
    form = TanyaForm(request.POST or None, initial=awal)
    daftar_serupa = []
    if request.method == "POST" and form.is_valid():
        daftar_serupa = [] if "lanjut" in request.POST else serupa(request.user, form.cleaned_data["teks"])
        if not daftar_serupa and (pertanyaan := _send(request, form)):
            return redirect("tanya:tanya_detail", pertanyaan.pk)
    konteks = {"form": form, "dari": penggerak_saya(saya, on=on), "daftar_serupa": daftar_serupa}
    return render(request, "tanya/tanya_ask.html", konteks, status=422 if form.errors else 200)


def _send(request: Request, form: TanyaForm) -> Pertanyaan | None:
    try:
        pertanyaan = actions.ask_tanya(**form.cleaned_data, by=request.user, at=timezone.now())
    except actions.CannotAsk as error:
        form.add_error(None, str(error))
        return None
    messages.success(request, "Pertanyaan terkirim. Anda diberi tahu begitu ada jawaban.")
    return pertanyaan


@require_safe
def tanya_detail(request: Request, tanya_id: int) -> HttpResponse:
    return show_tanya(request, get_tanya(request, tanya_id))


def show_tanya(
    request: Request,
    pertanyaan: Pertanyaan,
    *,
    jawaban: PesanForm | None = None,
    lanjutan: PesanForm | None = None,
) -> HttpResponse:
    on = timezone.localdate()
    pemilik = permissions.is_asker(request.user, pertanyaan)
    boleh_jawab = not pemilik and permissions.can_answer(request.user, pertanyaan, on=on)
    faq = getattr(pertanyaan, "faq", None)
    konteks = {
        "pertanyaan": pertanyaan,
        "percakapan": list(pertanyaan.daftar_pesan.select_related("oleh").order_by("id")),
        "pemilik": pemilik,
        "boleh_jawab": boleh_jawab and pertanyaan.keadaan != "ditarik",
        "boleh_usul": boleh_jawab and pertanyaan.keadaan in ("dijawab", "jelas") and faq is None,
        "faq": faq if boleh_jawab or (faq and faq.keadaan == "terbit") else None,
        "form": jawaban or form_jawaban(),
        "form_lanjutan": lanjutan or form_lanjutan(),
        "topik": nama_topik().get(pertanyaan.tentang, ""),
        "on": on,
    }
    galat = any(form is not None and form.errors for form in (jawaban, lanjutan))
    return render(request, "tanya/tanya_detail.html", konteks, status=422 if galat else 200)


def form_jawaban(request: Request | None = None) -> PesanForm:
    return PesanForm(
        request.POST if request else None, label="Jawaban Anda", kosong="Tulis dahulu jawabannya."
    )


def form_lanjutan(request: Request | None = None) -> PesanForm:
    kosong = "Tulis dahulu apa yang belum jelas."
    return PesanForm(request.POST if request else None, label="Yang masih ingin Anda tanyakan", kosong=kosong)


@require_POST
def tanya_again(request: Request, tanya_id: int) -> HttpResponse:
    pertanyaan = get_tanya(request, tanya_id)
    if not permissions.is_asker(request.user, pertanyaan):
        raise PermissionDenied
    form = form_lanjutan(request)
    if form.is_valid():
        try:
            actions.ask_again(pertanyaan, teks=form.cleaned_data["teks"], by=request.user, at=timezone.now())
            messages.success(request, "Terkirim. Anda diberi tahu begitu ada jawaban.")
            return redirect("tanya:tanya_detail", pertanyaan.pk)
        except actions.CannotAsk as error:
            form.add_error(None, str(error))
    return show_tanya(request, get_tanya(request, tanya_id), lanjutan=form)


@require_POST
def tanya_settle(request: Request, tanya_id: int) -> HttpResponse:
    return _press(request, tanya_id, actions.settle_tanya, "Senang mendengarnya. Pertanyaan ini selesai.")


@require_POST
def tanya_withdraw(request: Request, tanya_id: int) -> HttpResponse:
    return _press(request, tanya_id, actions.withdraw_tanya, "Pertanyaan ditarik.")


def _press(request: Request, tanya_id: int, action: Callable[..., Pertanyaan], pesan: str) -> HttpResponse:
    pertanyaan = get_tanya(request, tanya_id)
    try:
        action(pertanyaan, by=request.user, at=timezone.now())
        messages.success(request, pesan)
    except actions.CannotAsk as error:
        messages.error(request, str(error))
    return redirect("tanya:tanya_detail", pertanyaan.pk)
