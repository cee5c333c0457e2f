"""What both sheets ask of a cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from kinerja.kepegawaian.impor.baris import NilaiSalah
from kinerja.metode.ip_asn import Diklat, Hukuman, Pendidikan
from kinerja.peraturan.talenta import UnsurPotensial

T = TypeVar("T", Pendidikan, Diklat, Hukuman, UnsurPotensial)
V = TypeVar("V")


def one_of(teks: str, jenis: type[T], *, nama: str) -> T:
    """A member by its code or its label, however it is capitalised or spaced."""
    dicari = _plain(teks)
    for satu in jenis:
        if dicari in (_plain(satu.value), _plain(satu.label)):
            return satu
    raise NilaiSalah(f"{nama} berisi “{teks[:40]}”. Pilih salah satu: {', '.join(s.label for s in jenis)}.")


def take(baca: Callable[[], V], pesan: list[str]) -> V | None:
    """The cell, or None with the complaint added: a row is put right in one go."""
    try:
        return baca()
    except NilaiSalah as error:
        pesan.append(str(error))
        return None


def labels(jenis: Iterable[T]) -> tuple[str, ...]:
    return tuple(satu.label for satu in jenis)


def _plain(teks: str) -> str:
    return "".join(huruf for huruf in teks.casefold() if huruf.isalnum())
