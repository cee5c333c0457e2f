"""Rows that another system sent: the same columns under the same names as in a sheet, but none that we do not know."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kinerja.kepegawaian.impor.baris import BarisImpor
from kinerja.kepegawaian.impor.kolom import KOLOM, kunci_dari_judul
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.lib.lembar_kerja import LembarDitolak

# What no keyboard types: PostgreSQL refuses some of it, and nobody would see the rest.
_TAK_TERKETIK = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff]"
)


def rows_from(jenis: JenisImpor, daftar: Sequence[Mapping[str, str]]) -> list[BarisImpor]:
    """LembarDitolak names every column that is unknown or missing, and which ones there are."""
    judul = tuple(dict.fromkeys(nama for baris in daftar for nama in baris))
    _refuse_untyped(daftar)
    peta = _keys(jenis, judul)
    asing = [nama for nama in judul if nama not in peta]
    if asing:
        raise LembarDitolak(f"Kolom {_names(asing)} tidak dikenal. Kolom yang tersedia: {_available(jenis)}.")
    hilang = [k.kunci for k in KOLOM[jenis] if k.wajib and k.kunci not in peta.values()]
    if hilang:
        raise LembarDitolak(f"Kolom {_names(hilang)} wajib ada. Kolom yang tersedia: {_available(jenis)}.")
    return [
        BarisImpor(nomor=nomor, nilai={kunci: baris.get(nama, "").strip() for nama, kunci in peta.items()})
        for nomor, baris in enumerate(daftar, start=1)
    ]


def _keys(jenis: JenisImpor, judul: tuple[str, ...]) -> dict[str, str]:
    """Our own keys as they are; headings of sheets, of ours or of other systems, too."""
    kunci = {kolom.kunci for kolom in KOLOM[jenis]}
    peta = {nama: nama for nama in judul if nama in kunci}
    lain = kunci_dari_judul(jenis, tuple(nama for nama in judul if nama not in peta))
    return peta | {nama: kunci for nama, kunci in lain.items() if kunci not in peta}


def _refuse_untyped(daftar: Sequence[Mapping[str, str]]) -> None:
    for nomor, baris in enumerate(daftar, start=1):
        if _TAK_TERKETIK.search("".join((*baris, *baris.values()))):
            raise LembarDitolak(
                f"Baris {nomor} memuat huruf kendali yang tidak terlihat. Bersihkan dahulu di sistem asalnya."
            )


def _names(daftar: Sequence[str]) -> str:
    return ", ".join(f"“{nama[:40]}”" for nama in daftar[:10])


def _available(jenis: JenisImpor) -> str:
    return ", ".join(f"{kolom.kunci}{' (wajib)' if kolom.wajib else ''}" for kolom in KOLOM[jenis])
