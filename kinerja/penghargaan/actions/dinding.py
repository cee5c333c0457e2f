"""The recipient says whether he wants to be seen, and may change his mind any time."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.baris import lock_row
from kinerja.penghargaan.istilah import Tampil
from kinerja.penghargaan.models import PenerimaPenghargaan


@transaction.atomic
def set_tampil(penerima: PenerimaPenghargaan, *, tampil: Tampil, by: User, at: datetime) -> None:
    """Only he himself: neither the admin nor his superior puts him on the wall."""
    penerima = lock_row(PenerimaPenghargaan.objects.select_related("program"), penerima.pk)
    pegawai = lingkup(by).pegawai
    if pegawai is None or pegawai.pk != penerima.pegawai_id or tampil is Tampil.MENUNGGU:
        raise PermissionDenied
    if penerima.tampil == tampil:
        return
    penerima.tampil, penerima.tampil_at = tampil, at
    penerima.save(update_fields=["tampil", "tampil_at"])
    jejak.record("penghargaan.tampil", penerima.program, by=by, at=at, rincian={"tampil": tampil.value})
