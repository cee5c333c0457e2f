"""Angka kredit of one person: every cell of the table, a predikat or a level that changes in mid-year, and what is carried over."""

from datetime import date
from decimal import Decimal

import pytest

from kinerja.metode.angka_kredit_jf import (
    DasarAngkaKredit,
    KonversiTidakSah,
    PredikatMasa,
    dasar_terakhir,
    hitung_angka_kredit,
    perkiraan,
)
from kinerja.metode.pak import UnsurPAK
from kinerja.peraturan.angka_kredit import MasaJenjang
from kinerja.peraturan.identitas import JenjangJF
from kinerja.peraturan.predikat import Predikat

# Fact sheet 4.2, row by row: Sangat Baik, Baik, Butuh Perbaikan, Kurang, Sangat Kurang.
TABEL = {
    "ahli_utama": ("75", "50", "37.5", "25", "12.5"),
    "ahli_madya": ("56.25", "37.5", "28.13", "18.75", "9.38"),
    "ahli_muda": ("37.5", "25", "18.75", "12.5", "6.25"),
    "ahli_pertama": ("18.75", "12.5", "9.38", "6.25", "3.13"),
    "penyelia": ("37.5", "25", "18.75", "12.5", "6.25"),
    "mahir": ("18.75", "12.5", "9.38", "6.25", "3.13"),
    "terampil": ("7.5", "5", "3.75", "2.5", "1.25"),
    "pemula": ("5.63", "3.75", "2.81", "1.88", "0.94"),
}
SEL = [
    (jenjang, predikat, nilai)
    for jenjang, baris in TABEL.items()
    for predikat, nilai in zip(Predikat, baris, strict=True)
]
PERTAMA, MUDA = JenjangJF.AHLI_PERTAMA, JenjangJF.AHLI_MUDA


def masa(jenjang=PERTAMA, mulai=date(2020, 1, 1), sampai=None):
    return MasaJenjang(jenjang, mulai, sampai)


def dasar(nilai="40", sampai=date(2024, 12, 31), jenjang=PERTAMA):
    return DasarAngkaKredit(
        jenjang=jenjang, sampai=sampai, per_unsur={UnsurPAK.JF_LAMA: Decimal(nilai)}, nomor="PAK 1"
    )


@pytest.mark.parametrize(("jenjang", "predikat", "nilai"), SEL)
def test_every_cell_of_the_table(jenjang, predikat, nilai):
    hitungan = hitung_angka_kredit(
        jenjang=JenjangJF(jenjang),
        daftar_masa=[masa(JenjangJF(jenjang))],
        daftar_predikat=[PredikatMasa(2025, predikat)],
    )

    assert hitungan.jumlah == Decimal(nilai)


def test_two_months_of_baik_are_2_08():
    hitungan = hitung_angka_kredit(
        jenjang=PERTAMA, daftar_masa=[masa()], daftar_predikat=[PredikatMasa(2024, Predikat.BAIK, 1, 2)]
    )

    assert hitungan.jumlah == Decimal("2.08")
    assert hitungan.sampai == date(2024, 2, 29)


def test_a_predikat_that_changes_in_mid_year_makes_two_rows():
    hitungan = hitung_angka_kredit(
        jenjang=PERTAMA,
        daftar_masa=[masa()],
        daftar_predikat=[
            PredikatMasa(2026, Predikat.BUTUH_PERBAIKAN, 7, 12),
            PredikatMasa(2026, Predikat.SANGAT_BAIK, 1, 6),
        ],
    )

    assert [b.angka_kredit for b in hitungan.akumulasi.daftar_baris] == [Decimal("9.38"), Decimal("4.69")]


def test_the_predikat_of_the_year_goes_before_those_of_its_periods():
    hitungan = hitung_angka_kredit(
        jenjang=PERTAMA,
        daftar_masa=[masa()],
        daftar_predikat=[
            PredikatMasa(2025, Predikat.KURANG, 1, 3),
            PredikatMasa(2025, Predikat.BAIK),
            PredikatMasa(2026, Predikat.BAIK, 1, 3),
        ],
    )

    assert [(b.penggal.tahun, b.penggal.bulan) for b in hitungan.akumulasi.daftar_baris] == [
        (2025, 12),
        (2026, 3),
    ]


def test_months_are_not_counted_twice_when_periods_overlap():
    hitungan = hitung_angka_kredit(
        jenjang=PERTAMA,
        daftar_masa=[masa()],
        daftar_predikat=[
            PredikatMasa(2026, Predikat.BAIK, 1, 6),
            PredikatMasa(2026, Predikat.SANGAT_BAIK, 4, 9),
        ],
    )

    assert [b.penggal.periodik for b in hitungan.akumulasi.daftar_baris] == [
        "Januari – Juni",
        "Juli – September",
    ]


def test_a_new_level_in_mid_year_begins_a_new_count():
    hitungan = hitung_angka_kredit(
        jenjang=MUDA,
        daftar_masa=[masa(sampai=date(2026, 6, 30)), masa(MUDA, date(2026, 7, 1))],
        daftar_predikat=[PredikatMasa(2025, Predikat.BAIK), PredikatMasa(2026, Predikat.BAIK)],
        dasar=None,
    )

    assert hitungan.jumlah == Decimal("12.5")  # half a year of 25; what was earned below stays below


def test_a_pak_is_carried_on_and_its_months_are_not_counted_again():
    hitungan = hitung_angka_kredit(
        jenjang=PERTAMA,
        daftar_masa=[masa(mulai=date(2025, 1, 2))],  # the post was recorded from the first working day
        daftar_predikat=[PredikatMasa(2024, Predikat.BAIK), PredikatMasa(2025, Predikat.BAIK)],
        dasar=dasar(),
    )

    assert hitungan.jumlah == Decimal("52.5")
    assert [b.penggal.bulan for b in hitungan.akumulasi.daftar_baris] == [12]


def test_a_pak_that_ends_in_mid_year_leaves_the_rest_of_the_year():
    hitungan = hitung_angka_kredit(
        jenjang=PERTAMA,
        daftar_masa=[masa()],
        daftar_predikat=[PredikatMasa(2025, Predikat.BAIK)],
        dasar=dasar(sampai=date(2025, 4, 30)),
    )

    assert [b.penggal.periodik for b in hitungan.akumulasi.daftar_baris] == ["Mei – Desember"]
    assert hitungan.jumlah == Decimal("48.33")


def test_a_long_gap_between_the_pak_and_the_post_is_not_filled():
    hitungan = hitung_angka_kredit(
        jenjang=PERTAMA,
        daftar_masa=[masa(mulai=date(2025, 6, 1))],
        daftar_predikat=[PredikatMasa(2025, Predikat.BAIK)],
        dasar=dasar(),
    )

    assert [b.penggal.bulan for b in hitungan.akumulasi.daftar_baris] == [7]


def test_two_levels_on_one_day_are_refused():
    with pytest.raises(KonversiTidakSah, match="lebih dari satu jenjang"):
        hitung_angka_kredit(
            jenjang=PERTAMA,
            daftar_masa=[masa(), masa(mulai=date(2025, 3, 1))],
            daftar_predikat=[PredikatMasa(2025, Predikat.BAIK)],
        )


def test_the_latest_pak_of_the_level_counts_and_an_earlier_one_when_it_is_corrected():
    daftar = [dasar(), dasar("60", date(2025, 12, 31)), dasar("9", date(2026, 1, 31), MUDA)]

    assert dasar_terakhir(daftar, jenjang=PERTAMA).jumlah == 60
    assert dasar_terakhir(daftar, jenjang=PERTAMA, sebelum=date(2025, 12, 31)).jumlah == 40
    assert dasar_terakhir([], jenjang=PERTAMA) is None


def test_the_estimate_counts_from_the_last_month_that_is_counted():
    hitungan = hitung_angka_kredit(
        jenjang=PERTAMA, daftar_masa=[masa()], daftar_predikat=[PredikatMasa(2025, Predikat.BAIK)]
    )

    kira = perkiraan(hitungan, kurang=Decimal("37.5"), predikat=Predikat.BAIK)

    assert (kira.bulan, kira.cukup_pada) == (36, date(2028, 12, 1))
    assert perkiraan(hitungan, kurang=Decimal(0), predikat=Predikat.BAIK) is None


def test_nothing_recorded_is_not_zero():
    hitungan = hitung_angka_kredit(jenjang=PERTAMA, daftar_masa=[masa()], daftar_predikat=[])

    assert not hitungan.is_tercatat and hitungan.sampai is None
    assert perkiraan(hitungan, kurang=Decimal(50), predikat=Predikat.BAIK) is None
