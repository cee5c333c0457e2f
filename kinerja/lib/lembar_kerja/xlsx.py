"""Read XLSX after measuring it: unfolded size, last filled cell, formulas."""

import math
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from kinerja.lib.arsip import ArsipDitolak, ArsipMengembang, BatasArsip, unzip_safely
from kinerja.lib.lembar_kerja.bentuk import (
    Batas,
    Lembar,
    LembarDitolak,
    Sel,
    lembar_from_cells,
    too_many_columns,
    too_many_rows,
)
from kinerja.lib.lembar_kerja.ukuran import BagianRusak, measure_part

_TANDA_BAGIAN = (b"sheetData", b"uniqueCount", b"cellXfs")
_DIGIT_AMAN = 15

_Nilai = str | float | int | bool | date | datetime | time | timedelta


def read_xlsx(isi: bytes, *, nama: str, batas: Batas, judul_dikenal: tuple[str, ...]) -> Lembar:
    ada_rumus = _measure(isi, nama=nama, batas=batas)
    try:
        buku = CalamineWorkbook.from_filelike(BytesIO(isi))
        lembar = _first_visible(buku)
        daftar = list(_rows(lembar))
    except CalamineError:
        raise _damaged(nama) from None
    catatan = _remarks(buku, lembar, ada_rumus=ada_rumus)
    return lembar_from_cells(daftar, batas=batas, judul_dikenal=judul_dikenal, catatan=catatan)


def _measure(isi: bytes, *, nama: str, batas: Batas) -> bool:
    """Check every part of the workbook within the limits; say whether there are formulas."""
    ada_buku = ada_rumus = False
    try:
        for berkas, terurai in unzip_safely(isi, batas=BatasArsip()):
            ada_buku = ada_buku or berkas.lower() == "xl/workbook.xml"
            if _is_part(berkas, terurai):
                ada_rumus = _within_limits(terurai, batas=batas) or ada_rumus
    except ArsipMengembang:
        raise LembarDitolak(
            f"Isi berkas “{nama}” jauh lebih besar daripada berkasnya dan tidak aman dibuka. Salin tabelnya saja "
            "ke berkas Excel baru, lalu unggah berkas baru itu."
        ) from None
    except (ArsipDitolak, BagianRusak):
        raise _damaged(nama) from None
    if not ada_buku:
        raise LembarDitolak(
            f"Berkas “{nama}” bukan berkas Excel (.xlsx). Simpan ulang sebagai .xlsx lalu unggah lagi."
        )
    return ada_rumus


def _is_part(nama: str, isi: bytes) -> bool:
    """Parts are found by reference, so a sheet may go by any name; pictures and settings are not XML."""
    return nama.lower().endswith((".xml", ".rels")) or any(tanda in isi for tanda in _TANDA_BAGIAN)


def _within_limits(xml: bytes, *, batas: Batas) -> bool:
    ukuran = measure_part(xml)
    # Room for a heading and for blank rows and columns in between; the exact limit is checked on filled ones.
    if ukuran.baris > batas.baris * 2:
        raise too_many_rows(ukuran.baris, batas=batas)
    if ukuran.kolom > batas.kolom * 4:
        raise too_many_columns(ukuran.kolom, batas=batas)
    return ukuran.ada_rumus


def _first_visible(buku: CalamineWorkbook) -> CalamineSheet:
    daftar = [info.name for info in buku.sheets_metadata if info.visible == SheetVisibleEnum.Visible]
    for nama in daftar or buku.sheet_names:
        lembar = buku.get_sheet_by_name(nama)
        if lembar.height:  # a sheet with headings only has one row; `total_height` calls it 0
            return lembar
    raise LembarDitolak("Semua lembar pada berkas ini kosong. Isi tabelnya lalu unggah lagi.")


def _rows(lembar: CalamineSheet) -> Iterator[tuple[int, Sequence[Sel]]]:
    for nomor, baris in enumerate(lembar.to_python(skip_empty_area=False), start=1):
        yield nomor, [_cell(nilai) for nilai in baris]


def _cell(nilai: _Nilai) -> Sel:
    if isinstance(nilai, bool):
        return Sel("ya" if nilai else "tidak")
    if isinstance(nilai, int | float):
        return _number(nilai)
    if isinstance(nilai, datetime):
        return Sel(
            nilai.date().isoformat()
            if nilai.time() == time()
            else nilai.isoformat(sep=" ", timespec="minutes")
        )
    if isinstance(nilai, date):
        return Sel(nilai.isoformat())
    if isinstance(nilai, time):
        return Sel(nilai.isoformat(timespec="minutes"))
    return Sel(str(nilai).replace("\xa0", " ").strip())


def _number(nilai: float) -> Sel:
    """A decimal comma, because "1.234" typed by a person means one thousand two hundred thirty-four."""
    if not math.isfinite(nilai):
        return Sel(catatan="angka tidak terbaca; ketik ulang selnya.")
    angka = Decimal(repr(nilai)) if isinstance(nilai, float) else Decimal(nilai)
    teks = f"{angka.to_integral_value() if angka == angka.to_integral_value() else angka:f}".replace(".", ",")
    if len(teks.lstrip("-").partition(",")[0]) > _DIGIT_AMAN:
        catatan = (
            "tersimpan sebagai angka, sehingga digit setelah ke-15 sudah hilang. Ubah format kolomnya menjadi Teks, "
            "lalu ketik ulang nomornya."
        )
        return Sel(teks, is_angka=True, catatan=catatan)
    return Sel(teks, is_angka=True)


def _remarks(buku: CalamineWorkbook, lembar: CalamineSheet, *, ada_rumus: bool) -> tuple[str, ...]:
    catatan = []
    if len(buku.sheet_names) > 1:
        catatan.append(
            f"Berkas memiliki {len(buku.sheet_names)} lembar; yang dibaca hanya lembar “{lembar.name}”."
        )
    if lembar.merged_cell_ranges:
        catatan.append(
            "Ada sel yang digabung; isinya hanya dibaca pada sel kiri atas. Pisahkan selnya bila baris lain kosong."
        )
    if ada_rumus:
        catatan.append("Ada rumus; yang dibaca adalah hasil terakhir yang tersimpan, bukan rumusnya.")
    return tuple(catatan)


def _damaged(nama: str) -> LembarDitolak:
    return LembarDitolak(
        f"Berkas “{nama}” rusak atau dikunci sandi. Buka di Excel, simpan ulang sebagai .xlsx tanpa sandi, lalu unggah lagi."
    )
