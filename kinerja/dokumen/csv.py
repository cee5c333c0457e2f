"""Writes a table as CSV that Excel with Indonesian settings opens by a double click: semicolons, decimal commas, a BOM.

Nothing becomes a formula: text that begins like one gets an apostrophe, also behind a comma, a tab or a line break, for a
program that splits there instead (it would not know our quotation marks for its own). A number of many digits, such as a NIP, is written
as ="…", or Excel would round it; our own import reads that form back.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import IO

from kinerja.lib.angka import format_angka

_BOM = b"\xef\xbb\xbf"
_SEPERTI_RUMUS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
# A lone sign is no formula: “Rp50.000.000,-”.
_DI_TENGAH = re.compile(r"""(?<=[,\t\r\n])([\s"]*)(?=[=@＝＠]|[+\-＋－](?![ "]*(?:,|\Z)))""")
_DIGIT_PANJANG = re.compile(r"0[0-9]+|[0-9]{12,}")

Sel = str | int | float | Decimal | date | None


def tulis_csv_ke(keluaran: IO[bytes], judul: Sequence[str], daftar_baris: Iterable[Sequence[Sel]]) -> None:
    """Row by row, so that a long table needs no more memory than a short one."""
    keluaran.write(_BOM)
    teks = io.TextIOWrapper(keluaran, encoding="utf-8", newline="", write_through=False)
    try:
        penulis = csv.writer(teks, delimiter=";", lineterminator="\r\n")
        penulis.writerow([_cell(satu) for satu in judul])
        for baris in daftar_baris:
            penulis.writerow([_cell(satu) for satu in baris])
        teks.flush()
    finally:
        teks.detach()  # the file is the caller's to close


def _cell(isi: Sel) -> str:
    if isi is None:
        return ""
    if isinstance(isi, str):
        return _text(isi)
    if isinstance(isi, datetime | date):
        return isi.strftime("%d/%m/%Y")
    return format_angka(Decimal(str(isi))).replace(".", "")


def _text(isi: str) -> str:
    bersih = isi.replace("\x00", "")
    if _DIGIT_PANJANG.fullmatch(bersih):
        return f'="{bersih}"'
    bersih = _DI_TENGAH.sub(r"\1'", bersih)
    return f"'{bersih}" if bersih.lstrip(" ").startswith(_SEPERTI_RUMUS) else bersih
