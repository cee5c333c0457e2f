"""The example beside a box: one file of sentences by form and field, so that whoever words them needs no template."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from django.forms import BaseForm, BoundField

_BERKAS = Path(__file__).with_suffix(".yaml")
LAINNYA = "lainnya"
# The first row of a list has shown how it is done.
_BARIS_LAIN = re.compile(r"-[1-9]\d*$")
# A box for each result or value: "hasil-12-alasan" is one kind of box.
_NOMOR = re.compile(r"-[^-]+-")


def contoh_isian(field: BoundField) -> str:
    """What fits this post and this row, else what is said to everybody; empty when the box explains itself."""
    nama = _NOMOR.sub("-", field.name)
    serupa = (satu for satu in field.form.fields if _NOMOR.sub("-", satu) == nama)
    if _BARIS_LAIN.search(str(field.form.prefix or "")) or next(serupa, field.name) != field.name:
        return ""
    khusus: dict[str, str] = getattr(field.form, "contoh_khusus", {})
    if contoh := khusus.get(field.name):
        return contoh
    butir = daftar_contoh().get(form_name(type(field.form)), {}).get(nama, "")
    if isinstance(butir, str):
        return butir
    return str(butir.get(_situation(field.form, butir["bila"]), butir.get(LAINNYA, "")))


@lru_cache
def daftar_contoh() -> dict[str, dict[str, Any]]:
    isi: dict[str, dict[str, Any]] = yaml.safe_load(_BERKAS.read_text(encoding="utf-8"))
    return isi


def form_name(jenis: type[BaseForm]) -> str:
    """ "kinerja.www.dialog.forms" and CatatanForm make "dialog.CatatanForm"."""
    _, _, area = jenis.__module__.partition("kinerja.www.")
    return f"{area.partition('.')[0]}.{jenis.__name__}"


def _situation(form: BaseForm, nama: str) -> str:
    konteks: dict[str, str] = getattr(form, "konteks_contoh", {})
    if nama in konteks or nama not in form.fields:
        return konteks.get(nama, LAINNYA)
    return str(form[nama].value() or LAINNYA)
