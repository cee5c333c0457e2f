"""Classes of a year from a sheet: read row by row, prepared only when confirmed, never overruled."""

from __future__ import annotations

import pytest

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.actions.impor import check_impor, confirm_impor
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.pelatihan.istilah import CaraKelas, KeadaanKelas
from kinerja.pelatihan.models import KelasPelatihan
from tests.conftest import SEKARANG
from tests.factories.pelatihan import MULAI_ON, SELESAI_ON, buat_pelatihan
from tests.kepegawaian.conftest import buat_xlsx

ISI = {
    "PELATIHAN": "pelayanan prima untuk petugas loket", "NAMA KELAS": "Angkatan II", "TANGGAL MULAI": "24-03-2026",
    "TANGGAL SELESAI": "25 Maret 2026", "BATAS PENDAFTARAN": "20-03-2026", "KUOTA": "30", "BIAYA": "1.250.000",
    "JP": "", "CARA": "Daring", "TEMPAT": "", "PENYELENGGARA": "BKPSDM Kota Pekanbaru", "NIP PETUGAS": "",
}  # fmt: skip


@pytest.fixture
def periksa(akun, orang):
    buat_pelatihan(orang)
    buat_pelatihan(orang, nama="Pelatihan Dasar CPNS (Latsar)", jp=None)

    def check(*daftar):
        isi = buat_xlsx(list(ISI), *([*(ISI | ganti).values()] for ganti in daftar))
        return check_impor(
            orang("pak-anton").instansi, jenis=JenisImpor.KELAS_PELATIHAN, isi=isi, nama="kelas.xlsx",
            by=akun("pak-anton"), at=SEKARANG,
        )  # fmt: skip

    return check


def test_what_is_confirmed_waits_in_preparation_and_is_known_again(periksa, akun, orang):
    petugas = orang("bu-sari")
    impor = periksa(
        {"NIP PETUGAS": f"{petugas.nip[:8]} {petugas.nip[8:]}"},
        {"NAMA KELAS": "Angkatan III", "BIAYA": "", "CARA": ""},
    )
    assert [b["putusan"] for b in impor.baris] == ["baru", "baru"]
    assert not KelasPelatihan.objects.exists()

    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    kedua, ketiga = KelasPelatihan.objects.order_by("nama")
    assert (kedua.kursi, kedua.biaya, kedua.jp, kedua.petugas) == (30, 1_250_000, 16, petugas)
    assert (kedua.mulai_on, kedua.selesai_on, kedua.cara) == (MULAI_ON, SELESAI_ON, CaraKelas.DARING)
    assert (ketiga.biaya, ketiga.cara, ketiga.keadaan) == (0, CaraKelas.TATAP_MUKA, KeadaanKelas.DISIAPKAN)
    assert Catatan.objects.filter(tindakan="pelatihan.kelas").count() == 2
    assert [b["putusan"] for b in periksa({"NIP PETUGAS": petugas.nip}).baris] == ["sama"]


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"PELATIHAN": "Menyulam"}, "tidak ada di katalog"),
        ({"TANGGAL SELESAI": "01-03-2026"}, "berakhir sebelum dimulai"),
        ({"BATAS PENDAFTARAN": "30-03-2026"}, "sesudah kelas dimulai"),
        ({"TANGGAL MULAI": "31-02-2026"}, "Tanggal mulai"),
        ({"KUOTA": "0"}, "Kursi harus angka 1"),
        ({"KUOTA": ""}, "Kursi kosong"),
        ({"BIAYA": "-5"}, "kurang dari nol"),
        ({"JP": "10000"}, "lebih dari 2.000"),
        ({"PELATIHAN": "Pelatihan Dasar CPNS (Latsar)"}, "JP kosong"),
        ({"CARA": "telepati"}, "Cara"),
        ({"NIP PETUGAS": "199912312099031999"}, "tidak ada di data pegawai"),
    ],
)
def test_a_wrong_row_says_what_to_do_and_the_right_one_goes_on(periksa, akun, ganti, kata):
    impor = periksa(ganti, {"NAMA KELAS": "Angkatan IX"})

    assert impor.baris[0]["putusan"] == "salah"
    assert kata in " ".join(impor.baris[0]["pesan"])
    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)
    assert [k.nama for k in KelasPelatihan.objects.all()] == ["Angkatan IX"]


def test_the_same_class_twice_and_one_that_stands_otherwise_are_refused(periksa, akun):
    impor = periksa({}, {"NAMA KELAS": "angkatan ii"})
    assert "sudah ada pada baris 2" in " ".join(impor.baris[1]["pesan"])
    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    lagi = periksa({"KUOTA": "12"})

    assert "Ubah di halaman kelasnya" in " ".join(lagi.baris[0]["pesan"])
    assert KelasPelatihan.objects.get().kursi == 30
