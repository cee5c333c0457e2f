"""The unit trees of the four instansi."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kinerja.demo.baca.berkas import FOLDER_ISI, Peta, read_yaml


@dataclass(frozen=True, kw_only=True, slots=True)
class Instansi:
    """`kode` is the code of the root unit, too; `wilayah` the region's official code."""

    kode: str
    nama: str
    jenis: str
    tempat: str
    zona_waktu: str
    wilayah: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    kode: str
    nama: str
    jenis: str
    induk: str | None
    mandiri: bool = False
    hari_kerja: int = 5
    fokus: bool = False
    wilayah: str = ""
    daftar_anak: tuple["Unit", ...] = ()

    def walk(self) -> Iterator["Unit"]:
        """This unit and everything below it, parents first."""
        yield self
        for anak in self.daftar_anak:
            yield from anak.walk()


@lru_cache
def daftar_instansi() -> tuple[Instansi, ...]:
    return tuple(instansi for instansi, _ in _pohon())


def pohon_unit(kode: str) -> Unit:
    """The root unit of an instansi, by its code: PKU, PTK, LU or TBO."""
    return next(akar for instansi, akar in _pohon() if instansi.kode == kode)


@lru_cache
def daftar_unit() -> tuple[Unit, ...]:
    """Every unit of every instansi, parents before children."""
    return tuple(unit for _, akar in _pohon() for unit in akar.walk())


@lru_cache
def _pohon() -> tuple[tuple[Instansi, Unit], ...]:
    daftar = [read_yaml(path) for path in sorted((FOLDER_ISI / "unit").glob("*.yaml"))]
    return tuple((Instansi(**peta["instansi"]), _unit(peta["unit"], induk=None)) for peta in daftar)


def _unit(peta: Peta, *, induk: str | None) -> Unit:
    anak = tuple(_unit(satu, induk=peta["kode"]) for satu in peta.pop("anak", []))
    return Unit(induk=induk, daftar_anak=anak, **peta)
