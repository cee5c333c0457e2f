"""Following the trail (docs/adr/0019-pengikut-jejak.md): each event becomes a message to whoever asked for it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.conf import settings

from kinerja.integrasi.istilah import PETA_PERISTIWA, Peristiwa
from kinerja.integrasi.models import Pengiriman, Webhook
from kinerja.jejak import actions as jejak
from kinerja.jejak.models import Catatan

PENGIKUT = "integrasi"
# Where a system reads more, if its token may: nothing of the record itself travels with the message.
TAUTAN = {
    "perencanaan.skp": "/api/v1/skp/{}",
    "penilaian.evaluasi": "/api/v1/hasil/{}",
    "kepegawaian.pegawai": "/api/v1/pegawai/{}",
    "kepegawaian.impor": "/api/v1/impor/{}",
}


def start_following(*, sampai: int) -> None:
    """The first run begins at the oldest webhook's first day: nothing between making it and this run is lost."""
    mulai = Webhook.objects.order_by("mulai_id").values_list("mulai_id", flat=True).first()
    jejak.start_following(PENGIKUT, sesudah=sampai if mulai is None else min(mulai, sampai))


def follow_trail(*, sampai: int, at: datetime) -> bool:
    """Queues the messages of the next lines, in the caller's transaction. Whether more are waiting."""
    daftar = list(Webhook.objects.filter(stopped_at=None).select_related("sistem__instansi").order_by("id"))
    instansi = {webhook.sistem.instansi_id for webhook in daftar}
    with jejak.next_lines(PENGIKUT, sampai=sampai) as bagian:
        baris = bagian.baris.filter(tindakan__in=PETA_PERISTIWA, instansi_id__in=instansi)
        pesan = [
            _message(webhook, catatan, at=at)
            for catatan in baris.defer("rincian", "sidik")
            for webhook in daftar
            if _listens(webhook, catatan)
        ]
        Pengiriman.objects.bulk_create(pesan, ignore_conflicts=True)
    return not bagian.terakhir


def _listens(webhook: Webhook, catatan: Catatan) -> bool:
    return (
        webhook.sistem.instansi_id == catatan.instansi_id
        and catatan.pk > webhook.mulai_id
        and PETA_PERISTIWA[catatan.tindakan] in webhook.daftar_peristiwa
    )


def _message(webhook: Webhook, catatan: Catatan, *, at: datetime) -> Pengiriman:
    peristiwa = PETA_PERISTIWA[catatan.tindakan]
    return Pengiriman(
        webhook=webhook,
        catatan_id=catatan.pk,
        peristiwa=peristiwa,
        isi=_content(webhook, catatan, peristiwa),
        coba_at=at,
        created_at=at,
    )


def _content(webhook: Webhook, catatan: Catatan, peristiwa: Peristiwa) -> dict[str, Any]:
    jalur, kita = TAUTAN.get(catatan.objek_jenis), settings.KINERJA_ALAMAT.rstrip("/")
    return {
        "pada": catatan.at.astimezone(UTC).isoformat(),
        "instansi": webhook.sistem.instansi.kode,
        "objek": {"jenis": catatan.objek_jenis, "id": catatan.objek_id},
        "tautan": f"{kita}{jalur.format(catatan.objek_id)}" if jalur else None,
    }
