"""The adjusted reference, for those who calibrate: never for the employee, and only where it can be known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja.statistik.models import AcuanPegawai

if TYPE_CHECKING:
    from kinerja.kebijakan.models import Periode
    from kinerja.perencanaan.models import SKP


@dataclass(frozen=True, kw_only=True)
class Acuan:
    """Points 0–100 with an interval, beside the mean that was given; `kalimat` says that it is advice."""

    nilai: float
    bawah: float
    atas: float
    rerata_mentah: float
    n_penilai: int
    kalimat: str


def acuan_untuk(daftar_skp: Iterable[SKP], periode: Periode) -> dict[int, Acuan]:
    """One query; number of the SKP → its owner's reference. Whoever is missing has none: show nothing then."""
    daftar = {skp.pegawai_id: skp.pk for skp in daftar_skp}
    baris = AcuanPegawai.objects.filter(periode=periode, pegawai__in=daftar).order_by("id")
    return {daftar[satu.pegawai_id]: Acuan(**satu.isi) for satu in baris}
