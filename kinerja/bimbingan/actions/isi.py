"""Filling in Format B.1.6 and B.1.7: each side its own part."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.bimbingan import permissions
from kinerja.bimbingan.actions.dasar import CannotGuide, lock_bimbingan, require_running, touch
from kinerja.bimbingan.models import Bimbingan, ButirCoaching, EntriJurnal, TujuanMentoring
from kinerja.jejak import actions as jejak
from kinerja.lib.tanggal import format_tanggal
from kinerja.peraturan.bimbingan import BentukMentoring

BUTIR_TERBANYAK = 12


@dataclass(frozen=True, kw_only=True)
class IsianButir:
    indikator: str
    baseline: str
    target: str
    strategi: str
    progres: str
    masalah: str
    penyebab: str


@dataclass(frozen=True, kw_only=True)
class IsianTujuan:
    keahlian: str
    jangka_waktu: str
    perubahan: str
    ukuran: str


@dataclass(frozen=True, kw_only=True)
class IsianJurnal:
    on: date
    tempat: str
    bentuk: BentukMentoring
    materi: str
    rencana_aksi: str
    target_on: date | None = None


@transaction.atomic
def save_butir(
    bimbingan: Bimbingan, isian: IsianButir, *, butir: ButirCoaching | None = None, by: User, at: datetime
) -> ButirCoaching:
    """The employee's part: where to, and where now (diisi oleh Pegawai)."""
    bimbingan = _begin(bimbingan, by=by, coaching=True)
    if not permissions.is_dibimbing(by, bimbingan):
        raise PermissionDenied
    if butir is None and bimbingan.daftar_butir.count() >= BUTIR_TERBANYAK:
        raise CannotGuide(f"Sudah ada {BUTIR_TERBANYAK} indikator. Bahas yang terpenting dahulu.")
    butir = butir or ButirCoaching(bimbingan=bimbingan)
    isi = asdict(isian)
    for nama, nilai in isi.items():
        setattr(butir, nama, nilai.strip())
    butir.save(update_fields=list(isi) if butir.pk else None)
    _done(bimbingan, "bimbingan.isi", by=by, at=at)
    return butir


@transaction.atomic
def save_langkah(
    butir: ButirCoaching, *, langkah: str, penyesuaian: bool, by: User, at: datetime
) -> ButirCoaching:
    """The guide's recommendation, agreed with the employee."""
    bimbingan = _begin(butir.bimbingan, by=by, coaching=True)
    if not permissions.is_pembimbing(by, bimbingan):
        raise PermissionDenied
    if not langkah.strip():
        raise CannotGuide("Tuliskan strategi untuk mengatasi masalah atau hambatannya.")
    butir.langkah, butir.penyesuaian = langkah.strip(), penyesuaian
    butir.save(update_fields=["langkah", "penyesuaian"])
    _done(bimbingan, "bimbingan.langkah", by=by, at=at)
    return butir


@transaction.atomic
def save_peluang(bimbingan: Bimbingan, *, peluang: str, by: User, at: datetime) -> Bimbingan:
    bimbingan = _begin(bimbingan, by=by, coaching=True)
    if not permissions.is_dibimbing(by, bimbingan):
        raise PermissionDenied
    bimbingan.peluang = peluang.strip()
    bimbingan.save(update_fields=["peluang"])
    _done(bimbingan, "bimbingan.isi", by=by, at=at)
    return bimbingan


@transaction.atomic
def save_tujuan(
    bimbingan: Bimbingan, isian: IsianTujuan, *, tujuan: TujuanMentoring | None = None, by: User, at: datetime
) -> TujuanMentoring:
    bimbingan = _begin(bimbingan, by=by, coaching=False)
    if not permissions.is_dibimbing(by, bimbingan):
        raise PermissionDenied
    if tujuan is None and bimbingan.daftar_tujuan.count() >= BUTIR_TERBANYAK:
        raise CannotGuide(f"Sudah ada {BUTIR_TERBANYAK} keahlian. Pilih yang terpenting dahulu.")
    tujuan = tujuan or TujuanMentoring(bimbingan=bimbingan)
    isi = asdict(isian)
    for nama, nilai in isi.items():
        setattr(tujuan, nama, nilai.strip())
    tujuan.save(update_fields=list(isi) if tujuan.pk else None)
    _done(bimbingan, "bimbingan.isi", by=by, at=at)
    return tujuan


@transaction.atomic
def save_jurnal(
    bimbingan: Bimbingan, isian: IsianJurnal, *, entri: EntriJurnal | None = None, by: User, at: datetime
) -> EntriJurnal:
    """Either of the two may keep the journal."""
    bimbingan = _begin(bimbingan, by=by, coaching=False)
    if not permissions.can_write(by, bimbingan):
        raise PermissionDenied
    if halangan := _journal_obstacle(bimbingan, isian, at=at):
        raise CannotGuide(halangan)
    entri = entri or EntriJurnal(bimbingan=bimbingan, penulis=by, written_at=at)
    isi = asdict(isian)
    for nama, nilai in isi.items():
        setattr(entri, nama, nilai.strip() if isinstance(nilai, str) and nama != "bentuk" else nilai)
    entri.save(update_fields=list(isi) if entri.pk else None)
    _done(bimbingan, "bimbingan.jurnal", by=by, at=at)
    return entri


def _journal_obstacle(bimbingan: Bimbingan, isian: IsianJurnal, *, at: datetime) -> str:
    hari_ini = bimbingan.instansi.tanggal(at)
    if isian.on > hari_ini:
        return "Jurnal mencatat pertemuan yang sudah terjadi. Pilih hari ini atau sebelumnya."
    if isian.on < bimbingan.skp.mulai_on:
        return f"Pertemuan ini sebelum SKP-nya mulai, {format_tanggal(bimbingan.skp.mulai_on)}. Periksa tanggalnya."
    if isian.target_on is not None and isian.target_on < isian.on:
        return "Target waktu rencana aksi tidak boleh sebelum pertemuannya."
    return ""


@transaction.atomic
def remove_row(baris: ButirCoaching | TujuanMentoring | EntriJurnal, *, by: User, at: datetime) -> None:
    bimbingan = lock_bimbingan(baris.bimbingan)
    milik = permissions.can_write if isinstance(baris, EntriJurnal) else permissions.is_dibimbing
    if not milik(by, bimbingan):
        raise PermissionDenied
    require_running(bimbingan)
    baris.delete()
    touch(bimbingan)
    jejak.record("bimbingan.hapus_baris", bimbingan, by=by, at=at)


def _begin(bimbingan: Bimbingan, *, by: User, coaching: bool) -> Bimbingan:
    bimbingan = lock_bimbingan(bimbingan)
    if not permissions.can_write(by, bimbingan):
        raise PermissionDenied
    require_running(bimbingan)
    if bimbingan.is_coaching != coaching:
        raise CannotGuide("Bagian ini bukan milik bentuk bimbingan ini.")
    return bimbingan


def _done(bimbingan: Bimbingan, tindakan: str, *, by: User, at: datetime) -> None:
    touch(bimbingan)
    jejak.record(tindakan, bimbingan, by=by, at=at)
