"""One mutation each: permission, rule, write, audit record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import Instansi
from kinerja.setelan.daftar import IsiSetelan, KelompokSetelan, Nilai, NilaiTidakSah, find_kelompok
from kinerja.setelan.models import Setelan
from kinerja.setelan.permissions import can_manage_setelan
from kinerja.setelan.queries import nilai as nilai_berlaku


class CannotSetSetelan(Exception):
    """The values cannot be kept; the message says why, `kode` which value it is about."""

    def __init__(self, pesan: str, *, kode: str = "") -> None:
        super().__init__(pesan)
        self.kode = kode


@dataclass(frozen=True, kw_only=True)
class Dasar:
    """Why a number is what it is: a text one can look up, a reason of one's own, or both."""

    sumber: str = ""
    alasan: str = ""

    @property
    def kosong(self) -> bool:
        return not (self.sumber.strip() or self.alasan.strip())


@transaction.atomic
def set_setelan(
    instansi: Instansi, *, kelompok: str, isi: Mapping[str, str], dasar: Dasar, by: User, at: datetime
) -> list[str]:
    """Values as typed, by code; what already holds stays as it is. Gives the codes that changed."""
    bagian = _locked(instansi, kelompok, by=by)
    sekarang = nilai_berlaku(instansi.pk, kelompok)
    baru = {kode: _read(bagian, kode, teks) for kode, teks in isi.items()}
    berubah = {kode: nilai for kode, nilai in baru.items() if nilai != sekarang[kode]}
    if not berubah:
        return []
    if dasar.kosong:
        raise CannotSetSetelan("Tulis sumber atau alasannya. Semua pegawai dapat membacanya.", kode="sumber")
    _refuse_contradiction(bagian, {**sekarang, **berubah})
    for kode, nilai in berubah.items():
        Setelan.objects.update_or_create(
            instansi=instansi,
            kelompok=kelompok,
            kode=kode,
            defaults={
                "nilai": _write(bagian, kode, nilai),
                "sumber": dasar.sumber.strip(),
                "alasan": dasar.alasan.strip(),
                "diubah_at": at,
                "diubah_oleh": by,
            },
        )
    _record(
        "setelan.ubah",
        instansi,
        bagian,
        {k: (sekarang[k], v) for k, v in berubah.items()},
        dasar,
        by=by,
        at=at,
    )
    return list(berubah)


@transaction.atomic
def restore_setelan(
    instansi: Instansi, *, kelompok: str, kode: str = "", by: User, at: datetime
) -> list[str]:
    """Back to the default: one value, or the whole group without a code. Gives the codes that changed."""
    bagian = _locked(instansi, kelompok, by=by)
    baris = Setelan.objects.filter(instansi=instansi, kelompok=kelompok).order_by("kode")
    if kode:
        baris = baris.filter(kode=kode)
    daftar_kode = list(baris.values_list("kode", flat=True))
    if not daftar_kode:
        return []
    sekarang, bawaan = nilai_berlaku(instansi.pk, kelompok), bagian.bawaan
    dikenal = [satu for satu in daftar_kode if satu in bawaan]
    _refuse_contradiction(bagian, {**sekarang, **{satu: bawaan[satu] for satu in dikenal}})
    baris.delete()
    berubah = {satu: (sekarang[satu], bawaan[satu]) for satu in dikenal}
    _record("setelan.bawaan", instansi, bagian, berubah, Dasar(), by=by, at=at)
    return daftar_kode


def _locked(instansi: Instansi, kelompok: str, *, by: User) -> KelompokSetelan:
    if not can_manage_setelan(by, instansi):
        raise PermissionDenied
    # Two admins may save at once, and the values of a group are checked against each other.
    Instansi.objects.select_for_update().get(pk=instansi.pk)
    bagian = find_kelompok(kelompok)
    if bagian is None:
        raise CannotSetSetelan("Kelompok setelan ini tidak ada. Muat ulang halaman, lalu coba lagi.")
    return bagian


def _read(bagian: KelompokSetelan, kode: str, teks: str) -> Nilai:
    butir = bagian.butir(kode)
    if butir is None:
        raise CannotSetSetelan("Ada setelan yang tidak dikenal. Muat ulang halaman, lalu isi lagi.")
    try:
        return butir.read(teks)
    except NilaiTidakSah as error:
        raise CannotSetSetelan(str(error), kode=kode) from None


def _write(bagian: KelompokSetelan, kode: str, nilai: Nilai) -> str:
    butir = bagian.butir(kode)
    assert butir is not None
    return butir.write(nilai)


def _refuse_contradiction(bagian: KelompokSetelan, isi: Mapping[str, Nilai]) -> None:
    if salah := bagian.periksa(IsiSetelan(isi)):
        raise CannotSetSetelan(salah)


def _record(
    tindakan: str,
    instansi: Instansi,
    bagian: KelompokSetelan,
    berubah: Mapping[str, tuple[Nilai, Nilai]],
    dasar: Dasar,
    *,
    by: User,
    at: datetime,
) -> None:
    rincian = {
        "kelompok": bagian.kode,
        "perubahan": {
            kode: [_write(bagian, kode, lama), _write(bagian, kode, baru)]
            for kode, (lama, baru) in sorted(berubah.items())
        },
        "sumber": dasar.sumber.strip(),
        "alasan": dasar.alasan.strip(),
    }
    jejak.record(tindakan, instansi, by=by, at=at, rincian=rincian)
