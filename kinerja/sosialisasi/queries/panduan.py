"""Which part of the guides answers these words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process

from kinerja.sosialisasi.panduan import SINGKATNYA, Bagian, Panduan, daftar_panduan

# "bagaimana cara mengajukan": what every question says.
_UMUM = {
    "apa", "bagaimana", "cara", "caranya", "dan", "dengan", "di", "gimana", "ini", "itu", "jika", "kalau", "kapan", "ke",
    "mengapa", "saya", "siapa", "untuk", "yang",
}  # fmt: skip
_KATA = re.compile(r"\w+")
PANJANG_CUPLIKAN = 160
PANJANG_KATA_TERBANYAK = 40


@dataclass(frozen=True)
class Temuan:
    """A part of a guide; `kode` and `jangkar` are its address."""

    kode: str
    jangkar: str
    judul: str
    panduan: str
    cuplikan: str
    nilai: int


@dataclass(frozen=True)
class _Terindeks:
    panduan: Panduan
    bagian: Bagian
    judul: frozenset[str]
    isi: Counter[str]


def kata_pokok(q: str) -> list[str]:
    """The words that somebody really asks for."""
    kata = (satu[:PANJANG_KATA_TERBANYAK] for satu in _KATA.findall(q[:200].lower()))
    return [satu for satu in dict.fromkeys(kata) if satu not in _UMUM]


def cari_panduan(q: str, *, terbanyak: int = 8) -> list[Temuan]:
    """Parts in which every word begins some word, best first; a word that nobody wrote is read as its nearest one."""
    kata = list(dict.fromkeys(_known(satu) for satu in kata_pokok(q)))
    if not kata:
        return []
    temuan = [_found(satu, kata) for satu in _indeks()]
    ada = [satu for satu in temuan if satu is not None]
    return sorted(ada, key=lambda satu: (-satu.nilai, satu.judul))[:terbanyak]


def _found(satu: _Terindeks, kata: list[str]) -> Temuan | None:
    nilai = [_weight(satu, awal) for awal in kata]
    if not all(nilai):
        return None
    bagian, panduan = satu.bagian, satu.panduan
    cuplikan = _excerpt(bagian.teks, kata)
    return Temuan(panduan.kode, bagian.jangkar, bagian.judul, panduan.nama, cuplikan, sum(nilai))


def _weight(satu: _Terindeks, awal: str) -> int:
    di_judul = any(kata.startswith(awal) for kata in satu.judul)
    di_isi = sum(kali for kata, kali in satu.isi.items() if kata.startswith(awal))
    return 10 * di_judul + min(di_isi, 5)


def _excerpt(teks: str, kata: list[str]) -> str:
    rendah = teks.lower()
    letak = min((ada for satu in kata if (ada := rendah.find(satu)) >= 0), default=0)
    awal = teks.rfind(". ", 0, letak) + 2 if ". " in teks[:letak] else 0
    potong = teks[awal : awal + PANJANG_CUPLIKAN]
    return potong if awal + PANJANG_CUPLIKAN >= len(teks) else f"{potong.rpartition(' ')[0]} …"


def _known(kata: str) -> str:
    semua = _kosakata()
    if len(kata) < 4 or any(satu.startswith(kata) for satu in semua):
        return kata
    mirip = process.extractOne(kata, semua, score_cutoff=78)
    return mirip[0] if mirip else kata


@cache
def _kosakata() -> tuple[str, ...]:
    return tuple(sorted({kata for satu in _indeks() for kata in (*satu.judul, *satu.isi)}))


@cache
def _indeks() -> tuple[_Terindeks, ...]:
    return tuple(
        _Terindeks(
            panduan,
            bagian,
            frozenset(_KATA.findall(f"{bagian.judul} {panduan.nama}".lower())),
            Counter(_KATA.findall(bagian.teks.lower())),
        )
        for panduan in daftar_panduan()
        for bagian in panduan.daftar_bagian
        if bagian.judul != SINGKATNYA
    )
