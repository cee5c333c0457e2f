"""The outcome of a trial without names: how many move in which unit, and small numbers not at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinerja.kepegawaian.models import UnitKerja
from kinerja.metode.kelompok_kecil import tutup_tabel
from kinerja.metode.simulasi import ARAH, ArahPerubahan
from kinerja.penilaian.queries.simulasi.hitung import Simulasi

_KOLOM = (
    (ArahPerubahan.TETAP,),
    (ArahPerubahan.NAIK,),
    (ArahPerubahan.TURUN,),
    (ArahPerubahan.MUNCUL, ArahPerubahan.HILANG),
)


@dataclass(frozen=True, kw_only=True)
class UnitTertutup:
    """None is hidden; the four cells are people who stay, go up, go down, and get or lose a suggestion."""

    unit: UnitKerja
    jumlah: int | None
    arah: tuple[int | None, ...]


@dataclass(frozen=True, kw_only=True)
class Tertutup:
    """All published numbers of one trial, from one table: nothing is left to be subtracted between two."""

    daftar_unit: tuple[UnitTertutup, ...]
    arah: tuple[int | None, ...]
    total: int | None

    @property
    def ada_tersembunyi(self) -> bool:
        sel = [self.total, *self.arah]
        sel += [n for satu in self.daftar_unit for n in (satu.jumlah, *satu.arah)]
        return any(n is None for n in sel)


def tertutup(simulasi: Simulasi) -> Tertutup:
    """Units with somebody in them, in the order of the tree: an order by movement would tell what is hidden."""
    per_unit = simulasi.banding.per_unit()
    letak = [i for i, baris in enumerate(per_unit) if baris.any()]
    letak.sort(key=lambda i: simulasi.daftar_unit[i].jalur)
    kolom = [[ARAH.index(arah) for arah in isi] for isi in _KOLOM]
    sel = np.array([[per_unit[i, k].sum() for k in kolom] for i in letak], dtype=np.int64)
    tabel = tutup_tabel(sel.reshape(len(letak), len(_KOLOM)))
    return Tertutup(
        daftar_unit=tuple(
            UnitTertutup(unit=simulasi.daftar_unit[i], jumlah=jumlah, arah=arah)
            for i, jumlah, arah in zip(letak, tabel.baris, tabel.sel, strict=True)
        ),
        arah=tabel.kolom,
        total=tabel.total,
    )
