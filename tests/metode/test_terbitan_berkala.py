"""Nobody is read off the difference of two publications, also when a whole group moved under another one."""

from __future__ import annotations

from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from kinerja.metode.kelompok_kecil import MINIMAL
from kinerja.metode.terbitan_berkala import kelompok_terbuka

INDUK_LAMA = {"kota": None, "a": "kota", "b": "kota", "u": "a", "v": "b"}
INDUK_BARU = INDUK_LAMA | {"u": "b"}


def path(unit, induk):
    atas = induk[unit]
    return (*(path(atas, induk) if atas else ()), unit)


def snapshot(isi, induk):
    return {siapa: (path(unit, induk), nilai) for siapa, (unit, nilai) in isi.items()}


def totals(potret, daftar):
    """Of each shown group, who is in it with which value."""
    return {k: {(siapa, n) for siapa, (jalur, n) in potret.items() if k in jalur} for k in daftar}


def people(awal, n, unit):
    return {f"{awal}{nomor}": (unit, "60") for nomor in range(n)}


def test_a_small_group_that_moves_closes_both_its_totals():
    isi = people("a", 8, "a") | people("b", 8, "b") | people("u", 1, "u")
    lama, baru = snapshot(isi, INDUK_LAMA), snapshot(isi, INDUK_BARU)

    terbuka = kelompok_terbuka(baru, daftar_lama=[lama], induk=INDUK_BARU)

    assert "kota" in terbuka  # the same people with the same values
    assert not terbuka & {"a", "b"}


def test_a_large_group_that_moves_is_shown_anew():
    isi = people("a", 8, "a") | people("b", 8, "b") | people("u", 6, "u")
    lama, baru = snapshot(isi, INDUK_LAMA), snapshot(isi, INDUK_BARU)

    assert {"kota", "a", "b"} <= kelompok_terbuka(baru, daftar_lama=[lama], induk=INDUK_BARU)


UNIT = st.sampled_from(["kota", "a", "b", "u", "v"])
ORANG = st.dictionaries(st.integers(0, 29), st.tuples(UNIT, st.sampled_from(["60", "70"])), max_size=30)


@given(ORANG, ORANG, st.booleans())
def test_no_difference_of_one_total_with_itself_isolates_a_few(dulu, kini, pindah):
    induk = INDUK_BARU if pindah else INDUK_LAMA
    lama, baru = snapshot(dulu, INDUK_LAMA), snapshot(kini, induk)
    dahulu = kelompok_terbuka(lama, daftar_lama=[], induk=INDUK_LAMA)
    terbuka = kelompok_terbuka(baru, daftar_lama=[lama], induk=induk)

    isi_lama, isi_baru = totals(lama, dahulu), totals(baru, terbuka)
    for kelompok in dahulu & terbuka:
        berubah = {siapa for siapa, _ in isi_lama[kelompok] ^ isi_baru[kelompok]}
        assert not 0 < len(berubah) < MINIMAL
    # Beside each other as well: what is left of a total without the groups inside it.
    for kelompok in dahulu & terbuka:
        anak = [k for k in dahulu & terbuka if induk[k] == kelompok and INDUK_LAMA[k] == kelompok]
        for pilih in chain.from_iterable(combinations(anak, n) for n in range(1, len(anak) + 1)):
            sisa_lama = isi_lama[kelompok].difference(*(isi_lama[k] for k in pilih))
            sisa_baru = isi_baru[kelompok].difference(*(isi_baru[k] for k in pilih))
            assert not 0 < len({siapa for siapa, _ in sisa_lama ^ sisa_baru}) < MINIMAL
