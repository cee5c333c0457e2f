"""Telling another system of events: where to, of which, and when to stop."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from kinerja.akun.enkripsi import encrypt
from kinerja.akun.models import User
from kinerja.integrasi.actions.sistem import CannotIntegrate
from kinerja.integrasi.istilah import KeadaanPengiriman, Peristiwa
from kinerja.integrasi.models import Pengiriman, Sistem, Webhook
from kinerja.integrasi.permissions import can_manage_integrasi
from kinerja.jejak import actions as jejak
from kinerja.jejak.models import Catatan
from kinerja.lib.baris import lock_row
from kinerja.lib.kirim import JaringanBoleh, TujuanDitolak, periksa_tujuan


@dataclass(frozen=True, kw_only=True)
class IsianWebhook:
    alamat: str
    daftar_peristiwa: tuple[Peristiwa, ...]


def create_webhook(
    sistem: Sistem, *, isian: IsianWebhook, jaringan: JaringanBoleh, by: User, at: datetime
) -> tuple[Webhook, str]:
    """The webhook and the secret that signs its messages, shown once. It hears of what happens from now on.

    The name is looked up before anything is locked: one that answers slowly keeps nobody else from writing.
    """
    if not can_manage_integrasi(by, sistem.instansi):
        raise PermissionDenied
    if not isian.daftar_peristiwa:
        raise CannotIntegrate("Pilih paling sedikit satu peristiwa yang ingin diberitahukan.")
    try:
        periksa_tujuan(isian.alamat, jaringan=jaringan)
    except TujuanDitolak as error:
        raise CannotIntegrate(str(error)) from None
    return _save_webhook(sistem, isian, by=by, at=at)


@transaction.atomic
def _save_webhook(sistem: Sistem, isian: IsianWebhook, *, by: User, at: datetime) -> tuple[Webhook, str]:
    rahasia = "whs_" + secrets.token_urlsafe(32)
    webhook = Webhook.objects.create(
        sistem=sistem,
        alamat=isian.alamat,
        daftar_peristiwa=[p.value for p in isian.daftar_peristiwa],
        rahasia=encrypt(rahasia),
        mulai_id=Catatan.objects.aggregate(m=Max("id"))["m"] or 0,
        created_at=at,
        dibuat_oleh=by,
    )
    rincian = {"webhook": webhook.pk, "alamat": isian.alamat, "peristiwa": webhook.daftar_peristiwa}
    jejak.record("integrasi.webhook", sistem, by=by, at=at, rincian=rincian)
    return webhook, rahasia


@transaction.atomic
def stop_webhook(webhook: Webhook, *, by: User, at: datetime) -> None:
    kini = lock_row(Webhook.objects.select_related("sistem__instansi"), webhook.pk)
    if not can_manage_integrasi(by, kini.sistem.instansi):
        raise PermissionDenied
    if kini.stopped_at is not None:
        raise CannotIntegrate("Pemberitahuan ke alamat ini sudah dihentikan.")
    kini.stopped_at = at
    kini.save(update_fields=["stopped_at"])
    Pengiriman.objects.filter(webhook=kini, keadaan=KeadaanPengiriman.ANTRE).update(
        keadaan=KeadaanPengiriman.MENYERAH, galat="Dihentikan oleh admin."
    )
    jejak.record("integrasi.henti_webhook", kini.sistem, by=by, at=at, rincian={"webhook": kini.pk})
