"""The base of the law's closed vocabularies: a stored code, a label for people, a spelling for forms."""

from enum import StrEnum
from typing import Self


class Istilah(StrEnum):
    """A term of the law, written `NAMA = "kode", "Label"[, "CETAK"]`."""

    label: str
    cetak: str

    def __new__(cls, kode: str, label: str = "", cetak: str = "") -> Self:
        term = str.__new__(cls, kode)
        term._value_ = kode
        term.label = label
        term.cetak = cetak or label.upper()
        return term

    @classmethod
    def pilihan(cls) -> list[tuple[str, str]]:
        """(code, label) pairs in the order of the law, for form fields and columns."""
        return [(term.value, term.label) for term in cls]
