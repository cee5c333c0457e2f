"""A remark of the coach: what it is about, how grave, what to do, and a better example."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from kinerja.peraturan.rujukan import Rujukan

_KATA = Path(__file__).parent / "kata"


class Tingkat(StrEnum):
    """How grave a remark is; none of them blocks."""

    SARAN = "saran"
    PERINGATAN = "peringatan"


@dataclass(frozen=True, kw_only=True)
class Catatan:
    """One remark; `bidang` names the field it stands beside, `contoh` may be empty."""

    kode: str
    tingkat: Tingkat
    bidang: str
    pesan: str
    contoh: str = ""
    rujukan: str = ""


@dataclass(frozen=True)
class Teks:
    """A text as the rules see it: one line, lower case, without double spaces."""

    asli: str

    @property
    def rapi(self) -> str:
        return " ".join(self.asli.split())

    @property
    def kecil(self) -> str:
        return self.rapi.casefold()

    @property
    def kata_awal(self) -> str:
        return self.kecil.partition(" ")[0].strip(".,;:")

    @property
    def has_angka(self) -> bool:
        return any(huruf.isdigit() for huruf in self.asli)

    def find(self, daftar: Sequence[str]) -> str:
        """The first of the words or phrases that stands in the text as such, or an empty string."""
        cocok = _pattern(tuple(daftar)).search(self.kecil)
        return cocok.group() if cocok else ""

    def find_all(self, daftar: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(cocok.group() for cocok in _pattern(tuple(daftar)).finditer(self.kecil)))

    def starts_with(self, daftar: Sequence[str]) -> str:
        return next((kata for kata in daftar if re.match(rf"{re.escape(kata)}(?!\w)", self.kecil)), "")


@cache
def read_kata(nama: str) -> dict[str, Any]:  # TOML is shaped by its reader; each caller knows its file.
    """One of the word tables beside this package, read once."""
    return tomllib.loads((_KATA / f"{nama}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Penelaah:
    """Turns a finding into a remark with the wording, the weight and the citation of its table."""

    aturan: str
    contoh: str
    rujukan: dict[str, Rujukan | str]

    def note(self, kode: str, *, bidang: str, kata: str = "", teks: str = "") -> Catatan:
        isi = read_kata(self.aturan)[kode]
        return Catatan(
            kode=kode,
            tingkat=Tingkat(isi["tingkat"]),
            bidang=bidang,
            pesan=isi["pesan"].replace("{kata}", kata),
            contoh=self.nearest_example(kode, teks),
            rujukan=str(self.rujukan[isi["rujukan"]]),
        )

    def nearest_example(self, kode: str, teks: str) -> str:
        """The repair of the most similar sentence that suffered from the same fault."""
        pasangan = [butir for butir in read_kata(self.contoh)["contoh"] if kode in butir["kode"]]
        if not pasangan:
            return ""
        cocok = process.extractOne(
            teks.casefold(),
            [f"{butir['buruk']} {butir['baik']}".casefold() for butir in pasangan],
            scorer=fuzz.token_set_ratio,
        )
        return str(pasangan[cocok[2]]["baik"] if cocok else pasangan[0]["baik"])


def most_similar(teks: str, daftar: Iterable[str], *, ambang: float = 90) -> str:
    """The text of the list that is nearly the same, or an empty string; 90 of 100 is "nearly"."""
    calon = list(daftar)
    cocok = process.extractOne(
        _bare(teks), [_bare(satu) for satu in calon], scorer=fuzz.ratio, score_cutoff=ambang
    )
    return calon[cocok[2]] if cocok else ""


@cache
def _pattern(daftar: tuple[str, ...]) -> re.Pattern[str]:
    # Longer phrases first, so that "tidak pernah" is not hidden by a shorter word.
    pilihan = "|".join(re.escape(kata) for kata in sorted(daftar, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{pilihan})(?!\w)")


def _bare(teks: str) -> str:
    return " ".join(re.findall(r"\w+", teks.casefold()))
