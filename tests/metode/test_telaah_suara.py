"""What a moderator is told about a sentence."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kinerja.metode.telaah_suara import tanda_kalimat

ISI = Path(__file__).resolve().parents[2] / "kinerja" / "demo" / "isi" / "komentar_masyarakat.csv"


@pytest.mark.parametrize(
    ("kalimat", "tanda"),
    [
        ("Petugasnya goblok dan pemalas", ["celaan"]),
        ("Dasar ANJING", ["celaan"]),
        ("Ibu di loket 3 sedang hamil jadi lambat", ["pribadi"]),
        ("Hubungi saya 0812 3456 7890", ["data_pribadi"]),
        ("NIK saya 1471012345678901", ["data_pribadi"]),
        ("Promo pinjaman cepat cair klik link", ["promosi"]),
        ("😡😡😡😡😡😡", ["emoji"]),
        (".", ["kosong"]),
        ("", []),
        ("Terima kasih 🙏", []),
        ("Ambil nomor jam 8, dipanggil jam 11.", []),
    ],
)
def test_marks(kalimat, tanda):
    assert [satu.value for satu in tanda_kalimat(kalimat)] == tanda


def test_honest_complaints_are_not_marked():
    with ISI.open(encoding="utf-8", newline="") as berkas:
        bersih = [
            b["komentar"] for b in csv.DictReader(berkas) if b["sentimen"] in ("positif", "negatif", "saran")
        ]

    assert len(bersih) > 15
    assert not [kalimat for kalimat in bersih if tanda_kalimat(kalimat)]
