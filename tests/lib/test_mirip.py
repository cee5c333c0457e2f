"""A question in somebody's own words finds the text that speaks of it, and nothing when none does."""

from __future__ import annotations

import pytest

from kinerja.lib.mirip import Naskah, akar_kata, paling_mirip

DAFTAR = [
    Naskah(
        "Mengajukan keberatan", "Ajukan dalam 14 hari kerja sejak hasil diserahkan; atasan penilai memutus."
    ),
    Naskah(
        "Mencatat realisasi",
        "Satu angka, satu kalimat, satu bukti setiap bulan. Yang terlambat tetap diterima.",
    ),
    Naskah("Lupa kata sandi", "Admin membuat kata sandi sementara; gantilah saat masuk."),
    Naskah("Atasan saya salah", "Sebutkan siapa atasan yang benar; admin memperbaikinya sekali untuk semua."),
]


@pytest.mark.parametrize(
    ("tanya", "jawab"),
    [
        ("Kalau saya keberatan, bagaimana pengajuannya?", 0),
        ("Apakah catatan realisasi bulan lalu yang terlambat masih diterima?", 1),
        ("sandi saya lupa", 2),
        ("Nama ATASAN saya di sini salah, siapa yang perbaiki?", 3),
    ],
)
def test_the_text_that_speaks_of_it_comes_first(tanya, jawab):
    assert paling_mirip(tanya, DAFTAR)[0] == jawab


@pytest.mark.parametrize("tanya", ["Di mana bengkel ban ambulans?", "apa yang bagaimana", "", "???", "14 14"])
def test_what_none_speaks_of_finds_nothing(tanya):
    assert paling_mirip(tanya, DAFTAR) == []
    assert paling_mirip(tanya, []) == []


def test_forms_of_one_word_are_one():
    assert set(akar_kata("mengajukan diajukan pengajuan ajukan")) == {"aju"}
