"""Sheets of ranks, old PAK and posts: a dry run, then exactly that."""

from datetime import date
from decimal import Decimal

import pytest

from kinerja.karier.models import AngkaKreditLama, FormasiJF, RiwayatPangkat
from kinerja.kepegawaian.actions.impor import check_impor, confirm_impor
from kinerja.kepegawaian.impor.berkas import template_xlsx
from kinerja.kepegawaian.istilah import JenisImpor
from tests.conftest import SEKARANG
from tests.kepegawaian.conftest import buat_xlsx

JUDUL = {
    "pangkat": ["NIP", "NAMA", "GOLONGAN", "TMT", "NOMOR SK"],
    "angka_kredit": ["NIP", "JENJANG", "UNSUR", "ANGKA KREDIT", "DIHITUNG SAMPAI", "NOMOR PAK"],
    "formasi": ["JABATAN FUNGSIONAL", "JENJANG", "JUMLAH FORMASI", "DASAR"],
}


@pytest.fixture
def periksa(akun, orang):
    def check(jenis, *baris, by="pak-anton"):
        return check_impor(
            orang(by).instansi,
            jenis=JenisImpor(jenis),
            isi=buat_xlsx(JUDUL[jenis], *baris),
            nama=f"{jenis}.xlsx",
            by=akun(by),
            at=SEKARANG,
        )

    return check


def pesan(impor, nomor=0):
    return " ".join(impor.baris[nomor]["pesan"])


def putusan(impor):
    return [baris["putusan"] for baris in impor.baris]


def test_ranks_come_in_and_a_second_sheet_corrects_them(periksa, akun, orang):
    nip = orang("bu-nurul").nip
    impor = periksa("pangkat", [nip, "Nurul", "III/a", "01/04/2023", "SK 1"])
    assert "Golongan III/a" in pesan(impor) and not RiwayatPangkat.objects.exists()
    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    assert putusan(periksa("pangkat", [nip, "", "III/a", "1 April 2023", "SK 1"])) == ["sama"]
    impor = periksa("pangkat", [nip, "", "III/b", "2023-04-01", "SK 1"])
    assert impor.baris[0]["perubahan"] == [["GOLONGAN", "III/a", "III/b"]]
    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    pangkat = RiwayatPangkat.objects.get()
    assert (pangkat.golongan, pangkat.tmt_on, pangkat.impor) == ("III/b", date(2023, 4, 1), impor)


def test_what_is_wrong_is_told_row_by_row(periksa, orang):
    nip = orang("bu-nurul").nip
    impor = periksa(
        "pangkat",
        ["123", "", "III/a", "01/04/2023", "SK"],
        [nip, "", "III/x", "01/04/2023", "SK"],
        [nip, "", "III/a", "01/04/2023", "SK"],
        [nip, "", "III/b", "01/04/2023", "SK"],
        ["199501012099031899", "", "III/a", "01/04/2023", "SK"],
        [orang("analis-pontianak").nip, "", "III/a", "01/04/2023", "SK"],
    )

    assert putusan(impor) == ["salah", "salah", "baru", "salah", "salah", "salah"]
    assert "NIP" in pesan(impor, 0) and "tidak dikenal" in pesan(impor, 1)
    assert "sudah ada pada baris 4" in pesan(impor, 3)
    assert "tidak ada di data pegawai" in pesan(impor, 4) + pesan(impor, 5)


def test_an_old_pak_comes_in_row_by_row(periksa, akun, orang):
    nip = orang("bu-nurul").nip
    impor = periksa(
        "angka_kredit",
        [nip, "Ahli Pertama", "", "41,625", "31/12/2024", "PAK 7"],
        [nip, "Ahli Pertama", "Angka kredit dasar yang diberikan", 50, "31/12/2024", "PAK 7"],
    )
    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    assert {a.unsur: a.nilai for a in AngkaKreditLama.objects.all()} == {
        "jf_lama": Decimal("41.625"),
        "dasar": Decimal(50),
    }


def test_posts_come_in(periksa, akun):
    impor = periksa(
        "formasi",
        ["Bidan", "Penyelia", 4, "SK 1"],
        ["bidan", "penyelia", 5, "SK 1"],
        ["Bidan", "Kepala", 1, "SK"],
        ["Bidan", "Mahir", "-1", "SK"],
    )
    assert putusan(impor) == ["baru", "salah", "salah", "salah"]
    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)
    assert FormasiJF.objects.get().jumlah == 4

    impor = periksa("formasi", ["Bidan", "Penyelia", 6, "SK 2"])
    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)
    assert FormasiJF.objects.get().jumlah == 6


@pytest.mark.parametrize("jenis", ["pangkat", "predikat_lama", "angka_kredit", "uji_kompetensi", "kontrak_pppk", "hukuman_disiplin", "formasi"])  # fmt: skip
def test_every_sheet_has_its_template(jenis):
    assert template_xlsx(JenisImpor(jenis)).startswith(b"PK")
