"""A planted effect is found; none, and the rise of low scores by themselves, are not mistaken for one."""

import numpy as np
import pytest
from scipy import stats

from kinerja.metode.dampak_pelatihan import (
    AturanDampak,
    DampakTidakSah,
    Kesimpulan,
    Perubahan,
    banyak_dampak,
    dampak_pelatihan,
)
from kinerja.metode.uji import welch


def _kelompok(benih, *, efek, n=400, terpilih=40, ragu=8.0):
    """People whose observed score is noisy; those with the lowest scores are sent to the course."""
    acak = np.random.default_rng(benih)
    sejati = acak.normal(60, 8, n)
    sebelum, sesudah = (sejati + acak.normal(0, ragu, n) for _ in range(2))
    # Sent with a chance that falls with the score, so that comparable people stay behind.
    peluang = 1 / (1 + np.exp((sebelum - 50) / 5))
    ikut = np.zeros(n, dtype=bool)
    ikut[acak.choice(n, terpilih, replace=False, p=peluang / peluang.sum())] = True
    sesudah = sesudah + efek * ikut
    jenis = acak.choice(["jf", "pelaksana"], n)
    return [
        Perubahan(kelompok=k, sebelum=float(a), sesudah=float(b), is_peserta=bool(p))
        for k, a, b, p in zip(jenis, sebelum, sesudah, ikut, strict=True)
    ]


def _orang(sebelum, sesudah, *, ikut, kelompok="jf"):
    return Perubahan(kelompok=kelompok, sebelum=sebelum, sesudah=sesudah, is_peserta=ikut)


def test_a_planted_effect_is_found_with_its_interval():
    hasil = dampak_pelatihan(_kelompok(7, efek=8), aspek="Komunikasi")

    assert hasil.kesimpulan is Kesimpulan.MEMBANTU
    assert hasil.uji.bawah < 8 < hasil.uji.atas and hasil.uji.bawah > 0
    assert hasil.kalimat.startswith("Perubahan Komunikasi pada 40 peserta ")
    assert hasil.kalimat.endswith("Pelatihan ini tampak membantu.")


def test_low_scores_that_rise_by_themselves_are_no_effect():
    ditandai, naif = 0, 0
    for benih in range(60):
        daftar = _kelompok(benih, efek=0)
        ditandai += dampak_pelatihan(daftar, aspek="x").kesimpulan is not Kesimpulan.BELUM_TERLIHAT
        ubah = [[s.sesudah - s.sebelum for s in daftar if s.is_peserta is ikut] for ikut in (True, False)]
        naif += welch(*map(np.array, ubah)).p < 0.05

    # 5 % of 60 is 3; 9 or more has a chance below 1 in 300. A plain comparison is fooled nearly every time.
    assert ditandai <= 8 and naif > 40


def test_a_real_loss_is_named_too():
    hasil = dampak_pelatihan(_kelompok(3, efek=-9), aspek="Disiplin")

    assert hasil.kesimpulan is Kesimpulan.MENURUN
    assert "poin lebih buruk daripada" in hasil.kalimat


def test_no_effect_says_that_chance_would_do():
    hasil = dampak_pelatihan(_kelompok(1, efek=0), aspek="Arsip")

    assert hasil.kesimpulan is Kesimpulan.BELUM_TERLIHAT
    assert "poin lebih buruk dan" in hasil.kalimat and hasil.kalimat.endswith("karena kebetulan.")


def test_with_equal_starts_it_is_the_plain_difference_of_changes():
    acak = np.random.default_rng(5)
    ubah = {True: acak.normal(4, 3, 30), False: acak.normal(1, 3, 50)}
    daftar = [_orang(50.0, 50.0 + d, ikut=ikut) for ikut, isi in ubah.items() for d in isi]

    uji = dampak_pelatihan(daftar, aspek="x").uji

    assert uji.selisih == pytest.approx(ubah[True].mean() - ubah[False].mean())
    acuan = stats.ttest_ind(ubah[True], ubah[False], equal_var=False)
    assert uji.p == pytest.approx(acuan.pvalue, rel=0.25)


@pytest.mark.parametrize(
    ("peserta", "pembanding", "cukup"), [(9, 30, False), (10, 9, False), (10, 10, True), (11, 30, True)]
)
def test_below_the_minimum_nothing_is_said(peserta, pembanding, cukup):
    acak = np.random.default_rng(2)
    daftar = [
        _orang(float(50 + acak.normal()), float(55 + acak.normal()), ikut=nomor < peserta)
        for nomor in range(peserta + pembanding)
    ]

    hasil = dampak_pelatihan(daftar, aspek="x", aturan=AturanDampak(jarak=20))

    assert (hasil.kesimpulan is not Kesimpulan.BELUM_CUKUP) is cukup
    assert hasil.kalimat.startswith("Belum cukup data untuk x") is not cukup


def test_only_comparable_people_are_compared():
    peserta = [_orang(40.0 + nomor % 3, 50.0, ikut=True) for nomor in range(12)]
    setara = [_orang(41.0 + nomor % 3, 45.0 + nomor % 2, ikut=False) for nomor in range(12)]
    jauh = [_orang(90.0, 95.0, ikut=False)] * 30
    lain = [_orang(41.0, 90.0, ikut=False, kelompok="pelaksana")] * 30

    hasil = dampak_pelatihan(peserta + setara + jauh + lain, aspek="x")

    assert (hasil.peserta, hasil.pembanding) == (12, 12)


def test_participants_without_anybody_like_them_are_left_out():
    hasil = dampak_pelatihan([_orang(50.0, 60.0, ikut=True)] * 20, aspek="x")

    assert (hasil.kesimpulan, hasil.peserta) == (Kesimpulan.BELUM_CUKUP, 0)


def test_a_start_that_tells_participants_apart_cannot_be_compared():
    daftar = [_orang(50.0, 60.0, ikut=True)] * 10 + [_orang(52.0, 53.0, ikut=False)] * 10

    assert dampak_pelatihan(daftar, aspek="x").kesimpulan is Kesimpulan.BELUM_CUKUP


@pytest.mark.parametrize(
    ("naik", "kesimpulan"), [(3.0, Kesimpulan.MEMBANTU), (0.0, Kesimpulan.BELUM_TERLIHAT)]
)
def test_people_who_all_change_alike(naik, kesimpulan):
    daftar = [_orang(50.0, 50.0 + naik, ikut=True)] * 10 + [_orang(50.0, 50.0, ikut=False)] * 10

    assert dampak_pelatihan(daftar, aspek="x").kesimpulan is kesimpulan


def test_several_trainings_together_find_the_planted_one_only():
    daftar = {"berhasil": _kelompok(11, efek=8)} | {f"biasa {n}": _kelompok(20 + n, efek=0) for n in range(6)}
    daftar["sepi"] = []

    hasil = banyak_dampak(daftar, aspek=dict.fromkeys(daftar, "Komunikasi"))

    assert hasil.pop("berhasil").kesimpulan is Kesimpulan.MEMBANTU
    assert hasil.pop("sepi").kesimpulan is Kesimpulan.BELUM_CUKUP
    assert {satu.kesimpulan for satu in hasil.values()} == {Kesimpulan.BELUM_TERLIHAT}


def test_missing_scores_are_refused():
    with pytest.raises(DampakTidakSah, match="kosong"):
        dampak_pelatihan([_orang(float("nan"), 3.0, ikut=True)], aspek="x")


@pytest.mark.parametrize("salah", [{"minimal_peserta": 4}, {"jarak": -1.0}, {"yakin": 1.0}])
def test_settings_that_would_prove_anything_are_refused(salah):
    with pytest.raises(DampakTidakSah):
        AturanDampak(**salah)
