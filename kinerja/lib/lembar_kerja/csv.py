"""Read CSV as Indonesian Excel, Google Sheets and old programs write it."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO

from kinerja.lib.lembar_kerja.bentuk import (
    Batas,
    Lembar,
    LembarDitolak,
    Sel,
    lembar_from_cells,
    too_many_columns,
    too_many_rows,
)

_PEMISAH = (";", ",", "\t")
_NOTASI_ILMIAH = re.compile(r"\d[.,]?\d*E\+\d+", re.IGNORECASE)
_TEKS_EXCEL = re.compile(r'="(.*)"', re.DOTALL)
_TIDAK_TERCETAK = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_csv(isi: bytes, *, nama: str, batas: Batas, judul_dikenal: tuple[str, ...]) -> Lembar:
    teks, catatan = _decode(isi, nama=nama)
    pemisah, teks = _delimiter(teks)
    return lembar_from_cells(
        _rows(teks, pemisah, batas=batas, nama=nama),
        batas=batas,
        judul_dikenal=judul_dikenal,
        catatan=catatan,
    )


def _decode(isi: bytes, *, nama: str) -> tuple[str, tuple[str, ...]]:
    for bom, sandi in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if isi.startswith(bom):
            return _clean(isi.decode(sandi, errors="replace"), nama=nama), ()
    try:
        return _clean(isi.decode("utf-8"), nama=nama), ()
    except UnicodeDecodeError:
        catatan = (
            "Berkas disimpan dengan sandi huruf lama (Windows-1252). Periksa nama yang memuat huruf khusus."
        )
        return _clean(isi.decode("cp1252", errors="replace"), nama=nama), (catatan,)


def _clean(teks: str, *, nama: str) -> str:
    if _TIDAK_TERCETAK.search(teks):
        raise LembarDitolak(
            f"Berkas “{nama}” bukan tabel. Unggah berkas Excel (.xlsx) atau CSV; templatnya dapat diunduh di halaman ini."
        )
    return teks


def _delimiter(teks: str) -> tuple[str, str]:
    """The separator of the first filled line outside quotes; Excel may state it as "sep=;"."""
    if teks[:4].lower() == "sep=" and teks[4:5] in _PEMISAH:
        return teks[4], teks.partition("\n")[2]
    baris = next((baris for baris in teks.splitlines() if baris.strip()), "")
    luar_kutip = re.sub(r'"[^"]*"', "", baris)
    return max(_PEMISAH, key=luar_kutip.count), teks


def _rows(teks: str, pemisah: str, *, batas: Batas, nama: str) -> Iterator[tuple[int, Sequence[Sel]]]:
    pembaca = csv.reader(StringIO(teks, newline=""), delimiter=pemisah)
    try:
        for nomor, kolom in enumerate(pembaca, start=1):
            if nomor > batas.baris * 2:
                raise too_many_rows(teks.count("\n"), batas=batas)
            if len(kolom) > batas.kolom * 10:
                raise too_many_columns(len(kolom), batas=batas)
            yield nomor, [_cell(isi) for isi in kolom]
    except csv.Error:
        raise LembarDitolak(
            f"Tanda kutip pada “{nama}” tidak berpasangan sehingga kolomnya tercampur. Simpan ulang dari Excel "
            "sebagai .xlsx lalu unggah lagi."
        ) from None


def _cell(isi: str) -> Sel:
    teks = isi.strip()
    if cocok := _TEKS_EXCEL.fullmatch(teks):
        return Sel(cocok[1].strip())
    if _NOTASI_ILMIAH.fullmatch(teks):
        return Sel(
            teks,
            is_angka=True,
            catatan=f"angka “{teks}” sudah dipendekkan program; ketik ulang sebagai teks.",
        )
    return Sel(teks)
