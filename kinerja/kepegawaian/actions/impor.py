"""An import in two steps: a dry run that is kept, and a confirmation that does exactly that."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.impor import apply_rows, check_rows
from kinerja.kepegawaian.impor.baris import BarisImpor, count_verdicts
from kinerja.kepegawaian.impor.berkas import read_rows
from kinerja.kepegawaian.istilah import JenisImpor, PutusanBaris, StatusImpor
from kinerja.kepegawaian.models import Impor, Instansi
from kinerja.kepegawaian.permissions import can_import
from kinerja.lib.lembar_kerja import LembarDitolak

__all__ = ["CannotImport", "ImporBerubah", "LembarDitolak", "cancel_impor", "check_impor", "confirm_impor"]


class CannotImport(Exception):
    """The import cannot go on; the message says why."""


class ImporBerubah(CannotImport):
    """What was shown is no longer what would happen; a new dry run is ready."""


@transaction.atomic
def check_impor(
    instansi: Instansi, *, jenis: JenisImpor, isi: bytes, nama: str, by: User, at: datetime
) -> Impor:
    """Reads and judges the sheet and keeps the result; nothing else is written. May raise LembarDitolak."""
    if not can_import(by, instansi):
        raise PermissionDenied
    mentah, catatan = read_rows(isi, jenis=jenis, nama=nama)
    hasil = check_rows(jenis, mentah, instansi=instansi, on=timezone.localdate(at))
    impor = Impor.objects.create(
        instansi=instansi,
        jenis=jenis,
        nama_berkas=nama[:200],
        sidik_berkas=hashlib.sha256(isi).hexdigest(),
        baris=[baris.as_json() for baris in hasil],
        ringkasan={**count_verdicts(hasil), "catatan": catatan},
        diunggah_at=at,
        diunggah_oleh=by,
    )
    jejak.record("impor.periksa", impor, by=by, at=at, rincian=_facts(impor))
    return impor


def confirm_impor(impor: Impor, *, by: User, at: datetime) -> Impor:
    """Applies the new and changed rows as shown. ImporBerubah, with a fresh dry run kept, when the world has moved."""
    with transaction.atomic():
        impor = _locked(impor, by=by)
        ditampilkan = [BarisImpor.from_json(isi) for isi in impor.baris]
        jenis, on = JenisImpor(impor.jenis), timezone.localdate(at)
        kini = check_rows(jenis, ditampilkan, instansi=impor.instansi, on=on)
        berubah = kini != ditampilkan
        if berubah:
            _keep(impor, kini)
        else:
            _apply(impor, kini, by=by, at=at)
    if berubah:
        raise ImporBerubah(
            "Data berubah sejak berkas ini diperiksa, jadi belum ada yang diterapkan. Hasil pemeriksaan yang baru ada "
            "di bawah: baca lagi, lalu terapkan."
        )
    return impor


@transaction.atomic
def cancel_impor(impor: Impor, *, by: User, at: datetime) -> None:
    impor = _locked(impor, by=by)
    impor.status = StatusImpor.DIBATALKAN
    impor.save(update_fields=["status"])
    jejak.record("impor.batal", impor, by=by, at=at)


def _locked(impor: Impor, *, by: User) -> Impor:
    impor = Impor.objects.select_for_update(of=("self",)).select_related("instansi").get(pk=impor.pk)
    if not can_import(by, impor.instansi):
        raise PermissionDenied
    if impor.status != StatusImpor.DIPERIKSA:
        raise CannotImport(f"Impor ini {impor.get_status_display().lower()}, jadi tidak dapat diubah lagi.")
    return impor


def _keep(impor: Impor, hasil: Sequence[BarisImpor]) -> None:
    impor.baris = [baris.as_json() for baris in hasil]
    impor.ringkasan = {**impor.ringkasan, **count_verdicts(hasil)}
    impor.save(update_fields=["baris", "ringkasan"])


def _apply(impor: Impor, hasil: Sequence[BarisImpor], *, by: User, at: datetime) -> None:
    if not any(b.putusan in (PutusanBaris.BARU, PutusanBaris.BERUBAH) for b in hasil):
        raise CannotImport("Tidak ada baris baru atau berubah, jadi tidak ada yang perlu diterapkan.")
    apply_rows(impor, hasil, on=timezone.localdate(at))
    impor.status = StatusImpor.DITERAPKAN
    impor.diterapkan_at = at
    impor.save(update_fields=["status", "diterapkan_at"])
    jejak.record("impor.terapkan", impor, by=by, at=at, rincian=_facts(impor))


def _facts(impor: Impor) -> dict[str, object]:
    return {
        "jenis": impor.jenis,
        "berkas": impor.nama_berkas,
        "sidik": impor.sidik_berkas,
        "jumlah": {kunci: impor.ringkasan[kunci] for kunci in PutusanBaris},
    }
