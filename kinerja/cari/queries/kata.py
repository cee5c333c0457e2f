"""What somebody typed, as words that can be compared."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

PERTANYAAN_TERPANJANG = 200
KATA_TERBANYAK, KATA_TERPANJANG, KATA_TERPENDEK = 8, 40, 2
ANGKA_TERPENDEK = 4  # digits of a NIP that still tell people apart
_KATA = re.compile(r"[^\W_]+")


def ratakan(teks: str) -> str:
    """Without accents and capitals: "Rizqî" and "rizqi" are the same name."""
    if teks.isascii():
        return teks.casefold()
    return "".join(h for h in unicodedata.normalize("NFKD", teks).casefold() if not unicodedata.combining(h))


@dataclass(frozen=True)
class Pertanyaan:
    """The line of the search field, cut where nobody types on."""

    asli: str

    @property
    def teks(self) -> str:
        bersih = "".join(h if h.isprintable() else " " for h in self.asli[:PERTANYAAN_TERPANJANG])
        return " ".join(bersih.split())

    @property
    def terpotong(self) -> bool:
        return len(self.asli) > PERTANYAAN_TERPANJANG

    @cached_property
    def daftar_kata(self) -> tuple[str, ...]:
        kata = (satu[:KATA_TERPANJANG] for satu in _KATA.findall(ratakan(self.teks)))
        return tuple(dict.fromkeys(kata))[:KATA_TERBANYAK]

    @property
    def angka(self) -> str:
        """A NIP or a part of it, however it was grouped; empty when there are words beside it."""
        digit = "".join(self.daftar_kata) if all(k.isdecimal() for k in self.daftar_kata) else ""
        return digit if len(digit) >= ANGKA_TERPENDEK and digit.isascii() else ""

    @property
    def cukup(self) -> bool:
        return any(len(satu) >= KATA_TERPENDEK for satu in self.daftar_kata)
