"""The figures of a unit as they may be shown, how they moved, and what the rules advise."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from kinerja.kesiapan.istilah import BANYAK_PERNYATAAN
from kinerja.kesiapan.models import PotretKesiapan, RangkumanDenyut
from kinerja.metode.kelompok_kecil import MINIMAL

# Shares of who signed in are told in steps, and "everybody" or "nobody" is never said: it would be said of each of them.
LANGKAH_AKTIF = 5


class Ukuran(StrEnum):
    AKTIF = "aktif"
    LANGKAH = "langkah"
    HARI = "hari"
    UMPAN_BALIK = "umpan_balik"
    DENYUT = "denyut"


Angka = Mapping[Ukuran, float | None]


@dataclass(frozen=True, kw_only=True)
class Aturan:
    ukuran: Ukuran
    kalimat: str
    di_bawah: float | None = None
    di_atas: float | None = None

    def kena(self, angka: Angka) -> bool:
        nilai = angka[self.ukuran]
        if nilai is None:
            return False
        kurang = self.di_bawah is not None and nilai < self.di_bawah
        return kurang or (self.di_atas is not None and nilai > self.di_atas)


BELUM_CUKUP = (
    "Terlalu sedikit orang, di sini atau di sebelahnya, untuk dibaca dari angka: "
    "tanyakan langsung apa yang masih menyulitkan."
)
SEJAUH_TAMPAK = "Yang dapat dihitung berjalan baik: tanyakan langsung apa yang masih menyulitkan."
BAIK = "Berjalan baik: pertahankan, dan bagikan caranya kepada unit lain."


@cache
def daftar_aturan() -> tuple[Aturan, ...]:
    isi = tomllib.loads((Path(__file__).parent.parent / "saran.toml").read_text())
    return tuple(Aturan(**(satu | {"ukuran": Ukuran(satu["ukuran"])})) for satu in isi["aturan"])


def saran(angka: Angka) -> str:
    """One plain sentence, from what may be shown and nothing else."""
    if all(nilai is None for nilai in angka.values()):
        return BELUM_CUKUP
    lainnya = SEJAUH_TAMPAK if angka[Ukuran.AKTIF] is None else BAIK
    return next((aturan.kalimat for aturan in daftar_aturan() if aturan.kena(angka)), lainnya)


def angka_potret(potret: PotretKesiapan | None, denyut: float | None) -> dict[Ukuran, float | None]:
    """None is hidden, or there is nothing to count."""
    angka: dict[Ukuran, float | None] = dict.fromkeys(Ukuran)
    angka[Ukuran.DENYUT] = denyut
    if potret is None:
        return angka
    if potret.tampil and potret.pegawai:
        angka[Ukuran.AKTIF] = _stepped(potret.aktif, potret.pegawai)
        angka[Ukuran.LANGKAH] = potret.langkah * 100 // potret.pegawai
    if potret.skp_ditetapkan >= MINIMAL and potret.hari_tetap is not None:
        angka[Ukuran.HARI] = float(potret.hari_tetap)
    if potret.ub_semua >= MINIMAL:
        angka[Ukuran.UMPAN_BALIK] = potret.ub_sudah * 100 // potret.ub_semua
    return angka


def alasan_kosong(potret: PotretKesiapan | None, *, ada_denyut: bool) -> dict[Ukuran, str]:
    """Why there is no figure, in a few words; read only where `angka_potret` gives none.

    A pulse never says whether few answered here or next door: that would tell how many did.
    """
    denyut = "jawaban belum cukup" if ada_denyut else "belum ada hasil"
    if potret is None:
        return dict.fromkeys(Ukuran, "belum dihitung") | {Ukuran.DENYUT: denyut}
    orang = _why_people(potret.pegawai)
    return {
        Ukuran.AKTIF: orang,
        Ukuran.LANGKAH: orang,
        Ukuran.HARI: f"kurang dari {MINIMAL} SKP" if potret.skp_ditetapkan else "belum ada yang ditetapkan",
        Ukuran.UMPAN_BALIK: f"kurang dari {MINIMAL} SKP" if potret.ub_semua else "belum mulai",
        Ukuran.DENYUT: denyut,
    }


def _why_people(banyak: int) -> str:
    if not banyak:
        return "belum ada pegawai"
    return f"kurang dari {MINIMAL} orang" if banyak < MINIMAL else "unit sebelah terlalu kecil"


def _stepped(bagian: int, semua: int) -> int:
    bagian = min(max(bagian, 1), semua - 1)  # nobody and one, all and all but one, look the same
    dekat = round(bagian * 100 / semua / LANGKAH_AKTIF) * LANGKAH_AKTIF
    return min(max(dekat, LANGKAH_AKTIF), 100 - LANGKAH_AKTIF)


def setuju(daftar: Iterable[RangkumanDenyut]) -> int | None:
    """The share that agrees over all three statements; hidden as soon as one of them is."""
    baris = list(daftar)
    if len(baris) < BANYAK_PERNYATAAN:
        return None
    return round(sum(satu.setuju for satu in baris) * 100 / sum(satu.n for satu in baris))
