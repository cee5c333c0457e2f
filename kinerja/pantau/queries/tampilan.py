"""Figures as they stand on the screen: the same words for the page and for what is pushed to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from kinerja.lib.angka import format_angka
from kinerja.pantau.istilah import Kolom, Tahapan
from kinerja.pantau.queries.hitungan import Angka, Papan

# Lowest share of a step of the heat map.
_TINGKAT = ((100, 4), (75, 3), (50, 2), (25, 1), (0, 0))


def tingkat(persen: int | None) -> str:
    """A step of the scale from 0 to 4; empty where there is nothing to colour."""
    return "" if persen is None else str(next(satu for batas, satu in _TINGKAT if persen >= batas))


@dataclass(frozen=True)
class Tampilan:
    """`teks` and `persen` by the name that an element of the page carries."""

    teks: dict[str, str]
    persen: dict[str, int]

    def sejak(self, lama: Tampilan | None) -> Tampilan:
        """Only what differs."""
        if lama is None:
            return self
        return Tampilan(
            {kunci: satu for kunci, satu in self.teks.items() if lama.teks.get(kunci) != satu},
            {kunci: satu for kunci, satu in self.persen.items() if lama.persen.get(kunci) != satu},
        )

    def __bool__(self) -> bool:
        return bool(self.teks or self.persen)

    def json(self, *, susunan: str) -> bytes:
        """`susunan` names the rows of the page: when it differs from the page's own, the page is drawn anew."""
        isi = {"susunan": susunan, "teks": self.teks, "persen": self.persen}
        return json.dumps(isi, separators=(",", ":"), ensure_ascii=False).encode()


def susunan(papan: Papan) -> str:
    return "-".join(f"{baris.unit_id}{'s' if baris.sendiri else ''}" for baris in papan.daftar)


def tampilan(papan: Papan) -> Tampilan:
    teks: dict[str, str] = {}
    persen: dict[str, int] = {}
    for awalan, angka in _baris(papan):
        for kolom in Kolom:
            teks[f"{awalan}{kolom.value}"] = format_angka(angka[kolom.value])
        teks[f"{awalan}tanda"] = format_angka(angka.tanda)
        teks[f"{awalan}ikm"] = f"{angka.ikm:.2f}".replace(".", ",") if angka.ikm is not None else "–"
        for tahapan in Tahapan:
            _tahapan(teks, persen, f"{awalan}{tahapan.value}", angka, tahapan)
    return Tampilan(teks, persen)


def _baris(papan: Papan) -> Iterator[tuple[str, Angka]]:
    yield "", papan.angka
    for baris in papan.daftar:
        yield awalan_baris(baris.unit_id, sendiri=baris.sendiri), baris.angka


def awalan_baris(unit_id: int, *, sendiri: bool) -> str:
    return f"{'s' if sendiri else 'u'}{unit_id}."


def _tahapan(
    teks: dict[str, str], persen: dict[str, int], awalan: str, angka: Angka, tahapan: Tahapan
) -> None:
    bagian = angka.persen(tahapan)
    teks[f"{awalan}_semua"] = format_angka(angka.semua(tahapan))
    teks[f"{awalan}_tercapai"] = format_angka(angka.tercapai(tahapan))
    teks[f"{awalan}_macet"] = format_angka(angka.macet(tahapan))
    teks[f"{awalan}_persen"] = "–" if bagian is None else f"{bagian} %"
    persen[f"{awalan}"] = -1 if bagian is None else bagian
