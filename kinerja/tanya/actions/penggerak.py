"""Appointing a penggerak, and the end of his term."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.tanya import permissions
from kinerja.tanya.models import Penggerak


class CannotAppoint(Exception):
    """The appointment does not fit; the message says why and what to do."""


@dataclass(frozen=True, kw_only=True)
class IsianPenggerak:
    """Without `selesai_on` until somebody ends it."""

    pegawai: Pegawai
    unit: UnitKerja
    mulai_on: date
    selesai_on: date | None = None
    alasan: str = ""


@transaction.atomic
def appoint_penggerak(*, isian: IsianPenggerak, by: User, at: datetime) -> Penggerak:
    if not permissions.can_appoint(by, isian.unit):
        raise PermissionDenied
    # Two admins may press at once: the unit is locked, and the second one reads what the first one did.
    unit = lock_row(UnitKerja.objects.select_related("instansi"), isian.unit.pk)
    _refuse(isian, unit, on=unit.instansi.tanggal(at))
    penggerak = Penggerak.objects.create(
        unit_kerja=unit,
        pegawai=isian.pegawai,
        mulai_on=isian.mulai_on,
        selesai_on=isian.selesai_on,
        alasan=isian.alasan.strip(),
        ditunjuk_at=at,
        ditunjuk_oleh=by,
    )
    rincian = {"unit": unit.nama, "mulai_on": isian.mulai_on, "selesai_on": isian.selesai_on}
    jejak.record("penggerak.tunjuk", penggerak, by=by, at=at, rincian=rincian)
    return penggerak


def _refuse(isian: IsianPenggerak, unit: UnitKerja, *, on: date) -> None:
    nama = isian.pegawai.nama
    if isian.pegawai.instansi_id != unit.instansi_id:
        raise CannotAppoint("Penggerak harus pegawai instansi yang sama.")
    if unit.dibubarkan_on is not None and unit.dibubarkan_on <= on:
        raise CannotAppoint(f"{unit.nama} sudah dibubarkan. Pilih unit penggantinya.")
    if isian.pegawai.status != StatusPegawai.AKTIF or isian.pegawai.user_id is None:
        raise CannotAppoint(
            f"{nama} sedang tidak bertugas atau belum punya akun, jadi belum dapat menjawab. Pilih orang lain."
        )
    if isian.mulai_on > on:
        raise CannotAppoint(
            f"Penunjukan mulai berlaku begitu dicatat. Pilih hari ini ({format_tanggal(on)}) atau sebelumnya, "
            "atau catat nanti pada harinya."
        )
    if isian.selesai_on is not None and isian.selesai_on < on:
        raise CannotAppoint("Hari terakhirnya sudah lewat. Pilih hari ini atau sesudahnya, atau kosongkan.")
    if Penggerak.objects.filter(unit_kerja=unit, pegawai=isian.pegawai, diakhiri_at__isnull=True).exists():
        raise CannotAppoint(f"{nama} sudah penggerak {unit.nama}. Akhiri dahulu bila masanya berubah.")


@transaction.atomic
def end_penggerak(penggerak: Penggerak, *, by: User, at: datetime) -> Penggerak:
    """The row stays; what he answered stays with whoever asked."""
    penggerak = _lock(penggerak)
    if not permissions.can_appoint(by, penggerak.unit_kerja):
        raise PermissionDenied
    if penggerak.diakhiri_at is not None:
        raise CannotAppoint("Penunjukan ini sudah berakhir.")
    return _close(penggerak, by=by, at=at)


@transaction.atomic
def expire_penggerak(penggerak: Penggerak, *, at: datetime) -> bool:
    """False when it was ended meanwhile, or its last day is not over."""
    penggerak = _lock(penggerak)
    on = penggerak.unit_kerja.instansi.tanggal(at)
    if penggerak.diakhiri_at is not None or penggerak.selesai_on is None or penggerak.selesai_on >= on:
        return False
    _close(penggerak, by=None, at=at)
    return True


def _lock(penggerak: Penggerak) -> Penggerak:
    return lock_row(Penggerak.objects.select_related("unit_kerja__instansi", "pegawai"), penggerak.pk)


def _close(penggerak: Penggerak, *, by: User | None, at: datetime) -> Penggerak:
    penggerak.diakhiri_at, penggerak.diakhiri_oleh = at, by
    penggerak.save(update_fields=["diakhiri_at", "diakhiri_oleh"])
    rincian = {"unit": penggerak.unit_kerja.nama}
    jejak.record("penggerak.akhiri", penggerak, by=by, at=at, rincian=rincian)
    return penggerak
