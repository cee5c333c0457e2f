"""The forest of results: nothing is lost, nothing is counted twice, whatever hangs on what."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from kinerja.metode.peta_kinerja import Butir, JenisTemuan, berlebih, hutan, icicle, salinan, temuan_garis

# Any links at all: to itself, in circles, to results that are not there.
SEMBARANG = st.lists(st.integers(0, 16), max_size=12).map(
    lambda atas: [Butir(nomor=n, atas=a or None, orang=n % 7) for n, a in enumerate(atas, 1)]
)


@given(SEMBARANG)
def test_every_result_stands_in_the_forest_exactly_once(daftar):
    h = hutan(daftar)

    semua = [nomor for akar in h.akar for nomor in h.walk(akar)]
    assert sorted(semua) == sorted(satu.nomor for satu in daftar)
    assert sum(h.ukuran[akar] for akar in h.akar) == len(daftar)


@given(SEMBARANG)
def test_a_result_hangs_only_on_what_it_names(daftar):
    h = hutan(daftar)

    for atas, anak in h.anak.items():
        assert all(h.daftar[nomor].atas == atas for nomor in anak)
    for satu in daftar:
        garis = h.line(satu.nomor)
        assert garis[0] in h.akar and garis[-1] == satu.nomor and len(set(garis)) == len(garis)


@given(SEMBARANG, st.integers(1, 6))
def test_the_boxes_tile_the_picture(daftar, tingkat):
    h = hutan(daftar)
    petak = {satu.nomor: satu for satu in icicle(h, h.akar, tingkat=tingkat, paling_sempit=0)}

    for dalam in range(tingkat):
        batas = sorted((p.x, p.x + p.lebar) for p in petak.values() if p.tingkat == dalam)
        assert all(kanan <= kiri + 1e-9 for (_, kanan), (kiri, _) in itertools.pairwise(batas))
        assert all(kiri >= -1e-9 and kanan <= 1 + 1e-9 for kiri, kanan in batas)
    for nomor, satu in petak.items():
        for anak in h.anak.get(nomor, ()):
            if bawah := petak.get(anak):
                assert satu.x - 1e-9 <= bawah.x and bawah.x + bawah.lebar <= satu.x + satu.lebar + 1e-9
    if daftar:
        assert abs(sum(p.lebar for p in petak.values() if p.tingkat == 0) - 1) < 1e-9


@given(SEMBARANG, st.floats(0.001, 0.5))
def test_what_is_too_narrow_is_left_out_with_all_below_it(daftar, sempit):
    h = hutan(daftar)
    petak = icicle(h, h.akar, tingkat=6, paling_sempit=sempit)

    ada = {satu.nomor for satu in petak}
    assert all(satu.lebar >= sempit for satu in petak)
    assert all(satu.tingkat == 0 or h.daftar[satu.nomor].atas in ada for satu in petak)


def test_a_circle_is_opened_at_its_lowest_number():
    h = hutan([Butir(nomor=n, atas=a, orang=n) for n, a in ((1, 3), (2, 1), (3, 2), (4, 3))])

    assert h.akar == (1,) and h.line(4) == [1, 2, 3, 4]


def test_findings_along_the_line():
    daftar = [
        Butir(nomor=1, atas=None, orang=1, puncak=True),
        Butir(nomor=2, atas=None, orang=1, puncak=True),
        Butir(nomor=3, atas=1, orang=2, penilai=1),
        Butir(nomor=4, atas=None, orang=2, penilai=1),
        Butir(nomor=5, atas=None, orang=3, penilai=1, menunggu=True),
        Butir(nomor=6, atas=None, orang=3, penilai=1, utama=False),
        Butir(nomor=7, atas=99, orang=3, penilai=1),
    ]

    temuan = temuan_garis(hutan(daftar))

    assert temuan == {JenisTemuan.YATIM: [4], JenisTemuan.MENUNGGU: [5], JenisTemuan.CELAH: [2]}


def test_the_same_words_of_two_people_under_one_penilai_are_copies():
    teks = "Aplikasi layanan dapat dipakai saat jam kerja"
    daftar = [
        Butir(nomor=1, atas=None, orang=1, penilai=9, teks=teks),
        Butir(nomor=2, atas=None, orang=2, penilai=9, teks=teks.upper() + "."),
        Butir(nomor=3, atas=None, orang=3, penilai=9, teks=teks.replace("saat", "pada")),
        Butir(nomor=4, atas=None, orang=3, penilai=9, teks="Arsip inaktif tertata dan terdaftar"),
        Butir(nomor=5, atas=None, orang=4, penilai=8, teks=teks),
        Butir(nomor=6, atas=None, orang=4, penilai=8, teks=teks),
        Butir(nomor=7, atas=None, orang=5, teks=teks),
    ]

    assert salinan(daftar) == [(1, 2, 3)]


def test_more_results_than_one_can_keep_in_view():
    daftar = [Butir(nomor=n, atas=None, orang=1 if n <= 11 else 2) for n in range(1, 22)]

    assert berlebih(daftar) == {1: 11}
