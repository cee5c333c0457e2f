"""Messages to webhooks: a test, another try, and what came of one that was sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.integrasi.actions.sistem import CannotIntegrate
from kinerja.integrasi.istilah import KeadaanPengiriman, Peristiwa
from kinerja.integrasi.models import Pengiriman, Webhook
from kinerja.integrasi.permissions import can_manage_integrasi
from kinerja.jejak import actions as jejak
from kinerja.lib.baris import lock_row
from kinerja.lib.kirim import HasilKirim
from kinerja.pekerjaan.actions import enqueue

# Growing pauses: a minute first, three and a half days in all.
PAUSA = tuple(timedelta(minutes=menit) for menit in (1, 5, 30, 120, 360, 720, 1440, 1440, 1440))


@transaction.atomic
def queue_test(webhook: Webhook, *, by: User, at: datetime) -> Pengiriman:
    webhook = lock_row(Webhook.objects.select_related("sistem__instansi"), webhook.pk)
    if not can_manage_integrasi(by, webhook.sistem.instansi):
        raise PermissionDenied
    if webhook.stopped_at is not None:
        raise CannotIntegrate("Pemberitahuan ke alamat ini sudah dihentikan.")
    pengiriman = Pengiriman.objects.create(
        webhook=webhook, peristiwa=Peristiwa.UJI, coba_at=at, created_at=at,
        isi={"pada": at.isoformat(), "instansi": webhook.sistem.instansi.kode},
    )  # fmt: skip
    enqueue("integrasi.webhook", by=None, at=at, kunci="sekarang")
    jejak.record("integrasi.uji_webhook", webhook.sistem, by=by, at=at, rincian={"webhook": webhook.pk})
    return pengiriman


@transaction.atomic
def resend_pengiriman(pengiriman: Pengiriman, *, by: User, at: datetime) -> None:
    """One that was given up starts anew, with the same delivery id."""
    satu = lock_row(Pengiriman.objects.select_related("webhook__sistem__instansi"), pengiriman.pk)
    sistem = satu.webhook.sistem
    if not can_manage_integrasi(by, sistem.instansi):
        raise PermissionDenied
    if satu.keadaan != KeadaanPengiriman.MENYERAH or satu.webhook.stopped_at is not None:
        raise CannotIntegrate("Hanya pemberitahuan yang tidak sampai yang dapat dikirim lagi.")
    satu.keadaan, satu.percobaan, satu.coba_at = KeadaanPengiriman.ANTRE.value, 0, at
    satu.save(update_fields=["keadaan", "percobaan", "coba_at"])
    enqueue("integrasi.webhook", by=None, at=at, kunci="sekarang")
    jejak.record("integrasi.kirim_lagi", sistem, by=by, at=at, rincian={"pengiriman": satu.pk})


def store_outcomes(daftar: Sequence[tuple[Pengiriman, HasilKirim]], *, at: datetime) -> None:
    """Inside the part of the job. A webhook that was stopped meanwhile keeps what stopping wrote."""
    for pengiriman, hasil in daftar:
        _apply(pengiriman, hasil, at=at)
        isi = {
            nama: getattr(pengiriman, nama)
            for nama in ("keadaan", "percobaan", "coba_at", "jawaban", "galat", "sent_at")
        }
        antre = Pengiriman.objects.filter(pk=pengiriman.pk, keadaan=KeadaanPengiriman.ANTRE)
        if antre.update(**isi) and pengiriman.keadaan == KeadaanPengiriman.MENYERAH:
            rincian = {"webhook": pengiriman.webhook_id, "pengiriman": pengiriman.pk}
            sistem = pengiriman.webhook.sistem
            jejak.record("integrasi.webhook_menyerah", sistem, by=None, at=at, rincian=rincian)


def _apply(pengiriman: Pengiriman, hasil: HasilKirim, *, at: datetime) -> None:
    pengiriman.jawaban, pengiriman.galat = hasil.status, hasil.galat[:200]
    pengiriman.percobaan += 1
    if hasil.diterima:
        pengiriman.keadaan, pengiriman.sent_at = KeadaanPengiriman.TERKIRIM.value, at
    elif pengiriman.percobaan > len(PAUSA):
        pengiriman.keadaan = KeadaanPengiriman.MENYERAH.value
    else:
        pengiriman.coba_at = at + PAUSA[pengiriman.percobaan - 1]
