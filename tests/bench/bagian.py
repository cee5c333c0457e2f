"""Sections of the page of figures: each measurement puts in its own and leaves the others alone."""

from __future__ import annotations

import re

_BATAS = re.compile(r"(?=^## )", re.MULTILINE)


def put(dokumen: str, bagian: str) -> str:
    """The document with this section in the place of the one of the same heading, or at its end."""
    judul = bagian.strip().splitlines()[0]
    isi = [satu for satu in _BATAS.split(dokumen) if satu.strip()]
    letak = next((n for n, satu in enumerate(isi) if satu.splitlines()[0] == judul), len(isi))
    isi[letak : letak + 1] = [bagian.strip() + "\n"]
    return "\n".join(satu.rstrip() + "\n" for satu in isi)
