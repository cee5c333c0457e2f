"""The plan as a board: what is late, what comes, what is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.acara.istilah import KeadaanLangkah
from kinerja.acara.models import LangkahSosialisasi, RencanaSosialisasi


@dataclass(frozen=True)
class PapanRencana:
    terlambat: list[LangkahSosialisasi]
    berikutnya: list[LangkahSosialisasi]
    beres: list[LangkahSosialisasi]  # done, or left out on purpose

    @property
    def selesai(self) -> int:
        return sum(satu.keadaan == KeadaanLangkah.SELESAI for satu in self.beres)

    @property
    def jumlah(self) -> int:
        """Steps that were left out on purpose are no part of the way."""
        return len(self.terlambat) + len(self.berikutnya) + self.selesai


def papan_rencana(rencana: RencanaSosialisasi, *, on: date) -> PapanRencana:
    daftar = list(
        LangkahSosialisasi.objects.filter(rencana=rencana)
        .select_related("unit_kerja", "penanggung", "acara", "selesai_oleh")
        .order_by("batas_on", "id")
    )
    terbuka = [satu for satu in daftar if satu.terbuka]
    return PapanRencana(
        terlambat=[satu for satu in terbuka if satu.batas_on < on],
        berikutnya=[satu for satu in terbuka if satu.batas_on >= on],
        beres=[satu for satu in daftar if not satu.terbuka],
    )
