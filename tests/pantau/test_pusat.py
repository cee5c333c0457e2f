"""The hub: the same bytes to all who watch the same, five lines a person, and nobody waits for a slow reader."""

from __future__ import annotations

import asyncio

import pytest

from kinerja.pantau.hidup.pusat import GANTI, PALING_BANYAK, PENUH, TERTAHAN, Pusat
from kinerja.pantau.hidup.tiket import Tiket
from kinerja.pantau.queries.siaran import Siaran
from kinerja.pantau.queries.tampilan import Tampilan, tingkat


class Kertas:
    """A stream that remembers what was written, and can be told that nobody reads."""

    def __init__(self, tertahan: int = 0) -> None:
        self.isi: list[bytes] = []
        self._tertahan = tertahan
        self.transport = self

    def write(self, isi: bytes) -> None:
        self.isi.append(isi)

    def get_write_buffer_size(self) -> int:
        return self._tertahan


def gambar(n: int) -> Siaran:
    return Siaran(Tampilan({"skp_draf": str(n), "tetap": "1"}, {}), "1-2", frozenset({1}))


def run(skenario):
    return asyncio.run(skenario())


def test_a_change_reaches_everybody_who_watches_that_screen_and_nobody_else():
    async def skenario():
        pusat = Pusat()
        satu, dua, lain = Kertas(), Kertas(), Kertas()
        for nomor, (kertas, kunci) in enumerate(((satu, "u1"), (dua, "u1"), (lain, "u2"))):
            pusat.join(Tiket(nomor, kunci, 1), kertas)
        pusat.publish({"u1": gambar(1)})
        pusat.publish({"u1": gambar(2)})
        pusat.publish({"u1": gambar(2)})
        return satu.isi, dua.isi, lain.isi

    satu, dua, lain = run(skenario)

    assert satu == dua
    assert len(satu) == 2
    assert b'"skp_draf":"2"' in satu[1] and b"tetap" not in satu[1]
    assert lain == []


def test_two_hundred_tabs_of_one_person_hold_five_lines_and_the_rest_is_told_kindly():
    async def skenario():
        pusat = Pusat()
        tab = [Kertas() for _ in range(200)]
        for kertas in tab:
            pusat.join(Tiket(7, "u1", 1), kertas)
        orang_lain = Kertas()
        pusat.join(Tiket(8, "u1", 1), orang_lain)
        return [kertas.isi for kertas in tab], orang_lain.isi

    tab, orang_lain = run(skenario)

    assert [isi for isi in tab if isi] == [[PENUH]] * (200 - PALING_BANYAK)
    assert tab[-PALING_BANYAK:] == [[]] * PALING_BANYAK
    assert orang_lain == []


def test_who_does_not_read_loses_the_line():
    async def skenario():
        pusat = Pusat()
        penonton = pusat.join(Tiket(7, "u1", 1), Kertas(tertahan=TERTAHAN + 1))
        pusat.publish({"u1": gambar(1)})
        return penonton.tutup.is_set(), penonton.writer.isi

    assert run(skenario) == (True, [])


def test_who_signs_out_is_sent_to_the_door_at_once():
    async def skenario():
        pusat = Pusat()
        pergi, tinggal = Kertas(), Kertas()
        pusat.join(Tiket(7, "u1", 1), pergi)
        pusat.join(Tiket(8, "u1", 1), tinggal)
        pusat.dismiss_accounts({7})
        return pergi.isi, tinggal.isi

    assert run(skenario) == ([GANTI], [])


def test_a_screen_that_nobody_watches_is_forgotten():
    async def skenario():
        pusat = Pusat()
        penonton = pusat.join(Tiket(7, "u1", 1), Kertas())
        pusat.leave(penonton)
        return pusat.saluran, pusat.banyak

    assert run(skenario) == ({}, 0)


@pytest.mark.parametrize("persen", [None, 0, 24, 25, 99, 100])
def test_the_step_of_the_heat_map_is_the_one_that_the_browser_takes(persen):
    assert tingkat(persen) == ("" if persen is None else str(persen // 25))
