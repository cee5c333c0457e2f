"""General results, for posts that the sample table does not know and for the perspectives of a head."""

from dataclasses import dataclass
from functools import lru_cache

from kinerja.demo.baca.berkas import read_csv
from kinerja.demo.baca.tabel import ContohRHK, _rhk
from kinerja.peraturan.skp import Perspektif


@dataclass(frozen=True, kw_only=True, slots=True)
class RHKUmum:
    """`kelompok` is "pimpinan", "penilai" or "staf"."""

    kelompok: str
    isi: ContohRHK
    perspektif: Perspektif | None


@lru_cache
def daftar_rhk_umum(kelompok: str) -> tuple[RHKUmum, ...]:
    return tuple(
        RHKUmum(
            kelompok=kelompok,
            isi=_rhk({**baris, "jabatan": ""}),
            perspektif=Perspektif(baris["perspektif"]) if baris["perspektif"] else None,
        )
        for baris in read_csv("rhk_umum.csv")
        if baris["kelompok"] == kelompok
    )
