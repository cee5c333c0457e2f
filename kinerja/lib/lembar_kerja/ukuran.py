"""Measure the parts of a workbook before the fast reader sees them.

The reader lays a sheet out as a full rectangle and believes every count it is told, so one stray or forged
number could ask for more memory than the machine has and end the process.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

_ALAMAT = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_BERISI = frozenset({"v", "is", "f"})
_BILANGAN = ("count", "uniqueCount")


class BagianRusak(ValueError):
    """A part is not well-formed, or says something about itself that cannot be true."""


@dataclass
class UkuranBagian:
    """The last filled row and column of one part (0 when it has no cells), and whether it has formulas."""

    baris: int = 0
    kolom: int = 0
    ada_rumus: bool = False
    _letak: tuple[int, int] = field(default=(0, 0), repr=False)


def measure_part(xml: bytes) -> UkuranBagian:
    """Read one XML part strictly; styled cells without content do not count."""
    ukuran = UkuranBagian()
    # The fast reader knows UTF-8 only, whatever the part declares.
    pembaca = expat.ParserCreate("utf-8")

    def start(nama: str, atribut: dict[str, str]) -> None:
        for kunci in _BILANGAN:
            if kunci in atribut and not _is_plausible(atribut[kunci], len(xml)):
                raise BagianRusak(kunci)
        _note_element(ukuran, nama.rpartition(":")[2], atribut)

    def refuse_doctype(*_: object) -> None:
        raise BagianRusak("doctype")

    pembaca.StartElementHandler = start
    pembaca.StartDoctypeDeclHandler = refuse_doctype
    try:
        pembaca.Parse(xml, True)  # noqa: FBT003 - expat knows no keywords
    except expat.ExpatError as error:
        raise BagianRusak(str(error)) from error
    return ukuran


def _note_element(ukuran: UkuranBagian, nama: str, atribut: dict[str, str]) -> None:
    if nama == "row":
        nomor = atribut.get("r", str(ukuran._letak[0] + 1))
        ukuran._letak = _position(f"A{nomor}")[0], 0
    elif nama == "c":
        baris, kolom = ukuran._letak
        ukuran._letak = _position(atribut["r"]) if "r" in atribut else (baris, kolom + 1)
    elif nama in _BERISI:
        ukuran.baris = max(ukuran.baris, ukuran._letak[0])
        ukuran.kolom = max(ukuran.kolom, ukuran._letak[1])
        ukuran.ada_rumus = ukuran.ada_rumus or nama == "f"


def _position(alamat: str) -> tuple[int, int]:
    cocok = _ALAMAT.fullmatch(alamat)
    if not cocok or cocok[2].startswith("0"):
        raise BagianRusak(alamat)
    kolom = 0
    for huruf in cocok[1]:
        kolom = kolom * 26 + ord(huruf) - 64
    return int(cocok[2]), kolom


def _is_plausible(nilai: str, panjang: int) -> bool:
    return nilai.isascii() and nilai.isdigit() and len(nilai) < 12 and int(nilai) <= panjang
