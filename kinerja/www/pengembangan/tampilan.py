"""Figures of an effect as a picture and as words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja.lib.angka import format_angka
from kinerja.metode.dampak_pelatihan import Kesimpulan
from kinerja.pelatihan.queries import PemakaianPelatihan
from kinerja.pengembangan.models import DampakPelatihan

_TEPI = 50.0  # points shown on each side of nought


@dataclass(frozen=True)
class BarisDampak:
    dampak: DampakPelatihan
    pemakaian: PemakaianPelatihan | None = None

    @property
    def kesimpulan(self) -> Kesimpulan:
        return Kesimpulan(self.dampak.kesimpulan)

    @property
    def selisih(self) -> str:
        """With its sign: "+12,4"."""
        nilai = Decimal(str(round(self.dampak.selisih or 0.0, 1)))
        return f"{'+' if nilai > 0 else '−' if nilai < 0 else ''}{format_angka(abs(nilai))}"

    def letak(self, nama: str) -> float:
        """Where a figure lies on a line of 100 that has nought in its middle."""
        nilai: float = getattr(self.dampak, nama) or 0.0
        return round(50 + max(-_TEPI, min(_TEPI, nilai)) * 50 / _TEPI, 1)
