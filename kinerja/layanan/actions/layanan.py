"""Setting up a service point, and saying who serves there."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.layanan.istilah import BentukFormulir
from kinerja.layanan.models import LayananPublik, PetugasLayanan
from kinerja.layanan.permissions import can_create_layanan, can_manage_layanan
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal

_ABJAD_SLUG = "abcdefghjkmnpqrstuvwxyz23456789"
_PANJANG_SLUG = 9
MUNDUR_TERJAUH = timedelta(days=31)


class CannotSetUp(Exception):
    """The service point cannot be kept like this; the message says why."""


@dataclass(frozen=True, kw_only=True)
class IsianLayanan:
    """What is written about a service point."""

    nama: str
    uraian: str = ""
    bentuk: BentukFormulir = BentukFormulir.SKM9
    populasi: int | None = None
    n_terkecil: int = 30
    batas_sumber: int = 25
    aktif: bool = True
    berlaku_sampai_on: date | None = None


def new_slug() -> str:
    """Cannot be guessed, so nobody walks through all service points; short enough to be typed from a poster."""
    return "".join(secrets.choice(_ABJAD_SLUG) for _ in range(_PANJANG_SLUG))


@transaction.atomic
def create_layanan(unit: UnitKerja, *, isian: IsianLayanan, by: User, at: datetime) -> LayananPublik:
    on = timezone.localdate(at)
    if not can_create_layanan(by, unit, on=on):
        raise PermissionDenied
    try:
        with transaction.atomic():
            layanan = LayananPublik.objects.create(
                unit_kerja=unit, slug=new_slug(), dibuat_on=on, **asdict(isian)
            )
    except IntegrityError:
        raise CannotSetUp(_taken(isian.nama, unit)) from None
    jejak.record("layanan.buat", layanan, by=by, at=at, rincian=asdict(isian))
    return layanan


@transaction.atomic
def change_layanan(layanan: LayananPublik, *, isian: IsianLayanan, by: User, at: datetime) -> None:
    """The form may change only while nobody has answered it: two forms make no common index."""
    layanan = lock_row(LayananPublik.objects.with_unit(), layanan.pk)
    if not can_manage_layanan(by, layanan, on=timezone.localdate(at)):
        raise PermissionDenied
    if isian.bentuk != layanan.bentuk and layanan.daftar_suara.exists():
        raise CannotSetUp(
            "Bentuk formulir tidak dapat diganti karena sudah ada yang menilai. Buat titik layanan baru dengan nama lain."
        )
    lama = {kolom: getattr(layanan, kolom) for kolom in asdict(isian)}
    for kolom, nilai in asdict(isian).items():
        setattr(layanan, kolom, nilai)
    try:
        with transaction.atomic():
            layanan.save(update_fields=list(lama))
    except IntegrityError:
        raise CannotSetUp(_taken(isian.nama, layanan.unit_kerja)) from None
    jejak.record("layanan.ubah", layanan, by=by, at=at, rincian={"dari": lama, "ke": asdict(isian)})


class CannotAssign(Exception):
    """The person cannot be named as serving there; the message says why."""


@transaction.atomic
def assign_petugas(
    layanan: LayananPublik, *, pegawai: Pegawai, mulai_on: date, by: User, at: datetime
) -> PetugasLayanan:
    hari_ini = timezone.localdate(at)
    if not can_manage_layanan(by, layanan, on=hari_ini):
        raise PermissionDenied
    if pegawai.instansi_id != layanan.unit_kerja.instansi_id:
        raise CannotAssign(f"{pegawai} bekerja di instansi lain.")
    _refuse_day(layanan, mulai_on, hari_ini=hari_ini)
    for lain in layanan.daftar_petugas.filter(pegawai=pegawai).order_by("id"):
        if lain.selesai_on is None or lain.selesai_on >= mulai_on:
            raise CannotAssign(
                f"{pegawai} sudah tercatat di sini sejak {format_tanggal(lain.mulai_on)}. Akhiri dahulu, lalu pilih tanggal sesudahnya."
            )
    petugas = PetugasLayanan.objects.create(layanan=layanan, pegawai=pegawai, mulai_on=mulai_on)
    rincian = {"layanan": layanan.nama, "pegawai": pegawai.nama, "mulai_on": mulai_on}
    jejak.record("layanan.tugaskan", layanan, by=by, at=at, rincian=rincian)
    return petugas


def _refuse_day(layanan: LayananPublik, mulai_on: date, *, hari_ini: date) -> None:
    """Nobody is put behind a counter afterwards because of what was said there, or taken for somebody who was."""
    if mulai_on > hari_ini:
        raise CannotAssign(f"Catat petugas pada hari ia mulai, paling lambat {format_tanggal(hari_ini)}.")
    if mulai_on < layanan.dibuat_on:
        raise CannotAssign(
            f"Titik layanan ini dibuat {format_tanggal(layanan.dibuat_on)}, jadi belum ada penilaian sebelum itu. "
            "Pilih tanggal itu atau sesudahnya."
        )
    awal = hari_ini - MUNDUR_TERJAUH
    if mulai_on < awal and layanan.daftar_suara.exists():
        raise CannotAssign(
            f"Sudah ada yang menilai di sini, jadi tanggal mulai paling awal {format_tanggal(awal)}. Penilaian sebelum itu "
            "tidak dapat lagi ditambahkan kepada seseorang."
        )


@transaction.atomic
def end_petugas(petugas: PetugasLayanan, *, selesai_on: date, by: User, at: datetime) -> None:
    daftar = PetugasLayanan.objects.select_related("layanan__unit_kerja__instansi", "pegawai")
    petugas = lock_row(daftar, petugas.pk)
    layanan = petugas.layanan
    if not can_manage_layanan(by, layanan, on=timezone.localdate(at)):
        raise PermissionDenied
    if petugas.selesai_on is not None:
        raise CannotAssign(
            f"Tugas {petugas.pegawai} di sini sudah diakhiri {format_tanggal(petugas.selesai_on)}, dan tanggal itu tidak "
            "dapat diganti. Bila ia kembali melayani, catat sebagai petugas baru."
        )
    if selesai_on < petugas.mulai_on:
        raise CannotAssign(
            f"Ia baru mulai {format_tanggal(petugas.mulai_on)}; hari terakhirnya tidak dapat lebih awal."
        )
    petugas.selesai_on = selesai_on
    petugas.save(update_fields=["selesai_on"])
    rincian = {"layanan": layanan.nama, "pegawai": petugas.pegawai.nama, "selesai_on": selesai_on}
    jejak.record("layanan.akhiri_tugas", layanan, by=by, at=at, rincian=rincian)


def _taken(nama: str, unit: UnitKerja) -> str:
    return (
        f"{unit} sudah punya titik layanan bernama “{nama}”. Pakai nama lain, misalnya dengan nomor loketnya."
    )
