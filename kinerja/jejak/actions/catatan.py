"""Adding to the trail, and sealing it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import connection, models, transaction

from kinerja.jejak.models import Catatan, Segel
from kinerja.jejak.sidik import AWAL_RANTAI, sidik_dari

if TYPE_CHECKING:
    from kinerja.akun.models import User

SALURAN = "kinerja_jejak"  # docs/adr/0020
# The way from a row to its instansi, nearest first.
_JALAN = (
    "skp",
    "evaluasi",
    "realisasi",
    "indikator",
    "rhk",
    "unit_kerja",
    "penempatan",
    "periode",
    "pegawai",
)


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
        instansi_id=_instansi_of(objek, by),
        rincian=json.loads(json.dumps(rincian or {}, default=str)),
        dasar=dasar,
    )
    catatan.sidik = sidik_dari(catatan.isi())
    catatan.save(force_insert=True)
    _tell()
    return catatan


def _tell() -> None:
    """On PostgreSQL whoever follows the trail hears of it when this transaction commits; elsewhere he looks."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, '')", [SALURAN])


def _instansi_of(objek: models.Model, by: User | None) -> int | None:
    """The instansi of the row; when the row does not lead there, that of the actor. Reads what is loaded already."""
    nomor = _walk(objek, sisa=4)
    pegawai = by._state.fields_cache.get("pegawai") if by else None
    return nomor if nomor is not None else getattr(pegawai, "instansi_id", None)


def _walk(objek: models.Model, *, sisa: int) -> int | None:
    if objek._meta.label_lower == "kepegawaian.instansi":
        return int(objek.pk)
    nomor: int | None = getattr(objek, "instansi_id", None)
    if nomor is not None or sisa == 0:
        return nomor
    for nama in _JALAN:
        berikutnya = objek._state.fields_cache.get(nama)
        if isinstance(berikutnya, models.Model) and (nomor := _walk(berikutnya, sisa=sisa - 1)) is not None:
            return nomor
    return None


@transaction.atomic
def seal(*, at: datetime, ukuran: int = 1000) -> Segel | None:
    """Seals the oldest unsealed events, at most `ukuran` of them. None when there is nothing to seal."""
    _wait_for_writers()
    terakhir = Segel.objects.select_for_update().order_by("-id").first()
    mulai = terakhir.sampai_id if terakhir else 0
    baris = list(Catatan.objects.filter(id__gt=mulai).order_by("id").values_list("id", "sidik")[:ukuran])
    if not baris:
        return None
    segel = Segel(
        at=at,
        dari_id=baris[0][0],
        sampai_id=baris[-1][0],
        daftar_sidik=[[nomor, sidik] for nomor, sidik in baris],
        sidik_sebelum=terakhir.sidik if terakhir else AWAL_RANTAI,
    )
    segel.sidik = sidik_dari(segel.isi())
    segel.save(force_insert=True)
    return segel


def _wait_for_writers() -> None:
    """An event still being written may hold a lower number than a finished one; sealing past it would miss it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {connection.ops.quote_name(Catatan._meta.db_table)} IN SHARE MODE")
