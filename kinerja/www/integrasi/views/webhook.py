"""Webhooks: where messages go, and what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.integrasi import actions
from kinerja.integrasi.actions.antar import jaringan_boleh
from kinerja.integrasi.istilah import KeadaanPengiriman, Peristiwa
from kinerja.integrasi.models import Pengiriman, Webhook
from kinerja.www.integrasi.forms import WebhookForm
from kinerja.www.integrasi.views.sistem import find_sistem

if TYPE_CHECKING:
    from kinerja.www.http import Request

SEHALAMAN = 25


def find_webhook(request: Request, webhook_id: int) -> Webhook:
    daftar = Webhook.objects.visible_to(request.user).select_related("sistem__instansi")
    webhook: Webhook = get_object_or_404(daftar, pk=webhook_id)
    return webhook


def webhook_create(request: Request, sistem_id: int) -> HttpResponse:
    """Its secret is in the answer to this one request and nowhere else."""
    sistem = find_sistem(request, sistem_id)
    form = WebhookForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            webhook, rahasia = actions.create_webhook(
                sistem,
                isian=form.isian(),
                jaringan=jaringan_boleh(),
                by=request.user,
                at=timezone.now(),
            )
        except actions.CannotIntegrate as error:
            form.add_error("alamat", str(error))
        else:
            konteks = {"sistem": sistem, "nama": webhook.alamat, "rahasia": rahasia, "jenis": "webhook"}
            return render(request, "integrasi/rahasia.html", konteks)
    konteks = {"form": form, "sistem": sistem}
    return render(request, "integrasi/webhook_create.html", konteks, status=422 if form.errors else 200)


@require_safe
def webhook_detail(request: Request, webhook_id: int) -> HttpResponse:
    webhook = find_webhook(request, webhook_id)
    daftar = webhook.daftar_pengiriman.order_by("-id")
    konteks = {
        "webhook": webhook,
        "peristiwa": [Peristiwa(kode).label for kode in webhook.daftar_peristiwa if kode in set(Peristiwa)],
        "page": Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman")),
        "gagal": daftar.filter(keadaan=KeadaanPengiriman.MENYERAH).count(),
        "warna": {"antre": "menunggu", "terkirim": "selesai", "menyerah": "ditolak"},
    }
    return render(request, "integrasi/webhook_detail.html", konteks)


@require_POST
def webhook_test(request: Request, webhook_id: int) -> HttpResponse:
    webhook = find_webhook(request, webhook_id)
    try:
        actions.queue_test(webhook, by=request.user, at=timezone.now())
        messages.success(request, "Uji kirim berangkat. Hasilnya tampak di sini dalam beberapa detik.")
    except actions.CannotIntegrate as error:
        messages.error(request, str(error))
    return redirect("integrasi:webhook_detail", webhook.pk)


@require_POST
def webhook_stop(request: Request, webhook_id: int) -> HttpResponse:
    webhook = find_webhook(request, webhook_id)
    try:
        actions.stop_webhook(webhook, by=request.user, at=timezone.now())
        messages.success(request, "Pemberitahuan ke alamat ini dihentikan.")
    except actions.CannotIntegrate as error:
        messages.error(request, str(error))
    return redirect("integrasi:webhook_detail", webhook.pk)


@require_POST
def pengiriman_resend(request: Request, pengiriman_id: int) -> HttpResponse:
    pengiriman: Pengiriman = get_object_or_404(Pengiriman.objects.visible_to(request.user), pk=pengiriman_id)
    try:
        actions.resend_pengiriman(pengiriman, by=request.user, at=timezone.now())
        messages.success(request, "Dikirim lagi dari awal.")
    except actions.CannotIntegrate as error:
        messages.error(request, str(error))
    return redirect("integrasi:webhook_detail", pengiriman.webhook_id)
