"""What was low in a result: the things that goals may be tied to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja.pembinaan.istilah import JenisKaitan
from kinerja.penilaian.queries.tertutup import ikut_diundi
from kinerja.peraturan.predikat import Rating

if TYPE_CHECKING:
    from kinerja.penilaian.models import Evaluasi


@dataclass(frozen=True, kw_only=True)
class Kaitan:
    """An indicator or an aspect below expectation, in its words of that day."""

    jenis: JenisKaitan
    kode: str
    teks: str

    @property
    def kunci(self) -> str:
        return f"{self.jenis.value}-{self.kode}"

    @property
    def sasaran(self) -> str:
        """A first sentence to change or to keep."""
        return f"Kembali sesuai ekspektasi: {self.teks}"[:500]


def daftar_rendah(evaluasi: Evaluasi, *, tertutup: bool = False) -> list[Kaitan]:
    """`tertutup`: without aspects that colleagues or staff have a part in, which roles do not read."""
    return [*_indicators(evaluasi), *_aspects(evaluasi, tertutup=tertutup)]


def _indicators(evaluasi: Evaluasi) -> Iterator[Kaitan]:
    for hasil in evaluasi.jejak_hitung.get("daftar_hasil", []):
        for satu in hasil.get("daftar_indikator", []):
            if satu.get("rating") == Rating.DI_BAWAH:
                yield Kaitan(jenis=JenisKaitan.INDIKATOR, kode=str(satu["id"]), teks=satu["teks"])


def _aspects(evaluasi: Evaluasi, *, tertutup: bool) -> Iterator[Kaitan]:
    for satu in evaluasi.jejak_hitung.get("daftar_perilaku", []):
        rendah = (satu.get("gabungan") or satu.get("rating")) == Rating.DI_BAWAH
        if rendah and not (tertutup and ikut_diundi(satu)):
            yield Kaitan(jenis=JenisKaitan.ASPEK, kode=satu["nilai"], teks=satu["label"])
