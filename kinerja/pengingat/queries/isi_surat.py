"""The words of the letter of the day; also for whoever wants to read them before it leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings

from kinerja.lib.tanggal import format_tanggal, nama_hari
from kinerja.notifikasi.models import Notifikasi

if TYPE_CHECKING:
    from kinerja.akun.models import User

TERBANYAK = 12


@dataclass(frozen=True, kw_only=True)
class IsiSurat:
    perihal: str
    teks: str


def surat_berikutnya(user: User, *, on: date) -> IsiSurat | None:
    """What would leave now; None when nothing waits."""
    daftar = list(Notifikasi.objects.filter(user=user).unsent().order_by("-id"))
    return isi_surat(user.nama, daftar, on=on) if daftar else None


def isi_surat(nama: str, daftar: Sequence[Notifikasi], *, on: date) -> IsiSurat:
    jumlah = len(daftar)
    perihal = "Satu kabar untuk Anda di Kinerja" if jumlah == 1 else f"{jumlah} kabar untuk Anda di Kinerja"
    return IsiSurat(perihal=perihal, teks=_body(nama, daftar, on))


def _body(nama: str, daftar: Sequence[Notifikasi], on: date) -> str:
    baris = [f"- {satu.judul}" for satu in daftar[:TERBANYAK]]
    if (lebih := len(daftar) - TERBANYAK) > 0:
        baris.append(f"- dan {lebih} kabar lain")
    alamat = settings.KINERJA_ALAMAT.rstrip("/")
    return (
        f"Halo {nama},\n\n"
        f"Yang baru untuk Anda, {nama_hari(on)}, {format_tanggal(on)}:\n\n"
        + "\n".join(baris)
        + f"\n\nBaca selengkapnya setelah masuk: {alamat}/notifikasi/\n\n"
        "Surat ini paling banyak sekali sehari dan tidak memuat isi penilaian siapa pun. "
        f"Mengatur atau menghentikannya: {alamat}/notifikasi/pilihan/\n"
    )
