"""A sentence that names nobody: what one person wrote of his work becomes an example for all in the same post."""

from __future__ import annotations

import re
from collections.abc import Iterable

ORANG, TEMPAT = "[nama]", "unit kerja"
_NIP = re.compile(r"\b\d{8} ?\d{6} ?\d ?\d{3}\b")
_BERULANG = re.compile(r"\[nama\](?:[\s.,]+\[nama\])+")
# Shorter parts of a name are degrees and initials, and words of every sentence: only as they are written, with a capital.
_TERPENDEK, _BERMAKNA = 3, 4


def tanpa_nama(teks: str, *, orang: Iterable[str], tempat: Iterable[str] = ()) -> str:
    """Every part of the given people's names, a NIP and the names of units are taken out; the writer reads it again."""
    for nama in sorted(tempat, key=len, reverse=True):
        teks = _without(teks, nama, TEMPAT)
    bagian = {kata for nama in orang for kata in _parts(nama)}
    for kata in sorted(bagian, key=len, reverse=True):
        teks = _without(teks, kata, ORANG, persis=len(kata) < _BERMAKNA)
    return _BERULANG.sub(ORANG, _NIP.sub(ORANG, teks))


def _parts(nama: str) -> list[str]:
    """Without the degrees behind the comma and before the name."""
    depan = nama.partition(",")[0].split()
    return [kata for kata in depan if len(kata) >= _TERPENDEK and not kata.endswith(".")]


def _without(teks: str, kata: str, ganti: str, *, persis: bool = False) -> str:
    pola = rf"(?<!\w){re.escape(kata)}(?!\w)"
    return re.sub(pola, ganti, teks, flags=0 if persis else re.IGNORECASE)
