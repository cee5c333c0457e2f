"""A report as a printed table: landscape, the heading on every page, and what it was filtered by above it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from kinerja.dokumen.aksara import teks_cetak, teks_terbaca_huruf
from kinerja.dokumen.pdf import compile_pdf, printable
from kinerja.lib.angka import format_angka

Sel = str | int | float | Decimal | date | None


@dataclass(frozen=True, kw_only=True)
class TabelCetak:
    """`daftar_kolom`: heading, width in characters, whether it holds figures."""

    judul: str
    instansi: str
    keterangan: tuple[tuple[str, str], ...]
    daftar_kolom: tuple[tuple[str, int, bool], ...]


def cetak_laporan(tabel: TabelCetak, daftar_baris: Iterable[Sequence[Sel]], *, at: datetime) -> bytes:
    isi = {
        "judul": tabel.judul,
        "instansi": tabel.instansi,
        "keterangan": tabel.keterangan,
        "kolom": [
            {"judul": judul, "lebar": max(lebar, 8), "angka": angka}
            for judul, lebar, angka in tabel.daftar_kolom
        ],
        "baris": [[_cell(sel) for sel in baris] for baris in daftar_baris],
    }
    masukan = printable(isi, lambda teks: teks_terbaca_huruf(teks_cetak(teks)))
    return compile_pdf("laporan", masukan, at=at)


def _cell(isi: Sel) -> str:
    if isi is None:
        return ""
    if isinstance(isi, str):
        return isi
    if isinstance(isi, date):
        return isi.strftime("%d/%m/%Y")
    return format_angka(Decimal(str(isi)))
