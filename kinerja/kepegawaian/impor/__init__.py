"""Reading a personnel sheet, judging it row by row, and applying exactly what was shown.

`check_rows` reads only; `apply_rows` writes in sets. Both take the rows as they were read, so that what is confirmed
is what was uploaded. Apps above this one register their own sheets when they are loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from kinerja.kepegawaian.impor import jabatan, pegawai, unit
from kinerja.kepegawaian.impor.baris import BarisImpor
from kinerja.kepegawaian.impor.kolom import KOLOM, Kolom
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.kepegawaian.models import Impor, Instansi

_Periksa = Callable[[Sequence[BarisImpor], Instansi, date], list[BarisImpor]]
_Terapkan = Callable[[Sequence[BarisImpor], Impor, date], None]

_PERIKSA: dict[JenisImpor, _Periksa] = {
    JenisImpor.UNIT: unit.check,
    JenisImpor.JABATAN: jabatan.check,
    JenisImpor.PEGAWAI: pegawai.check,
}
_TERAPKAN: dict[JenisImpor, _Terapkan] = {
    JenisImpor.UNIT: unit.apply,
    JenisImpor.JABATAN: jabatan.apply,
    JenisImpor.PEGAWAI: pegawai.apply,
}


def register(
    jenis: JenisImpor, *, daftar_kolom: tuple[Kolom, ...], periksa: _Periksa, terapkan: _Terapkan
) -> None:
    """Teach the door one more sheet."""
    KOLOM[jenis] = daftar_kolom
    _PERIKSA[jenis] = periksa
    _TERAPKAN[jenis] = terapkan


def check_rows(
    jenis: JenisImpor, daftar: Sequence[BarisImpor], *, instansi: Instansi, on: date
) -> list[BarisImpor]:
    return _PERIKSA[jenis](daftar, instansi, on)


def apply_rows(impor: Impor, daftar: Sequence[BarisImpor], *, on: date) -> None:
    """Writes the rows that are new or changed; the others stay out."""
    _TERAPKAN[JenisImpor(impor.jenis)](daftar, impor, on)
