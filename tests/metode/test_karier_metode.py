"""PAK, nine boxes and IP ASN: settings with a source, and the figures of those sources."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.metode.ip_asn import (
    Diklat,
    Dimensi,
    Hukuman,
    KeadaanIP,
    KelompokJabatan,
    Pendidikan,
    TabelIP,
    TabelIPTidakSah,
    indeks_profesionalitas,
)
from kinerja.metode.pak import IsianPAK, PAKTidakSah, UnsurPAK, angka_kredit_pendidikan, susun_pak
from kinerja.metode.setelan import BAGIAN_PENDIDIKAN, MASA_PANGKAT_REGULER, Kepastian
from kinerja.metode.talenta import (
    SEMBILAN_KOTAK,
    AturanTalenta,
    TalentaTidakSah,
    nilai_potensial,
    penempatan_talenta,
    rencana_suksesi,
)
from kinerja.peraturan.identitas import JenjangJF
from kinerja.peraturan.predikat import Predikat
from kinerja.peraturan.talenta import Potensial, StatusKinerja, UnsurPotensial

D = Decimal


def _pak(lama=(), baru=(), **lain):
    isian = IsianPAK(lama=dict(lama), baru=dict(baru))
    return susun_pak(isian, jenjang=JenjangJF.AHLI_PERTAMA, golongan="III/b", **lain)


def test_the_example_of_bkn_reads_50_52_102():
    pak = _pak(lama=[(UnsurPAK.DASAR, D(50))], baru=[(UnsurPAK.KONVERSI, D(52))])

    assert (pak.lama, pak.baru, pak.kumulatif) == (50, 52, 102)
    assert pak.pangkat is None
    assert pak.jenjang.kalimat.endswith("yang dimiliki 102: sudah cukup, lebih 2.")
    assert [baris.unsur for baris in pak.daftar_baris] == list(UnsurPAK)


@pytest.mark.parametrize(
    ("isi", "lain", "pesan"),
    [
        ([(UnsurPAK.KONVERSI, D(-1))], {}, "tidak boleh kurang dari 0"),
        ([(UnsurPAK.LAINNYA, D(3))], {"daftar_unsur": (UnsurPAK.KONVERSI,)}, "tidak tercetak"),
    ],
)
def test_a_pak_refuses_what_it_cannot_print(isi, lain, pesan):
    with pytest.raises(PAKTidakSah, match=pesan):
        _pak(baru=isi, **lain)


def test_a_degree_brings_a_quarter_and_says_that_nobody_checked():
    assert angka_kredit_pendidikan(D(50)) == D("12.50")
    assert BAGIAN_PENDIDIKAN.kepastian is Kepastian.INGATAN
    assert MASA_PANGKAT_REGULER.nilai is None
    assert BAGIAN_PENDIDIKAN.keterangan.startswith("Belum diperiksa ke naskahnya: 25 persen")


@pytest.mark.parametrize(
    ("predikat", "potensial", "nomor"),
    [
        (Predikat.SANGAT_BAIK, 81, 9), (Predikat.BAIK, 81, 8), (Predikat.SANGAT_BAIK, 80, 7),
        (Predikat.BUTUH_PERBAIKAN, 100, 6), (Predikat.BAIK, 61, 5), (Predikat.SANGAT_BAIK, 60, 4),
        (Predikat.KURANG, 70, 3), (Predikat.BAIK, 0, 2), (Predikat.SANGAT_KURANG, 60, 1),
    ],
)  # fmt: skip
def test_every_box_has_its_people(predikat, potensial, nomor):
    hasil = penempatan_talenta(predikat, potensial=D(potensial))

    assert hasil.kotak.nomor == nomor
    assert hasil.kotak.nama in hasil.daftar_langkah[-1] and len(hasil.daftar_langkah) == 3


def test_the_boxes_of_succession_are_the_three_of_the_source():
    assert sorted(kotak.nomor for kotak in SEMBILAN_KOTAK.nilai if kotak.is_suksesi) == [7, 8, 9]
    assert SEMBILAN_KOTAK.kepastian is Kepastian.PRAKTIK


def test_nobody_is_placed_on_half_a_picture():
    tanpa_predikat = penempatan_talenta(None, potensial=D(90))
    tanpa_potensial = penempatan_talenta(Predikat.BAIK, potensial=None)

    assert tanpa_predikat.kotak is None and "Predikat" in tanpa_predikat.daftar_langkah[0]
    assert tanpa_potensial.kotak is None and "pusat asesmen" in tanpa_potensial.daftar_langkah[0]


def test_potential_is_the_weighted_mean_of_parts_that_are_all_there():
    nilai = {UnsurPotensial.KOMPETENSI: D(90), UnsurPotensial.POTENSI: D(60)}
    aturan = AturanTalenta(
        bobot={UnsurPotensial.KOMPETENSI: 2, UnsurPotensial.POTENSI: 1, UnsurPotensial.REKAM_JEJAK: 0}
    )

    assert nilai_potensial(nilai) is None
    assert nilai_potensial(nilai, aturan=aturan) == 80
    with pytest.raises(TalentaTidakSah, match="Kompetensi harus 0 sampai 100"):
        nilai_potensial(nilai | {UnsurPotensial.KOMPETENSI: D(101)}, aturan=aturan)


@pytest.mark.parametrize(
    "salah",
    [
        {"menengah": D(80)},
        {"daftar_kotak": SEMBILAN_KOTAK.nilai[:-1]},
        {"daftar_kotak": (*SEMBILAN_KOTAK.nilai, SEMBILAN_KOTAK.nilai[0])},
        {"nilai_predikat": {Predikat.BAIK: D(80)}},
        {"bobot": {UnsurPotensial.POTENSI: 0}},
        {"bobot": {UnsurPotensial.POTENSI: -1, UnsurPotensial.KOMPETENSI: 2}},
    ],
)
def test_a_method_with_holes_is_refused(salah):
    with pytest.raises(TalentaTidakSah):
        AturanTalenta(**salah)


def test_a_score_off_the_scale_is_refused():
    with pytest.raises(TalentaTidakSah, match="bukan 120"):
        penempatan_talenta(Predikat.BAIK, potensial=D(120))


@given(st.sampled_from(list(Predikat)), st.decimals(0, 100, places=1), st.decimals(0, 100, places=1))
def test_more_potential_never_lowers_the_step(predikat, satu, dua):
    rendah, tinggi = (penempatan_talenta(predikat, potensial=nilai).kotak for nilai in sorted((satu, dua)))

    assert list(Potensial).index(tinggi.potensial) <= list(Potensial).index(rendah.potensial)


def test_the_pool_for_succession_starts_with_the_highest_box():
    daftar = [
        ("budi", penempatan_talenta(Predikat.BAIK, potensial=D(90))),
        ("sari", penempatan_talenta(Predikat.SANGAT_BAIK, potensial=D(90))),
        ("rina", penempatan_talenta(Predikat.BAIK, potensial=D(50))),
        ("anton", penempatan_talenta(None, potensial=None)),
    ]

    assert [(kunci, kotak.nomor) for kunci, kotak in rencana_suksesi(daftar)] == [("sari", 9), ("budi", 8)]
    assert {kotak.kinerja for kotak in SEMBILAN_KOTAK.nilai} == set(StatusKinerja)


def _orang(**lain):
    isi = {
        "kelompok": KelompokJabatan.FUNGSIONAL,
        "pendidikan": Pendidikan.S2,
        "daftar_diklat": frozenset({Diklat.FUNGSIONAL, Diklat.TEKNIS, Diklat.SEMINAR}),
        "nilai_kinerja": D(85),
        "hukuman": Hukuman.TIDAK_ADA,
    }
    return KeadaanIP(**{**isi, **lain})


def test_the_index_adds_up_with_a_reason_each():
    hasil = indeks_profesionalitas(_orang())

    assert [satu.skor for satu in hasil.daftar_dimensi] == [20, 40, 25, 5]
    assert (hasil.jumlah, hasil.kategori) == (90, "Tinggi")
    assert hasil.daftar_dimensi[0].alasan == "Pendidikan S-2: 20 dari 25."
    assert hasil.daftar_dimensi[1].kepastian is Kepastian.NASKAH
    assert hasil.daftar_dimensi[2].kepastian is Kepastian.INGATAN


@pytest.mark.parametrize(("kelompok", "diklat"), [
    (KelompokJabatan.STRUKTURAL, {Diklat.KEPEMIMPINAN, Diklat.TEKNIS, Diklat.SEMINAR}),
    (KelompokJabatan.FUNGSIONAL, {Diklat.FUNGSIONAL, Diklat.TEKNIS, Diklat.SEMINAR}),
    (KelompokJabatan.PELAKSANA, {Diklat.TEKNIS, Diklat.SEMINAR}),
])  # fmt: skip
def test_every_group_can_reach_the_forty_points_of_competence(kelompok, diklat):
    hasil = indeks_profesionalitas(_orang(kelompok=kelompok, daftar_diklat=frozenset(diklat)))

    assert hasil.daftar_dimensi[1].skor == 40


def test_training_of_another_group_does_not_count():
    hasil = indeks_profesionalitas(_orang(daftar_diklat=frozenset({Diklat.KEPEMIMPINAN})))

    assert hasil.daftar_dimensi[1].skor == 0
    assert hasil.daftar_dimensi[1].alasan.startswith("Sudah: belum ada; belum: Diklat fungsional")


@pytest.mark.parametrize(
    ("nilai", "skor"),
    [(100, 30), (91, 30), (90, 25), (76, 25), (75, 15), (61, 15), (60, 5), (51, 5), (50, 1), (0, 1)],
)
def test_the_old_scale_of_performance(nilai, skor):
    assert indeks_profesionalitas(_orang(nilai_kinerja=D(nilai))).daftar_dimensi[2].skor == skor


@pytest.mark.parametrize(
    ("jumlah", "kategori"),
    [(91, "Sangat Tinggi"), (90, "Tinggi"), (81, "Tinggi"), (80, "Sedang"), (71, "Sedang"), (70, "Rendah"), (61, "Rendah"), (60, "Sangat Rendah")],
)  # fmt: skip
def test_the_categories_of_the_source(jumlah, kategori):
    assert next(nama for batas, nama in TabelIP().kategori if jumlah >= batas) == kategori


@pytest.mark.parametrize("kosong", ["pendidikan", "daftar_diklat", "nilai_kinerja", "hukuman"])
def test_what_is_not_known_leaves_the_sum_open(kosong):
    hasil = indeks_profesionalitas(_orang(**{kosong: None}))

    assert hasil.jumlah is None and hasil.kategori is None
    assert sum(satu.skor is None for satu in hasil.daftar_dimensi) == 1


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"bobot": dict.fromkeys(Dimensi, D(20))}, "berjumlah 100"),
        ({"bobot": {Dimensi.KUALIFIKASI: D(20), Dimensi.KOMPETENSI: D(45), Dimensi.KINERJA: D(30), Dimensi.DISIPLIN: D(5)}}, "melebihi bobotnya"),
        ({"kategori": ((D(61), "Rendah"), (D(91), "Tinggi"))}, "Batas kategori"),
        ({"kinerja": ()}, "Batas kinerja"),
    ],
)  # fmt: skip
def test_a_table_that_contradicts_itself_is_refused(ubah, pesan):
    with pytest.raises(TabelIPTidakSah, match=pesan):
        replace(TabelIP(), **ubah)


def test_a_performance_off_the_scale_is_refused():
    with pytest.raises(TabelIPTidakSah, match="0 sampai 100"):
        indeks_profesionalitas(_orang(nilai_kinerja=D(101)))
