"""The cascade of a house as a forest: whose result carries whose, and where the line is broken."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from kinerja.lib.pilihan import Pilihan
from kinerja.metode.telaah_skp.rencana import JUMLAH_TERBANYAK

MIRIP = 90  # of 100: nearly the same sentence
TEKS_DIBANDINGKAN = 500


class JenisTemuan(Pilihan):
    """What a leader may want to talk about; none of them is a fault in itself."""

    YATIM = "yatim", "Belum mendukung siapa pun"
    MENUNGGU = "menunggu", "Menunggu rencana pimpinan"
    CELAH = "celah", "Belum ada yang mendukung"
    SALINAN = "salinan", "Sama dengan rekan"
    BERLEBIH = "berlebih", "Terlalu banyak hasil"


@dataclass(frozen=True, kw_only=True)
class Butir:
    """One result: `atas` is the result it supports, `puncak` says that nobody's stands above this plan."""

    nomor: int
    atas: int | None
    orang: int
    penilai: int | None = None
    teks: str = ""
    utama: bool = True
    menunggu: bool = False
    puncak: bool = False


@dataclass(frozen=True)
class Petak:
    """A node of the icicle: `tingkat` 0 stands on top, `x` and `lebar` in parts of the whole."""

    nomor: int
    tingkat: int
    x: float
    lebar: float


@dataclass(frozen=True)
class Hutan:
    """`ukuran` counts a result with all that hangs below it."""

    daftar: dict[int, Butir]
    akar: tuple[int, ...]
    anak: dict[int, tuple[int, ...]]
    ukuran: dict[int, int]

    def walk(self, nomor: int) -> Iterator[int]:
        """A result and everything below it."""
        tumpukan = [nomor]
        while tumpukan:
            satu = tumpukan.pop()
            yield satu
            tumpukan.extend(reversed(self.anak.get(satu, ())))

    def line(self, nomor: int) -> list[int]:
        """From the top down to this result."""
        garis = [nomor]
        while garis[0] not in self._puncak:
            atas = self.daftar[garis[0]].atas
            assert atas is not None
            garis.insert(0, atas)
        return garis

    @property
    def _puncak(self) -> frozenset[int]:
        return frozenset(self.akar)


def hutan(daftar: Iterable[Butir]) -> Hutan:
    """A circle of results that support each other is opened at its lowest number, so that nothing is lost."""
    semua = {satu.nomor: satu for satu in daftar}
    anak: dict[int, list[int]] = defaultdict(list)
    akar = []
    for satu in semua.values():
        if satu.atas in semua and satu.atas != satu.nomor and satu.atas is not None:
            anak[satu.atas].append(satu.nomor)
        else:
            akar.append(satu.nomor)
    urut = _reached(akar, anak)
    sampai = set(urut)
    for nomor in sorted(semua.keys() - sampai):
        if nomor not in sampai:
            atas = semua[nomor].atas
            assert atas is not None
            anak[atas].remove(nomor)
            akar.append(nomor)
            lanjut = _reached([nomor], anak)
            urut += lanjut
            sampai.update(lanjut)
    ukuran: dict[int, int] = {}
    for nomor in reversed(urut):
        ukuran[nomor] = 1 + sum(ukuran[bawah] for bawah in anak.get(nomor, ()))
    rapi = {atas: tuple(sorted(isi, key=lambda n: (-ukuran[n], n))) for atas, isi in anak.items() if isi}
    return Hutan(semua, tuple(sorted(akar, key=lambda n: (-ukuran[n], n))), rapi, ukuran)


def _reached(akar: Sequence[int], anak: dict[int, list[int]]) -> list[int]:
    urut = list(akar)
    for nomor in urut:
        urut.extend(anak.get(nomor, ()))
    return urut


def icicle(h: Hutan, akar: Sequence[int], *, tingkat: int, paling_sempit: float) -> list[Petak]:
    """Every node as wide as what it carries; what would be too narrow to see is left out with all below it."""
    jumlah = sum(h.ukuran[nomor] for nomor in akar)
    petak: list[Petak] = []
    antre = [(akar, 0, 0.0, 1.0 / jumlah)] if jumlah else []
    for daftar, dalam, awal, satuan in antre:
        x = awal
        for nomor in daftar:
            lebar = h.ukuran[nomor] * satuan
            if lebar >= paling_sempit:
                petak.append(Petak(nomor, dalam, x, lebar))
                if dalam + 1 < tingkat and (bawah := h.anak.get(nomor)):
                    antre.append((bawah, dalam + 1, x, lebar / sum(h.ukuran[n] for n in bawah)))
            x += lebar
    return petak


def temuan_garis(h: Hutan) -> dict[JenisTemuan, list[int]]:
    """Results that hang on nothing, that wait, and those of leaders that nobody carries."""
    penilai = {satu.penilai for satu in h.daftar.values()}
    utama = [satu for satu in h.daftar.values() if satu.utama]
    lepas = [satu for satu in utama if satu.atas is None and not satu.puncak]
    return {
        JenisTemuan.YATIM: [satu.nomor for satu in lepas if not satu.menunggu],
        JenisTemuan.MENUNGGU: [satu.nomor for satu in lepas if satu.menunggu],
        JenisTemuan.CELAH: [s.nomor for s in utama if s.orang in penilai and s.nomor not in h.anak],
    }


def salinan(daftar: Iterable[Butir]) -> list[tuple[int, ...]]:
    """Results of different people under one penilai in the same words, or nearly; the largest group first."""
    per_penilai: dict[int | None, dict[str, list[Butir]]] = defaultdict(lambda: defaultdict(list))
    for satu in daftar:
        per_penilai[satu.penilai][_bare(satu.teks)].append(satu)
    kelompok = [
        tuple(sorted(satu.nomor for satu in isi))
        for penilai, per_teks in per_penilai.items()
        if penilai is not None
        for isi in _alike(per_teks)
        if len({satu.orang for satu in isi}) > 1
    ]
    return sorted(kelompok, key=lambda isi: (-len(isi), isi))


def _bare(teks: str) -> str:
    return " ".join("".join(h if h.isalnum() else " " for h in teks.casefold()).split())


def _alike(per_teks: dict[str, list[Butir]]) -> Iterator[list[Butir]]:
    """Each text joins the first one that it resembles; those that are the same were one text to begin with.

    Under a penilai with a crowd only the same words count: comparing everything with everything would take minutes.
    """
    if len(per_teks) > TEKS_DIBANDINGKAN:
        yield from per_teks.values()
        return
    wakil: dict[str, list[Butir]] = {}
    for teks in sorted(per_teks, key=lambda t: (-len(per_teks[t]), t)):
        cocok = process.extractOne(teks, list(wakil), scorer=fuzz.ratio, score_cutoff=MIRIP)
        wakil.setdefault(cocok[0] if cocok else teks, []).extend(per_teks[teks])
    yield from wakil.values()


def berlebih(daftar: Collection[Butir], *, terbanyak: int = JUMLAH_TERBANYAK) -> dict[int, int]:
    """Person → number of results, where it is more than one can keep in view."""
    jumlah = Counter(satu.orang for satu in daftar)
    return {orang: n for orang, n in jumlah.most_common() if n > terbanyak}
