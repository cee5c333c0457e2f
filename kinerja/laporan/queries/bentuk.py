"""What every report is: columns, filters, and rows that are read by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, Protocol

from django.db.models import Count, Window

from kinerja.laporan.istilah import JenisLaporan

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.akun.models import User
    from kinerja.jejak.models import JenisHalaman
    from kinerja.kebijakan.models import Periode
    from kinerja.kepegawaian.models import UnitKerja

Sel = str | int | Decimal | date | None


@dataclass(frozen=True)
class Kolom:
    """`utama` ones are printed, and of them those for the `layar` shown on the page; a workbook has them all."""

    judul: str
    jenis: Literal["teks", "angka", "kode", "tanggal"] = "teks"
    lebar: int = 18
    utama: bool = True
    layar: bool = True


@dataclass(frozen=True, kw_only=True)
class Baris:
    """The cells, and whose row it is if it is somebody's."""

    sel: tuple[Sel, ...]
    pegawai_id: int | None = None
    penilai_id: int | None = None
    atasan_id: int | None = None
    nomor: int = 0  # of the record behind it, where a page of its own shows it


@dataclass(frozen=True, kw_only=True)
class Saringan:
    jenis: JenisLaporan
    instansi_id: int
    tahun: int
    unit: UnitKerja | None = None
    cabang: bool = True
    periode: Periode | None = None

    def di_unit(self, kolom: str) -> dict[str, Any]:
        """The filter on the unit of a row, whose column is `kolom`."""
        if self.unit is None:
            return {}
        if self.cabang:
            return {f"{kolom}__jalur__startswith": self.unit.jalur}
        return {kolom: self.unit}


class Sumber(Protocol):
    """The rows of a report. Keys are read once, so that what is written in parts has no gap and no double."""

    def jumlah(self) -> int: ...

    def kunci(self) -> list[int]: ...

    def potong(self, awal: int, akhir: int) -> tuple[int, list[int]]:
        """How many there are, and the keys of one page of them: one query."""
        ...

    def baris(self, kunci: Sequence[int]) -> list[Baris]: ...


class SumberTabel:
    """Rows of a table in a fixed order; `isi` reads some of them in a fixed number of queries, in any order."""

    def __init__(
        self, daftar: QuerySet[Any], isi: Callable[[Sequence[int]], dict[int, Baris]], *urut: str
    ) -> None:
        self._daftar, self._isi, self._urut = daftar, isi, urut

    def jumlah(self) -> int:
        return self._daftar.count()

    def kunci(self) -> list[int]:
        return list(self._daftar.order_by(*self._urut, "pk").values_list("pk", flat=True))

    def potong(self, awal: int, akhir: int) -> tuple[int, list[int]]:
        daftar = self._daftar.order_by(*self._urut, "pk").annotate(banyak=Window(Count("pk")))
        baris = list(daftar.values_list("pk", "banyak")[awal:akhir])
        jumlah = baris[0][1] if baris else self.jumlah() if awal else 0
        return jumlah, [nomor for nomor, _ in baris]

    def baris(self, kunci: Sequence[int]) -> list[Baris]:
        isi = self._isi(kunci)
        return [isi[nomor] for nomor in kunci if nomor in isi]


class SumberJadi:
    """Few rows that are counted together, such as units."""

    def __init__(self, daftar: list[Baris]) -> None:
        self._daftar = daftar

    def jumlah(self) -> int:
        return len(self._daftar)

    def kunci(self) -> list[int]:
        return list(range(len(self._daftar)))

    def potong(self, awal: int, akhir: int) -> tuple[int, list[int]]:
        return len(self._daftar), self.kunci()[awal:akhir]

    def baris(self, kunci: Sequence[int]) -> list[Baris]:
        return [self._daftar[nomor] for nomor in kunci if nomor < len(self._daftar)]


@dataclass(frozen=True, kw_only=True)
class Laporan:
    """One report. `tahap`: the periods it can be asked for; none means a year. `halaman`: how a look at it is noted."""

    jenis: JenisLaporan
    uraian: str
    daftar_kolom: tuple[Kolom, ...]
    susun: Callable[[User, Saringan, date], Sumber]
    halaman: JenisHalaman | None = None
    tahap: tuple[str, ...] = ()
    dasar: str = ""
    catatan: str = ""
    kosong: str = "Belum ada yang dapat ditampilkan untuk saringan ini."

    @property
    def judul(self) -> str:
        return self.jenis.label

    @property
    def per_periode(self) -> bool:
        return bool(self.tahap)


def label(jenis: Any, nilai: str) -> str:  # noqa: ANN401 - any of our enums, whose members know their label
    return jenis(nilai).label if nilai else ""
