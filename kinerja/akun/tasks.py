"""What accounts forget."""

from __future__ import annotations

from datetime import timedelta

from kinerja.akun import actions
from kinerja.jejak.queries import jam_meloncat
from kinerja.pekerjaan.daftar import pekerjaan
from kinerja.pekerjaan.kerja import Kerja

DISIMPAN = timedelta(days=30)


@pekerjaan(
    "akun.lupakan_kiriman",
    judul="Menghapus tanda kiriman yang tidak mungkin datang lagi",
    satu_transaksi=True,
    setiap=timedelta(days=1),
    syarat=jam_meloncat,
)
def lupakan_kiriman(kerja: Kerja) -> None:
    actions.forget_kiriman(sebelum_at=kerja.at - DISIMPAN)
