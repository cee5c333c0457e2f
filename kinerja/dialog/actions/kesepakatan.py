"""Agreed actions: they stay until they are done, or dropped with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.dialog import permissions
from kinerja.dialog.actions.dasar import CannotTalk, lock_dialog, require_pair
from kinerja.dialog.istilah import KeadaanDialog, KeadaanKesepakatan, Pihak
from kinerja.dialog.models import DialogKinerja, Kesepakatan
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.baris import lock_row


@dataclass(frozen=True, kw_only=True)
class IsianKesepakatan:
    teks: str
    pemilik: Pihak
    batas_on: date


@transaction.atomic
def add_kesepakatan(dialog: DialogKinerja, *, isian: IsianKesepakatan, by: User, at: datetime) -> Kesepakatan:
    dialog, _ = lock_dialog(dialog, by=by)
    require_pair(dialog)
    if dialog.keadaan not in (KeadaanDialog.DISEPAKATI, KeadaanDialog.SELESAI):
        raise CannotTalk("Kesepakatan dicatat setelah waktu dialog disepakati.")
    if not isian.teks.strip():
        raise CannotTalk("Tulis dahulu apa yang disepakati.")
    if isian.batas_on < dialog.instansi.tanggal(at):
        raise CannotTalk("Tanggal itu sudah lewat. Pilih hari ini atau sesudahnya.")
    kesepakatan = Kesepakatan.objects.create(
        dialog=dialog,
        pegawai=dialog.pegawai,
        pemilik=dialog.penilai if isian.pemilik is Pihak.PENILAI else dialog.pegawai,
        teks=isian.teks.strip(),
        batas_on=isian.batas_on,
        agreed_at=at,
    )
    jejak.record("dialog.sepakat_tindakan", dialog, by=by, at=at, rincian={"batas_on": isian.batas_on})
    return kesepakatan


@transaction.atomic
def complete_kesepakatan(kesepakatan: Kesepakatan, *, by: User, at: datetime) -> Kesepakatan:
    kesepakatan = _lock(kesepakatan, by=by)
    return _close(kesepakatan, KeadaanKesepakatan.SELESAI, by=by, at=at)


@transaction.atomic
def drop_kesepakatan(kesepakatan: Kesepakatan, *, alasan: str, by: User, at: datetime) -> Kesepakatan:
    kesepakatan = _lock(kesepakatan, by=by)
    if not alasan.strip():
        raise CannotTalk("Tulis mengapa kesepakatan ini dilepas, supaya tidak tampak terlupa.")
    kesepakatan.alasan = alasan.strip()
    return _close(kesepakatan, KeadaanKesepakatan.DILEPAS, by=by, at=at)


def _lock(kesepakatan: Kesepakatan, *, by: User) -> Kesepakatan:
    kesepakatan = lock_row(Kesepakatan.objects.select_related("dialog__instansi"), kesepakatan.pk)
    if not permissions.can_close(by, kesepakatan):
        raise PermissionDenied
    if kesepakatan.keadaan != KeadaanKesepakatan.BERJALAN:
        raise CannotTalk(f"Kesepakatan ini sudah {kesepakatan.get_keadaan_display().lower()}.")
    return kesepakatan


def _close(kesepakatan: Kesepakatan, keadaan: KeadaanKesepakatan, *, by: User, at: datetime) -> Kesepakatan:
    kesepakatan.keadaan, kesepakatan.closed_at = keadaan.value, at
    kesepakatan.closed_by = lingkup(by).pegawai
    kesepakatan.save(update_fields=["keadaan", "alasan", "closed_at", "closed_by"])
    jejak.record(f"dialog.tindakan_{keadaan.value}", kesepakatan.dialog, by=by, at=at)
    return kesepakatan
