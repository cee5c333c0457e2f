"""A planted gap is found, fair data stays quiet, and no group is small enough to recognise anybody.

Measured on 300 reports of 600 people, four characteristics and twenty units each: see docs/dev/statistik-penilai.md.
"""

import numpy as np
import pytest

from kinerja.metode.pemerataan import AturanPemerataan, DataTidakSah, JenisBanding, pantau_pemerataan

NAMA = ("Sangat kurang", "Kurang", "Butuh perbaikan", "Baik", "Sangat baik")
BENIH = range(40)


def _report(benih, *, beda=0.0, n=600):
    acak = np.random.default_rng(benih)
    ciri = {
        "jenis kelamin": acak.choice(["Perempuan", "Laki-laki"], n, p=[0.45, 0.55]),
        "usia": acak.choice(["di bawah 35", "35–45", "46–55", "di atas 55"], n),
        "jenis jabatan": acak.choice(["struktural", "fungsional", "pelaksana"], n, p=[0.1, 0.5, 0.4]),
        "unit": acak.choice([f"Unit {nomor}" for nomor in range(20)], n),
    }
    skor = acak.normal(78, 8, n) - beda * (ciri["jenis kelamin"] == "Perempuan")
    jenjang = np.digitize(skor, [50, 60, 70, 85])
    return pantau_pemerataan(ciri, jenjang=jenjang, nama_jenjang=NAMA, skor=skor)


def _flags(laporan):
    return {h.ciri for h in laporan for k in h.daftar_kelompok for b in k.daftar_banding if b.tanda}


def test_fair_data_stays_quiet():
    berbunyi = sum(bool(_flags(_report(benih))) for benih in BENIH)

    assert berbunyi / len(BENIH) <= 0.05


def test_a_gap_of_half_an_sd_is_found():
    """Four points of SD 8 among 600 people: measured power 0.99, false flags elsewhere 4%; forty seeds allow 10%."""
    tanda = [_flags(_report(benih, beda=4.0)) for benih in BENIH]

    assert sum("jenis kelamin" in isi for isi in tanda) / len(BENIH) >= 0.9
    assert sum(bool(isi - {"jenis kelamin"}) for isi in tanda) / len(BENIH) <= 0.1


def test_a_flag_names_the_size_and_accuses_nobody():
    (hasil, *_) = _report(1, beda=6.0)

    (rerata,) = [b for b in hasil.daftar_kelompok[0].daftar_banding if b.jenis is JenisBanding.RERATA]
    assert rerata.tanda
    assert rerata.bawah <= 6 <= rerata.atas
    assert rerata.g_bawah < 0.75 < rerata.g_atas
    assert "Perbedaan belum berarti ketidakadilan" in rerata.kalimat


def test_a_small_group_hides_its_neighbour_too():
    kolom = ["a"] * 40 + ["b"] * 25 + ["c"] * 12 + ["d"] * 3

    (hasil,) = pantau_pemerataan(
        {"unit": kolom}, jenjang=np.tile([2, 3, 3, 4], 20), nama_jenjang=NAMA, skor=np.linspace(60, 90, 80)
    )

    assert [(k.nama, k.n, k.gabungan) for k in hasil.daftar_kelompok] == [
        ("a", 40, ()),
        ("b", 25, ()),
        ("Lainnya", 15, ("c", "d")),
    ]


def test_a_single_group_compares_nothing_and_says_so():
    (hasil,) = pantau_pemerataan(
        {"jenis kelamin": ["L"] * 30 + ["P"] * 4}, jenjang=np.full(34, 3), nama_jenjang=NAMA
    )

    assert hasil.daftar_kelompok == ()
    assert hasil.kalimat.startswith("Belum dapat dibandingkan")


def test_a_missing_label_is_a_group_of_its_own_and_missing_marks_are_left_out():
    kolom = ["L"] * 20 + [None] * 20
    skor = np.r_[np.full(20, np.nan), np.linspace(60, 80, 20)]

    (hasil,) = pantau_pemerataan({"jk": kolom}, jenjang=np.tile([2, 3], 20), nama_jenjang=NAMA, skor=skor)

    rerata = {k.nama: k.rerata for k in hasil.daftar_kelompok}
    assert rerata == {"L": None, "Tidak tercatat": pytest.approx(70)}


def test_with_the_same_share_everywhere_nothing_is_compared():
    (hasil,) = pantau_pemerataan({"jk": ["L", "P"] * 20}, jenjang=np.full(40, 3), nama_jenjang=NAMA)

    assert all(not k.daftar_banding for k in hasil.daftar_kelompok)
    assert [b.nilai for b in hasil.daftar_kelompok[0].daftar_bagian] == [1, 1, 1, 0]


@pytest.mark.parametrize(("n", "jenjang"), [(3, [1, 2]), (2, [1, 9]), (2, [-1, 2])])
def test_columns_that_do_not_belong_together_are_refused(n, jenjang):
    with pytest.raises(DataTidakSah):
        pantau_pemerataan({"jk": ["L"] * n}, jenjang=np.array(jenjang), nama_jenjang=NAMA)


def test_the_minimum_can_be_raised():
    aturan = AturanPemerataan(minimal=30)

    (hasil,) = pantau_pemerataan(
        {"jk": ["L"] * 60 + ["P"] * 20}, jenjang=np.tile([2, 3], 40), nama_jenjang=NAMA, aturan=aturan
    )

    assert hasil.daftar_kelompok == ()
