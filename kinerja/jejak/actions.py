"""Adding to the trail, and sealing it."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models, transaction

from kinerja.jejak.models import Catatan, Segel

if TYPE_CHECKING:
    from kinerja.akun.models import User

AWAL_RANTAI = "0" * 64


def sidik_dari(isi: object) -> str:
    """SHA-256 of the canonical JSON of `isi`."""
    teks = json.dumps(isi, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(teks.encode()).hexdigest()


def record(
    tindakan: str,
    objek: models.Model,
    *,
    by: User | None,
    at: datetime,
    rincian: dict[str, Any] | None = None,
    dasar: str = "",
) -> Catatan:
    """Writes one event inside the caller's transaction: no event without its change, no change without its event."""
    catatan = Catatan(
        at=at,
        pelaku=by,
        tindakan=tindakan,
        objek_jenis=objek._meta.label_lower,
        objek_id=str(objek.pk),
        instansi_id=getattr(objek, "instansi_id", None),
        rincian=json.loads(json.dumps(rincian or {}, default=str)),
        dasar=dasar,
    )
    catatan.sidik = sidik_dari(catatan.isi())
    catatan.save(force_insert=True)
    return catatan


@transaction.atomic
def seal(*, at: datetime, ukuran: int = 1000) -> Segel | None:
    """Seals the oldest unsealed events, at most `ukuran` of them. None when there is nothing to seal."""
    terakhir = Segel.objects.select_for_update().order_by("-id").first()
    mulai = terakhir.sampai_id if terakhir else 0
    baris = list(Catatan.objects.filter(id__gt=mulai).order_by("id").values_list("id", "sidik")[:ukuran])
    if not baris:
        return None
    sebelum = terakhir.sidik if terakhir else AWAL_RANTAI
    return Segel.objects.create(
        at=at,
        dari_id=baris[0][0],
        sampai_id=baris[-1][0],
        daftar_sidik=[[nomor, sidik] for nomor, sidik in baris],
        sidik_sebelum=sebelum,
        sidik=sidik_dari([sebelum, [[nomor, sidik] for nomor, sidik in baris]]),
    )
