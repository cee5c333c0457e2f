"""The case files as a personnel officer writes them; a key that nobody reads is an error."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

FOLDER = Path(__file__).parent
TEMPAT = ("pekanbaru", "kotabumi", "tenayan_raya", "pontianak", "muara_tebo")
RATING = {"di_bawah": "di_bawah_ekspektasi", "sesuai": "sesuai_ekspektasi", "di_atas": "di_atas_ekspektasi"}

T = TypeVar("T")
Langkah = int | str | list[Any] | dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Rencana:
    """One result with one indicator: everybody of the place has the same ones."""

    hasil: str
    indikator: str
    satuan: str
    rentang: tuple[str, str]
    jenis: str = "utama"
    aspek: str = "kualitas"
    bulanan: tuple[str, str] | None = None  # the same range for each of the twelve months


@dataclass(frozen=True, kw_only=True)
class Peristiwa:
    """Something that happens on a day to the place or to one person."""

    pada: date
    apa: str
    orang: str = ""
    dengan: str = ""
    ke: str = ""
    jabatan: str = ""
    unit: str = ""
    ubah: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Menetapkan:
    """The penilai departs from a suggestion."""

    alasan: str
    hasil: str = ""
    perilaku: str = ""
    per_hasil: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Harapan:
    """What has to come out; the two ratings are the suggestions, `""` for none."""

    hasil: str
    perilaku: str
    predikat: str
    penjelasan: list[str] = field(default_factory=list)
    tanpa: list[str] = field(default_factory=list)
    tindak_lanjut: list[str] = field(default_factory=list)
    versi: int = 1
    kebijakan: str = ""


@dataclass(frozen=True, kw_only=True)
class Kasus:
    nama: str
    orang: str
    alasan: str
    harapan: Harapan
    periode: str = ""
    realisasi: list[Any] = field(default_factory=list)
    atasan: dict[str, str] = field(default_factory=dict)
    rekan: list[Langkah] | None = None
    menolak: int = 0  # drawn colleagues who decline before the others answer
    tim: list[dict[str, Any]] | None = None
    diri: Langkah | None = None
    masyarakat: dict[str, int] = field(default_factory=dict)
    suara_borongan: dict[str, int] = field(default_factory=dict)
    kehadiran: dict[str, int] = field(default_factory=dict)
    jp: int | None = None
    umpan_balik: dict[str, int] = field(default_factory=dict)
    menetapkan: Menetapkan | None = None
    penilai: str = ""
    tempat: str = ""

    def __str__(self) -> str:
        return self.nama


@dataclass(frozen=True, kw_only=True)
class Tempat:
    kode: str
    nama: str
    instansi: str
    kebijakan: str
    admin: str
    periode: str
    cara_baca: str
    rencana: list[Rencana]
    staf: dict[str, list[str]]
    kasus: list[Kasus]
    tim: dict[str, Any] = field(default_factory=dict)
    peristiwa: list[Peristiwa] = field(default_factory=list)


@cache
def read_tempat(kode: str) -> Tempat:
    isi = yaml.safe_load((FOLDER / f"{kode}.yaml").read_text())
    isi["rencana"] = [_only(Rencana, satu) for satu in isi["rencana"]]
    isi["peristiwa"] = [_only(Peristiwa, satu) for satu in isi.get("peristiwa", [])]
    isi["kasus"] = [_case(satu, kode, isi["periode"]) for satu in isi["kasus"]]
    return _only(Tempat, {"kode": kode, **isi})


def _case(isi: dict[str, Any], kode: str, periode: str) -> Kasus:
    isi["harapan"] = _only(Harapan, isi["harapan"])
    if "menetapkan" in isi:
        isi["menetapkan"] = _only(Menetapkan, isi["menetapkan"])
    return _only(Kasus, {"periode": periode, **isi, "tempat": kode})


def _only(kelas: type[T], isi: dict[str, Any]) -> T:
    asing = set(isi) - {satu.name for satu in fields(kelas)}  # type: ignore[arg-type]
    if asing:
        raise ValueError(f"{kelas.__name__} tidak mengenal {sorted(asing)}: {isi.get('nama', isi)}")
    return kelas(**isi)


def read_langkah(isi: Langkah, kode: list[str]) -> dict[str, int]:
    """Steps 1 … 5 by code: one for all, a list in the order of the form, or some by name; "-" is "tidak tahu"."""
    if isinstance(isi, list):
        return {satu: _step(nilai) for satu, nilai in zip(kode, isi, strict=True)}
    if not isinstance(isi, dict):
        return dict.fromkeys(kode, _step(isi))
    asing = set(isi) - {*kode, "semua"}
    assert not asing, f"Formulir ini tidak menanyakan {sorted(asing)}"
    return {satu: _step(isi.get(satu, isi.get("semua", "-"))) for satu in kode}


def _step(nilai: Any) -> int:
    return 0 if nilai == "-" else int(nilai)
