"""Trainings of earlier years: a sheet of the personnel unit becomes verified certificates, each counted once."""

from __future__ import annotations

import pytest

from kinerja.kepegawaian.actions.impor import check_impor, confirm_impor
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.lib.tanggal import format_tanggal
from kinerja.pelatihan.istilah import KeadaanSertifikat
from kinerja.pelatihan.models import Sertifikat
from kinerja.rekap.models import BelajarTercatat
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.pelatihan import SESUDAH, buat_kelas, buat_pelatihan, luluskan, terima
from tests.kepegawaian.conftest import buat_xlsx

JUDUL = ["NIP", "NAMA DIKLAT", "PENYELENGGARA", "NOMOR SERTIFIKAT", "JP", "TANGGAL MULAI", "TANGGAL SELESAI"]


@pytest.fixture
def periksa(akun, orang):
    def check(*baris, judul=JUDUL, at=SEKARANG):
        return check_impor(
            orang("pak-anton").instansi, jenis=JenisImpor.RIWAYAT_PELATIHAN, isi=buat_xlsx(judul, *baris),
            nama="riwayat.xlsx", by=akun("pak-anton"), at=at,
        )  # fmt: skip

    return check


def baris(orang, **ganti):
    isi = {
        "nip": orang("pak-budi").nip, "judul": "Pelatihan Asuhan Persalinan", "penyelenggara": "Bapelkes Riau",
        "nomor": "APN/12-2025", "jp": "24", "mulai": "3 Maret 2025", "selesai": "05-03-2025",
    }  # fmt: skip
    return list((isi | ganti).values())


def test_what_is_confirmed_counts_once(periksa, akun, orang):
    pelatihan = buat_pelatihan(orang, nama="Pelatihan Asuhan Persalinan")
    impor = periksa(baris(orang))
    assert [b["putusan"] for b in impor.baris] == ["baru"] and not Sertifikat.objects.exists()

    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)
    lagi = periksa(baris(orang, nomor="apn 12 2025"))

    sertifikat = Sertifikat.objects.get()
    assert (sertifikat.pegawai, sertifikat.jp, sertifikat.pelatihan) == (orang("pak-budi"), 24, pelatihan)
    assert sertifikat.keadaan == KeadaanSertifikat.DIVERIFIKASI and "riwayat.xlsx" in sertifikat.catatan
    assert BelajarTercatat.objects.get().kunci == f"sertifikat:{sertifikat.pk}"
    assert [b["putusan"] for b in lagi.baris] == ["sama"]


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"jp": "-1"}, "kurang dari nol"),
        ({"jp": "0"}, "sedikitnya 1"),
        ({"jp": "10000"}, "lebih dari 2.000"),
        ({"selesai": "01-03-2025"}, "berakhir sebelum dimulai"),
        ({"selesai": f"31-12-{HARI_INI.year + 1}"}, "baru selesai"),
        ({"mulai": "kemarin"}, "Tanggal mulai"),
        ({"nomor": "--"}, "satu angka atau huruf"),
        ({"nip": "199001012020121001"}, "tidak ada di data pegawai"),
        ({"penyelenggara": ""}, "Penyelenggara kosong"),
    ],
)
def test_a_row_that_cannot_be_says_what_to_do(periksa, orang, ganti, kata):
    impor = periksa(baris(orang, **ganti))

    assert [b["putusan"] for b in impor.baris] == ["salah"]
    assert kata in " ".join(impor.baris[0]["pesan"])


def test_twice_in_one_sheet_is_refused(periksa, orang):
    impor = periksa(baris(orang), baris(orang, nomor="APN/12 2025"))

    assert [b["putusan"] for b in impor.baris] == ["baru", "salah"]
    assert "sudah ada pada baris 2" in impor.baris[1]["pesan"][0]


def test_a_number_of_a_class_comes_from_the_class_alone(periksa, orang):
    kelas = buat_kelas(orang)
    sertifikat = luluskan(orang, kelas, terima(orang, kelas, "pak-budi"))[0]
    isi = {"jp": str(sertifikat.jp), "selesai": format_tanggal(sertifikat.selesai_on), "mulai": ""}

    impor = periksa(
        baris(orang, nomor=sertifikat.nomor, **isi),
        baris(orang, nomor=f"99999/PLT-{kelas.pk}/2026", **isi),
        at=SESUDAH,
    )

    assert [b["putusan"] for b in impor.baris] == ["sama", "salah"]
    assert "terbit dari hasil kelasnya" in impor.baris[1]["pesan"][0]


def test_a_verified_paper_is_not_overruled(periksa, akun, orang):
    confirm_impor(periksa(baris(orang)), by=akun("pak-anton"), at=SEKARANG)

    impor = periksa(baris(orang, jp="40"))

    assert "sudah tercatat sah: 24 JP" in impor.baris[0]["pesan"][0]


def test_its_page_has_no_file_to_open(periksa, akun, orang, client):
    confirm_impor(periksa(baris(orang)), by=akun("pak-anton"), at=SEKARANG)
    nomor = Sertifikat.objects.get().pk
    client.force_login(akun("pak-budi"))

    isi = client.get(f"/pelatihan/sertifikat/{nomor}/")

    assert isi.status_code == 200 and "Dari impor riwayat.xlsx" in isi.content.decode()
    assert "Buka PDF" not in isi.content.decode()
    assert client.get(f"/pelatihan/sertifikat/{nomor}/berkas/").status_code == 404
