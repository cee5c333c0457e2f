"""The difference that is named is one that does it."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from kinerja.metode.agregasi import AmbangSkor, BobotSumber, Sumber
from kinerja.metode.masukan_ringkas import baca_masukan
from kinerja.metode.metode_sumber import AspekDitimbang, Metode
from kinerja.metode.sebab_perubahan import GABUNGAN, daftar_beda, rakit, sebab
from kinerja.metode.simulasi import terapkan
from kinerja.metode.skala import MIKRO
from tests.metode.test_simulasi import BENIH, CUKUP, Dunia, _metode


def bobot(**persen):
    return tuple(BobotSumber(sumber=Sumber(kode), bobot=b) for kode, b in persen.items())


def metode(daftar_bobot, **lain):
    return Metode(
        daftar_aspek=(AspekDitimbang(kode="harmonis", label="Harmonis", bobot=daftar_bobot),), **lain
    )


ATASAN = metode(bobot(atasan=100))
ORANG = {"h": [0, 4, 0, 4, 0], "a": {"harmonis": {"atasan": [50 * MIKRO, 1], "rekan": [500 * MIKRO, 5]}}}


def test_a_new_source_that_lifts_alone_is_named():
    draf = metode(bobot(atasan=40, rekan=60))

    assert sebab(baca_masukan([ORANG]), sebelum=ATASAN, sesudah=draf) == [
        "Rekan kerja: mulai dihitung, bobot 60%"
    ]


def test_a_moved_threshold_is_named_in_points():
    draf = metode(bobot(atasan=100), ambang_skor=AmbangSkor(sesuai=50 * MIKRO, di_atas=62_500_000))
    orang = {"h": [0, 1, 0, 1, 0], "a": {"harmonis": {"atasan": [70 * MIKRO, 1]}}}

    assert sebab(baca_masukan([orang]), sebelum=ATASAN, sesudah=draf) == [
        "Batas nilai sesuai dan di atas: 37,5 dan 75 menjadi 50 dan 62,5"
    ]


def test_two_changes_that_only_help_together_are_told_by_one_that_cannot_be_missed():
    """Colleagues at 30 % and a lower threshold: neither alone reaches it."""
    draf = metode(bobot(atasan=70, rekan=30), ambang_skor=AmbangSkor(di_atas=60 * MIKRO))

    assert sebab(baca_masukan([ORANG]), sebelum=ATASAN, sesudah=draf) == [
        "Rekan kerja: mulai dihitung, bobot 30%"
    ]


def test_who_does_not_change_has_no_reason():
    draf = metode(bobot(atasan=90, rekan=10))

    assert sebab(baca_masukan([ORANG]), sebelum=ATASAN, sesudah=draf) == [""]


def _sama(satu, lain):
    return all((getattr(satu, n) == getattr(lain, n)).all() for n in ("hasil", "perilaku", "predikat"))


@CUKUP
@given(BENIH)
def test_taken_together_the_differences_are_the_whole_difference(benih):
    acak = np.random.default_rng(benih)
    dunia, satu, lain = Dunia(acak), _metode(acak), _metode(acak)
    kunci = [beda.kunci for beda in daftar_beda(satu, lain)]

    tanpa, semua = rakit(satu, lain, ()), rakit(satu, lain, kunci)

    assert _sama(terapkan(dunia.masukan, metode=tanpa), terapkan(dunia.masukan, metode=satu))
    assert _sama(terapkan(dunia.masukan, metode=semua), terapkan(dunia.masukan, metode=lain))


@CUKUP
@given(BENIH)
def test_a_reason_is_given_exactly_to_those_who_change(benih):
    acak = np.random.default_rng(benih)
    dunia, satu, lain = Dunia(acak), _metode(acak), _metode(acak)
    awal, akhir = terapkan(dunia.masukan, metode=satu), terapkan(dunia.masukan, metode=lain)

    alasan = sebab(dunia.masukan, sebelum=satu, sesudah=lain)

    berubah = (awal.hasil != akhir.hasil) | (awal.perilaku != akhir.perilaku)
    assert [bool(kalimat) for kalimat in alasan] == berubah.tolist()
    dikenal = {beda.kalimat for beda in daftar_beda(satu, lain)} | {GABUNGAN, ""}
    assert set(alasan) <= dikenal
