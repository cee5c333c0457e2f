"""Recaps come in by import; here a wrong one goes out, and minutes get their measure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import Instansi
from kinerja.lib.baris import lock_row
from kinerja.rekap.models import BelajarTercatat, PengaturanKehadiran, RekapKehadiran
from kinerja.rekap.permissions import can_manage_rekap

_MENIT_SEHARI = 24 * 60


class CannotSetPengaturan(Exception):
    """The measure cannot be kept; the message says why."""


@transaction.atomic
def remove_kehadiran(rekap: RekapKehadiran, *, by: User, at: datetime) -> None:
    rekap = lock_row(RekapKehadiran.objects.select_related("pegawai__instansi"), rekap.pk)
    if not can_manage_rekap(by, rekap.pegawai.instansi):
        raise PermissionDenied
    isi = {
        nama: getattr(rekap, nama)
        for nama in ("pegawai_id", "mulai_on", "selesai_on", "hari_kerja", "hadir", "alpa")
    }
    jejak.record("rekap.hapus", rekap, by=by, at=at, rincian=isi)
    rekap.delete()


@transaction.atomic
def set_pengaturan(
    instansi: Instansi, *, menit_per_hari: int | None, sumber: str, by: User, at: datetime
) -> PengaturanKehadiran:
    """Minutes that count as a day of absence; None: minutes are told and never counted."""
    if not can_manage_rekap(by, instansi):
        raise PermissionDenied
    if menit_per_hari is not None and not 1 <= menit_per_hari <= _MENIT_SEHARI:
        raise CannotSetPengaturan("Isi jumlah menit antara 1 dan 1.440, misalnya 450 untuk 7,5 jam.")
    if menit_per_hari is not None and not sumber.strip():
        raise CannotSetPengaturan("Tulis dasar penghitungannya, misalnya nomor peraturan kepala daerah.")
    pengaturan, _ = PengaturanKehadiran.objects.update_or_create(
        instansi=instansi, defaults={"menit_per_hari": menit_per_hari, "sumber": sumber.strip()[:300]}
    )
    jejak.record(
        "rekap.atur",
        pengaturan,
        by=by,
        at=at,
        rincian={"menit_per_hari": menit_per_hari, "sumber": sumber.strip()},
    )
    return pengaturan


@dataclass(frozen=True, kw_only=True)
class Belajar:
    """Verified learning that somebody above this app vouches for; `kunci` says what it comes from."""

    kunci: str
    pegawai_id: int
    judul: str
    selesai_on: date
    jp: int


def record_belajar(belajar: Belajar, *, di_luar_rekap: bool) -> BelajarTercatat:
    """Inside an action that has asked for permission, holds the transaction and writes the trail. Twice stays once."""
    catatan, _ = BelajarTercatat.objects.update_or_create(
        kunci=belajar.kunci,
        defaults={
            "pegawai_id": belajar.pegawai_id,
            "judul": belajar.judul[:300],
            "selesai_on": belajar.selesai_on,
            "jp": belajar.jp,
            "di_luar_rekap": di_luar_rekap,
        },
    )
    return catatan
