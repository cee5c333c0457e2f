"""Answers for everybody: the list, one of them, and how one comes to be."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.permissions import is_admin
from kinerja.tanya import actions, permissions
from kinerja.tanya.istilah import JenisPesan, KeadaanFAQ
from kinerja.tanya.models import FAQ, Pertanyaan
from kinerja.tanya.queries import faq_terbit
from kinerja.www.tanya.forms import FAQForm, nama_topik
from kinerja.www.tanya.views.pertanyaan import get_tanya

if TYPE_CHECKING:
    from kinerja.www.http import Request


def get_faq(request: Request, faq_id: int) -> FAQ:
    faq: FAQ = get_object_or_404(FAQ.objects.visible_to(request.user).select_related("instansi"), pk=faq_id)
    return faq


@require_safe
def faq_list(request: Request) -> HttpResponse:
    """Topic by topic, in the order of the guides; the admin also sees what waits and what was withdrawn."""
    topik = nama_topik()
    urut = list(topik)
    daftar = sorted(
        faq_terbit(request.user), key=lambda satu: urut.index(satu.topik) if satu.topik in urut else 0
    )
    lain = FAQ.objects.visible_to(request.user).exclude(keadaan=KeadaanFAQ.TERBIT)
    konteks = {
        "daftar_topik": [
            (topik.get(kode, topik[""]), list(isi)) for kode, isi in groupby(daftar, lambda satu: satu.topik)
        ],
        "lain": list(lain.order_by("keadaan", "-diubah_at", "id")),
        "mengelola": is_admin(request.user),
        "bertanya": lingkup(request.user).pegawai is not None,
    }
    return render(request, "tanya/faq_list.html", konteks)


@require_safe
def faq_detail(request: Request, faq_id: int) -> HttpResponse:
    faq = get_faq(request, faq_id)
    konteks = {
        "faq": faq,
        "topik": nama_topik().get(faq.topik, ""),
        "mengelola": permissions.can_publish_faq(request.user, faq.instansi),
        "bertanya": lingkup(request.user).pegawai is not None,
    }
    return render(request, "tanya/faq_detail.html", konteks)


def faq_propose(request: Request, tanya_id: int) -> HttpResponse:
    """The form begins with what was said; whoever fills it in takes the names out."""
    pertanyaan = get_tanya(request, tanya_id)
    on = timezone.localdate()
    if not permissions.can_answer(request.user, pertanyaan, on=on):
        raise PermissionDenied
    if not permissions.can_propose_faq(request.user, pertanyaan, on=on):
        messages.error(request, "Jawab dahulu pertanyaannya. Sesudah itu jawabannya dapat dijadikan FAQ.")
        return redirect("tanya:tanya_detail", pertanyaan.pk)
    form = FAQForm(request.POST or None, initial=_begin(pertanyaan))
    if request.method == "POST" and form.is_valid():
        try:
            faq = actions.propose_faq(pertanyaan, isian=form.isian(), by=request.user, at=timezone.now())
            messages.success(request, "Usulan FAQ tersimpan. Admin membacanya sekali lagi sebelum terbit.")
            return redirect("tanya:faq_detail", faq.pk)
        except actions.CannotPublish as error:
            form.add_error(None, str(error))
    konteks = {"form": form, "pertanyaan": pertanyaan, "faq": None, "tersimpan": None}
    return render(request, "tanya/faq_form.html", konteks, status=422 if form.errors else 200)


def _begin(pertanyaan: Pertanyaan) -> dict[str, object]:
    jawaban = pertanyaan.daftar_pesan.filter(jenis=JenisPesan.JAWABAN).order_by("id")
    return {
        "judul": " ".join(pertanyaan.teks.split())[:200],
        "jawaban": "\n\n".join(jawaban.values_list("teks", flat=True))[:3000],
        "topik": pertanyaan.tentang,
        "urutan": 10,
    }


def faq_edit(request: Request, faq_id: int) -> HttpResponse:
    faq = get_faq(request, faq_id)
    if not permissions.can_publish_faq(request.user, faq.instansi):
        raise PermissionDenied
    awal = {nama: getattr(faq, nama) for nama in ("judul", "jawaban", "topik", "urutan", "versi")}
    tersimpan = None
    form = FAQForm(request.POST or None, initial=awal)
    if request.method == "POST" and form.is_valid():
        try:
            versi = form.cleaned_data["versi"]
            actions.edit_faq(faq, isian=form.isian(), versi=versi, by=request.user, at=timezone.now())
            messages.success(request, "FAQ tersimpan.")
            return redirect("tanya:faq_detail", faq.pk)
        except actions.StaleFAQ as error:
            faq = tersimpan = get_faq(request, faq.pk)
            form.data = {**request.POST.dict(), "versi": faq.versi}
            form.add_error(None, str(error))
        except actions.CannotPublish as error:
            form.add_error(None, str(error))
    konteks = {"form": form, "pertanyaan": None, "faq": faq, "tersimpan": tersimpan}
    return render(request, "tanya/faq_form.html", konteks, status=422 if form.errors else 200)


@require_POST
def faq_publish(request: Request, faq_id: int) -> HttpResponse:
    return _press(request, faq_id, actions.publish_faq, "FAQ terbit. Semua pegawai dapat menemukannya.")


@require_POST
def faq_withdraw(request: Request, faq_id: int) -> HttpResponse:
    return _press(request, faq_id, actions.withdraw_faq, "FAQ ditarik. Hanya admin yang masih melihatnya.")


def _press(request: Request, faq_id: int, action: Callable[..., FAQ], pesan: str) -> HttpResponse:
    faq = get_faq(request, faq_id)
    try:
        action(faq, by=request.user, at=timezone.now())
        messages.success(request, pesan)
    except actions.CannotPublish as error:
        messages.error(request, str(error))
    return redirect("tanya:faq_detail", faq.pk)
