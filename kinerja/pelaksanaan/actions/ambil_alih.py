"""The leader takes over a result that its owner cannot finish (Pasal 20 ayat (6)–(8))."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.pelaksanaan.permissions import BERJALAN, can_take_over_rhk
from kinerja.perencanaan.models import SKP, RencanaHasilKerja

if TYPE_CHECKING:
    from kinerja.akun.models import User

DASAR = "PermenPANRB 6/2022 Pasal 20 ayat (6)–(8)"
CATATAN_TERPENDEK = 20


class CannotTakeOver(Exception):
    """The result cannot be taken over; the message says why."""


@transaction.atomic
def take_over_rhk(rhk: RencanaHasilKerja, *, catatan: str, by: User, at: datetime) -> None:
    """Marks the result as taken over, with the note that the evaluation will weigh (ayat (7) and (8))."""
    rhk = RencanaHasilKerja.objects.select_for_update().get(pk=rhk.pk)
    skp = SKP.objects.get(pk=rhk.skp_id)
    if not can_take_over_rhk(by, skp):
        raise PermissionDenied
    if skp.status not in BERJALAN:
        raise CannotTakeOver(
            f"SKP ini berstatus “{skp.get_status_display()}”. Yang dapat diambil alih adalah hasil kerja pada SKP "
            "yang sedang berjalan."
        )
    if rhk.diambil_alih_at is not None:
        raise CannotTakeOver("Rencana hasil kerja ini sudah diambil alih; catatannya tersimpan.")
    catatan = catatan.strip()
    if len(catatan) < CATATAN_TERPENDEK:
        raise CannotTakeOver(
            "Tulis catatannya: apa yang tidak dapat diselesaikan dan bantuan apa yang sudah diberikan. "
            "Catatan ini dibaca pegawai dan dipertimbangkan dalam evaluasi."
        )
    rhk.diambil_alih_at = at
    rhk.catatan_ambil_alih = catatan
    rhk.save(update_fields=["diambil_alih_at", "catatan_ambil_alih"])
    jejak.record(
        "rhk.ambil_alih", skp, by=by, at=at, rincian={"rhk": rhk.pk, "catatan": catatan}, dasar=DASAR
    )
