"""Codes on paper: printed once, kept as keyed hashes, good for one vote each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.layanan.models import KelompokKode, KodeSuara, LayananPublik
from kinerja.layanan.permissions import can_manage_layanan
from kinerja.lib.tanda_kirim import clean_kode, keyed_hash, new_kode


@dataclass(frozen=True)
class KodeBaru:
    """A sheet and what stands on it; after this moment only the paper knows."""

    kelompok: KelompokKode
    daftar_kode: tuple[str, ...]


def sidik_kode(layanan_id: int, kode: str) -> str:
    return keyed_hash("kode", layanan_id, clean_kode(kode), kunci=settings.SECRET_KEY)


@transaction.atomic
def print_kode(
    layanan: LayananPublik, *, jumlah: int, berlaku_sampai_on: date, by: User, at: datetime
) -> KodeBaru:
    if not can_manage_layanan(by, layanan, on=timezone.localdate(at)):
        raise PermissionDenied
    daftar = tuple(sorted({new_kode() for _ in range(jumlah)}))
    kelompok = KelompokKode.objects.create(
        layanan=layanan, jumlah=len(daftar), dibuat_at=at, dibuat_oleh=by, berlaku_sampai_on=berlaku_sampai_on
    )
    KodeSuara.objects.bulk_create(
        KodeSuara(kelompok=kelompok, sidik=sidik_kode(layanan.pk, kode)) for kode in daftar
    )
    rincian = {"jumlah": len(daftar), "berlaku_sampai_on": berlaku_sampai_on}
    jejak.record("layanan.cetak_kode", layanan, by=by, at=at, rincian=rincian)
    return KodeBaru(kelompok, daftar)


@transaction.atomic
def void_kode(kelompok: KelompokKode, *, by: User, at: datetime) -> None:
    """A sheet that was lost or misprinted: its unused codes open nothing any more; votes already cast stay."""
    if not can_manage_layanan(by, kelompok.layanan, on=timezone.localdate(at)):
        raise PermissionDenied
    if kelompok.dibatalkan_at is None:
        kelompok.dibatalkan_at = at
        kelompok.save(update_fields=["dibatalkan_at"])
        jejak.record(
            "layanan.batalkan_kode", kelompok.layanan, by=by, at=at, rincian={"jumlah": kelompok.jumlah}
        )
