"""Days off: national, cuti bersama, regional."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kebijakan.models import HariLibur, JenisLibur
from kinerja.kebijakan.permissions import can_manage_kalender
from kinerja.kepegawaian.models import Instansi
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal


class CannotSetLibur(Exception):
    """The holiday cannot be kept; the message says why."""


@dataclass(frozen=True, kw_only=True)
class IsianLibur:
    """A day off as somebody typed it."""

    tanggal: date
    nama: str
    jenis: JenisLibur = JenisLibur.NASIONAL


@transaction.atomic
def add_libur(instansi: Instansi, *, isian: IsianLibur, by: User, at: datetime) -> HariLibur:
    if not can_manage_kalender(by, instansi):
        raise PermissionDenied
    try:
        with transaction.atomic():
            libur = HariLibur.objects.create(
                instansi=instansi, tanggal=isian.tanggal, nama=isian.nama, jenis=isian.jenis
            )
    except IntegrityError:
        raise CannotSetLibur(_taken(instansi, isian.tanggal)) from None
    jejak.record("libur.tambah", libur, by=by, at=at, rincian=asdict(isian))
    return libur


@transaction.atomic
def change_libur(libur: HariLibur, *, isian: IsianLibur, by: User, at: datetime) -> None:
    libur = lock_row(HariLibur.objects.select_related("instansi"), libur.pk)
    if not can_manage_kalender(by, libur.instansi):
        raise PermissionDenied
    lama = {"tanggal": libur.tanggal, "nama": libur.nama, "jenis": libur.jenis}
    libur.tanggal, libur.nama, libur.jenis = isian.tanggal, isian.nama, isian.jenis
    try:
        with transaction.atomic():
            libur.save(update_fields=["tanggal", "nama", "jenis"])
    except IntegrityError:
        raise CannotSetLibur(_taken(libur.instansi, isian.tanggal)) from None
    jejak.record("libur.ubah", libur, by=by, at=at, rincian={"dari": lama, "ke": asdict(isian)})


@transaction.atomic
def remove_libur(libur: HariLibur, *, by: User, at: datetime) -> None:
    """A day off that was called off. The trail keeps what it was."""
    if not can_manage_kalender(by, libur.instansi):
        raise PermissionDenied
    rincian = {"tanggal": libur.tanggal, "nama": libur.nama, "jenis": libur.jenis}
    jejak.record("libur.hapus", libur, by=by, at=at, rincian=rincian)
    libur.delete()


@transaction.atomic
def import_libur(
    instansi: Instansi, *, daftar: Sequence[IsianLibur], by: User, at: datetime
) -> tuple[int, int]:
    """Adds days that are not there and renames those that are; returns how many of each."""
    if not can_manage_kalender(by, instansi):
        raise PermissionDenied
    ada = {libur.tanggal: libur for libur in HariLibur.objects.filter(instansi=instansi).order_by("id")}
    baru = {isian.tanggal: isian for isian in daftar if isian.tanggal not in ada}
    berubah = []
    for isian in daftar:
        libur = ada.get(isian.tanggal)
        if libur and (libur.nama, libur.jenis) != (isian.nama, isian.jenis):
            libur.nama, libur.jenis = isian.nama, isian.jenis
            berubah.append(libur)
    HariLibur.objects.bulk_create(
        HariLibur(instansi=instansi, tanggal=i.tanggal, nama=i.nama, jenis=i.jenis) for i in baru.values()
    )
    HariLibur.objects.bulk_update(berubah, ["nama", "jenis"])
    rincian = {"baru": len(baru), "berubah": len(berubah), "daftar": [asdict(isian) for isian in daftar]}
    jejak.record("libur.impor", instansi, by=by, at=at, rincian=rincian)
    return len(baru), len(berubah)


def _taken(instansi: Instansi, tanggal: date) -> str:
    ada = HariLibur.objects.filter(instansi=instansi, tanggal=tanggal).order_by("id").first()
    return f"{format_tanggal(tanggal)} sudah tercatat sebagai {ada.nama if ada else 'hari libur'}. Ubah yang sudah ada itu."
