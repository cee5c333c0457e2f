"""The guides of docs/panduan as the help of the application: the same files, read once, drawn without trusting them."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

# The part that stands on the sheet for the wall.
SINGKATNYA = "Singkatnya"
_BARIS_DAFTAR = re.compile(r"- \[(?P<judul>[^]]+)]\((?P<kode>[a-z0-9-]+)\.md\): (?P<untuk>.+)")
_BERGAMBAR = re.compile(r"<p><img [^>]*></p>")
_BUKAN_KATA = re.compile(r"[^\w\- ]")


@dataclass(frozen=True)
class Bagian:
    """What stands under one heading."""

    judul: str
    jangkar: str
    isi: Markup
    teks: str


@dataclass(frozen=True)
class Panduan:
    """One file: for whom it is, what comes before the first heading, and its parts."""

    kode: str
    nama: str
    untuk: str
    judul: str
    pengantar: Markup
    daftar_bagian: tuple[Bagian, ...]

    @property
    def singkatnya(self) -> Bagian | None:
        return next((bagian for bagian in self.daftar_bagian if bagian.judul == SINGKATNYA), None)

    @property
    def lembar(self) -> Markup:
        """The short form without its pictures: a sheet of paper shows no screen."""
        return Markup(_BERGAMBAR.sub("", self.singkatnya.isi)) if self.singkatnya else Markup()


def folder() -> Path:
    return Path(settings.BASE_DIR) / "docs" / "panduan"


@cache
def daftar_panduan() -> tuple[Panduan, ...]:
    """In the order of the table of contents, README.md; a file that is not named there is not shown."""
    isi = (folder() / "README.md").read_text(encoding="utf-8")
    return tuple(
        _read(folder() / f"{cocok['kode']}.md", cocok["kode"], cocok["judul"], cocok["untuk"])
        for cocok in _BARIS_DAFTAR.finditer(isi)
    )


@cache
def read_perubahan() -> Panduan:
    """CHANGELOG.md, written for users: one part for each version, the newest first."""
    return _read(Path(settings.BASE_DIR) / "CHANGELOG.md", "perubahan", "Apa yang berubah", "")


def find_panduan(kode: str) -> Panduan | None:
    return next((panduan for panduan in daftar_panduan() if panduan.kode == kode), None)


@cache
def daftar_gambar() -> dict[str, tuple[int, int]]:
    """Name → width and height: the page keeps the room before a picture has arrived."""
    return {berkas.name: _size(berkas) for berkas in sorted((folder() / "gambar").glob("*.png"))}


def anchor(judul: str) -> str:
    """As the code host makes it, so that a link into a heading works here and there."""
    return _BUKAN_KATA.sub("", judul.lower()).replace(" ", "-")


def _size(berkas: Path) -> tuple[int, int]:
    with berkas.open("rb") as isi:
        lebar, tinggi = struct.unpack(">II", isi.read(24)[16:])
    return int(lebar), int(tinggi)


def _read(berkas: Path, kode: str, nama: str, untuk: str) -> Panduan:
    markdown = _markdown()
    token = markdown.parse(berkas.read_text(encoding="utf-8"))
    judul = token[1].content if token and token[0].tag == "h1" else nama
    pengantar, *daftar = _split(token[3:] if token and token[0].tag == "h1" else token)
    bagian = tuple(
        Bagian(satu[1].content, anchor(satu[1].content), _draw(markdown, satu[3:]), _plain(satu[3:]))
        for satu in daftar
    )
    return Panduan(kode, nama, untuk, judul, _draw(markdown, pengantar), bagian)


def _split(daftar: Sequence[Token]) -> Iterator[list[Token]]:
    """What stands before the first heading of the second rank, then a part for each of them."""
    bagian: list[Token] = []
    for token in daftar:
        if token.type == "heading_open" and token.tag == "h2":
            yield bagian
            bagian = []
        bagian.append(token)
    yield bagian


def _markdown() -> MarkdownIt:
    """Nothing of HTML is let through: whoever writes a guide writes words."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    markdown.add_render_rule("image", _image)
    markdown.add_render_rule("link_open", _link)
    return markdown


def _draw(markdown: MarkdownIt, daftar: Sequence[Token]) -> Markup:
    return Markup(markdown.renderer.render(daftar, markdown.options, {}))


def _plain(daftar: Sequence[Token]) -> str:
    baris = ("".join(map(_word, token.children or ())) for token in daftar if token.type == "inline")
    return " ".join(" ".join(baris).split())


def _word(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content * (token.type != "image")


def _image(self: RendererHTML, tokens: Sequence[Token], idx: int, options: object, env: object) -> str:
    token = tokens[idx]
    nama = str(token.attrs.get("src", "")).removeprefix("gambar/")
    ukuran = daftar_gambar().get(nama)
    if ukuran is None:
        return escape(token.content)
    lebar, tinggi = (sisi * 2 // 3 for sisi in ukuran)  # taken at one and a half times the density
    return Markup(
        '<img src="../gambar/{}" alt="{}" width="{}" height="{}" loading="lazy" decoding="async">'
    ).format(nama, token.content, lebar, tinggi)


def _link(self: RendererHTML, tokens: Sequence[Token], idx: int, options: object, env: object) -> str:
    """To another guide as the application names it; a file that only stands in the repository is no address here."""
    alamat = str(tokens[idx].attrs.get("href", ""))
    if cocok := re.fullmatch(r"([a-z0-9-]+)\.md(#.*)?", alamat):
        return Markup('<a href="../{}/{}">').format(cocok[1], cocok[2] or "")
    if alamat.startswith(("https://", "#")):
        return Markup('<a href="{}">').format(alamat)
    return "<a>"
