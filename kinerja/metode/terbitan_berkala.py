"""Two publications of the same means, compared: nobody may be read off their difference.

A mean that is shown again after one person changed gives that person away by subtraction. So a group is shown anew only
when the people who changed in it, and in what is left of it without the shown groups inside, number zero or at least the
minimum. Sums of several groups and three or more publications stay open, as with every published statistic.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from kinerja.metode.kelompok_kecil import MINIMAL, tutup_pohon

S = TypeVar("S")  # a person
K = TypeVar("K")  # a group
Jalur = tuple[K, ...]  # from the top of the tree down to a group
Potret = Mapping[S, tuple[Jalur[K], str]]  # who stood where with which value; without a value he is left out
Ubah = Counter[tuple[K | None, K | None, bool]]  # how many went from where to where, and with the same value


def kelompok_terbuka(
    baru: Potret[S, K],
    *,
    daftar_lama: Iterable[Potret[S, K]],
    induk: Mapping[K, K | None],
    minimal: int = MINIMAL,
) -> frozenset[K]:
    """Groups of the tree `induk` whose totals may be shown now, beside everything that was shown before."""
    orang = Counter(jalur[-1] for jalur, _ in baru.values() if jalur[-1] in induk)
    tampil = tutup_pohon(orang, induk, minimal=minimal)
    terbuka = frozenset(kelompok for kelompok, n in tampil.items() if n is not None)
    for lama in daftar_lama:
        ubah = _changes(lama, baru)
        # A group that moved took its people out of one total and into another: by its path it is two groups.
        jalur_induk = {bagian: bagian[:-1] or None for dari, ke, _ in ubah for bagian in _parts(dari, ke)}
        for pindah_ikut in (True, False):
            dihitung = Counter({satu: n for satu, n in ubah.items() if pindah_ikut or not satu[2]})
            per_kelompok: Ubah[K] = _by_group(dihitung)
            tertutup: set[K] = _closed(per_kelompok, induk, minimal)
            terbuka -= tertutup
            terbuka -= {
                jalur[-1] for jalur in _closed(dihitung, jalur_induk, minimal) if _is_now(jalur, induk)
            }
    return terbuka


def _changes(lama: Potret[S, K], baru: Potret[S, K]) -> Ubah[Jalur[K]]:
    hasil: Ubah[Jalur[K]] = Counter()
    for siapa in lama.keys() | baru.keys():
        dari, nilai_lama = lama.get(siapa, (None, ""))
        ke, nilai_baru = baru.get(siapa, (None, ""))
        if (dari, nilai_lama) != (ke, nilai_baru):
            hasil[dari, ke, nilai_lama == nilai_baru] += 1
    return hasil


def _by_group(ubah: Ubah[Jalur[K]]) -> Ubah[K]:
    hasil: Ubah[K] = Counter()
    for (dari, ke, sama), n in ubah.items():
        hasil[dari[-1] if dari else None, ke[-1] if ke else None, sama] += n
    return hasil


def _closed(ubah: Ubah[K], induk: Mapping[K, K | None], minimal: int) -> set[K]:
    """From the bottom up: where too few changed, the smallest group inside is hidden, or the group itself."""
    dalam = {kelompok: len(list(_upwards(kelompok, induk))) for kelompok in induk}
    terbuka = set(induk) - {k for k, n in _totals(ubah, induk).items() if n < minimal}
    for tingkat in sorted(set(dalam.values()), reverse=True):
        while True:
            sisa, di_dalam = _rests(ubah, induk, terbuka)
            buruk = [k for k in terbuka if dalam[k] == tingkat and 0 < sisa[k] < minimal]
            if not buruk:
                break
            for kelompok in buruk:
                berubah = [anak for anak in di_dalam[kelompok] if sisa[anak]]
                terbuka.remove(min(berubah, key=lambda anak: sisa[anak], default=kelompok))
    return set(induk) - terbuka


def _totals(ubah: Ubah[K], induk: Mapping[K, K | None]) -> Counter[K]:
    """How many changed in each group with all below; who moved inside it with the same value did not."""
    hasil: Counter[K] = Counter()
    for (dari, ke, sama), n in ubah.items():
        lama, baru = set(_upwards(dari, induk)), set(_upwards(ke, induk))
        for kelompok in lama ^ baru if sama else lama | baru:
            hasil[kelompok] += n
    return hasil


def _rests(
    ubah: Ubah[K], induk: Mapping[K, K | None], terbuka: set[K]
) -> tuple[Counter[K], defaultdict[K, list[K]]]:
    """How many changed in each shown group without the shown ones inside it, and which are directly inside."""
    sisa: Counter[K] = Counter()
    for (dari, ke, sama), n in ubah.items():
        lama, baru = (next((k for k in _upwards(satu, induk) if k in terbuka), None) for satu in (dari, ke))
        if lama != baru or not sama:
            sisa.update({kelompok: n for kelompok in (lama, baru) if kelompok is not None})
    di_dalam: defaultdict[K, list[K]] = defaultdict(list)
    for kelompok in terbuka:
        atas = next((k for k in _upwards(induk[kelompok], induk) if k in terbuka), None)
        if atas is not None:
            di_dalam[atas].append(kelompok)
    return sisa, di_dalam


def _upwards(kelompok: K | None, induk: Mapping[K, K | None]) -> Iterator[K]:
    while kelompok is not None and kelompok in induk:
        yield kelompok
        kelompok = induk[kelompok]


def _parts(*daftar: Jalur[K] | None) -> Iterator[Jalur[K]]:
    return (jalur[: panjang + 1] for jalur in daftar if jalur for panjang in range(len(jalur)))


def _is_now(jalur: Jalur[K], induk: Mapping[K, K | None]) -> bool:
    return tuple(_upwards(jalur[-1], induk)) == jalur[::-1]
