"""The nearest post is the one with the same work, whatever its rung."""

import pytest

from kinerja.metode.jabatan_serupa import urut_kedekatan

DAFTAR = [
    "Perawat Terampil",
    "Dokter Ahli Pertama",
    "Kepala Puskesmas",
    "Kepala Dinas Kesehatan",
    "Plt. Kepala Bidang",
]


@pytest.mark.parametrize(
    ("jabatan", "terdekat"),
    [
        ("Perawat Terampil", "Perawat Terampil"),
        ("PERAWAT AHLI MUDA", "Perawat Terampil"),
        ("Dokter Gigi", "Dokter Ahli Pertama"),
        ("Kepala Dinas Kependudukan dan Pencatatan Sipil", "Kepala Dinas Kesehatan"),
        ("Plt. Kepala Bidang Mutasi", "Plt. Kepala Bidang"),
    ],
)
def test_the_same_work_comes_first(jabatan, terdekat):
    assert urut_kedekatan(jabatan, DAFTAR)[0] == terdekat


@pytest.mark.parametrize("jabatan", ["Inspektur", "Analis Kebijakan Ahli Muda", "", "Ahli Pertama"])
def test_nothing_is_offered_when_nothing_is_near(jabatan):
    assert urut_kedekatan(jabatan, DAFTAR) == []
