"""The map in words: what is opened at once, what answers a question, and the lines of a finding."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from kinerja.metode.peta_kinerja import JenisTemuan
from kinerja.peta.queries import Bagan, Baris

SEKALI_TAMPIL = 250
COCOK_TERBANYAK = 50


@dataclass(frozen=True)
class BarisTemuan:
    """One line of a table; `kelompok` numbers those that are alike."""

    baris: Baris
    keterangan: str = ""
    kelompok: int = 0


def opened(bagan: Bagan, akar: tuple[int, ...]) -> frozenset[int]:
    """The upper levels, as many as a page can hold; what lies deeper has a page of its own."""
    antre = deque(akar)
    tampil: list[int] = []
    while antre and len(tampil) < SEKALI_TAMPIL:
        nomor = antre.popleft()
        tampil.append(nomor)
        antre.extend(bagan.hutan.anak.get(nomor, ()))
    return frozenset(tampil)


def search(bagan: Bagan, q: str) -> list[Baris]:
    kata = q.casefold().split()
    if not kata:
        return []
    cocok = (
        satu for satu in bagan.baris.values() if all(k in f"{satu.teks} {satu.nama}".casefold() for k in kata)
    )
    return [satu for satu, _ in zip(cocok, range(COCOK_TERBANYAK), strict=False)]


def lines_of(bagan: Bagan, jenis: JenisTemuan) -> list[BarisTemuan]:
    if jenis is JenisTemuan.SALINAN:
        return [
            BarisTemuan(bagan.baris[nomor], kelompok=urutan)
            for urutan, isi in enumerate(bagan.daftar_salinan, 1)
            for nomor in isi
        ]
    if jenis is JenisTemuan.BERLEBIH:
        satu_per_orang = {satu.orang: satu for satu in reversed(bagan.baris.values())}
        return [BarisTemuan(satu_per_orang[o], f"{n} hasil") for o, n in bagan.berlebih.items()]
    daftar = [BarisTemuan(bagan.baris[nomor]) for nomor in bagan.per_garis[jenis]]
    return sorted(daftar, key=lambda satu: (satu.baris.unit, satu.baris.nama, satu.baris.nomor))
