"""Signing the record of guidance: the guide first, then the employee, who may hand it back."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.bimbingan import permissions
from kinerja.bimbingan.actions.dasar import CannotGuide, StaleBimbingan, lock_bimbingan, require_running
from kinerja.bimbingan.actions.usul import ALASAN_TERPENDEK
from kinerja.bimbingan.istilah import KeadaanBimbingan
from kinerja.bimbingan.models import Bimbingan
from kinerja.jejak import actions as jejak


@transaction.atomic
def sign_as_pembimbing(bimbingan: Bimbingan, *, revisi: int, by: User, at: datetime) -> Bimbingan:
    """Locks the content until the employee has signed or handed it back."""
    bimbingan = lock_bimbingan(bimbingan)
    if not permissions.is_pembimbing(by, bimbingan):
        raise PermissionDenied
    require_running(bimbingan)
    if revisi != bimbingan.revisi:
        raise StaleBimbingan
    if kurang := kekurangan(bimbingan):
        raise CannotGuide(" ".join(kurang))
    bimbingan.keadaan, bimbingan.pembimbing_signed_at = KeadaanBimbingan.DITANDATANGANI, at
    bimbingan.save(update_fields=["keadaan", "pembimbing_signed_at"])
    jejak.record("bimbingan.tanda_tangan", bimbingan, by=by, at=at, rincian={"sebagai": "pembimbing"})
    return bimbingan


@transaction.atomic
def sign_as_pegawai(bimbingan: Bimbingan, *, by: User, at: datetime) -> Bimbingan:
    bimbingan = _waiting_for_employee(bimbingan, by=by)
    bimbingan.keadaan, bimbingan.pegawai_signed_at = KeadaanBimbingan.SELESAI, at
    bimbingan.catatan = ""
    bimbingan.save(update_fields=["keadaan", "pegawai_signed_at", "catatan"])
    jejak.record("bimbingan.tanda_tangan", bimbingan, by=by, at=at, rincian={"sebagai": "pegawai"})
    return bimbingan


@transaction.atomic
def hand_back(bimbingan: Bimbingan, *, alasan: str, by: User, at: datetime) -> Bimbingan:
    """The guide's signature falls, and both may write again."""
    bimbingan = _waiting_for_employee(bimbingan, by=by)
    if len(alasan.strip()) < ALASAN_TERPENDEK:
        raise CannotGuide("Tuliskan apa yang perlu diperbaiki sebelum Anda menandatangani.")
    bimbingan.keadaan, bimbingan.pembimbing_signed_at = KeadaanBimbingan.BERJALAN, None
    bimbingan.catatan = alasan.strip()
    bimbingan.save(update_fields=["keadaan", "pembimbing_signed_at", "catatan"])
    jejak.record("bimbingan.kembalikan", bimbingan, by=by, at=at)
    return bimbingan


def _waiting_for_employee(bimbingan: Bimbingan, *, by: User) -> Bimbingan:
    bimbingan = lock_bimbingan(bimbingan)
    if not permissions.is_dibimbing(by, bimbingan):
        raise PermissionDenied
    if bimbingan.keadaan != KeadaanBimbingan.DITANDATANGANI:
        raise CannotGuide("Pembimbing belum menandatangani, atau dokumen ini sudah selesai.")
    return bimbingan


def kekurangan(bimbingan: Bimbingan) -> list[str]:
    """What Format B.1.6 or B.1.7 still lacks."""
    kurang = kekurangan_pegawai(bimbingan)
    if bimbingan.is_coaching:
        if any(not butir.langkah for butir in bimbingan.daftar_butir.all()):
            kurang.append("Langkah ke depan belum diisi untuk setiap indikator.")
    elif not bimbingan.daftar_jurnal.exists():
        kurang.append("Jurnal mentoring masih kosong.")
    return kurang


def kekurangan_pegawai(bimbingan: Bimbingan) -> list[str]:
    """The part of it that the employee fills in, before they meet."""
    if not bimbingan.is_coaching:
        ada = bimbingan.daftar_tujuan.exists()
        return [] if ada else ["Pegawai belum mengisi keahlian yang akan dikembangkan."]
    kurang: list[str] = []
    if not bimbingan.daftar_butir.all():
        kurang.append("Pegawai belum mengisi tujuan dan fakta untuk satu indikator pun.")
    if not bimbingan.peluang:
        kurang.append("Pegawai belum mengisi peluang: apa yang dapat ia lakukan.")
    return kurang
