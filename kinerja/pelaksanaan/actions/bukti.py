"""Evidence: a file or a link, and the sentence that says what it shows (Lampiran Bab III huruf A)."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.lib.baris import lock_row
from kinerja.lib.berkas import ISI_AWAL, JenisBerkas, periksa_berkas, safe_name, sha256_of
from kinerja.lib.foto import tanpa_keterangan
from kinerja.lib.tautan import periksa_tautan
from kinerja.pelaksanaan.actions.masa import CannotRecordRealisasi, check_terbuka, hari_setempat
from kinerja.pelaksanaan.models import BuktiDukung, Realisasi
from kinerja.pelaksanaan.permissions import can_record_realisasi

if TYPE_CHECKING:
    from django.core.files.base import File

    from kinerja.akun.models import User

DASAR = "PermenPANRB 6/2022 Lampiran Bab III huruf A angka 7"


class CannotAddBukti(CannotRecordRealisasi):
    """The evidence cannot be added or removed; the message says what to do."""


@dataclass(frozen=True, kw_only=True)
class BuktiBaru:
    """Exactly one source: a file, a link, or evidence that the plan already has."""

    keterangan: str
    berkas: File[bytes] | None = None
    tautan: str = ""
    bukti_lama: BuktiDukung | None = None


def recognise_berkas(berkas: File[bytes]) -> JenisBerkas:
    """The kind of an uploaded file, or BerkasDitolak with what to do instead."""
    berkas.seek(0)
    awal = berkas.read(ISI_AWAL)
    berkas.seek(0)
    return periksa_berkas(berkas.name or "", awal, berkas.size, batas=settings.KINERJA_BATAS_BUKTI)


@transaction.atomic
def add_bukti(realisasi: Realisasi, bukti: BuktiBaru, *, by: User, at: datetime) -> BuktiDukung:
    """Adds evidence to what is already recorded. The same evidence twice on one realisation stays one."""
    realisasi = _locked(realisasi, by=by, at=at)
    return store_bukti(realisasi, bukti, by=by, at=at)


@transaction.atomic
def remove_bukti(bukti: BuktiDukung, *, by: User, at: datetime) -> None:
    """Takes it off the list. The row and the file are kept: somebody may have judged by it."""
    realisasi = _locked(bukti.realisasi, by=by, at=at)
    bukti = BuktiDukung.objects.select_for_update().get(pk=bukti.pk)
    if bukti.removed_at is not None:
        return
    bukti.removed_at = at
    bukti.save(update_fields=["removed_at"])
    _record("bukti.hapus", realisasi, bukti, by=by, at=at)


def store_bukti(realisasi: Realisasi, bukti: BuktiBaru, *, by: User, at: datetime) -> BuktiDukung:
    """Inside an action that has already asked for permission and holds the transaction."""
    if bukti.berkas is not None and bukti.bukti_lama is None:
        bukti = replace(bukti, berkas=tanpa_keterangan(bukti.berkas, recognise_berkas(bukti.berkas)))
    baris = BuktiDukung(realisasi=realisasi, keterangan=_keterangan(bukti), added_at=at)
    _fill(baris, bukti)
    kembar = realisasi.daftar_bukti.filter(sidik=baris.sidik, tautan=baris.tautan, removed_at=None)
    if lama := kembar.order_by("id").first():
        return lama
    with _no_file_left_behind(baris):
        if bukti.berkas is not None:
            # The name on disk says nothing and cannot be guessed.
            baris.berkas.save(f"{secrets.token_hex(16)}.{baris.jenis_berkas}", bukti.berkas, save=False)
        baris.save(force_insert=True)
        _record("bukti.tambah", realisasi, baris, by=by, at=at)
    return baris


def _keterangan(bukti: BuktiBaru) -> str:
    keterangan = bukti.keterangan.strip() or (bukti.bukti_lama.keterangan if bukti.bukti_lama else "")
    if not keterangan:
        raise CannotAddBukti(
            "Tulis satu kalimat: bukti ini menunjukkan apa? Penilai membacanya sebelum membuka."
        )
    return keterangan[:300]


def _fill(baris: BuktiDukung, bukti: BuktiBaru) -> None:
    if bukti.bukti_lama is not None:
        _copy(baris, bukti.bukti_lama)
    elif bukti.berkas is not None:
        _describe_file(baris, bukti.berkas)
    elif bukti.tautan:
        baris.tautan = periksa_tautan(bukti.tautan).url
    else:
        raise CannotAddBukti("Pilih berkas, tempel tautan, atau pakai bukti yang sudah ada.")


def _copy(baris: BuktiDukung, lama: BuktiDukung) -> None:
    if lama.realisasi.skp_id != baris.realisasi.skp_id or lama.removed_at is not None:
        raise CannotAddBukti("Bukti itu sudah tidak ada di SKP ini. Unggah berkasnya atau tempel tautannya.")
    for kolom in ("tautan", "nama_asli", "jenis_berkas", "ukuran", "sidik"):
        setattr(baris, kolom, getattr(lama, kolom))
    baris.berkas.name = lama.berkas.name


def _describe_file(baris: BuktiDukung, berkas: File[bytes]) -> None:
    jenis = recognise_berkas(berkas)
    baris.nama_asli = safe_name(berkas.name or "")
    baris.jenis_berkas = jenis.value
    baris.ukuran = berkas.size
    baris.sidik = sha256_of(berkas.chunks())
    berkas.seek(0)


@contextmanager
def _no_file_left_behind(baris: BuktiDukung) -> Iterator[None]:
    """A database rolls back by itself; a file that was just stored has to be taken away again."""
    dipakai_bersama = baris.berkas.name
    try:
        yield
    except BaseException:
        if baris.berkas.name and baris.berkas.name != dipakai_bersama:
            baris.berkas.storage.delete(baris.berkas.name)
        raise


def _locked(realisasi: Realisasi, *, by: User, at: datetime) -> Realisasi:
    realisasi = lock_row(Realisasi.objects.select_related("skp__instansi", "periode"), realisasi.pk)
    if not can_record_realisasi(by, realisasi.skp):
        raise PermissionDenied
    check_terbuka(realisasi.skp, realisasi.periode, on=hari_setempat(realisasi.skp, at))
    return realisasi


def _record(tindakan: str, realisasi: Realisasi, bukti: BuktiDukung, *, by: User, at: datetime) -> None:
    rincian = {
        "bukti": bukti.pk,
        "realisasi": realisasi.pk,
        "keterangan": bukti.keterangan,
        "sidik": bukti.sidik,
        "tautan": bukti.tautan,
    }
    jejak.record(tindakan, realisasi.skp, by=by, at=at, rincian=rincian, dasar=DASAR)
