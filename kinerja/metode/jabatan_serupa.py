"""Which posts of a list do nearly the same work as a given one, judged by their names alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Words that tell how high a post stands, or who holds it for a while, and not what is done in it.
_BUKAN_PEKERJAAN = frozenset(
    {"ahli", "pertama", "muda", "madya", "utama", "pemula", "terampil", "mahir", "penyelia", "plt", "plh"}
    | {"dan", "pada", "di"}
)
_BERMULA_SAMA = 0.1
_CUKUP_DEKAT = 0.4


def urut_kedekatan(jabatan: str, daftar: Iterable[str]) -> list[str]:
    """Those that come near, the nearest first: the same name, the same work on another rung, then by shared words."""
    dekat = {satu: kedekatan(jabatan, satu) for satu in daftar}
    return sorted((satu for satu, nilai in dekat.items() if nilai), key=lambda satu: (-dekat[satu], satu))


def kedekatan(satu: str, lain: str) -> float:
    """From 0 (nothing in common) to 2 (the same name); below what is worth showing it is 0."""
    kata_satu, kata_lain = _words(satu), _words(lain)
    if kata_satu == kata_lain:
        return 2
    inti_satu, inti_lain = _work(kata_satu), _work(kata_lain)
    if not inti_satu or not inti_lain:
        return 0
    nilai = len(set(inti_satu) & set(inti_lain)) / len(set(inti_satu) | set(inti_lain))
    if inti_satu[0] == inti_lain[0]:
        nilai += _BERMULA_SAMA
    return nilai if nilai >= _CUKUP_DEKAT else 0


def _words(nama: str) -> list[str]:
    return re.findall(r"\w+", nama.casefold())


def _work(kata: list[str]) -> list[str]:
    return [satu for satu in kata if satu not in _BUKAN_PEKERJAAN]
