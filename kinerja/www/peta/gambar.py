"""The map as a picture: an icicle of results, each as wide as what it carries."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.metode.peta_kinerja import JenisTemuan, Petak, icicle
from kinerja.peta.queries import Bagan

LEBAR, TINGKAT = 1000, 4
TINGGI_TERENDAH, TINGGI_TERBESAR, TINGGI_SATU = 150, 860, 18
_SATU_BARIS, _DUA_BARIS, _TERKECIL = 15, 34, 2.0
_LEBAR_HURUF, _TEPI = 7.3, 18


@dataclass(frozen=True)
class Kotak:
    """A rectangle with the words that fit on it."""

    nomor: int
    tingkat: int
    x: float
    y: float
    lebar: float
    tinggi: float
    kelas: str
    judul: str
    teks: str
    nama: str

    @property
    def garis_dasar(self) -> float:
        """Where the first line stands: in the middle, or a little above it when a name follows."""
        return round(self.y + self.tinggi / 2 + (-3 if self.nama else 4.5), 1)


@dataclass(frozen=True)
class Gambar:
    daftar_kotak: list[Kotak]
    lebar: int
    tinggi: int
    tersisa: int  # results that are too narrow, or too deep, to be drawn


def draw(bagan: Bagan, akar: tuple[int, ...]) -> Gambar:
    """From the left, where the leader stands, to the right."""
    semua = sum(bagan.hutan.ukuran[n] for n in akar)
    tinggi = min(max(semua * TINGGI_SATU, TINGGI_TERENDAH), TINGGI_TERBESAR)
    petak = icicle(bagan.hutan, akar, tingkat=TINGKAT, paling_sempit=_TERKECIL / tinggi)
    kolom = LEBAR / (max((satu.tingkat for satu in petak), default=0) + 1)
    tanda = {n: jenis for jenis, isi in bagan.per_garis.items() for n in isi}
    daftar = [_box(bagan, satu, kolom=kolom, tinggi=tinggi, tanda=tanda.get(satu.nomor)) for satu in petak]
    return Gambar(daftar, LEBAR, tinggi, semua - len(petak))


def _box(bagan: Bagan, satu: Petak, *, kolom: float, tinggi: int, tanda: JenisTemuan | None) -> Kotak:
    baris, bawah, tebal = bagan.baris[satu.nomor], bagan.hutan.ukuran[satu.nomor] - 1, satu.lebar * tinggi
    judul = f"{baris.teks} – {baris.nama}, {baris.jabatan}"
    judul += f" · {bawah} hasil mendukung" if bawah else ""
    judul += f" · {tanda.label.lower()}" if tanda else ""
    return Kotak(
        satu.nomor,
        satu.tingkat,
        round(satu.tingkat * kolom + 1, 1),
        round(satu.x * tinggi, 1),
        round(kolom - 3, 1),
        round(max(tebal - 2, 1.2), 1),
        tanda.value if tanda else "",
        judul,
        _fit(baris.teks, kolom) if tebal >= _SATU_BARIS else "",
        _fit(f"{baris.nama} · {baris.jabatan}", kolom * 1.12) if tebal >= _DUA_BARIS else "",
    )


def _fit(teks: str, lebar: float) -> str:
    muat = int((lebar - _TEPI) / _LEBAR_HURUF)
    return teks if len(teks) <= muat else teks[: muat - 1].rstrip() + "…"
