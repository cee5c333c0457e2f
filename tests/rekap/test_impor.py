"""Recaps come in by sheet: whatever cannot be true is told row by row, and nothing changes before the confirmation."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.kepegawaian.actions.impor import LembarDitolak, confirm_impor
from kinerja.rekap.models import RekapBelajar, RekapKehadiran
from tests.conftest import SEKARANG

LETAK = {
    "nip": 0,
    "mulai": 2,
    "selesai": 3,
    "hari_kerja": 4,
    "hadir": 5,
    "alpa": 6,
    "berturut": 7,
    "terlambat": 8,
}


@pytest.fixture
def januari(orang):
    """A right row of Pak Budi; `januari(hadir=…)` changes a cell."""

    def make(**isi):
        baris = [orang("pak-budi").nip, "Budi", "1 Januari 2026", "31/01/2026", 21, 19, 2, 1, "1.234"]
        for kunci, nilai in isi.items():
            baris[LETAK[kunci]] = nilai
        return baris

    return make


def pesan(impor, nomor=0):
    return " ".join(impor.baris[nomor]["pesan"])


def putusan(impor):
    return [baris["putusan"] for baris in impor.baris]


def test_attendance_comes_in_after_the_confirmation(periksa, januari, akun, orang):
    impor = periksa("kehadiran", januari())
    assert not RekapKehadiran.objects.exists()
    assert "hadir 19 dari 21 hari, alpa 2" in pesan(impor)

    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    rekap = RekapKehadiran.objects.get()
    assert (rekap.pegawai, rekap.mulai_on, rekap.selesai_on) == (
        orang("pak-budi"),
        date(2026, 1, 1),
        date(2026, 1, 31),
    )
    assert (rekap.hari_kerja, rekap.hadir, rekap.alpa, rekap.terlambat_menit) == (21, 19, 2, 1234)
    assert rekap.impor == impor


def test_the_same_period_again_is_a_correction(periksa, januari, akun):
    confirm_impor(periksa("kehadiran", januari()), by=akun("pak-anton"), at=SEKARANG)

    assert putusan(periksa("kehadiran", januari())) == ["sama"]
    impor = periksa("kehadiran", januari(hadir=20, alpa=1))
    assert impor.baris[0]["perubahan"] == [["HADIR", "19", "20"], ["ALPA", "2", "1"]]
    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)
    assert RekapKehadiran.objects.get().alpa == 1


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({"nip": "199501012099031899"}, "tidak ada di data pegawai"),
        ({"nip": "123"}, "NIP"),
        ({"nip": ""}, "NIP kosong"),
        ({"hadir": 22}, "lebih banyak daripada hari kerja"),
        ({"hadir": 20}, "ditambah alpa 2 melebihi"),
        ({"hadir": ""}, "Hadir kosong"),
        ({"hadir": "-1"}, "kurang dari nol"),
        ({"hadir": "19,5"}, "bukan bilangan bulat"),
        ({"hadir": "1.234,56"}, "lebih dari 366"),
        ({"hadir": "hampir semua"}, "belum terbaca sebagai angka"),
        ({"hari_kerja": 40}, "hanya 31 hari"),
        ({"berturut": 3}, "melebihi jumlah alpa"),
        ({"terlambat": "-5"}, "kurang dari nol"),
        ({"mulai": "kemarin"}, "Mulai:"),
        ({"mulai": ""}, "Mulai:"),
        ({"selesai": "31 Desember 2025"}, "lebih awal"),
        ({"mulai": "1 Desember 2025"}, "pergantian tahun"),
        ({"selesai": "31 Maret 2026"}, "belum berakhir"),
    ],
)
def test_what_cannot_be_true_is_told(periksa, januari, isi, kalimat):
    impor = periksa("kehadiran", januari(**isi))

    assert putusan(impor) == ["salah"]
    assert kalimat in pesan(impor)


def test_everything_wrong_is_told_at_once(periksa, januari):
    impor = periksa("kehadiran", januari(nip="123", hadir="-1", mulai="kemarin"))

    assert len(impor.baris[0]["pesan"]) == 3


def test_a_period_twice_and_periods_that_overlap_in_the_file(periksa, januari):
    impor = periksa(
        "kehadiran",
        januari(),
        januari(),
        januari(mulai="15/01/2026", hari_kerja=12, hadir=10, alpa=0, berturut=0),
    )

    assert putusan(impor) == ["baru", "salah", "salah"]
    assert "sudah ada pada baris 2" in pesan(impor, 1)
    assert "bertumpuk dengan baris 2" in pesan(impor, 2)


def test_a_period_that_overlaps_what_is_there(periksa, januari, hadir):
    hadir("pak-budi", 1)

    impor = periksa("kehadiran", januari())

    assert putusan(impor) == ["salah"]
    assert "bertumpuk dengan rekap yang sudah ada, 1–28 Januari 2026" in pesan(impor)


def test_people_of_another_instansi_are_unknown(periksa, januari):
    impor = periksa("kehadiran", januari(), by="admin-pontianak")

    assert "tidak ada di data pegawai" in pesan(impor)


def test_an_unknown_column_is_named_and_a_missing_one_refused(periksa, januari, orang):
    judul = ["NIP", "MULAI", "SELESAI", "HARI KERJA", "HADIR", "ALPA", "SEMANGAT"]
    nip = orang("pak-budi").nip
    impor = periksa("kehadiran", [nip, "1/1/2026", "31/1/2026", 21, 21, "", "tinggi"], judul=judul)

    assert impor.ringkasan["catatan"] == ["Kolom yang tidak dipakai: SEMANGAT."]
    assert putusan(impor) == ["baru"]
    with pytest.raises(LembarDitolak, match="Kolom ALPA tidak ditemukan"):
        periksa("kehadiran", [nip, "1/1/2026", "31/1/2026", 21, 21], judul=judul[:5])


def test_right_rows_go_in_beside_wrong_ones(periksa, januari, akun):
    impor = periksa("kehadiran", januari(), januari(nip="123"))

    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    assert RekapKehadiran.objects.count() == 1


def test_only_the_admin_of_the_instansi_imports(periksa, januari):
    with pytest.raises(PermissionDenied):
        periksa("kehadiran", januari(), by="bu-sari")


def test_learning_comes_in_with_decimals(periksa, akun, orang):
    nip = orang("pak-budi").nip
    impor = periksa("belajar", [nip, "Budi", 2025, "1.234,5", "Bimtek"])
    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    assert RekapBelajar.objects.get().jp == Decimal("1234.5")
    assert periksa("belajar", [nip, "Budi", "2025", 24, "Bimtek"]).baris[0]["perubahan"] == [
        ["JP", "1.234,5", "24"]
    ]


@pytest.mark.parametrize(
    ("letak", "nilai", "kalimat"),
    [
        (0, "199501012099031899", "tidak ada di data pegawai"),
        (2, "2027", "Isi empat angka sampai 2026"),
        (2, "2.025", "Isi empat angka"),
        (3, "-2", "kurang dari nol"),
        (3, "3.000", "lebih dari 2.000"),
        (3, "1,234", "terlalu rinci"),
        (3, "", "JP kosong"),
        (4, "a" * 301, "terlalu panjang"),
    ],
)
def test_learning_that_cannot_be_true_is_told(periksa, orang, letak, nilai, kalimat):
    baris = [orang("pak-budi").nip, "Budi", "2025", "20", ""]
    baris[letak] = nilai

    impor = periksa("belajar", baris)

    assert putusan(impor) == ["salah"]
    assert kalimat in pesan(impor)


def test_learning_of_one_year_twice(periksa, orang):
    baris = [orang("pak-budi").nip, "Budi", "2025", "20", ""]

    assert "sudah ada pada baris 2" in pesan(periksa("belajar", baris, baris), 1)
