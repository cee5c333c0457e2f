"""Fields for figures as people type them, and rows that are added and taken away without a script."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from kinerja.lib.angka import (
    AngkaTidakSah,
    format_angka,
    format_rentang,
    parse_angka,
    parse_nomor,
    parse_rentang,
)
from kinerja.lib.tanggal import TanggalTidakSah, parse_tanggal

Rentang = tuple[Decimal | None, Decimal | None]

_TERBUKA_ATAS = re.compile(
    r"^\s*(?:>=|≥|min(?:imal)?\.?|paling sedikit|sekurang-kurangnya)\s*", re.IGNORECASE
)
_TERBUKA_BAWAH = re.compile(r"^\s*(?:<=|≤|maks(?:imal)?\.?|paling banyak|paling lama)\s*", re.IGNORECASE)
_TERBESAR = Decimal(10) ** 14


class RentangField(forms.CharField):
    """ "80–90", "80 s.d. 90", "paling sedikit 90" or one figure; becomes (bawah, atas)."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to CharField
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        super().__init__(required=False, max_length=60, **kwargs)

    def clean(self, value: object) -> Any:  # noqa: ANN401 - CharField says str, we give a range
        teks = super().clean(value)
        if not teks:
            return None
        try:
            bawah, atas = _read(teks)
        except AngkaTidakSah as salah:
            raise ValidationError(str(salah)) from None
        _check_size(bawah, atas)
        if bawah is not None and atas is not None and bawah > atas:
            raise ValidationError(
                f"Batas bawah {format_angka(bawah)} lebih besar daripada batas atas {format_angka(atas)}. "
                f"Mungkin tertukar: tulis {format_rentang(atas, bawah)}."
            )
        return bawah, atas


class AngkaField(forms.CharField):
    """1.234,56 and 1234.56 alike."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to CharField
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(required=False, max_length=40, **kwargs)

    def clean(self, value: object) -> Any:  # noqa: ANN401 - CharField says str, we give a number
        teks = super().clean(value)
        if not teks:
            return None
        try:
            angka = parse_angka(teks)
        except AngkaTidakSah as salah:
            raise ValidationError(str(salah)) from None
        _check_size(angka)
        return angka


class TanggalField(forms.CharField):
    """A date picker where there is one, and dates as people write them where there is none."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to CharField
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        super().__init__(required=False, **kwargs)

    def clean(self, value: object) -> Any:  # noqa: ANN401 - CharField says str, we give a date
        teks = super().clean(value)
        if not teks:
            return None
        try:
            return parse_tanggal(teks)
        except TanggalTidakSah as salah:
            raise ValidationError(str(salah)) from None


def tulis_rentang(bawah: Decimal | None, atas: Decimal | None) -> str:
    """What RentangField reads back as the same range."""
    if bawah is not None and atas is not None:
        return format_rentang(bawah, atas)
    if bawah is not None:
        return f"paling sedikit {format_angka(bawah)}"
    return f"paling banyak {format_angka(atas)}" if atas is not None else ""


def with_revisi(isian: QueryDict, revisi: int) -> QueryDict:
    """What was typed, over the newest state: the next press saves it."""
    baru = isian.copy()
    baru["revisi"] = str(revisi)
    return baru


def with_row_added(isian: QueryDict, *, prefix: str) -> QueryDict:
    """The same form with one more empty row."""
    baru = isian.copy()
    baru[f"{prefix}-TOTAL_FORMS"] = str(_jumlah(isian, prefix) + 1)
    return baru


def with_row_removed(isian: QueryDict, *, prefix: str, nomor: int | None) -> QueryDict:
    """The same form without that row; the rows below move up."""
    baru = isian.copy()
    if nomor is None:
        return baru
    pola = re.compile(rf"^{re.escape(prefix)}-([0-9]{{1,4}})-(.+)$")
    for kunci in list(baru):
        cocok = pola.match(kunci)
        if cocok and int(cocok[1]) >= nomor:
            nilai = baru.pop(kunci)
            if int(cocok[1]) > nomor:
                baru.setlist(f"{prefix}-{int(cocok[1]) - 1}-{cocok[2]}", nilai)
    baru[f"{prefix}-TOTAL_FORMS"] = str(max(_jumlah(isian, prefix) - 1, 0))
    return baru


def _jumlah(isian: QueryDict, prefix: str) -> int:
    return min(parse_nomor(isian.get(f"{prefix}-TOTAL_FORMS")) or 0, 100)


def _read(teks: str) -> Rentang:
    if cocok := _TERBUKA_ATAS.match(teks):
        return parse_angka(teks[cocok.end() :]), None
    if cocok := _TERBUKA_BAWAH.match(teks):
        return None, parse_angka(teks[cocok.end() :])
    return parse_rentang(teks)


def _check_size(*daftar: Decimal | None) -> None:
    for angka in daftar:
        if angka is not None and abs(angka) >= _TERBESAR:
            raise ValidationError(
                "Angka ini terlalu besar. Pakai satuan yang lebih besar, misalnya juta rupiah."
            )
        if angka is not None and angka != round(angka, 4):
            raise ValidationError("Paling banyak empat angka di belakang koma.")
