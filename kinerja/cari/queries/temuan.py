"""What was found: one line of the page."""

from __future__ import annotations

from dataclasses import dataclass

# Nobody reads on further; more words lead there sooner.
TERBANYAK = 200


@dataclass(frozen=True)
class Temuan:
    """`nomor` is the key of the record; `jangkar` a place on its page."""

    nomor: int
    judul: str
    keterangan: str = ""
    tanda: str = ""
    jangkar: str = ""
