"""The register of counsellors, kept by the admin."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.bimbingan.actions.dasar import CannotGuide
from kinerja.bimbingan.models import KonselorTerdaftar
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import Pegawai
from kinerja.kepegawaian.permissions import can_import
from kinerja.lib.baris import lock_row
from kinerja.peraturan.bimbingan import Konselor


class CannotRegister(CannotGuide):
    """Somebody cannot be entered like this; the message says why."""


@transaction.atomic
def register_konselor(
    pegawai: Pegawai, *, jenis: Konselor, dasar: str, mulai_on: date, by: User, at: datetime
) -> KonselorTerdaftar:
    pegawai = lock_row(Pegawai.objects.select_related("instansi"), pegawai.pk)
    if not can_import(by, pegawai.instansi):
        raise PermissionDenied
    if pegawai.user_id is None:
        raise CannotRegister(
            f"{pegawai.nama} belum punya akun. Konselor menerima dan mencatat di aplikasi ini."
        )
    if not dasar.strip():
        raise CannotRegister("Tuliskan SK penunjukan atau sertifikat pelatihan konselingnya.")
    if KonselorTerdaftar.objects.filter(pegawai=pegawai, selesai_on=None).exists():
        raise CannotRegister(
            f"{pegawai.nama} sudah terdaftar. Akhiri dahulu bila jenis atau dasarnya berubah."
        )
    konselor = KonselorTerdaftar.objects.create(
        instansi=pegawai.instansi, pegawai=pegawai, jenis=jenis, dasar=dasar.strip(), mulai_on=mulai_on
    )
    jejak.record("konselor.daftarkan", konselor, by=by, at=at, rincian={"jenis": jenis})
    return konselor


@transaction.atomic
def end_konselor(konselor: KonselorTerdaftar, *, by: User, at: datetime) -> KonselorTerdaftar:
    """No new case; those that run are finished by him."""
    konselor = lock_row(KonselorTerdaftar.objects.select_related("instansi"), konselor.pk)
    if not can_import(by, konselor.instansi):
        raise PermissionDenied
    if konselor.selesai_on is not None:
        raise CannotRegister("Penunjukan konselor ini sudah diakhiri.")
    konselor.selesai_on = max(konselor.instansi.tanggal(at), konselor.mulai_on)
    konselor.save(update_fields=["selesai_on"])
    jejak.record("konselor.akhiri", konselor, by=by, at=at)
    return konselor
