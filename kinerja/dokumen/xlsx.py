"""Writes tables as XLSX: import templates and reports. Text stays text, so a NIP keeps its 18 digits."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any, Literal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Sel = str | int | float | Decimal | date | None

_TERLARANG = re.compile(r"[\[\]:*?/\\]")
_PANJANG_NAMA = 31
_PANJANG_SEL = 32_767
_PANJANG_PILIHAN = 255
_BARIS_TERBANYAK = 1_048_576
# A "kode" is a figure that is no quantity, such as a year: no dots in it.
_BENTUK_ANGKA = {"teks": "@", "angka": "#,##0.##", "bulat": "#,##0", "kode": "0", "tanggal": "dd/mm/yyyy"}
_PENGATURAN: dict[str, Any] = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "dd/mm/yyyy",
}


@dataclass(frozen=True, kw_only=True)
class KolomXLSX:
    """A heading with its width in characters; ``pilihan`` becomes a drop-down below it."""

    judul: str
    lebar: int = 20
    jenis: Literal["teks", "angka", "kode", "tanggal"] = "teks"
    pilihan: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LembarXLSX:
    """One sheet; rows may come from a generator, they are written as they arrive."""

    nama: str
    daftar_kolom: tuple[KolomXLSX, ...]
    daftar_baris: Iterable[Sequence[Sel]] = ()


def tulis_xlsx(*daftar_lembar: LembarXLSX) -> bytes:
    """A workbook with the given sheets; nothing in it is a formula or a link."""
    keluaran = io.BytesIO()
    tulis_xlsx_ke(keluaran, *daftar_lembar)
    return keluaran.getvalue()


def tulis_xlsx_ke(keluaran: IO[bytes], *daftar_lembar: LembarXLSX, folder: str | None = None) -> None:
    """The same into an open file; rows wait in `folder` until the workbook is packed."""
    with xlsxwriter.Workbook(keluaran, _PENGATURAN | {"tmpdir": folder}) as buku:
        gaya_judul = buku.add_format(
            {"bold": True, "bg_color": "#E8EDF3", "border": 1, "text_wrap": True, "valign": "vcenter"}
        )
        gaya = {
            jenis: buku.add_format({"num_format": bentuk, "valign": "top", "text_wrap": jenis == "teks"})
            for jenis, bentuk in _BENTUK_ANGKA.items()
        }
        for urutan, lembar in enumerate(daftar_lembar, start=1):
            halaman = buku.add_worksheet(_nama_lembar(lembar.nama, urutan=urutan, terpakai=buku.sheetnames))
            _tulis_kepala(halaman, lembar.daftar_kolom, gaya_judul, gaya)
            _tulis_isi(halaman, lembar, gaya)


def _nama_lembar(nama: str, *, urutan: int, terpakai: Iterable[str]) -> str:
    bersih = _TERLARANG.sub(" ", nama).strip(" '")[:_PANJANG_NAMA] or f"Lembar {urutan}"
    if bersih.lower() not in {dipakai.lower() for dipakai in terpakai}:
        return bersih
    return f"{bersih[: _PANJANG_NAMA - 4]} {urutan}"


def _tulis_kepala(
    halaman: Worksheet, daftar_kolom: tuple[KolomXLSX, ...], gaya_judul: Format, gaya: dict[str, Format]
) -> None:
    halaman.freeze_panes(1, 0)
    halaman.set_row(0, 30)
    for nomor, kolom in enumerate(daftar_kolom):
        # The format of the whole column makes a NIP that is typed into an empty template stay text.
        halaman.set_column(nomor, nomor, kolom.lebar, gaya[kolom.jenis])
        halaman.write_string(0, nomor, kolom.judul, gaya_judul)
        if kolom.pilihan and len(",".join(kolom.pilihan)) <= _PANJANG_PILIHAN:
            halaman.data_validation(
                1, nomor, _BARIS_TERBANYAK - 1, nomor, {"validate": "list", "source": list(kolom.pilihan)}
            )


def _tulis_isi(halaman: Worksheet, lembar: LembarXLSX, gaya: dict[str, Format]) -> None:
    daftar_gaya = [gaya[kolom.jenis] for kolom in lembar.daftar_kolom]
    terakhir = 0
    for terakhir, baris in enumerate(lembar.daftar_baris, start=1):
        for nomor, (isi, bentuk) in enumerate(zip(baris, daftar_gaya, strict=True)):
            # With decimals in the format a whole number would end in a bare comma.
            utuh = bentuk is gaya["angka"] and isinstance(isi, int | Decimal) and isi == int(isi)
            _tulis_sel(halaman, terakhir, nomor, isi, gaya["bulat"] if utuh else bentuk, gaya["tanggal"])
    if terakhir:
        halaman.autofilter(0, 0, terakhir, len(daftar_gaya) - 1)


def _tulis_sel(
    halaman: Worksheet, baris: int, kolom: int, isi: Sel, bentuk: Format, bentuk_tanggal: Format
) -> None:
    if isi is None or isi == "":
        return
    if isinstance(isi, str):
        halaman.write_string(baris, kolom, isi[:_PANJANG_SEL], bentuk)
    elif isinstance(isi, datetime):
        halaman.write_datetime(baris, kolom, isi.replace(tzinfo=None), bentuk_tanggal)
    elif isinstance(isi, date):
        halaman.write_datetime(baris, kolom, isi, bentuk_tanggal)
    else:
        halaman.write_number(baris, kolom, isi, bentuk)
