"""Accounts of people in one's unit: temporary passwords, lost telephones, roles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from kinerja.akun import actions as akun
from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.actions.perpindahan import refuse_unmanaged
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.models import Pegawai, Peran, UnitKerja
from kinerja.kepegawaian.permissions import can_give_credentials, can_manage_kepegawaian
from kinerja.lib.baris import lock_row

SEKALI = 50  # a hash is dear on purpose: fifty take about a second


class CannotGivePassword(Exception):
    """The passwords cannot be handed out; the message says why."""


class CannotAssignPeran(Exception):
    """The role cannot be given; the message says why."""


@transaction.atomic
def give_passwords(daftar: Sequence[Pegawai], *, by: User, at: datetime) -> list[tuple[Pegawai, str]]:
    """Temporary passwords, to be shown or printed once and nowhere kept."""
    if len(daftar) > SEKALI:
        raise CannotGivePassword(f"Sekali bagi paling banyak {SEKALI} orang. Bagi menjadi beberapa kali.")
    hasil = []
    for pegawai in daftar:
        _refuse_higher(pegawai, by=by, at=at)
        if pegawai.user is None:
            raise CannotGivePassword(f"{pegawai} belum mempunyai akun. Impor dahulu datanya.")
        hasil.append((pegawai, akun.set_temporary_password(pegawai.user, by=by, at=at)))
    return hasil


@transaction.atomic
def remove_second_steps(pegawai: Pegawai, *, by: User, at: datetime) -> int:
    _refuse_higher(pegawai, by=by, at=at)
    return akun.remove_second_steps(pegawai.user, by=by, at=at) if pegawai.user else 0


@transaction.atomic
def assign_peran(
    pegawai: Pegawai, *, jenis: JenisPeran, unit: UnitKerja, on: date, by: User, at: datetime
) -> Peran:
    if not can_manage_kepegawaian(by, jalur=unit.jalur) or unit.instansi_id != pegawai.instansi_id:
        raise PermissionDenied
    if pegawai.user is None:
        raise CannotAssignPeran(f"{pegawai} belum mempunyai akun, jadi belum dapat diberi peran.")
    try:
        with transaction.atomic():
            peran = Peran.objects.create(user=pegawai.user, jenis=jenis, unit_kerja=unit, mulai_on=on)
    except IntegrityError:
        raise CannotAssignPeran(f"{pegawai} sudah menjadi {jenis.label} untuk {unit}.") from None
    jejak.record(
        "kepegawaian.beri_peran",
        pegawai,
        by=by,
        at=at,
        rincian={"jenis": jenis, "unit": unit.pk, "mulai_on": on},
    )
    return peran


@transaction.atomic
def end_peran(peran: Peran, *, on: date, by: User, at: datetime) -> None:
    peran = lock_row(Peran.objects.select_related("unit_kerja", "user"), peran.pk)
    if not can_manage_kepegawaian(by, jalur=peran.unit_kerja.jalur):
        raise PermissionDenied
    if peran.user_id == by.pk and peran.jenis == JenisPeran.ADMIN_INSTANSI:
        raise CannotAssignPeran(
            "Anda tidak dapat mencabut peran admin Anda sendiri, supaya instansi tidak kehilangan admin terakhirnya. "
            "Mintalah admin lain melakukannya."
        )
    if peran.selesai_on is None:
        peran.selesai_on = max(on, peran.mulai_on)
        peran.save(update_fields=["selesai_on"])
        rincian = {"jenis": peran.jenis, "unit": peran.unit_kerja_id}
        jejak.record("kepegawaian.cabut_peran", peran.user, by=by, at=at, rincian=rincian)


def _refuse_higher(pegawai: Pegawai, *, by: User, at: datetime) -> None:
    on = timezone.localdate(at)
    refuse_unmanaged(pegawai, by=by, on=on)
    if not can_give_credentials(by, pegawai, on=on):
        raise CannotGivePassword(
            f"{pegawai} juga memegang jabatan atau peran di luar unit yang Anda kelola, jadi akunnya diurus admin "
            "instansi. Mintalah admin instansi melakukannya."
        )
