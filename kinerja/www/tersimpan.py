"""After somebody else was quicker: what now stands where something else was typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

from kinerja.lib.tanggal import format_tanggal

if TYPE_CHECKING:
    from django import forms

    from kinerja.www.http import Request


def versi_of(request: Request, tersimpan: str) -> str:
    """What the sender had before him; a form without it saw nothing."""
    return request.POST.get("versi", "")[:64] if request.method == "POST" else tersimpan


def daftar_beda(form: forms.Form, tersimpan: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Label and stored value of each field that was typed differently."""
    return [
        (str(medan.label), _readable(form, nama, tersimpan.get(nama)))
        for nama, medan in form.fields.items()
        if _differs(medan, tersimpan.get(nama), form[nama].data)
    ]


def _differs(medan: forms.Field, tersimpan: object, diketik: object) -> bool:
    """As the field understands both: a person by his name or his NIP, a date however it is written."""
    try:
        return bool(medan.to_python(tersimpan) != medan.to_python(diketik))
    except ValidationError:
        return True


def _readable(form: forms.Form, nama: str, nilai: object) -> str:
    if nilai in (None, ""):
        return "kosong"
    if isinstance(nilai, date):
        return format_tanggal(nilai)
    pilihan = {str(kunci): label for kunci, label in getattr(form.fields[nama].widget, "choices", ())}
    return str(pilihan.get(str(nilai), nilai))
