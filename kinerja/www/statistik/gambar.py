"""Where things stand in the small pictures, in percent of their width."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kinerja.statistik.queries.profil import UkuranTampil

_POIN = ("keketatan", "pergeseran")
_LEBAR_POIN = 20.0
_LEBAR_RASIO = 2.0


@dataclass(frozen=True)
class Garis:
    """A dot with its interval on a line, the mark it is held against, and the band where most raters stand."""

    titik: float
    kiri: float
    kanan: float
    acuan: float
    kumpulan_kiri: float | None
    kumpulan_kanan: float | None


def garis(ukuran: UkuranTampil) -> Garis | None:
    if ukuran.nilai is None:
        return None
    nilai = ukuran.nilai
    bawah = nilai if ukuran.bawah is None else ukuran.bawah
    atas = nilai if ukuran.atas is None else ukuran.atas
    awal, akhir, acuan = _scale(ukuran, bawah, atas)

    def place(x: float) -> float:
        return round(min(max((x - awal) / (akhir - awal), 0.0), 1.0) * 100, 2)

    kumpulan = ukuran.kumpulan
    return Garis(
        titik=place(nilai),
        kiri=place(bawah),
        kanan=place(atas),
        acuan=place(acuan),
        kumpulan_kiri=place(kumpulan.bawah) if kumpulan else None,
        kumpulan_kanan=place(kumpulan.atas) if kumpulan else None,
    )


def _scale(ukuran: UkuranTampil, bawah: float, atas: float) -> tuple[float, float, float]:
    """Both ends and the mark; wide enough that ordinary figures stay near the middle."""
    if ukuran.jenis in _POIN:
        lebar = max(_LEBAR_POIN, math.ceil(max(abs(bawah), abs(atas)) / 10) * 10)
        return -lebar, lebar, 0.0
    if ukuran.jenis == "tengah":
        return 0.0, 1.0, ukuran.pembanding or 0.0
    return 0.0, max(_LEBAR_RASIO, min(atas, 2 * _LEBAR_RASIO)), 1.0
