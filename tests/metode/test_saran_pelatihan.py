"""Weak spots lead to trainings, each with its reason."""

import pytest

from kinerja.metode.saran_pelatihan import (
    Asal,
    Cocok,
    KatalogTidakSah,
    KebutuhanBelajar,
    kata_penting,
    pelatihan_dari_baris,
    saran_pelatihan,
    tanpa_pelatihan,
)


def _baris(nama, bentuk="klasikal", jenis="teknis", jp="16", sasaran="", kode_untuk=(), kode=""):
    baris = {"nama": nama, "bentuk": bentuk, "jenis_kompetensi": jenis, "jp": jp, "sasaran_catatan": sasaran}
    return pelatihan_dari_baris(baris, kode=kode or nama, daftar_kode=kode_untuk)


KATALOG = [
    _baris("Pelatihan Komunikasi Pelayanan dan Menangani Keluhan", jenis="sosial kultural", jp="20", sasaran="front office"),
    _baris("Pelayanan Prima untuk Petugas Loket", sasaran="kecamatan, kelurahan, puskesmas"),
    _baris("Pengelolaan Arsip Dinamis dan Srikandi", jp="24", sasaran="arsiparis, sekretaris"),
    _baris("Imunisasi dan Manajemen Rantai Dingin", jp="30", sasaran="bidan, pengelola imunisasi"),
    _baris("Pelatihan Coaching dan Umpan Balik bagi Pejabat Penilai", jenis="manajerial", jp="24", kode_untuk=["pengembangan_orang_lain"]),
    _baris("Mentoring terstruktur 3 bulan", jenis="manajerial", jp="12"),
    _baris("Orientasi PPPK (MOOC)", jenis="dasar", jp="sesuai sertifikat"),
]  # fmt: skip


def _butuh(kode="x", label="", besar=60, jenis="", umum=False):
    return KebutuhanBelajar(
        kode=kode, label=label, besar=besar, asal=Asal.KESENJANGAN, alasan=f"{label} perlu dikuatkan.", jenis_kompetensi=jenis, umum=umum
    )  # fmt: skip


def test_a_weak_aspect_finds_the_training_about_it():
    (saran, *_) = saran_pelatihan([_butuh(label="Komunikasi")], katalog=KATALOG)

    assert saran.pelatihan.nama.startswith("Pelatihan Komunikasi")
    assert saran.daftar_alasan[0].cara == "topiknya sama (komunikasi)"


def test_what_is_recorded_beats_what_only_sounds_alike():
    daftar = saran_pelatihan(
        [_butuh("pengembangan_orang_lain", "Pengembangan diri dan orang lain", jenis="manajerial")],
        katalog=KATALOG,
    )

    assert [satu.daftar_alasan[0].cocok for satu in daftar] == [Cocok.TERCATAT, Cocok.JENIS]
    assert [satu.nilai for satu in daftar] == [60, 15]


def test_two_needs_weigh_more_than_one_and_both_are_named():
    daftar = saran_pelatihan(
        [
            _butuh("a", "Pelayanan publik", 30),
            _butuh("b", "Keluhan warga ditangani", 50),
            _butuh("c", "Arsip", 0),
        ],
        katalog=KATALOG,
    )

    assert [satu.nilai for satu in daftar] == [38, 15]
    assert [alasan.kebutuhan.kode for alasan in daftar[0].daftar_alasan] == ["b", "a"]


def test_the_post_named_in_the_catalogue_counts_a_fifth_more():
    bidan, lain = (
        saran_pelatihan([_butuh(label="Cakupan imunisasi bayi")], katalog=KATALOG, jabatan=jabatan)[0]
        for jabatan in ("Bidan Ahli Pertama", "Arsiparis Terampil")
    )

    assert (bidan.sesuai_sasaran, bidan.nilai) == (True, 33)
    assert (lain.sesuai_sasaran, lain.nilai) == (False, 27)


def test_what_was_taken_and_what_serves_nothing_stays_out():
    butuh = [_butuh(label="Pelayanan prima"), _butuh(label="Arsip dinamis")]
    semua = saran_pelatihan(butuh, katalog=KATALOG)
    sisa = saran_pelatihan(butuh, katalog=KATALOG, sudah_diikuti=[semua[0].pelatihan.kode])

    assert len(semua) == len(sisa) + 1 == 3
    assert saran_pelatihan(butuh, katalog=KATALOG, banyak=1) == semua[:1]
    assert saran_pelatihan([_butuh(label="Kerja dan hasil pegawai", jenis="teknis")], katalog=KATALOG) == ()


def test_more_words_in_common_weigh_more():
    katalog = [_baris("Manajemen Risiko"), _baris("Manajemen Waktu dan Prioritas")]

    daftar = saran_pelatihan([_butuh(label="Manajemen waktu")], katalog=katalog)

    assert [(satu.pelatihan.nama, satu.nilai) for satu in daftar] == [
        ("Manajemen Waktu dan Prioritas", 42),
        ("Manajemen Risiko", 31),
    ]


def test_the_kind_alone_hints_at_nothing_meant_for_others():
    katalog = [_baris("Manajemen Puskesmas", jenis="manajerial", sasaran="kepala puskesmas")]
    butuh = [_butuh(label="Integritas", jenis="manajerial")]

    assert saran_pelatihan(butuh, katalog=katalog, jabatan="Kepala Seksi") == ()
    (saran,) = saran_pelatihan(butuh, katalog=katalog, jabatan="Kepala Puskesmas")
    assert saran.daftar_alasan[0].cara == "jenis kompetensinya sama"


def test_what_no_training_serves_is_told_and_what_was_not_read_is_not():
    kapal, diminta = _butuh("a", "Perawatan kapal"), _butuh("b", "Pelatihan yang diminta", umum=True)

    assert tanpa_pelatihan([_butuh("c", "Arsip"), kapal, diminta], katalog=KATALOG) == (kapal,)


def test_equals_are_ordered_by_fewer_hours_and_the_open_ones_last():
    katalog = [
        _baris("Arsip lanjut", jp="sesuai sertifikat"),
        _baris("Arsip madya", jp="24"),
        _baris("Arsip awal", jp="8"),
    ]

    daftar = saran_pelatihan([_butuh(label="Arsip")], katalog=katalog)

    assert [satu.pelatihan.jp for satu in daftar] == [8, 24, None]


@pytest.mark.parametrize(
    ("teks", "jp"),
    [
        ("647", 647),
        (" 16 ", 16),
        ("sesuai sertifikat (ratusan JP)", None),
        ("", None),
        ("sesuai 2 sertifikat", None),
    ],
)
def test_hours_of_the_catalogue(teks, jp):
    assert _baris("Latsar", jp=teks).jp == jp


@pytest.mark.parametrize("teks", ["0", "-5", "10000", "16 jam", "2²", "1.5"])
def test_hours_that_cannot_be_are_refused(teks):
    with pytest.raises(KatalogTidakSah, match="JP Latsar harus angka"):
        _baris("Latsar", jp=teks)


def test_a_training_needs_a_name():
    with pytest.raises(KatalogTidakSah, match="Nama pelatihan"):
        _baris(" ")


def test_common_words_say_nothing():
    assert kata_penting("Pelatihan Kerja dan Pelayanan PPK bagi Pegawai") == {"pelayanan"}
