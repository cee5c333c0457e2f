"""Carrying messages out: taken up for a while, sent side by side, the outcome stored. A killed worker loses none."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import json
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from django.conf import settings

from kinerja.akun.enkripsi import decrypt
from kinerja.integrasi.models import Pengiriman
from kinerja.lib.kirim import HasilKirim, JaringanBoleh, kirim

DIPEGANG = timedelta(minutes=5)
SEPUTARAN, SEALAMAT, UTAS = 64, 10, 8
SABAR = 15.0  # seconds for one address in one round

Hasil = tuple[Pengiriman, HasilKirim]


def claim_due(*, at: datetime) -> list[list[Pengiriman]]:
    """What is due, by address, at most a few of each: taken up for minutes, then due again if nobody says how it went.

    Inside a part of the job.
    """
    siap = Pengiriman.objects.due(at)
    alamat = siap.order_by("webhook_id").values_list("webhook_id", flat=True).distinct()[:SEPUTARAN]
    daftar: list[list[Pengiriman]] = []
    for webhook_id in list(alamat):
        milik = siap.filter(webhook_id=webhook_id).select_related("webhook__sistem__instansi")
        satu = list(
            milik.select_for_update(of=("self",), skip_locked=True).order_by("coba_at", "id")[:SEALAMAT]
        )
        if satu:
            daftar.append(satu)
    nomor = [p.pk for satu in daftar for p in satu]
    Pengiriman.objects.filter(pk__in=nomor).update(coba_at=at + DIPEGANG)
    return daftar


def send_all(daftar: Sequence[Sequence[Pengiriman]], *, at: datetime) -> list[Hasil]:
    """Addresses side by side, the messages of one in their order. Touches no table."""
    if not daftar:
        return []
    with ThreadPoolExecutor(max_workers=UTAS) as kumpulan:
        hasil = kumpulan.map(lambda satu: _send_to_one(satu, at=at), daftar)
        return [butir for satu in hasil for butir in satu]


def release(daftar: Sequence[Sequence[Pengiriman]], dikirim: Sequence[Hasil], *, at: datetime) -> None:
    """Those that were not tried because their address did not answer wait a minute, and no try is counted."""
    sudah = {pengiriman.pk for pengiriman, _ in dikirim}
    tunda = [p.pk for satu in daftar for p in satu if p.pk not in sudah]
    Pengiriman.objects.filter(pk__in=tunda).update(coba_at=at + timedelta(minutes=1))


def body_of(pengiriman: Pengiriman) -> bytes:
    isi = {"id": str(pengiriman.kode), "peristiwa": pengiriman.peristiwa, **pengiriman.isi}
    return json.dumps(isi, ensure_ascii=False, separators=(",", ":")).encode()


def signature(rahasia: str, badan: bytes, *, detik: int) -> str:
    """What the other side computes, too: HMAC-SHA256 over the second, a dot and the body."""
    tanda = hmac.new(rahasia.encode(), f"{detik}.".encode() + badan, hashlib.sha256).hexdigest()
    return f"t={detik},v1={tanda}"


def _send_to_one(daftar: Sequence[Pengiriman], *, at: datetime) -> list[Hasil]:
    hasil: list[Hasil] = []
    selesai = time.monotonic() + SABAR
    for pengiriman in daftar:
        jawaban = _send(pengiriman, at=at)
        hasil.append((pengiriman, jawaban))
        if jawaban.status is None or time.monotonic() > selesai:
            break
    return hasil


def _send(pengiriman: Pengiriman, *, at: datetime) -> HasilKirim:
    badan = body_of(pengiriman)
    kepala = {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "Kinerja-Webhook/1",
        "Kinerja-Peristiwa": pengiriman.peristiwa,
        "Kinerja-Pengiriman": str(pengiriman.kode),
        "Kinerja-Tanda": signature(decrypt(pengiriman.webhook.rahasia), badan, detik=int(at.timestamp())),
        "Connection": "close",
    }
    return kirim(
        pengiriman.webhook.alamat,
        badan,
        kepala=kepala,
        jaringan=jaringan_boleh(),
        batas=settings.KINERJA_WEBHOOK_DETIK,
    )


def jaringan_boleh() -> JaringanBoleh:
    return [ipaddress.ip_network(satu.strip(), strict=False) for satu in settings.KINERJA_WEBHOOK_JARINGAN]
