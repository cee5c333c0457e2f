"""A class: preparing, opening, changing and calling it off."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.lib.versi import berubah_meski
from kinerja.pelatihan.actions.dasar import (
    CannotTrain,
    lock_kelas,
    require_alive,
    require_jp,
    require_reason,
    today,
)
from kinerja.pelatihan.actions.kursi import fit_seats, promote
from kinerja.pelatihan.istilah import BERJALAN, CaraKelas, KeadaanKelas, KeadaanPeserta
from kinerja.pelatihan.models import KelasPelatihan, Pelatihan
from kinerja.pelatihan.permissions import can_manage_pelatihan

if TYPE_CHECKING:
    from datetime import date, datetime

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Pegawai

KURSI_TERBANYAK = 5000
BIAYA_TERBANYAK = 1_000_000_000


class CannotSaveKelas(CannotTrain):
    """The class cannot be kept like this; the message says why."""


class StaleKelas(CannotSaveKelas):
    """Somebody saved it in between; the caller keeps what was typed."""


@dataclass(frozen=True, kw_only=True)
class IsianKelas:
    nama: str
    mulai_on: date
    selesai_on: date
    batas_daftar_on: date
    kursi: int
    jp: int | None
    penyelenggara: str
    biaya: int = 0
    cara: CaraKelas = CaraKelas.TATAP_MUKA
    tempat: str = ""
    petugas: Pegawai | None = None


def check_kelas(pelatihan: Pelatihan, isian: IsianKelas) -> None:
    """Raises CannotSaveKelas with what to do."""
    if isian.selesai_on < isian.mulai_on:
        raise CannotSaveKelas(
            "Kelas ini berakhir sebelum dimulai. Tukar atau betulkan salah satu tanggalnya."
        )
    if isian.batas_daftar_on > isian.mulai_on:
        raise CannotSaveKelas(
            "Batas pendaftaran sesudah kelas dimulai. Isi paling lambat hari pertama kelas."
        )
    if (isian.selesai_on - isian.mulai_on).days > 366:
        raise CannotSaveKelas(
            "Kelas ini lebih dari setahun. Periksa tahunnya, atau bagi menjadi beberapa kelas."
        )
    if not 1 <= isian.kursi <= KURSI_TERBANYAK:
        raise CannotSaveKelas("Kursi harus angka 1 sampai 5.000.")
    if not 0 <= isian.biaya <= BIAYA_TERBANYAK:
        raise CannotSaveKelas("Biaya per orang harus angka 0 sampai 1.000.000.000 rupiah.")
    if isian.petugas is not None and isian.petugas.instansi_id != pelatihan.instansi_id:
        raise CannotSaveKelas(f"{isian.petugas.nama} bukan pegawai instansi ini. Pilih petugas lain.")


@transaction.atomic
def save_kelas(
    pelatihan: Pelatihan,
    isian: IsianKelas,
    *,
    kelas: KelasPelatihan | None = None,
    versi: str = "",
    by: User,
    at: datetime,
) -> KelasPelatihan:
    """A new one in preparation, or the one given as it was in `versi`; more seats let people of the waiting list in."""
    if not can_manage_pelatihan(by, pelatihan.instansi):
        raise PermissionDenied
    check_kelas(pelatihan, isian)
    jp = require_jp(isian.jp, CannotSaveKelas)
    if kelas is None:
        kelas = KelasPelatihan(pelatihan=pelatihan, created_at=at)
    else:
        kelas = lock_kelas(kelas.pk)
        require_alive(kelas, CannotSaveKelas)
        if versi != kelas.versi:
            raise StaleKelas(berubah_meski("Kelas"))
        fit_seats(kelas, isian.kursi, galat=CannotSaveKelas)
    kembar = KelasPelatihan.objects.filter(
        pelatihan=pelatihan, nama=isian.nama.strip(), mulai_on=isian.mulai_on
    )
    if kembar.exclude(pk=kelas.pk).exists():
        raise CannotSaveKelas(f"Kelas “{isian.nama.strip()}” pada tanggal itu sudah ada. Beri nama lain.")
    for nama, nilai in {**vars(isian), "jp": jp}.items():
        setattr(kelas, nama, nilai.strip() if isinstance(nilai, str) and nama != "cara" else nilai)
    kelas.save()
    rincian = {k: v for k, v in asdict(isian).items() if k != "petugas"} | {"petugas": kelas.petugas_id}
    jejak.record("pelatihan.kelas", kelas, by=by, at=at, rincian=rincian)
    if today(kelas, at) < kelas.mulai_on:
        promote(kelas, by=by, at=at)
    return kelas


@transaction.atomic
def open_kelas(kelas: KelasPelatihan, *, by: User, at: datetime) -> KelasPelatihan:
    kelas = lock_kelas(kelas.pk)
    if not can_manage_pelatihan(by, kelas.pelatihan.instansi):
        raise PermissionDenied
    require_alive(kelas, CannotSaveKelas)
    if kelas.keadaan == KeadaanKelas.DIBUKA:
        return kelas
    if today(kelas, at) > kelas.batas_daftar_on:
        raise CannotSaveKelas("Batas pendaftarannya sudah lewat. Ubah tanggalnya dahulu, lalu buka.")
    kelas.keadaan = KeadaanKelas.DIBUKA
    kelas.save(update_fields=["keadaan"])
    jejak.record("pelatihan.buka", kelas, by=by, at=at)
    return kelas


@transaction.atomic
def cancel_kelas(kelas: KelasPelatihan, *, alasan: str, by: User, at: datetime) -> KelasPelatihan:
    """Everybody who asked keeps his request in his history, with the reason."""
    kelas = lock_kelas(kelas.pk)
    if not can_manage_pelatihan(by, kelas.pelatihan.instansi):
        raise PermissionDenied
    require_alive(kelas, CannotSaveKelas)
    kelas.alasan_batal = require_reason(alasan, CannotSaveKelas, pembaca="Setiap pendaftar")[:300]
    kelas.keadaan = KeadaanKelas.DIBATALKAN
    kelas.save(update_fields=["keadaan", "alasan_batal"])
    menunggu = kelas.daftar_peserta.filter(keadaan__in=BERJALAN)
    jumlah = menunggu.update(
        keadaan=KeadaanPeserta.DITOLAK,
        nomor_kursi=None,
        diputus_at=at,
        catatan=f"Kelas dibatalkan: {kelas.alasan_batal}",
    )
    rincian = {"alasan": kelas.alasan_batal, "pendaftar": jumlah}
    jejak.record("pelatihan.batal", kelas, by=by, at=at, rincian=rincian)
    return kelas
