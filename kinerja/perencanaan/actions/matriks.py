"""Writing the matriks peran dan hasil: cells, and people from other units."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.perencanaan import permissions
from kinerja.perencanaan.actions.dasar import CannotChangeSKP, lock
from kinerja.perencanaan.models import SKP, IndikatorKinerja, SelMatriks

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Penempatan


@transaction.atomic
def write_sel(
    indikator: IndikatorKinerja, *, penempatan: Penempatan, peran_hasil: str, by: User, at: datetime
) -> SelMatriks:
    """What one person contributes to one indicator; empty means that he has no part in it."""
    skp = _lock(indikator.rhk.skp, by=by)
    _check_person(skp, penempatan)
    sel, _ = SelMatriks.objects.update_or_create(
        indikator=indikator, penempatan=penempatan, defaults={"peran_hasil": peran_hasil.strip()}
    )
    jejak.record(
        "matriks.write", skp, by=by, at=at, rincian={"indikator": indikator.pk, "penempatan": penempatan.pk}
    )
    return sel


@transaction.atomic
def add_to_matriks(skp: SKP, *, penempatan: Penempatan, by: User, at: datetime) -> None:
    """A row for somebody of another unit; his cells begin empty."""
    skp = _lock(skp, by=by)
    _check_person(skp, penempatan)
    indikator = IndikatorKinerja.objects.filter(rhk__skp=skp).order_by("id").first()
    if indikator is None:
        raise CannotChangeSKP("Tulis dulu paling sedikit satu indikator pada SKP Anda, lalu bagi perannya.")
    SelMatriks.objects.get_or_create(indikator=indikator, penempatan=penempatan)
    jejak.record("matriks.add", skp, by=by, at=at, rincian={"penempatan": penempatan.pk})


@transaction.atomic
def remove_from_matriks(skp: SKP, *, penempatan: Penempatan, by: User, at: datetime) -> None:
    """Takes a row out; a member of the team stays, with empty cells."""
    skp = _lock(skp, by=by)
    SelMatriks.objects.filter(indikator__rhk__skp=skp, penempatan=penempatan).delete()
    jejak.record("matriks.remove", skp, by=by, at=at, rincian={"penempatan": penempatan.pk})


def _lock(skp: SKP, *, by: User) -> SKP:
    skp = lock(skp)
    if not permissions.owns(by, skp):
        raise PermissionDenied
    if not permissions.can_edit_matriks(by, skp):
        raise CannotChangeSKP(
            f"SKP berstatus “{skp.get_status_display()}”, jadi matriksnya tidak dapat diubah lagi."
        )
    return skp


def _check_person(skp: SKP, penempatan: Penempatan) -> None:
    if penempatan.pegawai.instansi_id != skp.instansi_id:
        raise PermissionDenied
    if penempatan.pegawai_id == skp.pegawai_id:
        raise CannotChangeSKP("Matriks membagi peran kepada orang lain. Peran Anda sendiri adalah SKP ini.")
