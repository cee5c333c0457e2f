"""The numbers behind one person's suggestions, small enough to be stored with each evaluation, and many of them as arrays.

The stored form, with what is empty left out:
  a  per aspect code and source: [sum in mikro, n]
  h  counts of rated results in the order of HITUNGAN
  s  other sources on hasil kerja: [sum in mikro, n]
  u  feedback: [positif, seluruhnya] on results, then on behaviour
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from kinerja.metode.agregasi import NilaiSumber
from kinerja.metode.agregasi_banyak import HITUNGAN, SUMBER
from kinerja.metode.saran_rating import RingkasanUmpanBalik
from kinerja.metode.simulasi import Masukan

Ringkas = dict[str, Any]
_LETAK = {sumber.value: kolom for kolom, sumber in enumerate(SUMBER)}
_NAMA = {sumber: sumber.value for sumber in SUMBER}
_KOSONG: dict[str, Any] = {}


def ringkas_masukan(
    *,
    aspek: Mapping[str, Iterable[NilaiSumber]],
    hitungan_hasil: Sequence[int],
    hasil: Iterable[NilaiSumber] = (),
    umpan_balik_hasil: RingkasanUmpanBalik,
    umpan_balik_perilaku: RingkasanUmpanBalik,
) -> Ringkas:
    """The stored form of one person; `hasil` without the atasan, whose word is the guideline's."""
    per_aspek = {kode: isi for kode, daftar in aspek.items() if (isi := _sources(daftar))}
    lain, balik = _sources(hasil), (umpan_balik_hasil, umpan_balik_perilaku)
    umpan = [angka for satu in balik for angka in (satu.positif, satu.seluruhnya)]
    return {
        "h": list(hitungan_hasil),
        **({"a": per_aspek} if per_aspek else {}),
        **({"s": lain} if lain else {}),
        **({"u": umpan} if any(umpan) else {}),
    }


def _sources(daftar: Iterable[NilaiSumber]) -> dict[str, list[int]]:
    return {_NAMA[satu.sumber]: [satu.jumlah, satu.n] for satu in daftar if satu.n}


def aspek_dalam(daftar: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Every aspect that anybody has a number for."""
    return tuple(dict.fromkeys(kode for satu in daftar for kode in satu.get("a", _KOSONG)))


def baca_masukan(
    daftar: Sequence[Mapping[str, Any]], *, daftar_aspek: Sequence[str] | None = None
) -> Masukan:
    """Arrays of many; an empty one is a person of whom nothing is known. With `daftar_aspek` others are passed over."""
    kode = tuple(daftar_aspek or aspek_dalam(daftar)) or ("-",)
    letak = {satu: nomor * len(SUMBER) for nomor, satu in enumerate(kode)}
    bentuk = (len(daftar), len(kode), len(SUMBER))
    jumlah, n = _fill(
        (
            (i * bentuk[1] * bentuk[2] + letak[nama], per_sumber)
            for i, satu in enumerate(daftar)
            for nama, per_sumber in satu.get("a", _KOSONG).items()
            if nama in letak
        ),
        bentuk,
    )
    jumlah_hasil, n_hasil = _fill(
        ((i * len(SUMBER), satu["s"]) for i, satu in enumerate(daftar) if "s" in satu),
        (len(daftar), len(SUMBER)),
    )
    umpan = _table([satu.get("u", _TANPA_UMPAN) for satu in daftar], 4)
    return Masukan(
        daftar_aspek=kode,
        jumlah=jumlah,
        n=n,
        hitungan_hasil=_table([satu.get("h", _TANPA_HASIL) for satu in daftar], len(HITUNGAN)),
        unit=np.zeros(len(daftar), dtype=np.int64),
        jumlah_hasil=jumlah_hasil,
        n_hasil=n_hasil,
        umpan_balik_hasil=umpan[:, :2],
        umpan_balik_perilaku=umpan[:, 2:],
    )


_TANPA_UMPAN = (0, 0, 0, 0)
_TANPA_HASIL = (0,) * len(HITUNGAN)


def _fill(
    sel: Iterable[tuple[int, Mapping[str, Sequence[int]]]], bentuk: tuple[int, ...]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Sums and numbers by the flat position of the first source of each row."""
    tempat: list[int] = []
    isi: list[Sequence[int]] = []
    for awal, per_sumber in sel:
        for sumber, pasangan in per_sumber.items():
            tempat.append(awal + _LETAK[sumber])
            isi.append(pasangan)
    jumlah, n = np.zeros(bentuk, dtype=np.int64), np.zeros(bentuk, dtype=np.int64)
    if tempat:
        pasang = np.array(isi, dtype=np.int64)
        jumlah.reshape(-1)[tempat], n.reshape(-1)[tempat] = pasang[:, 0], pasang[:, 1]
    return jumlah, n


def _table(daftar: Sequence[Sequence[int]], lebar: int) -> npt.NDArray[np.int64]:
    return np.array(daftar, dtype=np.int64).reshape(len(daftar), lebar)
