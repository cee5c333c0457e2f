"""Choices of a model field, read from an enum whose members know their label."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol, Self


class _Berlabel(Protocol):
    @property
    def value(self) -> str: ...

    @property
    def label(self) -> str: ...


def choices(jenis: Iterable[_Berlabel]) -> list[tuple[str, str]]:
    return [(anggota.value, anggota.label) for anggota in jenis]


class Pilihan(StrEnum):
    """A small closed set of ours: `NAMA = "kode", "Label yang dibaca orang"`."""

    label: str

    def __new__(cls, kode: str, label: str = "") -> Self:
        anggota = str.__new__(cls, kode)
        anggota._value_ = kode
        anggota.label = label
        return anggota
