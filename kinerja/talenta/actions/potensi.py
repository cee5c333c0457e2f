"""Recording what an assessment found, and taking back what was recorded wrongly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.peraturan.talenta import UnsurPotensial, perlu_pusat_asesmen
from kinerja.talenta.models import PenilaianPotensi
from kinerja.talenta.permissions import can_record_talenta

_SERATUS = Decimal(100)


class CannotRecordPotensi(Exception):
    """The assessment cannot be kept; the message says why, `medan` beside which field."""

    def __init__(self, pesan: str, *, medan: str = "") -> None:
        super().__init__(pesan)
        self.medan = medan


@dataclass(frozen=True, kw_only=True)
class IsianPotensi:
    """One part as somebody typed it or a sheet says it."""

    unsur: UnsurPotensial
    nilai: Decimal
    penilai: str
    pusat_asesmen: bool
    dinilai_on: date
    sumber: str


@transaction.atomic
def record_potensi(pegawai: Pegawai, *, isian: IsianPotensi, by: User, at: datetime) -> PenilaianPotensi:
    pegawai = lock_row(Pegawai.objects.select_related("instansi"), pegawai.pk)
    on = pegawai.instansi.tanggal(at)
    if not can_record_talenta(by, pegawai, on=on):
        raise PermissionDenied
    refuse_impossible(isian, on=on)
    ada = PenilaianPotensi.objects.berlaku().filter(
        pegawai=pegawai, unsur=isian.unsur, dinilai_on=isian.dinilai_on
    )
    if ada.exists():
        raise CannotRecordPotensi(
            f"{isian.unsur.label} tanggal {format_tanggal(isian.dinilai_on)} sudah tercatat. Batalkan dahulu catatan itu bila "
            "keliru, lalu catat yang benar.",
            medan="dinilai_on",
        )
    penilaian = PenilaianPotensi.objects.create(
        pegawai=pegawai, dicatat_at=at, dicatat_oleh=by, **vars(isian)
    )
    # The result and its source are for fewer readers than the trail has.
    rincian = {"unsur": isian.unsur, "dinilai_on": isian.dinilai_on}
    jejak.record("talenta.catat_potensi", penilaian, by=by, at=at, rincian=rincian)
    return penilaian


@transaction.atomic
def cancel_potensi(penilaian: PenilaianPotensi, *, alasan: str, by: User, at: datetime) -> None:
    """The record stays readable; it no longer counts."""
    penilaian = lock_row(PenilaianPotensi.objects.select_related("pegawai__instansi"), penilaian.pk)
    if not can_record_talenta(by, penilaian.pegawai, on=penilaian.pegawai.instansi.tanggal(at)):
        raise PermissionDenied
    if penilaian.dibatalkan_at is not None:
        raise CannotRecordPotensi("Catatan ini sudah dibatalkan.")
    if not alasan.strip():
        raise CannotRecordPotensi(
            "Tulis mengapa catatan ini dibatalkan. Pegawainya dapat membaca alasan itu.", medan="alasan"
        )
    penilaian.dibatalkan_at, penilaian.alasan_batal = at, alasan.strip()[:300]
    penilaian.save(update_fields=["dibatalkan_at", "alasan_batal"])
    jejak.record("talenta.batal_potensi", penilaian, by=by, at=at, rincian={"alasan": alasan.strip()})


def refuse_impossible(isian: IsianPotensi, *, on: date) -> None:
    """What no record may say, whether typed or imported."""
    if not 0 <= isian.nilai <= _SERATUS:
        raise CannotRecordPotensi("Nilai harus 0 sampai 100.", medan="nilai")
    if isian.dinilai_on > on:
        raise CannotRecordPotensi(
            f"Tanggal penilaian {format_tanggal(isian.dinilai_on)} belum tiba.", medan="dinilai_on"
        )
    if perlu_pusat_asesmen(unsur=isian.unsur) and not isian.pusat_asesmen:
        raise CannotRecordPotensi(
            f"{isian.unsur.label} dinilai melalui pusat asesmen (PermenPANRB 20/2025 Pasal 17). Catat hasil dari pusat "
            "asesmen, atau pilih unsur rekam jejak.",
            medan="pusat_asesmen",
        )
    if not isian.penilai.strip() or not isian.sumber.strip():
        raise CannotRecordPotensi(
            "Tulis siapa yang menilai dan nomor laporan atau dokumennya.",
            medan="sumber" if isian.penilai.strip() else "penilai",
        )
