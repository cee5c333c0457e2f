"""Holidays and cuti bersama: a starting point that every instansi checks and edits."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kinerja.demo.baca.berkas import FOLDER_ISI, read_yaml


@dataclass(frozen=True, kw_only=True, slots=True)
class HariLibur:
    """`jenis` is "nasional" or "cuti_bersama"."""

    tanggal: date
    nama: str
    jenis: str


@lru_cache
def daftar_libur(tahun: int) -> tuple[HariLibur, ...]:
    return tuple(HariLibur(**hari) for hari in read_yaml(FOLDER_ISI / f"libur_{tahun}.yaml")["hari"])
