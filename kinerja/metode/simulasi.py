"""Two methods over the same inputs: who would get another suggestion, by how many steps, in which unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from kinerja.lib.pilihan import Pilihan
from kinerja.metode.agregasi_banyak import (
    HITUNGAN,
    PREDIKAT,
    RATING,
    SUMBER,
    TANPA,
    Bilangan,
    BobotBanyak,
    Kode,
    Penanda,
    predikat_banyak,
    rating_banyak,
    saran_hasil_banyak,
    saran_hasil_sumber_banyak,
    saran_perilaku_banyak,
    skor_banyak,
    susun_bobot,
)
from kinerja.metode.metode_sumber import Metode

# Small enough to stay in the processor's cache, large enough that Python's share does not show.
_POTONG = 4096


class ArahPerubahan(Pilihan):
    """What happens to the predikat under the suggestion."""

    TETAP = "tetap", "Tetap"
    NAIK = "naik", "Naik"
    TURUN = "turun", "Turun"
    MUNCUL = "muncul", "Menjadi ada saran"
    HILANG = "hilang", "Menjadi tanpa saran"


ARAH = tuple(ArahPerubahan)


@dataclass(frozen=True, kw_only=True)
class Masukan:
    """What was answered and counted for N people; aspects A are named by `daftar_aspek`, sources S as in SUMBER.

    Shapes: jumlah int64[N, A, S] and n int[N, A, S]; hitungan_hasil int64[N, 5] (HITUNGAN); jumlah_hasil, n_hasil
    [N, S] without the atasan; umpan_balik_… int64[N, 2] (positif, seluruhnya); unit int[N] from 0.
    Raises ValueError when a shape does not fit.
    """

    daftar_aspek: tuple[str, ...]
    jumlah: Bilangan
    n: npt.NDArray[np.integer]
    hitungan_hasil: Bilangan
    unit: npt.NDArray[np.integer]
    jumlah_hasil: Bilangan | None = None
    n_hasil: npt.NDArray[np.integer] | None = None
    umpan_balik_hasil: Bilangan | None = None
    umpan_balik_perilaku: Bilangan | None = None

    def __post_init__(self) -> None:
        if not self.daftar_aspek:
            raise ValueError("At least one aspect is needed")
        orang, sumber = len(self.jumlah), len(SUMBER)
        bentuk = {
            "jumlah": (orang, len(self.daftar_aspek), sumber),
            "n": (orang, len(self.daftar_aspek), sumber),
            "hitungan_hasil": (orang, len(HITUNGAN)),
            "unit": (orang,),
            "jumlah_hasil": (orang, sumber),
            "n_hasil": (orang, sumber),
            "umpan_balik_hasil": (orang, 2),
            "umpan_balik_perilaku": (orang, 2),
        }
        for nama, seharusnya in bentuk.items():
            larik = getattr(self, nama)
            if larik is not None and larik.shape != seharusnya:
                raise ValueError(f"{nama} has shape {larik.shape}, expected {seharusnya}")
        if (self.jumlah_hasil is None) != (self.n_hasil is None):
            raise ValueError("jumlah_hasil and n_hasil come together")

    def __len__(self) -> int:
        return len(self.jumlah)

    def pilih(self, tempat: Sequence[int]) -> Masukan:
        """The same of some of them, in this order."""
        larik: dict[str, Any] = {
            f.name: None if (isi := getattr(self, f.name)) is None else isi[tempat]
            for f in fields(self)
            if f.name != "daftar_aspek"
        }
        return replace(self, **larik)


@dataclass(frozen=True, kw_only=True)
class HasilMetode:
    """What one method suggests: mikro int64[N, A of the method]; perilaku, hasil and predikat int8[N]; -1 for none."""

    mikro: Bilangan
    perilaku: Kode
    hasil: Kode
    predikat: Kode


@dataclass(frozen=True, kw_only=True)
class Perbandingan:
    """Before and after, person by person."""

    sebelum: HasilMetode
    sesudah: HasilMetode
    unit: npt.NDArray[np.integer]

    @property
    def berubah(self) -> Penanda:
        """bool[N]: another suggestion for perilaku or hasil kerja, whether or not the predikat follows."""
        perilaku: Penanda = self.sebelum.perilaku != self.sesudah.perilaku
        hasil: Penanda = self.sebelum.hasil != self.sesudah.hasil
        return perilaku | hasil

    @property
    def langkah(self) -> Kode:
        """int8[N]: steps of the predikat, above 0 is better; 0 where one side has none."""
        lengkap = (self.sebelum.predikat != TANPA) & (self.sesudah.predikat != TANPA)
        # PREDIKAT stands best first.
        return np.where(lengkap, self.sebelum.predikat - self.sesudah.predikat, 0).astype(np.int8)

    @property
    def arah(self) -> Kode:
        """int8[N]: position in ARAH of what happens to the predikat."""
        ada_dulu, ada_kini = self.sebelum.predikat != TANPA, self.sesudah.predikat != TANPA
        keadaan = [self.langkah > 0, self.langkah < 0, ~ada_dulu & ada_kini, ada_dulu & ~ada_kini]
        return np.select(keadaan, [1, 2, 3, 4], default=0).astype(np.int8)

    def per_unit(self) -> Bilangan:
        """int64[U, len(ARAH)]: people per unit and direction."""
        banyak = int(self.unit.max()) + 1 if len(self.unit) else 0
        return _cross(self.unit, self.arah, bentuk=(banyak, len(ARAH)))

    def matriks_predikat(self) -> Bilangan:
        """int64[6, 6]: from (rows) to (columns) in the order of PREDIKAT, the last for "no suggestion"."""
        return _transition(self.sebelum.predikat, self.sesudah.predikat, banyak=len(PREDIKAT))

    def matriks_perilaku(self) -> Bilangan:
        """int64[4, 4] in the order of RATING, the last for "no suggestion"."""
        return _transition(self.sebelum.perilaku, self.sesudah.perilaku, banyak=len(RATING))

    def matriks_hasil(self) -> Bilangan:
        """int64[4, 4] in the order of RATING, the last for "no suggestion"."""
        return _transition(self.sebelum.hasil, self.sesudah.hasil, banyak=len(RATING))


def bandingkan(masukan: Masukan, *, sebelum: Metode, sesudah: Metode) -> Perbandingan:
    """Run both methods over the same inputs."""
    return Perbandingan(
        sebelum=terapkan(masukan, metode=sebelum),
        sesudah=terapkan(masukan, metode=sesudah),
        unit=masukan.unit,
    )


def terapkan(masukan: Masukan, *, metode: Metode) -> HasilMetode:
    """Suggestions of one method for everybody; an aspect without a column in the inputs has no data."""
    kolom, bobot = _columns(masukan, metode)
    mikro = np.empty((len(masukan), len(kolom)), dtype=np.int64)
    perilaku = np.empty(len(masukan), dtype=np.int8)
    dihitung = np.array([aspek.ikut_dihitung for aspek in metode.daftar_aspek], dtype=bool)
    for awal in range(0, len(masukan), _POTONG):
        bagian = slice(awal, awal + _POTONG)
        skor = skor_banyak(masukan.jumlah[bagian][:, kolom], n=masukan.n[bagian][:, kolom], bobot=bobot)
        mikro[bagian] = skor.mikro
        perilaku[bagian] = saran_perilaku_banyak(
            rating_banyak(skor, ambang=metode.ambang_skor),
            dihitung=dihitung,
            ambang=metode.ambang,
            umpan_balik=None
            if masukan.umpan_balik_perilaku is None
            else masukan.umpan_balik_perilaku[bagian],
        )
    hasil = _results(masukan, metode)
    return HasilMetode(
        mikro=mikro, perilaku=perilaku, hasil=hasil, predikat=predikat_banyak(hasil, perilaku=perilaku)
    )


def _columns(masukan: Masukan, metode: Metode) -> tuple[list[int], BobotBanyak]:
    """Where each aspect of the method stands in the inputs; one that is not there borrows a column with no weight."""
    letak = {kode: kolom for kolom, kode in enumerate(masukan.daftar_aspek)}
    bobot = susun_bobot([aspek.bobot if aspek.kode in letak else () for aspek in metode.daftar_aspek])
    return [letak.get(aspek.kode, 0) for aspek in metode.daftar_aspek], bobot


def _results(masukan: Masukan, metode: Metode) -> Kode:
    panduan = saran_hasil_banyak(
        masukan.hitungan_hasil, ambang=metode.ambang, umpan_balik=masukan.umpan_balik_hasil
    )
    jumlah, n = masukan.jumlah_hasil, masukan.n_hasil
    if jumlah is None or n is None:
        jumlah = np.zeros((len(masukan), len(SUMBER)), dtype=np.int64)
        n = jumlah
    return saran_hasil_sumber_banyak(
        panduan, jumlah=jumlah, n=n, bobot=metode.bobot_hasil, ambang=metode.ambang_skor
    )


def _transition(dari: Kode, ke: Kode, *, banyak: int) -> Bilangan:
    return _cross(
        np.where(dari == TANPA, banyak, dari),
        np.where(ke == TANPA, banyak, ke),
        bentuk=(banyak + 1, banyak + 1),
    )


def _cross(
    baris: npt.NDArray[np.integer], kolom: npt.NDArray[np.integer], *, bentuk: tuple[int, int]
) -> Bilangan:
    letak = baris.astype(np.int64) * bentuk[1] + kolom
    return np.bincount(letak, minlength=bentuk[0] * bentuk[1]).reshape(bentuk).astype(np.int64)
