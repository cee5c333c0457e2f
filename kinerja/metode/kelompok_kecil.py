"""Counts that may be published without letting anybody subtract his way to a small group.

Every function hides what is below the minimum and as much beside it as needed: whatever sum or difference of
published counts is formed, the people it isolates number zero or at least `minimal`. The rules rest on
primary and complementary cell suppression (Cox 1980); what remains open is bounding (a hidden cell lies
between zero and its row's rest) and comparing two publications of different days.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from kinerja.metode.uji import IntArray

MINIMAL = 5
TERSEMBUNYI = "Disembunyikan agar tidak ada orang yang dapat dikenali: kelompok ini, atau kelompok di sebelahnya, terlalu kecil."

K = TypeVar("K", bound=Hashable)


class JumlahTidakSah(ValueError):
    """The counts cannot be counts of people; the message is fit for the user."""


@dataclass(frozen=True, kw_only=True)
class TabelTertutup:
    """A table to publish; None is hidden. Sizes: `sel` r × c, `baris` r, `kolom` c."""

    sel: tuple[tuple[int | None, ...], ...]
    baris: tuple[int | None, ...]
    kolom: tuple[int | None, ...]
    total: int | None


def tutup_kelompok(jumlah: Mapping[K, int], *, minimal: int = MINIMAL) -> dict[K, int | None]:
    """Hide groups of one list whose total everybody knows; the hidden ones together are never below `minimal`.

    Empty groups stay visible. When the total itself is below the minimum, nothing is shown.
    """
    _check(jumlah.values())
    tertutup = {kunci for kunci, n in jumlah.items() if 0 < n < minimal}
    terbuka = sorted((kunci for kunci, n in jumlah.items() if n >= minimal), key=lambda kunci: jumlah[kunci])
    sisa = sum(jumlah[kunci] for kunci in tertutup)
    for kunci in terbuka:
        if not 0 < sisa < minimal:
            break
        tertutup.add(kunci)
        sisa += jumlah[kunci]
    if 0 < sum(jumlah.values()) < minimal:
        tertutup = set(jumlah)
    return {kunci: None if kunci in tertutup else n for kunci, n in jumlah.items()}


def tutup_pohon(
    jumlah: Mapping[K, int], induk: Mapping[K, K | None], *, minimal: int = MINIMAL
) -> dict[K, int | None]:
    """Totals of units of a tree, own people and all below, of which some are hidden.

    `jumlah` counts the people who sit directly in a unit; `induk` names every unit's parent (None at the top).
    The totals form nested groups, so all that can be derived is each published unit without the published
    units inside it: exactly these rests are kept at zero or `minimal` and above. Raises JumlahTidakSah for
    negative counts, unknown parents and circles.
    """
    _check(jumlah.values())
    urutan = _bottom_up(induk)
    if set(jumlah) - set(induk):
        raise JumlahTidakSah("Ada unit yang belum mempunyai tempat di pohon organisasi.")
    anak: dict[K, list[K]] = {unit: [] for unit in induk}
    for unit, atas in induk.items():
        if atas is not None:
            anak[atas].append(unit)
    total: dict[K, int] = {}
    terbit: dict[K, set[K]] = {}  # the topmost published units at or below
    hasil: dict[K, int | None] = dict.fromkeys(induk)
    for unit in urutan:
        total[unit] = jumlah.get(unit, 0) + sum(total[a] for a in anak[unit])
        di_bawah = {puncak for a in anak[unit] for puncak in terbit[a]}
        _close(unit, di_bawah, anak=anak, total=total, hasil=hasil, minimal=minimal)
        terbit[unit] = {unit} if hasil[unit] is not None else _topmost(unit, anak, hasil)
    return hasil


def tutup_tabel(sel: IntArray, *, minimal: int = MINIMAL) -> TabelTertutup:
    """A two-way table (r, c) with its margins, of which some cells are hidden.

    Rows and columns that are too small are hidden whole, with complements. Among the rest the hidden cells
    form a block of rows × columns. The only groups that can be derived inside such a block are its row and
    column sums and unions of them, and these are kept at zero or `minimal` and above.
    """
    _check(sel.ravel().tolist())
    if 0 < sel.sum() < minimal:
        return _all_hidden(sel)
    baris = tutup_kelompok(dict(enumerate(sel.sum(1).tolist())), minimal=minimal)
    kolom = tutup_kelompok(dict(enumerate(sel.sum(0).tolist())), minimal=minimal)
    kelompok_baris = _merged(baris)
    kelompok_kolom = _merged(kolom)
    ringkas = np.array([[sel[np.ix_(b, k)].sum() for k in kelompok_kolom] for b in kelompok_baris])
    blok_baris, blok_kolom = _block(ringkas, minimal)
    sembunyi_baris = {i for letak in blok_baris for i in kelompok_baris[letak]}
    sembunyi_kolom = {j for letak in blok_kolom for j in kelompok_kolom[letak]}
    tampil = [
        tuple(
            None
            if baris[i] is None or kolom[j] is None or (i in sembunyi_baris and j in sembunyi_kolom)
            else int(sel[i, j])
            for j in range(sel.shape[1])
        )
        for i in range(sel.shape[0])
    ]
    return TabelTertutup(
        sel=tuple(tampil), baris=tuple(baris.values()), kolom=tuple(kolom.values()), total=int(sel.sum())
    )


def gabung_kelompok(jumlah: Mapping[K, int], *, minimal: int = MINIMAL) -> tuple[tuple[K, ...], ...]:
    """Groups to report on, largest first; those to be merged come last as one tuple of several keys.

    Empty groups are left out. One merged group that is still too small takes the next smallest with it; an
    empty result means that not even all together are enough.
    """
    terisi = {kunci: n for kunci, n in jumlah.items() if n > 0}
    if sum(terisi.values()) < minimal:
        return ()
    tampil = tutup_kelompok(terisi, minimal=minimal)
    sendiri = sorted(
        (kunci for kunci, n in tampil.items() if n is not None), key=lambda kunci: -terisi[kunci]
    )
    gabungan = tuple(kunci for kunci, n in tampil.items() if n is None)
    return (*((kunci,) for kunci in sendiri), *((gabungan,) if gabungan else ()))


def _check(jumlah: Iterable[int]) -> None:
    if any(n < 0 for n in jumlah):
        raise JumlahTidakSah("Jumlah orang tidak boleh kurang dari nol. Periksa kembali hitungannya.")


def _bottom_up(induk: Mapping[K, K | None]) -> list[K]:
    kedalaman: dict[K, int] = {}
    for unit in induk:
        jalan: list[K] = []
        sini: K | None = unit
        while sini is not None and sini not in kedalaman:
            if sini not in induk or sini in jalan:
                raise JumlahTidakSah("Pohon organisasi putus atau berputar. Periksa induk tiap unit.")
            jalan.append(sini)
            sini = induk[sini]
        dasar = -1 if sini is None else kedalaman[sini]
        for langkah, lewat in enumerate(reversed(jalan), start=1):
            kedalaman[lewat] = dasar + langkah
    return sorted(induk, key=lambda unit: -kedalaman[unit])


def _close(
    unit: K,
    di_bawah: set[K],
    *,
    anak: Mapping[K, Sequence[K]],
    total: Mapping[K, int],
    hasil: dict[K, int | None],
    minimal: int,
) -> None:
    """Publish a unit if it is large enough, after hiding inside it until its rest is safe."""
    if 0 < total[unit] < minimal:
        return
    terbit = set(di_bawah)
    sisa = total[unit] - sum(total[puncak] for puncak in terbit)
    while 0 < sisa < minimal:
        korban = min(terbit, key=lambda puncak: total[puncak] or minimal * total[unit])
        hasil[korban] = None
        terbit.remove(korban)
        terbit |= _topmost(korban, anak, hasil)
        sisa = total[unit] - sum(total[puncak] for puncak in terbit)
    hasil[unit] = total[unit]


def _topmost(unit: K, anak: Mapping[K, Sequence[K]], hasil: Mapping[K, int | None]) -> set[K]:
    puncak: set[K] = set()
    antrean = list(anak[unit])
    while antrean:
        sini = antrean.pop()
        if hasil[sini] is not None:
            puncak.add(sini)
        else:
            antrean.extend(anak[sini])
    return puncak


def _merged(tampil: Mapping[int, int | None]) -> list[list[int]]:
    terbuka = [[letak] for letak, n in tampil.items() if n is not None]
    tertutup = [letak for letak, n in tampil.items() if n is None]
    return [*terbuka, tertutup] if tertutup else terbuka


def _block(sel: IntArray, minimal: int) -> tuple[set[int], set[int]]:
    """Grow the block of hidden cells until each of its row and column sums is safe; the whole table always is."""
    kecil = np.argwhere((sel > 0) & (sel < minimal))
    baris, kolom = {int(i) for i in kecil[:, 0]}, {int(j) for j in kecil[:, 1]}
    while baris:
        blok = sel[np.ix_(sorted(baris), sorted(kolom))]
        if _unsafe(blok.sum(1), minimal):
            kolom.add(
                min(set(range(sel.shape[1])) - kolom, key=lambda j: (-_small(sel[:, j]), sel[:, j].sum()))
            )
        elif _unsafe(blok.sum(0), minimal):
            baris.add(min(set(range(sel.shape[0])) - baris, key=lambda i: (-_small(sel[i]), sel[i].sum())))
        else:
            break
    return baris, kolom


def _small(deret: IntArray) -> int:
    """Prefer to add lines that hold anybody at all: an empty line protects nobody."""
    return int(deret.sum() > 0)


def _unsafe(jumlah: IntArray, minimal: int) -> bool:
    return bool(((jumlah > 0) & (jumlah < minimal)).any())


def _all_hidden(sel: IntArray) -> TabelTertutup:
    r, c = sel.shape
    return TabelTertutup(sel=((None,) * c,) * r, baris=(None,) * r, kolom=(None,) * c, total=None)
