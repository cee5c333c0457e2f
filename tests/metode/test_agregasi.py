import json
import re
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.metode.agregasi import (
    AmbangSkor,
    BobotSumber,
    BobotTidakSah,
    KeadaanSumber,
    NilaiSumber,
    Sumber,
    periksa_bobot,
    rating_aspek,
    skor_aspek,
)
from kinerja.metode.skala import MIKRO, SKOR_PENUH, skor_rating
from kinerja.peraturan.predikat import Rating

KASUS = yaml.safe_load((Path(__file__).parent / "kasus" / "agregasi.yaml").read_text(encoding="utf-8"))
URUTAN = [None, *Rating]
CUKUP = settings(max_examples=25)


def _bobot(tulisan):
    daftar = []
    for sumber, isi in tulisan.items():
        bobot, _, minimum = str(isi).partition(" min ")
        daftar.append(BobotSumber(sumber=Sumber(sumber), bobot=int(bobot), minimum=int(minimum or 1)))
    return daftar


def _nilai(tulisan):
    daftar = []
    for sumber, isi in tulisan.items():
        rata, n = (int(bagian) for bagian in isi.split(" x "))
        daftar.append(NilaiSumber(sumber=Sumber(sumber), jumlah=rata * n * MIKRO, n=n))
    return daftar


def _skor(kasus):
    return skor_aspek("kolaboratif", nilai=_nilai(kasus["nilai"]), bobot=_bobot(kasus["bobot"]))


@pytest.mark.parametrize("kasus", KASUS, ids=lambda kasus: kasus["nama"])
def test_sources_are_joined_as_the_cases_say(kasus):
    keluaran = kasus["keluaran"]

    skor = _skor(kasus)

    assert skor.tampil == keluaran["skor"]
    assert rating_aspek(skor, ambang=AmbangSkor()) == keluaran["rating"]
    assert {s.sumber: s.bobot_berlaku for s in skor.daftar} == {
        sumber: Fraction(teks) for sumber, teks in keluaran["bobot_berlaku"].items()
    }
    keadaan = {s.sumber.value: s.keadaan for s in skor.daftar if s.keadaan is not KeadaanSumber.DIPAKAI}
    assert keadaan == keluaran.get("keadaan", {})


def test_every_source_is_told_in_one_plain_sentence():
    kasus = {
        "bobot": {"atasan": 40, "rekan": "20 min 3", "masyarakat": "20 min 30", "bawahan": 10, "diri": 10},
        "nilai": {"atasan": "50 x 1", "rekan": "67 x 3", "masyarakat": "10 x 12", "diri": "100 x 1"},
    }

    skor = _skor(kasus)

    assert [satu.kalimat for satu in skor.daftar] == [
        "Diri sendiri (rata-rata 100) hanya ditampilkan dan tidak menambah atau mengurangi nilai.",
        "Atasan memberi nilai 50, bobot 40% menjadi 66,67% supaya bobot yang dihitung tetap 100%.",
        "Rekan kerja dihitung dari 3 penilai: rata-rata 67, bobot 20% menjadi 33,33% supaya bobot yang dihitung tetap 100%.",
        "Bawahan tidak ikut dihitung, bukan dihitung nol, karena belum ada penilai.",
        "Masyarakat tidak ikut dihitung, bukan dihitung nol, karena baru 12 jawaban dari paling sedikit 30.",
    ]


def test_a_mean_of_too_few_is_not_even_in_the_trace():
    skor = _skor({"bobot": {"atasan": 80, "rekan": "20 min 3"}, "nilai": {"rekan": "33 x 2"}})

    jejak = json.loads(json.dumps(skor.as_jejak()))

    assert [satu["rata"] for satu in jejak["daftar_sumber"]] == [None, None]
    assert not re.search("33", json.dumps(jejak))


@pytest.mark.parametrize(
    "buat",
    [
        lambda: BobotSumber(sumber=Sumber.REKAN, bobot=101),
        lambda: BobotSumber(sumber=Sumber.REKAN, bobot=-1),
        lambda: BobotSumber(sumber=Sumber.REKAN, bobot=20, minimum=0),
        lambda: BobotSumber(sumber=Sumber.ATASAN, bobot=20, minimum=2),
        lambda: NilaiSumber(sumber=Sumber.REKAN, jumlah=1, n=0),
        lambda: NilaiSumber(sumber=Sumber.REKAN, jumlah=SKOR_PENUH + 1, n=1),
        lambda: NilaiSumber(sumber=Sumber.REKAN, jumlah=0, n=-1),
        lambda: AmbangSkor(sesuai=0),
        lambda: AmbangSkor(sesuai=51 * MIKRO),
        lambda: AmbangSkor(di_atas=50 * MIKRO),
        lambda: AmbangSkor(di_atas=101 * MIKRO),
        lambda: skor_aspek("a", nilai=_nilai({"rekan": "1 x 1"}) * 2, bobot=_bobot({"rekan": 100})),
        lambda: skor_aspek("a", nilai=[], bobot=_bobot({"rekan": 100}) * 2),
    ],
)
def test_what_cannot_hold_is_refused(buat):
    with pytest.raises(BobotTidakSah):
        buat()


def test_weights_of_a_policy_are_checked_in_words():
    assert periksa_bobot(_bobot({"atasan": 60, "rekan": 25, "diri": 15})) == ()
    assert periksa_bobot(_bobot({"diri": 90})) == (
        "Jumlah bobot 90%, seharusnya 100%. Sesuaikan salah satu bobotnya.",
        "Belum ada sumber yang dihitung. Penilaian diri hanya ditampilkan; beri bobot sumber lain.",
    )
    assert "lebih dari sekali" in periksa_bobot(_bobot({"rekan": 50}) * 2)[0]


def _satu_nilai(sumber):
    """Uneven sums, and the round ones that stand on a threshold."""
    return st.builds(
        lambda n, bagian: NilaiSumber(sumber=sumber, n=n, jumlah=n * SKOR_PENUH * bagian // 104),
        st.integers(0, 5),
        st.integers(0, 104),
    )


def _satu_bobot(sumber):
    minimum = st.just(1) if sumber is Sumber.ATASAN else st.integers(1, 4)
    return st.builds(BobotSumber, sumber=st.just(sumber), bobot=st.integers(0, 100), minimum=minimum)


NILAI = st.tuples(*(_satu_nilai(sumber) for sumber in Sumber)).map(list)
BOBOT = st.tuples(*(_satu_bobot(sumber) for sumber in Sumber)).map(list)
AMBANG = st.builds(
    AmbangSkor, sesuai=st.integers(1, 50 * MIKRO), di_atas=st.integers(50 * MIKRO + 1, SKOR_PENUH)
)


def _eksak(skor):
    return Fraction(skor.pembilang, skor.penyebut) if skor.penyebut else None


@CUKUP
@given(NILAI, BOBOT)
def test_scaled_weights_sum_to_exactly_one_and_give_the_score(nilai, bobot):
    skor = skor_aspek("a", nilai=nilai, bobot=bobot)

    if skor.mikro is None:
        assert sum(s.bobot_berlaku for s in skor.daftar) == 0
    else:
        assert sum(s.bobot_berlaku for s in skor.daftar) == 1
        assert sum(s.bobot_berlaku * s.rata for s in skor.daftar if s.bobot_berlaku) == _eksak(skor)


@CUKUP
@given(NILAI, BOBOT, st.data())
def test_order_of_sources_is_irrelevant(nilai, bobot, data):
    acak = skor_aspek("a", nilai=data.draw(st.permutations(nilai)), bobot=data.draw(st.permutations(bobot)))

    assert acak == skor_aspek("a", nilai=nilai, bobot=bobot)


@CUKUP
@given(NILAI, BOBOT, st.sampled_from(Sumber))
def test_a_missing_source_leaves_the_weighted_mean_of_the_others(nilai, bobot, hilang):
    tanpa_nilai = skor_aspek("a", nilai=[satu for satu in nilai if satu.sumber is not hilang], bobot=bobot)
    tanpa_bobot = skor_aspek("a", nilai=nilai, bobot=[satu for satu in bobot if satu.sumber is not hilang])

    assert _eksak(tanpa_nilai) == _eksak(tanpa_bobot)
    lain = [
        s
        for s in skor_aspek("a", nilai=nilai, bobot=bobot).daftar
        if s.sumber is not hilang and s.bobot_berlaku
    ]
    total = sum(s.bobot for s in lain)
    assert _eksak(tanpa_nilai) == (Fraction(sum(s.bobot * s.rata for s in lain), total) if total else None)


@CUKUP
@given(NILAI, BOBOT, _satu_nilai(Sumber.DIRI), _satu_bobot(Sumber.DIRI))
def test_self_never_matters(nilai, bobot, nilai_diri, bobot_diri):
    lain = skor_aspek("a", nilai=[nilai_diri, *nilai[1:]], bobot=[bobot_diri, *bobot[1:]])

    assert _eksak(lain) == _eksak(skor_aspek("a", nilai=nilai, bobot=bobot))
    assert lain.daftar[0].keadaan is KeadaanSumber.HANYA_DITAMPILKAN


@CUKUP
@given(NILAI, BOBOT, AMBANG, st.sampled_from(list(Sumber)), st.data())
def test_a_higher_answer_never_lowers_the_score(nilai, bobot, ambang, sumber, data):
    letak = list(Sumber).index(sumber)
    n = nilai[letak].n
    naik = list(nilai)
    naik[letak] = NilaiSumber(
        sumber=sumber, n=n, jumlah=data.draw(st.integers(nilai[letak].jumlah, n * SKOR_PENUH))
    )

    sebelum, sesudah = (skor_aspek("a", nilai=satu, bobot=bobot) for satu in (nilai, naik))

    assert (sesudah.mikro or 0) >= (sebelum.mikro or 0)
    peringkat = [URUTAN.index(rating_aspek(satu, ambang=ambang)) for satu in (sebelum, sesudah)]
    assert peringkat == sorted(peringkat)


@CUKUP
@given(AMBANG, st.sampled_from(Rating), st.integers(1, 100))
def test_the_penilai_alone_reproduces_his_rating(ambang, rating, bobot):
    nilai = [NilaiSumber(sumber=Sumber.ATASAN, jumlah=skor_rating(rating), n=1)]

    skor = skor_aspek("a", nilai=nilai, bobot=[BobotSumber(sumber=Sumber.ATASAN, bobot=bobot)])

    assert rating_aspek(skor, ambang=ambang) is rating
