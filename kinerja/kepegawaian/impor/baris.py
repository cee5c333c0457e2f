"""One row of an import: as it was read, what would happen to it, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kinerja.kepegawaian.istilah import PutusanBaris
from kinerja.lib.tanggal import TanggalTidakSah, parse_tanggal

Perubahan = tuple[str, str, str]  # column, before, after


class NilaiSalah(ValueError):
    """A cell cannot be used; the message says what to do."""


@dataclass(frozen=True, kw_only=True)
class BarisImpor:
    nomor: int
    nilai: dict[str, str]
    galat: tuple[str, ...] = ()  # found while reading, before any rule
    putusan: PutusanBaris = PutusanBaris.SAMA
    pesan: tuple[str, ...] = ()
    perubahan: tuple[Perubahan, ...] = field(default=())

    def wrong(self, *pesan: str) -> BarisImpor:
        return replace(self, putusan=PutusanBaris.SALAH, pesan=(*self.pesan, *pesan), perubahan=())

    def new(self, *pesan: str) -> BarisImpor:
        return replace(self, putusan=PutusanBaris.BARU, pesan=pesan)

    def compared(self, perubahan: Iterable[Perubahan]) -> BarisImpor:
        """Same or changed, by what differs."""
        beda = tuple(butir for butir in perubahan if butir[1] != butir[2])
        return replace(self, putusan=PutusanBaris.BERUBAH if beda else PutusanBaris.SAMA, perubahan=beda)

    def as_json(self) -> dict[str, Any]:
        return {
            "nomor": self.nomor,
            "nilai": self.nilai,
            "galat": list(self.galat),
            "putusan": self.putusan,
            "pesan": list(self.pesan),
            "perubahan": [list(butir) for butir in self.perubahan],
        }

    @classmethod
    def from_json(cls, isi: dict[str, Any]) -> BarisImpor:
        return cls(
            nomor=isi["nomor"],
            nilai=isi["nilai"],
            galat=tuple(isi["galat"]),
            putusan=PutusanBaris(isi["putusan"]),
            pesan=tuple(isi["pesan"]),
            perubahan=tuple((b[0], b[1], b[2]) for b in isi["perubahan"]),
        )

    def fresh(self) -> BarisImpor:
        """As read, without a verdict."""
        return BarisImpor(nomor=self.nomor, nilai=self.nilai, galat=self.galat)


def count_verdicts(daftar: Iterable[BarisImpor]) -> dict[str, int]:
    hitung = Counter(baris.putusan for baris in daftar)
    return {putusan.value: hitung[putusan] for putusan in PutusanBaris}


def first_rows(daftar: Sequence[BarisImpor], *kunci: str) -> dict[tuple[str, ...], int]:
    """The row in which each key stands first: a second one with the same key is a duplicate."""
    letak: dict[tuple[str, ...], int] = {}
    for baris in daftar:
        letak.setdefault(tuple(baris.nilai.get(k, "").casefold() for k in kunci), baris.nomor)
    return letak


def required(nilai: dict[str, str], kunci: str, *, nama: str, panjang: int) -> str:
    teks = nilai.get(kunci, "")
    if not teks:
        raise NilaiSalah(f"{nama} kosong. Isi dahulu; bila selnya digabung, pisahkan lalu isi setiap baris.")
    return limited(teks, nama=nama, panjang=panjang)


def day(nilai: dict[str, str], kunci: str, *, nama: str) -> date:
    try:
        return parse_tanggal(required(nilai, kunci, nama=nama, panjang=40))
    except TanggalTidakSah as error:
        raise NilaiSalah(f"{nama}: {error}") from None


def limited(teks: str, *, nama: str, panjang: int) -> str:
    if len(teks) > panjang:
        raise NilaiSalah(f"{nama} terlalu panjang ({len(teks)} huruf); paling banyak {panjang}.")
    return teks


def yes_or_no(teks: str, *, nama: str) -> bool:
    bersih = teks.casefold()
    if bersih in {"", "tidak", "t", "bukan", "0", "n", "no", "false", "-"}:
        return False
    if bersih in {"ya", "y", "1", "yes", "true", "v", "x"}:
        return True
    raise NilaiSalah(f"{nama} berisi “{teks[:30]}”. Tulis “ya” atau “tidak”.")
