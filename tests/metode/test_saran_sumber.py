import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.metode.agregasi import AmbangSkor, BobotSumber, BobotTidakSah, NilaiSumber, Sumber, skor_aspek
from kinerja.metode.saran_rating import (
    Ambang,
    PerilakuDinilai,
    RingkasanUmpanBalik,
    Saran,
    saran_perilaku,
)
from kinerja.metode.saran_sumber import kalimat_aspek, saran_hasil_sumber, saran_perilaku_sumber
from kinerja.metode.skala import MIKRO, SKOR_PENUH, skor_rating
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import Rating

ATASAN = BobotSumber(sumber=Sumber.ATASAN, bobot=60)
TIM = BobotSumber(sumber=Sumber.TIM_EVALUASI, bobot=40, minimum=2)
CUKUP = settings(max_examples=40)


def _skor(kode, poin, *, ikut_dihitung=True):
    nilai = [] if poin is None else [NilaiSumber(sumber=Sumber.ATASAN, jumlah=poin * MIKRO, n=1)]
    return skor_aspek(kode, nilai=nilai, bobot=[ATASAN], label=kode.title(), ikut_dihitung=ikut_dihitung)


def _saran(daftar, **lain):
    return saran_perilaku_sumber(daftar, ambang_skor=AmbangSkor(), ambang=Ambang(), **lain)


def _tim(*daftar_poin):
    return NilaiSumber(sumber=Sumber.TIM_EVALUASI, jumlah=sum(daftar_poin) * MIKRO, n=len(daftar_poin))


def _hasil(rating, *nilai, bobot=(ATASAN, TIM)):
    panduan = Saran(rating=rating, alasan=("Menurut panduan.",), jejak={"rujukan": "Bab IV"})
    return saran_hasil_sumber(panduan, nilai=nilai, bobot=bobot, ambang_skor=AmbangSkor())


def test_scores_pass_through_the_guideline_of_the_law():
    saran = _saran(
        [_skor("kualitas", 80), _skor("disiplin", 90), _skor("komunikasi", 40), _skor("skm", None)]
    )

    assert saran.rating is Rating.DI_ATAS
    assert saran.alasan[:2] == (
        "1 aspek perilaku belum ada datanya, sehingga tidak ikut dihitung.",
        "2 dari 3 aspek perilaku yang dinilai di atas ekspektasi, 1 sesuai, dan 0 di bawah.",
    )


def test_an_aspect_shown_only_is_traced_and_not_counted():
    tampil = _skor("belajar", 0, ikut_dihitung=False)

    saran = _saran([_skor("kualitas", 80), tampil])

    assert saran.rating is Rating.DI_ATAS
    assert saran.jejak["hitungan"]["di_bawah"] == 0
    assert [(a["kode"], a["rating"], a["ikut_dihitung"]) for a in saran.jejak["daftar_aspek"]] == [
        ("kualitas", "di_atas_ekspektasi", True),
        ("belajar", "di_bawah_ekspektasi", False),
    ]


def test_feedback_holds_the_highest_suggestion_back_as_before():
    saran = _saran([_skor("kualitas", 80)], umpan_balik=RingkasanUmpanBalik(positif=1, seluruhnya=4))

    assert saran.rating is Rating.SESUAI


def test_trace_can_be_stored_and_names_every_source():
    jejak = json.loads(json.dumps(_saran([_skor("kualitas", 80)]).jejak))

    assert jejak["ambang_skor"]["sesuai_tampil"] == "37,5"
    assert jejak["masukan"] == [
        {"nilai": "kualitas", "label": "Kualitas", "rating": "di_atas_ekspektasi", "ikut_dihitung": True}
    ]
    (sumber,) = jejak["daftar_aspek"][0]["daftar_sumber"]
    assert (sumber["sumber"], sumber["n"], sumber["bobot"], sumber["bobot_berlaku"]) == ("atasan", 1, 60, "1")


@CUKUP
@given(st.lists(st.sampled_from([None, *Rating]), min_size=7, max_size=7))
def test_the_penilai_alone_gives_the_suggestion_of_the_law(daftar_rating):
    daftar = [
        skor_aspek(
            nilai.value,
            nilai=[NilaiSumber(sumber=Sumber.ATASAN, jumlah=skor_rating(rating), n=1)] if rating else [],
            bobot=[ATASAN],
        )
        for nilai, rating in zip(NilaiDasar, daftar_rating, strict=True)
    ]
    marks = [PerilakuDinilai(nilai=n, rating=r) for n, r in zip(NilaiDasar, daftar_rating, strict=True)]

    assert _saran(daftar).rating is saran_perilaku(marks, ambang=Ambang()).rating


@CUKUP
@given(st.lists(st.integers(0, 100), min_size=1, max_size=7), st.data())
def test_a_higher_score_of_one_aspect_never_lowers_the_suggestion(daftar_poin, data):
    letak = data.draw(st.integers(0, len(daftar_poin) - 1))
    naik = list(daftar_poin)
    naik[letak] = data.draw(st.integers(daftar_poin[letak], 100))

    saran = [
        _saran([_skor(f"a{i}", poin) for i, poin in enumerate(daftar)]).rating
        for daftar in (daftar_poin, naik)
    ]

    # Where the guideline is silent, it is between di bawah and sesuai.
    peringkat = [[Rating.DI_BAWAH, None, Rating.SESUAI, Rating.DI_ATAS].index(satu) for satu in saran]
    assert peringkat == sorted(peringkat)


@pytest.mark.parametrize(
    ("poin", "kalimat"),
    [
        (None, "Kualitas: belum ada sumber yang dapat dihitung, jadi belum ada saran."),
        (20, "Kualitas: nilai gabungan 20 (kurang dari 37,5), jadi di bawah ekspektasi."),
        (50, "Kualitas: nilai gabungan 50 (mulai 37,5 sampai sebelum 75), jadi sesuai ekspektasi."),
        (75, "Kualitas: nilai gabungan 75 (mulai 75), jadi di atas ekspektasi."),
    ],
)
def test_a_score_is_told_up_to_its_rating(poin, kalimat):
    assert kalimat_aspek(_skor("kualitas", poin), ambang=AmbangSkor()) == kalimat


@pytest.mark.parametrize(
    ("panduan", "tim", "saran"),
    [
        (Rating.DI_ATAS, [25, 25], Rating.SESUAI),
        (Rating.DI_ATAS, [50, 50], Rating.DI_ATAS),
        (Rating.SESUAI, [0, 0], Rating.DI_BAWAH),
        (Rating.SESUAI, [0], Rating.SESUAI),
        (Rating.DI_BAWAH, [100, 100], Rating.SESUAI),
        (None, [100, 100], Rating.DI_ATAS),
        (None, [100], None),
        (None, [], None),
    ],
)
def test_tim_evaluasi_weighs_in_on_hasil_kerja(panduan, tim, saran):
    hasil = _hasil(panduan, _tim(*tim))

    assert hasil.rating is saran
    assert hasil.alasan[0] == "Menurut panduan."
    jejak = json.loads(json.dumps(hasil.jejak))
    assert (jejak["rujukan"], jejak["saran"], jejak["saran_panduan"]) == ("Bab IV", saran, panduan)


@pytest.mark.parametrize("rating", [None, *Rating])
@pytest.mark.parametrize(
    "bobot", [(), (ATASAN,), (ATASAN, TIM), (ATASAN, BobotSumber(sumber=Sumber.DIRI, bobot=40))]
)
def test_the_atasan_alone_is_the_guideline_itself(rating, bobot):
    diri = NilaiSumber(sumber=Sumber.DIRI, jumlah=SKOR_PENUH, n=1)

    assert _hasil(rating, diri, bobot=bobot).rating is rating


def test_the_rating_of_the_atasan_is_not_given_twice():
    with pytest.raises(BobotTidakSah, match="panduan"):
        _hasil(Rating.SESUAI, NilaiSumber(sumber=Sumber.ATASAN, jumlah=0, n=1))
