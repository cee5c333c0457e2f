"""What every HTML page of the product must be, checked on every page that any test fetches."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

# Inputs that need no visible label of their own.
TANPA_LABEL = {"hidden", "submit", "button", "image", "reset"}
KOSONG = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
}


class _Pembaca(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.judul = ""
        self.daftar_h1: list[str] = []
        self.daftar_id: list[str] = []
        self.label_untuk: set[str] = set()
        self.isian: list[tuple[str, dict[str, str]]] = []
        self.masalah: list[str] = []
        self._dalam: list[str] = []
        self._teks = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        atribut = {nama: nilai or "" for nama, nilai in attrs}
        if "id" in atribut:
            self.daftar_id.append(atribut["id"])
        if tag == "label" and "for" in atribut:
            self.label_untuk.add(atribut["for"])
        if tag in ("input", "select", "textarea") and atribut.get("type") not in TANPA_LABEL:
            atribut["_dalam_label"] = "ya" if "label" in self._dalam else ""
            self.isian.append((tag, atribut))
        if tag == "script" and "src" not in atribut and atribut.get("type") != "application/json":
            self.masalah.append("skrip di dalam halaman")
        if tag == "style":
            self.masalah.append("gaya di dalam halaman")
        self.masalah += [f"<{tag}> memakai {a}" for a in atribut if a == "style" or a.startswith("on")]
        if tag == "img" and "alt" not in atribut:
            self.masalah.append("gambar tanpa alt")
        if tag in ("title", "h1"):
            self._teks = ""
        if tag not in KOSONG:
            self._dalam.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "title" and "svg" not in self._dalam:
            self.judul = " ".join(self._teks.split())
        if tag == "h1":
            self.daftar_h1.append(" ".join(self._teks.split()))
        if tag in self._dalam:
            while self._dalam and self._dalam.pop() != tag:
                continue

    def handle_data(self, data: str) -> None:
        if self._dalam and any(t in ("title", "h1") for t in self._dalam):
            self._teks += data


def problems(isi: str) -> list[str]:
    """Everything wrong with one page or fragment, in words."""
    pembaca = _Pembaca()
    pembaca.feed(isi)
    masalah = list(pembaca.masalah)
    masalah += [f"id ganda: {nama}" for nama, kali in Counter(pembaca.daftar_id).items() if kali > 1]
    masalah += [
        f"isian tanpa label: {_name(atribut)}"
        for _, atribut in pembaca.isian
        if not _labelled(pembaca, atribut)
    ]
    # What a template leaves behind when something was not rendered.
    masalah += [f"sisa templat: {sisa}" for sisa in re.findall(r"\{\{.{0,30}|\{%.{0,30}|>\s*None\s*<", isi)]
    if "<html" in isi:
        masalah += _frame(pembaca)
    return masalah


def _frame(pembaca: _Pembaca) -> list[str]:
    if len(pembaca.daftar_h1) != 1:
        return [f"jumlah h1 = {len(pembaca.daftar_h1)}"]
    judul = pembaca.judul.removesuffix("– Kinerja").strip()
    return (
        [] if judul == pembaca.daftar_h1[0] else [f"judul “{judul}” berbeda dari h1 “{pembaca.daftar_h1[0]}”"]
    )


def _labelled(pembaca: _Pembaca, atribut: dict[str, str]) -> bool:
    return bool(
        atribut.get("_dalam_label")
        or atribut.get("aria-label")
        or atribut.get("aria-labelledby")
        or atribut.get("id") in pembaca.label_untuk
    )


def _name(atribut: dict[str, str]) -> str:
    return atribut.get("name") or atribut.get("id") or "?"
