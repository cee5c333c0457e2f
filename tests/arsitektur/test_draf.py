"""What is written at length survives a lost line: every such form keeps a draft, or says here why it must not."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from django import forms

TEMPLAT = Path("kinerja/templates")
FORMULIR = re.compile(r'<form\b[^>]*method="post".*?</form>', re.DOTALL)
MEDAN = re.compile(r"(?:\bbaris\(\w+|\bform\w*)\.(\w+)")
# Draws fields that its own lines do not name.
BORONGAN = re.compile(r"<textarea|\bin form\w*\b|\bisian_jadwal\(")

# Forms of which nothing may stay on the device, or that have no room for sentences.
RAHASIA = {
    "bimbingan/bagian/rekaman.html": "konseling",
    "bimbingan/draf_edit.html": "konseling",
    "bimbingan/konseling_detail.html": "konseling",
    "kesiapan/denyut.html": "dijawab tanpa nama",
    "layanan/publik/isi.html": "dijawab tanpa nama",
    "penghargaan/disiplin_note.html": "siapa sedang menjalani hukuman disiplin",
    "sumber/bagian/lembar.html": "siapa menjawab apa tidak dapat dibuka",
    "sumber/hak_decline.html": "siapa diminta menilai siapa",
}
PENDEK = {
    "kepegawaian/impor_match.html": "hanya pilihan kolom",
    "kepegawaian/perpindahan.html": "halaman kedua membawa isian halaman pertama",
}


@cache
def panjang(area: str) -> frozenset[str]:
    """Names of the fields of this area that are written in lines, not in one word."""
    try:
        paket = import_module(f"kinerja.www.{area}")
    except ModuleNotFoundError:
        return frozenset()
    daftar = [import_module(satu.name) for satu in walk_packages(paket.__path__, f"{paket.__name__}.")]
    return frozenset(
        nama
        for modul in daftar
        for jenis in vars(modul).values()
        if isinstance(jenis, type) and issubclass(jenis, forms.BaseForm)
        for nama, medan in jenis.base_fields.items()
        if isinstance(medan.widget, forms.Textarea)
    )


def daftar_formulir():
    for berkas in sorted(TEMPLAT.rglob("*.html")):
        nama = berkas.relative_to(TEMPLAT)
        for formulir in FORMULIR.findall(berkas.read_text()):
            if BORONGAN.search(formulir) or set(MEDAN.findall(formulir)) & panjang(nama.parts[0]):
                yield str(nama), "data-draf=" in formulir


def test_every_form_with_room_for_sentences_keeps_a_draft_or_says_why_not():
    daftar = list(daftar_formulir())

    assert {nama for nama, berdraf in daftar if not berdraf} == RAHASIA.keys() | PENDEK.keys()
    assert {nama for nama, berdraf in daftar if berdraf}.isdisjoint(RAHASIA)
