"""Two readings of a result page never differ by one to four votes, whatever days pass between them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.metode.terbitan_suara import Blok, blok_sejak, blok_suara

AWAL = date(2025, 1, 1)


def hari(nomor: int) -> date:
    return AWAL + timedelta(days=nomor)


def published(jumlah: list[int], *, pada: int, jendela: int) -> set[tuple[int, int]]:
    """Every vote on the page, each as (day, number)."""
    per_hari = [(hari(n), banyak) for n, banyak in enumerate(jumlah[: pada + 1]) if banyak]
    daftar = blok_sejak(blok_suara(per_hari, hari_ini=hari(pada)), sejak=hari(pada - jendela))
    return {
        (n, satu)
        for n, banyak in enumerate(jumlah)
        for satu in range(banyak)
        if any(blok.mulai <= hari(n) <= blok.selesai for blok in daftar)
    }


@given(
    jumlah=st.lists(st.integers(0, 7), min_size=1, max_size=60),
    jendela=st.integers(1, 40),
    jarak=st.integers(1, 5),
    data=st.data(),
)
def test_two_publications_differ_by_nobody_or_by_five(jumlah, jendela, jarak, data):
    pada = data.draw(st.integers(0, len(jumlah) + 5))
    dahulu = published(jumlah, pada=pada, jendela=jendela)
    kini = published(jumlah, pada=pada + jarak, jendela=jendela)

    assert len(kini - dahulu) not in range(1, 5)
    assert len(dahulu - kini) not in range(1, 5)
    assert all(n < pada + jarak for n, _ in kini)


@given(jumlah=st.lists(st.integers(0, 7), min_size=1, max_size=60), pada=st.integers(0, 70))
def test_a_reader_within_one_day_sees_nothing_move(jumlah, pada):
    """Votes of today, few or many, are on no page of today."""
    jumlah = jumlah + [0] * (pada + 1 - len(jumlah))
    ramai = [*jumlah[:pada], jumlah[pada] + 9, *jumlah[pada + 1 :]]

    assert published(jumlah, pada=pada, jendela=30) == published(ramai, pada=pada, jendela=30)


@given(st.lists(st.integers(1, 7), max_size=40))
def test_no_vote_waits_longer_than_it_must(jumlah):
    daftar = blok_suara([(hari(n), banyak) for n, banyak in enumerate(jumlah)], hari_ini=hari(99))

    assert sum(jumlah) - sum(blok.n for blok in daftar) < 5
    assert all(5 <= blok.n < 5 + 7 for blok in daftar)


def test_whole_days_are_gathered_until_there_are_five():
    per_hari = [(hari(0), 3), (hari(4), 1), (hari(6), 9), (hari(7), 5), (hari(9), 4)]

    assert blok_suara(per_hari, hari_ini=hari(20)) == (
        Blok(hari(0), hari(6), 13),
        Blok(hari(7), hari(7), 5),
    )


def test_a_block_across_the_beginning_of_the_window_is_gone_altogether():
    daftar = (Blok(hari(0), hari(6), 13), Blok(hari(7), hari(7), 5))

    assert blok_sejak(daftar, sejak=hari(0)) == daftar
    assert blok_sejak(daftar, sejak=hari(1)) == daftar[1:]


@pytest.mark.parametrize(("selesai", "triwulan"), [("2026-03-31", (2026, 1)), ("2026-04-01", (2026, 2))])
def test_a_block_belongs_to_the_quarter_of_its_last_day(selesai, triwulan):
    assert Blok(date(2026, 3, 1), date.fromisoformat(selesai), 5).triwulan == triwulan
