"""One table into one file, as XLSX, CSV or PDF."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from kinerja.dokumen.csv import tulis_csv_ke
from kinerja.dokumen.laporan import TabelCetak, cetak_laporan
from kinerja.dokumen.xlsx import KolomXLSX, LembarXLSX, tulis_xlsx_ke
from kinerja.laporan.istilah import BentukBerkas
from kinerja.laporan.queries.bentuk import Kolom, Sel

Isi = Iterable[Sequence[Sel]]


@dataclass(frozen=True, kw_only=True)
class Naskah:
    """What stands above the rows: title, whose report, and how it was filtered."""

    judul: str
    instansi: str
    keterangan: tuple[tuple[str, str], ...]
    daftar_kolom: tuple[Kolom, ...]
    at: datetime


def tulis(bentuk: BentukBerkas, keluaran: IO[bytes], naskah: Naskah, isi: Isi, *, folder: Path) -> None:
    """`folder` is where a long workbook keeps its rows while it is written."""
    if bentuk is BentukBerkas.XLSX:
        tulis_xlsx_ke(keluaran, *_sheets(naskah, isi), folder=str(folder))
    elif bentuk is BentukBerkas.CSV:
        tulis_csv_ke(keluaran, [kolom.judul for kolom in naskah.daftar_kolom], isi)
    else:
        keluaran.write(_pdf(naskah, isi))


def _sheets(naskah: Naskah, isi: Isi) -> tuple[LembarXLSX, LembarXLSX]:
    kolom = tuple(KolomXLSX(judul=k.judul, lebar=k.lebar, jenis=k.jenis) for k in naskah.daftar_kolom)
    keterangan = (("Laporan", naskah.judul), ("Instansi", naskah.instansi), *naskah.keterangan)
    return (
        LembarXLSX(nama=naskah.judul.partition(":")[0], daftar_kolom=kolom, daftar_baris=isi),
        LembarXLSX(
            nama="Keterangan",
            daftar_kolom=(KolomXLSX(judul="Tentang", lebar=24), KolomXLSX(judul="Isi", lebar=70)),
            daftar_baris=keterangan,
        ),
    )


def _pdf(naskah: Naskah, isi: Isi) -> bytes:
    """The main columns only: all of them would not fit on a page."""
    utama = [n for n, kolom in enumerate(naskah.daftar_kolom) if kolom.utama]
    kolom = [naskah.daftar_kolom[n] for n in utama]
    tabel = TabelCetak(
        judul=naskah.judul,
        instansi=naskah.instansi,
        keterangan=naskah.keterangan,
        daftar_kolom=tuple((k.judul, k.lebar, k.jenis in ("angka", "kode")) for k in kolom),
    )
    daftar = ([_plain(baris[n], naskah.daftar_kolom[n]) for n in utama] for baris in isi)
    return cetak_laporan(tabel, daftar, at=naskah.at)


def _plain(isi: Sel, kolom: Kolom) -> Sel:
    """A year is printed without a dot."""
    return str(isi) if kolom.jenis == "kode" and isi is not None else isi
