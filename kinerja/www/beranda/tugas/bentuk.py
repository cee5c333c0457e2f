"""One thing that somebody owes, as a row of the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Tugas:
    judul: str
    href: str
    aksi: str
    jenis: str
    keterangan: str = ""
    batas_on: date | None = None
    terlambat: bool = False
    kelompok: str = ""  # "Nilai {n} pegawai": how more than three of the same kind are said in one row
    href_kelompok: str = ""
