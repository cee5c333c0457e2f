"""An attacker who knows linear algebra adds and subtracts whatever is published, and must not reach a few people."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.metode.kelompok_kecil import (
    JumlahTidakSah,
    gabung_kelompok,
    tutup_kelompok,
    tutup_pohon,
    tutup_tabel,
)

MINIMAL = 5
_jumlah = st.integers(0, 12)


def exposed(daftar_terbit, atom):
    """Sets of atoms whose head count follows from the published sums, and is 1 to four people.

    `daftar_terbit` are the published groups as tuples of atom positions, `atom` the true counts. An atom with
    nobody in it is no secret, but the attacker is not told which those are unless it is published.
    """
    himpunan = np.array(list(product((0.0, 1.0), repeat=len(atom))))
    kecil = himpunan[(himpunan @ atom > 0) & (himpunan @ atom < MINIMAL)]
    if not len(kecil) or not daftar_terbit:
        return []
    a = np.zeros((len(daftar_terbit), len(atom)))
    for baris, kelompok in enumerate(daftar_terbit):
        a[baris, list(kelompok)] = 1
    proyeksi = np.linalg.pinv(a) @ a
    return kecil[np.abs(kecil @ proyeksi - kecil).max(1) < 1e-7].tolist()


def test_the_attack_itself_works():
    """Row of 9, 3 with total 12: hiding only the 3 helps nobody."""
    assert exposed([(0,), (0, 1)], np.array([9, 3])) == [[0.0, 1.0]]
    assert exposed([(0, 1, 2), (0,)], np.array([9, 3, 3])) == []


@given(st.lists(_jumlah, min_size=1, max_size=8))
def test_a_list_gives_nobody_away(jumlah):
    tampil = tutup_kelompok(dict(enumerate(jumlah)), minimal=MINIMAL)

    terbit = [(letak,) for letak, n in tampil.items() if n is not None]
    # The total is known wherever it may be published at all.
    if sum(jumlah) >= MINIMAL:
        terbit.append(tuple(range(len(jumlah))))
    assert exposed(terbit, np.array(jumlah)) == []


@st.composite
def _pohon(draw):
    n = draw(st.integers(1, 9))
    induk = {0: None} | {unit: draw(st.integers(0, unit - 1)) for unit in range(1, n)}
    return draw(st.lists(_jumlah, min_size=n, max_size=n)), induk


@given(_pohon())
def test_a_tree_gives_nobody_away(pohon):
    jumlah, induk = pohon

    tampil = tutup_pohon(dict(enumerate(jumlah)), induk, minimal=MINIMAL)

    terbit = [_below(unit, induk) for unit, n in tampil.items() if n is not None]
    assert exposed(terbit, np.array(jumlah)) == []
    assert all(
        n == sum(jumlah[i] for i in _below(unit, induk)) for unit, n in tampil.items() if n is not None
    )


@settings(max_examples=150)
@given(
    st.integers(1, 4).flatmap(
        lambda c: st.lists(st.lists(_jumlah, min_size=c, max_size=c), min_size=1, max_size=3)
    )
)
def test_a_table_with_margins_gives_nobody_away(baris):
    sel = np.array(baris)

    tabel = tutup_tabel(sel, minimal=MINIMAL)

    assert exposed(_published(tabel, sel.shape), sel.ravel()) == []


@given(
    st.integers(1, 4).flatmap(
        lambda c: st.lists(st.lists(_jumlah, min_size=c, max_size=c), min_size=1, max_size=5)
    )
)
def test_what_a_table_shows_is_true(baris):
    sel = np.array(baris)

    tabel = tutup_tabel(sel, minimal=MINIMAL)

    for tampil, benar in (
        (tabel.baris, sel.sum(1)),
        (tabel.kolom, sel.sum(0)),
        ((tabel.total,), [sel.sum()]),
    ):
        assert all(n is None or n == asli for n, asli in zip(tampil, benar, strict=True))
    assert all(n is None or n == sel[i, j] for i, deret in enumerate(tabel.sel) for j, n in enumerate(deret))


def test_a_table_of_large_cells_is_shown_whole():
    sel = np.array([[12, 30, 8], [9, 25, 5]])

    assert tutup_tabel(sel).sel == ((12, 30, 8), (9, 25, 5))


def test_one_small_unit_takes_its_smallest_neighbour_along():
    tampil = tutup_kelompok({"Umum": 3, "Keuangan": 7, "Perencanaan": 20})

    assert tampil == {"Umum": None, "Keuangan": None, "Perencanaan": 20}


def test_two_small_units_protect_each_other():
    assert tutup_kelompok({"a": 3, "b": 4, "c": 8, "d": 0}) == {"a": None, "b": None, "c": 8, "d": 0}


def test_children_of_a_hidden_unit_do_not_add_up_to_it():
    """The parent is too near its published children: two people sit in it directly."""
    tampil = tutup_pohon({"dinas": 2, "a": 9, "b": 6}, {"dinas": None, "a": "dinas", "b": "dinas"})

    assert tampil == {"dinas": 17, "a": 9, "b": None}


def test_reported_groups_merge_the_small_ones():
    assert gabung_kelompok({"II": 40, "III": 90, "IV": 3, "I": 0, "PPPK": 4}) == (
        ("III",),
        ("II",),
        ("IV", "PPPK"),
    )
    assert gabung_kelompok({"II": 40, "III": 90, "IV": 3}) == (("III",), ("II", "IV"))
    assert gabung_kelompok({"II": 1, "III": 2}) == ()


@pytest.mark.parametrize("induk", [{"a": "b", "b": "a"}, {"a": "hilang"}])
def test_a_broken_tree_is_refused(induk):
    with pytest.raises(JumlahTidakSah, match="Pohon organisasi"):
        tutup_pohon(dict.fromkeys(induk, 9), induk)


def test_negative_counts_are_refused():
    with pytest.raises(JumlahTidakSah, match="kurang dari nol"):
        tutup_kelompok({"a": -1})


def _below(unit, induk):
    def inside(sini):
        while sini is not None:
            if sini == unit:
                return True
            sini = induk[sini]
        return False

    return tuple(lain for lain in induk if inside(lain))


def _published(tabel, bentuk):
    letak = np.arange(bentuk[0] * bentuk[1]).reshape(bentuk)
    terbit = [(int(letak[i, j]),) for i, j in np.ndindex(*bentuk) if tabel.sel[i][j] is not None]
    terbit += [tuple(letak[i].tolist()) for i, n in enumerate(tabel.baris) if n is not None]
    terbit += [tuple(letak[:, j].tolist()) for j, n in enumerate(tabel.kolom) if n is not None]
    return [*terbit, *([tuple(letak.ravel().tolist())] if tabel.total is not None else [])]
