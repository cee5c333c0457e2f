"""What every action of a class begins with. The class is locked first, then the person: one order for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.lib.baris import lock_row
from kinerja.pelatihan.istilah import KeadaanKelas
from kinerja.pelatihan.models import JP_TERBANYAK, KelasPelatihan, PesertaPelatihan

if TYPE_CHECKING:
    from datetime import date, datetime

ALASAN_TERPENDEK = 5


class CannotTrain(Exception):
    """This step cannot be taken now; the message says why, and what can be done instead."""


def lock_kelas(kelas_id: int) -> KelasPelatihan:
    return lock_row(KelasPelatihan.objects.select_related("pelatihan__instansi", "petugas"), kelas_id)


def lock_peserta(peserta: PesertaPelatihan) -> PesertaPelatihan:
    """With the locked class in place of the one that was read."""
    kelas = lock_kelas(peserta.kelas_id)
    terkunci: PesertaPelatihan = lock_row(
        PesertaPelatihan.objects.select_related("pegawai__instansi"), peserta.pk
    )
    terkunci.kelas = kelas
    return terkunci


def today(kelas: KelasPelatihan, at: datetime) -> date:
    return kelas.pelatihan.instansi.tanggal(at)


def require_alive(kelas: KelasPelatihan, galat: type[CannotTrain]) -> None:
    """Nothing happens any more to a class that was called off or is over."""
    if kelas.keadaan == KeadaanKelas.DIBATALKAN:
        raise galat(f"Kelas ini dibatalkan: {kelas.alasan_batal} Pilih kelas lain dari katalog.")
    if kelas.keadaan == KeadaanKelas.SELESAI:
        raise galat("Kelas ini sudah selesai, jadi daftar pesertanya tidak berubah lagi.")


def require_reason(alasan: str, galat: type[CannotTrain], *, pembaca: str) -> str:
    bersih = alasan.strip()
    if len(bersih) < ALASAN_TERPENDEK:
        raise galat(f"Tuliskan alasannya, satu kalimat saja. {pembaca} membacanya.")
    return bersih[:1000]


def require_jp(jp: int | None, galat: type[CannotTrain]) -> int:
    if jp is None or not 1 <= jp <= JP_TERBANYAK:
        raise galat("JP harus angka 1 sampai 2.000. Periksa angka pada kurikulum atau sertifikatnya.")
    return jp
