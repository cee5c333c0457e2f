"""What every action of a pembinaan begins with: the row locked, and in the hands it belongs to today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from kinerja.lib.baris import lock_row
from kinerja.pembinaan import permissions
from kinerja.pembinaan.actions.perpindahan import follow_person
from kinerja.pembinaan.istilah import StatusPembinaan
from kinerja.pembinaan.models import RencanaPembinaan

if TYPE_CHECKING:
    from datetime import datetime

    from kinerja.akun.models import User

ALASAN_TERPENDEK = 20


class CannotCoach(Exception):
    """This step cannot be taken now; the message says why, and what can be done instead."""


def lock_rencana(rencana: RencanaPembinaan, *, at: datetime) -> RencanaPembinaan:
    kini = lock_row(
        RencanaPembinaan.objects.select_related(
            "pegawai", "penilai", "atasan_penilai", "unit_kerja", "instansi", "evaluasi__periode"
        ),
        rencana.pk,
    )
    return follow_person(kini, at=at)


def lock_for_leader(rencana: RencanaPembinaan, *, by: User, at: datetime) -> RencanaPembinaan:
    rencana = lock_rencana(rencana, at=at)
    if not permissions.can_lead(by, rencana):
        raise PermissionDenied
    require_open(rencana)
    return rencana


def require_open(rencana: RencanaPembinaan) -> None:
    if not rencana.terbuka:
        raise CannotCoach(
            f"Pembinaan ini sudah selesai dengan hasil “{rencana.get_hasil_display()}”, jadi tidak dapat diubah lagi."
        )


def require_running(rencana: RencanaPembinaan) -> None:
    require_open(rencana)
    if rencana.status != StatusPembinaan.BERJALAN:
        raise CannotCoach("Rencana ini belum ditandatangani penilai. Tandatangani dahulu, lalu lanjutkan.")


def clean_text(teks: str, sebutan: str, *, terpendek: int = 5) -> str:
    teks = teks.strip()
    if len(teks) < terpendek:
        raise CannotCoach(f"Tuliskan {sebutan} sedikit lebih lengkap, paling sedikit {terpendek} huruf.")
    return teks
