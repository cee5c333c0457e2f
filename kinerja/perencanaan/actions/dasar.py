"""What every action on a plan begins and ends with: the lock, the two tabs, the growing revisi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from kinerja.perencanaan import permissions
from kinerja.perencanaan.models import SKP

if TYPE_CHECKING:
    from kinerja.akun.models import User


class CannotChangeSKP(Exception):
    """The plan does not take this change; the message tells its reader what to do."""


class SKPChangedMeanwhile(CannotChangeSKP):
    """Somebody, perhaps the same person in another tab, saved first."""

    def __init__(self) -> None:
        super().__init__(
            "SKP ini baru saja berubah dari tab atau perangkat lain, jadi isian ini belum disimpan. "
            "Yang Anda ketik masih ada di bawah. Bandingkan dengan isi terbaru, lalu simpan sekali lagi."
        )


def lock(skp: SKP, *, revisi: int | None = None) -> SKP:
    """The plan as it is now, held until the transaction ends; `revisi` is what the writer had before his eyes."""
    terkunci = SKP.objects.select_for_update().get(pk=skp.pk)
    if revisi is not None and terkunci.revisi != revisi:
        raise SKPChangedMeanwhile
    return terkunci


def lock_for_edit(skp: SKP, *, by: User, revisi: int | None) -> SKP:
    terkunci = lock(skp)
    if not permissions.owns(by, terkunci):
        raise PermissionDenied
    if not permissions.is_disusun(terkunci):
        raise CannotChangeSKP(
            f"SKP berstatus “{terkunci.get_status_display()}”, jadi isinya tidak dapat diubah sekarang. "
            "Tarik kembali pengajuannya, atau buka perubahan bila SKP sudah ditetapkan."
        )
    if revisi is not None and terkunci.revisi != revisi:
        raise SKPChangedMeanwhile
    return terkunci


def touch(skp: SKP) -> None:
    """Another saved edit: a second tab will notice."""
    skp.revisi += 1
    skp.save(update_fields=["revisi"])
