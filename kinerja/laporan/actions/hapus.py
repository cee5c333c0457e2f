"""Files go when their time is over, or when their owner no longer wants them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.laporan.berkas.ruang import Ruang
from kinerja.laporan.istilah import KeadaanUnduhan
from kinerja.laporan.models import Unduhan
from kinerja.laporan.permissions import can_remove
from kinerja.lib.baris import lock_row
from kinerja.pekerjaan.actions import cancel_pekerjaan

if TYPE_CHECKING:
    from kinerja.akun.models import User


@transaction.atomic
def remove_unduhan(unduhan: Unduhan, *, by: User, at: datetime) -> None:
    """Also while it is being made: the job is cancelled and its parts go."""
    kini = lock_row(Unduhan.objects.select_related("pekerjaan"), unduhan.pk)
    if not can_remove(by, kini):
        raise PermissionDenied
    pekerjaan = kini.pekerjaan
    if kini.keadaan == KeadaanUnduhan.DISIAPKAN and pekerjaan is not None and not pekerjaan.usai:
        cancel_pekerjaan(pekerjaan, by=by, at=at)
    jejak.record("laporan.hapus", kini, by=by, at=at, rincian={"judul": kini.judul})
    nomor = kini.pk
    kini.delete()
    transaction.on_commit(Ruang(nomor).wipe)


def wipe_unduhan(unduhan: Unduhan) -> None:
    """Its time is over. The folder first: a row without a file says so, a file without a row would stay for ever."""
    Ruang(unduhan.pk).wipe()
    unduhan.delete()
