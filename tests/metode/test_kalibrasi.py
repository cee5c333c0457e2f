"""What the meeting talks about first: the order, and the remark on a reason that is none."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.metode.kalibrasi import ArahTanda, SisiTanda, perbedaan, telaah_alasan_kalibrasi
from kinerja.peraturan.predikat import Rating

NAIK, TETAP, TURUN = ArahTanda.NAIK, ArahTanda.TETAP, ArahTanda.TURUN
ARAH = st.sampled_from(ArahTanda)
RATING = st.none() | st.sampled_from(Rating)


def sisi(*daftar: ArahTanda, rating: Rating | None = None, saran: Rating | None = None) -> SisiTanda:
    return SisiTanda(rating=rating, saran=saran, daftar_arah=daftar)


def test_nobody_disagrees_when_all_leave_it_and_the_suggestion_says_the_same():
    satu = sisi(TETAP, TETAP, TETAP, rating=Rating.SESUAI, saran=Rating.SESUAI)

    assert perbedaan(sisi=[satu, satu], penanda=3) == 0


def test_marks_that_pull_apart_come_before_marks_that_all_pull_one_way():
    terbelah = perbedaan(sisi=[sisi(NAIK, TURUN)])
    sepakat_naik = perbedaan(sisi=[sisi(NAIK, NAIK)])

    assert terbelah == 2
    assert sepakat_naik == 1


def test_a_rating_far_from_its_suggestion_counts_without_any_mark():
    jauh = sisi(rating=Rating.DI_ATAS, saran=Rating.DI_BAWAH)

    assert perbedaan(sisi=[jauh]) == 2


def test_who_asks_to_talk_counts_by_share():
    assert perbedaan(sisi=[], bahas=1, penanda=4) == Fraction(1, 4)


def test_both_ratings_add_up():
    hasil = sisi(NAIK, TETAP, rating=Rating.SESUAI, saran=Rating.DI_ATAS)
    perilaku = sisi(TURUN, TETAP, rating=Rating.SESUAI, saran=Rating.SESUAI)

    assert perbedaan(sisi=[hasil, perilaku]) == perbedaan(sisi=[hasil]) + perbedaan(sisi=[perilaku])
    assert perbedaan(sisi=[hasil]) == Fraction(5, 2)


@given(st.lists(ARAH, max_size=8), RATING, RATING, st.randoms())
def test_the_order_of_the_marks_changes_nothing(daftar, rating, saran, acak):
    lain = daftar[:]
    acak.shuffle(lain)

    assert perbedaan(sisi=[sisi(*daftar, rating=rating, saran=saran)]) == perbedaan(
        sisi=[sisi(*lain, rating=rating, saran=saran)]
    )


@given(st.lists(ARAH, max_size=8), RATING, RATING)
def test_up_and_down_weigh_the_same(daftar, rating, saran):
    cermin = {NAIK: TURUN, TETAP: TETAP, TURUN: NAIK}
    lain = [cermin[arah] for arah in daftar]

    assert perbedaan(sisi=[sisi(*daftar, rating=rating, saran=saran)]) == perbedaan(
        sisi=[sisi(*lain, rating=rating, saran=saran)]
    )


@given(st.lists(ARAH, max_size=8), RATING, RATING)
def test_disagreement_is_never_negative_and_bounded(daftar, rating, saran):
    assert 0 <= perbedaan(sisi=[sisi(*daftar, rating=rating, saran=saran)]) <= 5


@pytest.mark.parametrize(
    "alasan",
    [
        "Supaya sesuai kurva capaian organisasi",
        "Agar seimbang dengan bidang lain",
        "Sudah terlalu banyak yang sangat baik di sini",
        "Jatah sangat baik unit ini sudah habis",
        "Tahun ini gilirannya",
    ],
)
def test_a_reason_by_distribution_is_remarked_upon(alasan):
    (catatan,) = telaah_alasan_kalibrasi(alasan)

    assert "nasihat" in catatan.pesan
    assert catatan.contoh


@pytest.mark.parametrize(
    "alasan",
    [
        "Tiga layanan selesai lebih cepat dari target dan bukti dukungnya lengkap.",
        "Dua kali tidak hadir pada pelayanan tanpa kabar; sudah diingatkan pada 3 Maret.",
        "",
    ],
)
def test_a_reason_about_the_person_is_left_alone(alasan):
    assert telaah_alasan_kalibrasi(alasan) == ()
