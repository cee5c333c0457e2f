"""Figures that can be checked by hand, minimum numbers, and what must not be claimed."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.metode.statistik_penilai import (
    Aturan,
    Dasar,
    JenisUkuran,
    TabelNilai,
    TabelTidakSah,
    acuan_disesuaikan,
    statistik_penilai,
)

ASPEK = 6


def _table(nilai, *, aspek=ASPEK, riak=None):
    """Marks from {(penilai, dinilai, periode): points}; `riak` adds each aspect's own difficulty."""
    kunci = np.array(list(nilai))
    riak = np.zeros(aspek) if riak is None else riak
    return TabelNilai(
        penilai=np.repeat(kunci[:, 0], aspek),
        dinilai=np.repeat(kunci[:, 1], aspek),
        periode=np.repeat(kunci[:, 2], aspek),
        aspek=np.tile(np.arange(aspek), len(kunci)),
        skor=(np.array(list(nilai.values()), dtype=float)[:, None] + riak).ravel(),
    )


def _two_raters(acak, *, beda, orang=12):
    benar = acak.normal(65, 8, orang).clip(45, 85)  # leaves room for all that is added
    return {(r, i, 0): benar[i] + beda * r + acak.normal(0, 1) for r in (0, 1) for i in range(orang)}


def test_severity_of_two_raters_is_the_mean_of_the_paired_differences():
    nilai = _two_raters(np.random.default_rng(1), beda=-9)

    _, kedua = statistik_penilai(_table(nilai))

    pasangan = np.array([nilai[1, i, 0] - nilai[0, i, 0] for i in range(12)])
    galat = pasangan.std(ddof=1) / np.sqrt(12)
    assert kedua.keketatan.nilai == pytest.approx(pasangan.mean())
    assert kedua.keketatan.atas - kedua.keketatan.nilai == pytest.approx(2.20099 * galat, rel=1e-4)
    assert kedua.keketatan.dasar is Dasar.SILANG
    assert "poin di bawah penilai lain untuk orang yang sama (antara" in kedua.keketatan.kalimat
    assert kedua.keketatan.kalimat.startswith("Nilai Anda")
    assert kedua.keketatan.kalimat_tim.startswith("Nilai penilai ini")


def test_severity_survives_a_different_mix_of_aspects():
    """The second rater skips the easy aspect; what remains is compared as like with like."""
    riak = np.array([20.0, -4, -4, -4, -4, -4])
    lengkap = _table(_two_raters(np.random.default_rng(2), beda=0), riak=riak / 2)
    tinggal = ~((lengkap.penilai == 1) & (lengkap.aspek == 0))
    tabel = TabelNilai(
        **{
            kolom: getattr(lengkap, kolom)[tinggal]
            for kolom in ("penilai", "dinilai", "aspek", "periode", "skor")
        }
    )

    _, kedua = statistik_penilai(tabel)

    assert abs(kedua.keketatan.nilai) < 1


def test_uncrossed_raters_are_compared_with_others_but_never_flagged():
    acak = np.random.default_rng(3)
    nilai = {(r, 10 * r + i, 0): 70 - 20 * (r == 1) + acak.normal(0, 2) for r in range(4) for i in range(8)}

    profil = statistik_penilai(_table(nilai))

    assert [p.keketatan.dasar for p in profil] == [Dasar.SEPADAN] * 4
    assert profil[1].keketatan.nilai == pytest.approx(-20, abs=2)
    assert not any(p.keketatan.tanda for p in profil)
    assert "apakah penilainya atau orangnya" in profil[1].keketatan.kalimat


def test_comparable_raters_are_those_of_the_same_group():
    acak = np.random.default_rng(4)
    nilai = {(r, 10 * r + i, 0): (60, 60, 80, 80)[r] + acak.normal(0, 2) for r in range(4) for i in range(8)}

    profil = statistik_penilai(_table(nilai), aturan=Aturan(kelompok_penilai={0: 1, 1: 1, 2: 2, 3: 2}))

    assert all(abs(p.keketatan.nilai) < 3 for p in profil)


@pytest.mark.parametrize(("orang", "aspek"), [(4, 10), (5, 5)])
def test_below_the_minimum_there_is_no_figure(orang, aspek):
    nilai = _two_raters(np.random.default_rng(5), beda=-30, orang=orang)

    profil, _ = statistik_penilai(_table(nilai, aspek=aspek))

    assert profil.tanda == ()
    for ukuran in profil.daftar_ukuran:
        assert (ukuran.nilai, ukuran.bawah, ukuran.atas, ukuran.p) == (None, None, None, None)
        assert ukuran.kalimat.startswith("Belum cukup data: baru")
        assert ukuran.n_dinilai == orang


def test_drift_needs_others_beside_the_rater():
    """People of an uncrossed rater all grow by ten points: that may well be his merit."""
    nilai = {
        (r, 10 * r + i, t): 60 + i + 10 * t * (r == 0) for r in range(3) for i in range(8) for t in range(2)
    }

    profil, *_ = statistik_penilai(_table(nilai, riak=np.arange(ASPEK) % 3))

    assert profil.pergeseran.nilai is None
    assert "bila penilai lain menilai orang yang sama" in profil.pergeseran.kalimat


def test_drift_is_the_change_from_first_to_last_period():
    acak = np.random.default_rng(6)
    nilai = {
        (r, i, t): 60 + i + 4 * t * r + acak.normal(0, 0.5)
        for r in (0, 1)
        for i in range(8)
        for t in range(3)
    }

    _, kedua = statistik_penilai(_table(nilai))

    assert kedua.pergeseran.nilai == pytest.approx(8, abs=0.8)
    assert kedua.pergeseran.tanda
    assert "naik sekitar" in kedua.pergeseran.kalimat


def test_a_rater_without_differences_has_no_halo_to_speak_of():
    acak = np.random.default_rng(7)
    nilai = {
        (r, i, 0): 70.0 if r == 0 else 70 + acak.normal(0, 8)
        for r in range(6)
        for i in range(10 * r, 10 * r + 9)
    }

    profil, *lain = statistik_penilai(_table(nilai, riak=np.array([-6.0, 6, -3, 3, 0, 0])))

    assert profil.rentang.nilai == 0
    assert profil.tanda == (JenisUkuran.RENTANG,)
    assert profil.halo.nilai is None
    assert profil.korelasi_aspek is None
    assert not any(p.tanda for p in lain)


def test_one_rater_alone_gets_kind_words_and_no_figure():
    (profil,) = statistik_penilai(_table({(0, i, 0): 60.0 + i for i in range(8)}))

    assert profil.keketatan.nilai is None
    assert (
        profil.keketatan.kalimat
        == "Belum dapat dibandingkan: belum ada penilai lain yang sepadan dengan Anda."
    )
    assert profil.rentang.nilai is None
    assert profil.tanda == ()


def test_an_empty_table_has_no_raters():
    kosong = np.array([], dtype=int)
    tabel = TabelNilai(penilai=kosong, dinilai=kosong, aspek=kosong, periode=kosong, skor=np.array([]))

    assert statistik_penilai(tabel) == ()
    assert acuan_disesuaikan(tabel) == ()


@pytest.mark.parametrize("skor", [[101.0, 50.0], [np.nan, 50.0], [-1.0, 50.0], [50.0]])
def test_a_broken_table_is_refused(skor):
    kode = np.array([0, 1])

    with pytest.raises(TabelTidakSah):
        TabelNilai(penilai=kode, dinilai=kode, aspek=kode, periode=kode, skor=np.array(skor))


def test_adjusted_reference_undoes_a_harsh_rater():
    """Rater 1 sits eight points below the mean of both; whom he alone rated is lifted by his half of the gap."""
    nilai = _two_raters(np.random.default_rng(8), beda=-8) | {(1, 99, 0): 60.0}

    acuan = {a.dinilai: a for a in acuan_disesuaikan(_table(nilai))}

    pasangan = np.array([nilai[1, i, 0] - nilai[0, i, 0] for i in range(12)])
    assert acuan[99].nilai == pytest.approx(60 - pasangan.mean() / 2)
    assert acuan[0].nilai == pytest.approx((nilai[0, 0, 0] + nilai[1, 0, 0]) / 2)
    assert acuan[99].galat > acuan[0].galat
    assert "Ini saran" in acuan[99].kalimat


def test_adjusted_reference_is_withheld_where_people_and_rater_cannot_be_told_apart():
    nilai = _two_raters(np.random.default_rng(9), beda=-8) | {(2, 100 + i, 0): 50.0 + i for i in range(8)}

    acuan = {a.dinilai: a for a in acuan_disesuaikan(_table(nilai))}

    assert acuan[100].nilai is None
    assert "tidak dapat dipisahkan" in acuan[100].kalimat
    assert acuan[0].nilai is not None


def test_adjusted_reference_needs_enough_crossing():
    sedikit = _two_raters(np.random.default_rng(10), beda=-8, orang=4)

    (acuan, *_) = acuan_disesuaikan(_table(sedikit))

    assert acuan.nilai is None
    assert "terlalu sedikit" in acuan.kalimat


@settings(max_examples=25)
@given(st.integers(0, 10**6), st.integers(-20, 20))
def test_moving_a_whole_table_moves_only_the_reference(benih, geser):
    nilai = {
        (r, i, 0): 40 + (benih * (r + 3) * (i + 7) % 20) for r in range(4) for i in range(12) if (r + i) % 2
    }
    lama, baru = _table(nilai), _table({kunci: isi + geser for kunci, isi in nilai.items()})

    for dulu, kini in zip(statistik_penilai(lama), statistik_penilai(baru), strict=True):
        assert dulu.keketatan.nilai == pytest.approx(kini.keketatan.nilai, abs=1e-6)
        assert dulu.tanda == kini.tanda
    for dulu, kini in zip(acuan_disesuaikan(lama), acuan_disesuaikan(baru), strict=True):
        assert (dulu.nilai is None) == (kini.nilai is None)
        assert kini.rerata_mentah - dulu.rerata_mentah == pytest.approx(geser)
        assert dulu.nilai is None or kini.nilai - dulu.nilai == pytest.approx(geser, abs=1e-6)


@settings(max_examples=25)
@given(st.integers(0, 10**6))
def test_the_order_of_rows_and_the_names_of_codes_do_not_matter(benih):
    acak = np.random.default_rng(benih)
    tabel = _table(_two_raters(acak, beda=-5), riak=np.array([-6.0, 6, -3, 3, 0, 0]))
    urutan = acak.permutation(len(tabel.skor))
    acakan = TabelNilai(
        penilai=tabel.penilai[urutan] * 7 + 100,
        dinilai=tabel.dinilai[urutan] * 3 + 5,
        aspek=tabel.aspek[urutan] + 40,
        periode=tabel.periode[urutan] + 2026,
        skor=tabel.skor[urutan],
    )

    for satu, dua in zip(statistik_penilai(tabel), statistik_penilai(acakan), strict=True):
        for ukuran, sama in zip(satu.daftar_ukuran, dua.daftar_ukuran, strict=True):
            assert ukuran.tanda == sama.tanda
            assert ukuran.nilai == pytest.approx(sama.nilai, abs=1e-9)


def _two_scales(benih: int, *, ketat: float = 0.0) -> TabelNilai:
    """Twelve superiors mark in steps of 50, a team of six in steps of 25; the team's words come out ten points milder."""
    acak = np.random.default_rng(benih)
    orang, aspek = np.arange(96), 8
    atasan, tim = orang // 8, 12 + np.stack([(orang % 6), (orang + 1 + orang // 8) % 6])
    mutu = 50 + acak.normal(0, 14, 96)[:, None] + acak.normal(0, 12, (96, aspek))
    baris = []
    for penilai, langkah, geser in ((atasan, 50, 0), (tim[0], 25, 10), (tim[1], 25, 10)):
        nilai = mutu + acak.normal(0, 10, mutu.shape) + geser - ketat * (penilai == 0)[:, None]
        baris.append((penilai, np.clip(np.round(nilai / langkah), 0, 100 / langkah) * langkah, langkah))
    return TabelNilai(
        penilai=np.concatenate([np.repeat(p, aspek) for p, _, _ in baris]),
        dinilai=np.tile(np.repeat(orang, aspek), 3),
        aspek=np.tile(np.arange(aspek), 3 * 96),
        periode=np.zeros(3 * 96 * aspek, dtype=int),
        skor=np.concatenate([s.ravel() for _, s, _ in baris]),
        skala=np.concatenate([np.full(s.size, langkah) for _, s, langkah in baris]),
    )


def test_a_milder_scale_makes_nobody_lenient_and_a_finer_one_nobody_flat():
    bertanda = [p for benih in range(8) for p in statistik_penilai(_two_scales(benih)) if p.tanda]

    assert len(bertanda) <= 2


def test_a_harsh_rater_is_found_across_two_scales():
    hasil = [statistik_penilai(_two_scales(benih, ketat=25))[0] for benih in range(8)]

    assert all(JenisUkuran.KEKETATAN in profil.tanda for profil in hasil)
    assert -30 < np.mean([profil.keketatan.nilai for profil in hasil]) < -15


def test_a_rater_on_two_scales_is_refused():
    tabel = _two_scales(1)

    with pytest.raises(TabelTidakSah, match="dua skala"):
        replace(tabel, penilai=np.zeros_like(tabel.penilai))
