"""What falls due: one limit of one person, and when it is worth a word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.lib.tanggal import format_tanggal, nama_hari
from kinerja.notifikasi.actions import Kabar

AWAL, AKHIR, TERLAMBAT = 7, 1, 30


@dataclass(frozen=True, kw_only=True)
class Jatuh:
    """`kode` names the occasion. `perbuatan` completes "Batas …". `sesudah`: there is still something to do then."""

    user_id: int
    kode: str
    perbuatan: str
    batas_on: date
    tautan: str
    jenis: str = "batas"
    isi: str = ""
    sesudah: bool = True
    judul: str = ""

    @property
    def judul_acara(self) -> str:
        return self.judul or f"Batas {self.perbuatan}"


def tahap(batas_on: date, *, on: date, sesudah: bool = True) -> str:
    """The newest of the three moments that has come: a week before, the last two days, past. Empty: not now.

    It is asked as "what holds today", never as "is today the day": a worker that slept misses nothing.
    """
    sisa = (batas_on - on).days
    if sisa < 0:
        return "lewat" if sesudah and -sisa <= TERLAMBAT else ""
    if sisa <= AKHIR:
        return "akhir"
    return "awal" if sisa <= AWAL else ""


def pengingat(jatuh: Jatuh, *, on: date) -> Kabar | None:
    kini = tahap(jatuh.batas_on, on=on, sesudah=jatuh.sesudah)
    if not kini:
        return None
    # The day is part of the occasion: a limit that was moved is told anew.
    return Kabar(
        user_id=jatuh.user_id,
        jenis=jatuh.jenis,
        judul=_title(jatuh, kini, on),
        isi=jatuh.isi,
        tautan=jatuh.tautan,
        kunci=f"batas:{jatuh.kode}:{jatuh.batas_on.isoformat()}:{kini}",
    )


def _title(jatuh: Jatuh, kini: str, on: date) -> str:
    hari = format_tanggal(jatuh.batas_on)
    if jatuh.judul:
        return jatuh.judul
    if kini == "lewat":
        return f"Batas {jatuh.perbuatan} sudah lewat, {hari}"
    if jatuh.batas_on == on:
        return f"Hari ini batas {jatuh.perbuatan}"
    return f"Batas {jatuh.perbuatan}: {nama_hari(jatuh.batas_on)}, {hari}"
