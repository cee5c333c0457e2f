import json
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.metode.agregasi import BobotSumber, NilaiSumber, Sumber
from kinerja.metode.kesenjangan import (
    StandarKompetensi,
    StandarTidakSah,
    kesenjangan,
    level_rata,
    level_rating,
    nilai_level,
    nilai_penilai,
)
from kinerja.metode.skala import SKOR_PENUH, SkalaTidakSah, skor_rating
from kinerja.peraturan.predikat import Rating

# Pontianak: the superior and the peers count, the self-assessment is shown.
BOBOT = (
    BobotSumber(sumber=Sumber.ATASAN, bobot=60),
    BobotSumber(sumber=Sumber.REKAN, bobot=25, minimum=3),
    BobotSumber(sumber=Sumber.DIRI, bobot=15),
)
CUKUP = settings(max_examples=40)
LEVEL = st.integers(1, 5)


def _standar(**level):
    return [StandarKompetensi(kode=kode, label=kode.title(), level=satu) for kode, satu in level.items()]


def _nilai(atasan=(), rekan=(), diri=()):
    isi = ((Sumber.ATASAN, atasan), (Sumber.REKAN, rekan), (Sumber.DIRI, diri))
    return [nilai_level(sumber, daftar_level=daftar) for sumber, daftar in isi]


def test_gaps_are_weighted_by_the_same_rules_and_sorted():
    daftar = kesenjangan(
        _standar(integritas=3, kerjasama=3, komunikasi=4, layanan=5, perubahan=3),
        nilai={
            "integritas": _nilai(atasan=[4]),
            "kerjasama": _nilai(atasan=[2], rekan=[3, 3, 4], diri=[5]),
            "komunikasi": _nilai(atasan=[3], rekan=[1, 1]),
            "layanan": _nilai(rekan=[3, 3], diri=[5]),
            "perubahan": _nilai(atasan=[2]),
        },
        bobot=BOBOT,
    )

    assert [satu.kalimat for satu in daftar] == [
        "Komunikasi: jabatan menuntut level 4, yang terlihat 3, jadi masih kurang 1.",
        "Perubahan: jabatan menuntut level 3, yang terlihat 2, jadi masih kurang 1.",
        "Kerjasama: jabatan menuntut level 3, yang terlihat 2,39, jadi masih kurang 0,61.",
        "Integritas: jabatan menuntut level 3, yang terlihat 4, jadi sudah memenuhi.",
        "Layanan: jabatan menuntut level 5, penilaiannya belum cukup untuk dibandingkan.",
    ]
    assert [satu.is_kurang for satu in daftar] == [True, True, True, False, False]


def test_trace_can_be_stored():
    (satu,) = kesenjangan(_standar(layanan=5), nilai={"layanan": _nilai(atasan=[3])}, bobot=BOBOT)

    jejak = json.loads(json.dumps(satu.as_jejak()))

    assert (jejak["dituntut"], jejak["level"], jejak["kurang"]) == (5, "3", True)
    assert [sumber["keadaan"] for sumber in jejak["daftar_sumber"]] == [
        "hanya_ditampilkan",
        "dipakai",
        "tidak_ada",
    ]


def test_a_competence_nobody_was_asked_about_has_no_gap():
    (satu,) = kesenjangan(_standar(layanan=5), nilai={}, bobot=BOBOT)

    assert (satu.level, satu.selisih, satu.is_kurang) == (None, None, False)


@pytest.mark.parametrize("level", [0, 6])
def test_levels_run_from_one_to_five(level):
    with pytest.raises(StandarTidakSah, match="1 sampai 5"):
        _standar(layanan=level)
    with pytest.raises(SkalaTidakSah, match="1 sampai 5"):
        _nilai(atasan=[level])


@CUKUP
@given(LEVEL, LEVEL, st.lists(LEVEL, max_size=5), st.lists(LEVEL, max_size=1))
def test_the_superior_alone_gives_his_level_and_self_never_matters(dituntut, atasan, rekan, diri):
    sendiri = kesenjangan(_standar(a=dituntut), nilai={"a": _nilai([atasan], (), diri)}, bobot=BOBOT)[0]
    bersama = kesenjangan(_standar(a=dituntut), nilai={"a": _nilai([atasan], rekan, diri)}, bobot=BOBOT)[0]

    assert sendiri.level == atasan
    assert sendiri.selisih == dituntut - atasan
    rata = Fraction(sum(rekan), len(rekan)) if len(rekan) >= 3 else None
    harapan = atasan if rata is None else (60 * atasan + 25 * rata) / 85
    # A mean is rounded to one mikro, 4·10⁻⁸ of a level.
    assert abs(bersama.level - harapan) <= Fraction(4, 10**8)


@pytest.mark.parametrize(
    ("rating", "dituntut", "level"),
    [
        (Rating.DI_BAWAH, 3, 2),
        (Rating.SESUAI, 3, 3),
        (Rating.DI_ATAS, 3, 4),
        (Rating.DI_BAWAH, 1, 1),
        (Rating.DI_ATAS, 5, 5),
    ],
)
def test_the_mark_of_the_penilai_is_read_against_what_the_post_requires(rating, dituntut, level):
    tersimpan = NilaiSumber(sumber=Sumber.ATASAN, jumlah=skor_rating(rating), n=1)

    assert level_rating(rating, dituntut=dituntut) == level
    assert nilai_penilai(tersimpan, dituntut=dituntut) == nilai_level(Sumber.ATASAN, daftar_level=[level])


def test_forms_already_speak_in_levels():
    rekan = nilai_level(Sumber.REKAN, daftar_level=[2, 2, 5])

    assert nilai_penilai(rekan, dituntut=4) is rekan
    assert level_rata(rekan.jumlah // rekan.n) == 3
    assert (level_rata(0), level_rata(SKOR_PENUH)) == (1, 5)
