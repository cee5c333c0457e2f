"""What a draw is asked for and what it answers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kinerja.lib.pilihan import Pilihan
from kinerja.metode.agregasi import Sumber

PEMISAH = "|"


class UndianTidakSah(ValueError):
    """A draw that cannot be held as it was asked; the message is fit for the user."""


class Halangan(Pilihan):
    """Why a candidate is not drawn, as counted in a shortfall."""

    DIRI = "diri", "pegawai itu sendiri"
    KONFLIK = "konflik", "mempunyai konflik kepentingan"
    MENOLAK = "menolak", "sudah menolak"
    SUDAH_TERPILIH = "sudah_terpilih", "sudah terpilih"
    SALING_MENILAI = "saling_menilai", "akan saling menilai"
    BEBAN_PENUH = "beban_penuh", "sudah mencapai batas tugas menilai"


@dataclass(frozen=True, kw_only=True)
class AturanUndian:
    """Seed, pairs that may not rate each other in either direction, and the most tasks one person gets."""

    benih: str
    beban_maksimum: int
    konflik: frozenset[tuple[str, str]] = frozenset()

    def __post_init__(self) -> None:
        if not self.benih.strip():
            raise UndianTidakSah(
                "Isi benih undian, misalnya angka dari pengumuman, supaya dapat diperiksa ulang."
            )
        if self.beban_maksimum < 1:
            raise UndianTidakSah("Batas tugas menilai per orang paling sedikit 1.")

    def is_konflik(self, satu: str, lain: str) -> bool:
        return (satu, lain) in self.konflik or (lain, satu) in self.konflik


@dataclass(frozen=True, kw_only=True)
class Sasaran:
    """One person to be rated: candidates and the number wanted, per source (rekan, bawahan)."""

    kode: str
    kandidat: Mapping[Sumber, Collection[str]]
    jumlah: Mapping[Sumber, int]

    def __post_init__(self) -> None:
        for kode in (self.kode, *(satu for daftar in self.kandidat.values() for satu in daftar)):
            if PEMISAH in kode or not kode:
                raise UndianTidakSah(f"Kode orang “{kode}” tidak boleh kosong atau memuat tanda {PEMISAH}.")
        if any(jumlah < 0 for jumlah in self.jumlah.values()):
            raise UndianTidakSah("Jumlah penilai yang diminta tidak boleh negatif.")


@dataclass(frozen=True, kw_only=True, order=True)
class TugasMenilai:
    """`penilai` was drawn for `sasaran`; `urutan` is his rank by lot among all candidates, from 1."""

    sasaran: str
    sumber: Sumber
    urutan: int
    penilai: str


@dataclass(frozen=True, kw_only=True)
class Kekurangan:
    """A source of a target that got fewer raters than wanted, with how many candidates were out and why."""

    sasaran: str
    sumber: Sumber
    diminta: int
    didapat: int
    halangan: Mapping[Halangan, int]

    @property
    def alasan(self) -> str:
        """One sentence for the admin."""
        sebab = [f"{n} {halangan.label}" for halangan, n in self.halangan.items()]
        awal = f"{self.sumber.label}: diminta {self.diminta}, baru ada {self.didapat}"
        return f"{awal}; calon lain: {', '.join(sebab)}." if sebab else f"{awal}; tidak ada calon lain."


@dataclass(frozen=True, kw_only=True)
class HasilUndian:
    """Everything drawn, sorted by target, source and rank, and what could not be filled."""

    daftar_tugas: tuple[TugasMenilai, ...]
    daftar_kekurangan: tuple[Kekurangan, ...]


@dataclass(frozen=True, kw_only=True)
class Pengganti:
    """The next in rank after a decline; without one, `kekurangan` says why."""

    tugas: TugasMenilai | None
    kekurangan: Kekurangan | None
