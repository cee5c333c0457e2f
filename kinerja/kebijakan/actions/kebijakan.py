"""The agency's method: a version in force is succeeded, never edited."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kebijakan.models import Kebijakan
from kinerja.kebijakan.permissions import can_manage_kebijakan
from kinerja.kepegawaian.models import UnitKerja
from kinerja.lib.tanggal import format_tanggal
from kinerja.peraturan.jadwal import (
    JenisPeriode,
    kesesuaian_periode_pendokumentasian,
)


class CannotSucceed(Exception):
    """The policy cannot be succeeded; the message says why."""


@dataclass(frozen=True, kw_only=True)
class IsianKebijakan:
    """What a policy says, before it has a version."""

    berlaku_on: date
    dasar: str
    frekuensi_dokumentasi: JenisPeriode
    frekuensi_evaluasi: JenisPeriode
    jendela_evaluasi_hari: int
    sebagian_besar: Decimal
    sebagian_kecil: Decimal


@transaction.atomic
def succeed_kebijakan(unit: UnitKerja, *, isian: IsianKebijakan, by: User, at: datetime) -> Kebijakan:
    """A new version for the unit and all below it; the one in force stays as it was for what was made under it."""
    unit = UnitKerja.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    if not can_manage_kebijakan(by, unit):
        raise PermissionDenied
    terakhir = Kebijakan.objects.filter(unit_kerja=unit).order_by("-versi").first()
    _refuse_unusable(isian, terakhir, hari_ini=timezone.localdate(at))
    kebijakan = Kebijakan.objects.create(
        unit_kerja=unit, versi=terakhir.versi + 1 if terakhir else 1, dibuat_oleh=by, **asdict(isian)
    )
    jejak.record(
        "kebijakan.tetapkan", kebijakan, by=by, at=at, rincian={"versi": kebijakan.versi, **asdict(isian)}
    )
    return kebijakan


def _refuse_unusable(isian: IsianKebijakan, terakhir: Kebijakan | None, *, hari_ini: date) -> None:
    if isian.berlaku_on < hari_ini:
        raise CannotSucceed(
            f"Kebijakan baru berlaku ke depan. Pilih tanggal {format_tanggal(hari_ini)} atau sesudahnya; yang sudah "
            "dinilai tetap memakai kebijakan lama."
        )
    if terakhir and isian.berlaku_on < terakhir.berlaku_on:
        raise CannotSucceed(
            f"Versi {terakhir.versi} baru berlaku {format_tanggal(terakhir.berlaku_on)}. Penggantinya tidak dapat lebih awal."
        )
    if not isian.dasar.strip():
        raise CannotSucceed("Tulis dasar dan alasan kebijakan ini: semua pegawai membacanya.")
    if not Decimal(0) < isian.sebagian_kecil <= isian.sebagian_besar < Decimal(1):
        raise CannotSucceed(
            "Ambang harus di antara 0 dan 1, dan “sebagian kecil” tidak melebihi “sebagian besar”. Misalnya 0,25 dan 0,5."
        )
    if pesan := kesesuaian_periode_pendokumentasian(
        pendokumentasian=isian.frekuensi_dokumentasi, evaluasi=isian.frekuensi_evaluasi
    ):
        raise CannotSucceed(pesan)
