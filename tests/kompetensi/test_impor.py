"""The dictionary and the standards come in by sheet; nothing changes before somebody confirms."""

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.actions.impor import confirm_impor
from kinerja.kompetensi.models import Kompetensi, StandarKompetensi
from kinerja.kompetensi.queries import jangkar_kompetensi, standar_jabatan
from tests.conftest import SEKARANG

PKM = "PKU-DINKES-PKM-TENAYANRAYA"
SUMBER = "PermenPANRB 38/2017"
BARU = ["KOM-UJI", "Komunikasi", "Manajerial", "Menyampaikan maksud", SUMBER, "Menjawab saat ditanya.", ""]
STANDAR = ["Perawat Terampil", PKM, "INT-UJI", "2", "SKJ 2025"]


def pesan(impor, nomor=0):
    return " ".join(impor.baris[nomor]["pesan"])


def putusan(impor):
    return [baris["putusan"] for baris in impor.baris]


def ganti(baris, **isi):
    letak = {"kode": 0, "nama": 1, "jenis": 2, "sumber": 4, "tingkat_1": 5}
    hasil = [*baris]
    for kunci, nilai in isi.items():
        hasil[letak[kunci]] = nilai
    return hasil


def test_new_competence_comes_in_with_its_words(periksa, akun, orang):
    impor = periksa("kompetensi", BARU)
    assert not Kompetensi.objects.filter(kode="KOM-UJI").exists()

    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    nomor = orang("pak-anton").instansi_id
    assert jangkar_kompetensi(nomor, daftar_kode=["KOM-UJI"]) == {
        "KOM-UJI": ("Menjawab saat ditanya.", "", "", "", "")
    }
    assert Catatan.objects.filter(tindakan="impor.terapkan").count() == 1


def test_changed_words_are_shown_and_empty_cells_keep_what_is_there(periksa, akun, integritas):
    baris = ["int-uji", "Integritas", "manajerial", "", SUMBER, "Jujur dan terbuka.", ""]
    impor = periksa("kompetensi", baris)

    assert impor.baris[0]["perubahan"] == [["TINGKAT 1", "Jujur pada pekerjaannya.", "Jujur dan terbuka."]]
    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)
    isi = {t.tingkat: t.uraian for t in integritas.daftar_tingkat.order_by("tingkat")}
    assert isi == {1: "Jujur dan terbuka.", 2: "Mengingatkan rekan."}


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({"kode": ""}, "Kode kompetensi kosong"),
        ({"jenis": "Rohani"}, "tidak dikenal"),
        ({"jenis": ""}, "Jenis kompetensi kosong"),
        ({"sumber": ""}, "Sumber kosong"),
        ({"nama": "a" * 121}, "terlalu panjang"),
        ({"tingkat_1": "a" * 2001}, "Tingkat 1 terlalu panjang"),
    ],
)
def test_a_wrong_row_says_what_to_do(periksa, isi, kalimat):
    impor = periksa("kompetensi", ganti(BARU, **isi))

    assert putusan(impor) == ["salah"]
    assert kalimat in pesan(impor)


def test_a_code_twice_is_refused(periksa):
    assert "sudah ada pada baris 2" in pesan(periksa("kompetensi", BARU, ganti(BARU, kode="kom-uji")), 1)


def test_standard_of_one_post(periksa, akun, orang, integritas):
    impor = periksa("standar", STANDAR)

    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    jabatan = orang("pak-budi").daftar_penempatan.get().jabatan_id
    assert standar_jabatan([jabatan]) == {jabatan: {"INT-UJI": 2}}
    assert putusan(periksa("standar", STANDAR)) == ["sama"]
    assert periksa("standar", [*STANDAR[:3], "3", "SKJ 2025"]).baris[0]["perubahan"] == [
        ["TINGKAT", "2", "3"]
    ]


def test_without_unit_all_posts_of_the_name_get_it(periksa, akun, integritas):
    impor = periksa("standar", ["perawat terampil", "", "INT-UJI", 3, "SKJ 2025"])

    assert "untuk 2 jabatan" in pesan(impor)
    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)
    daftar = StandarKompetensi.objects.filter(kompetensi=integritas)
    assert set(daftar.values_list("jabatan__nama", "tingkat")) == {("Perawat Terampil", 3)}
    assert daftar.count() == 2


def test_a_post_named_twice_in_different_words_is_refused(periksa, orang, integritas):
    kode = orang("pak-budi").daftar_penempatan.select_related("jabatan").get().jabatan.kode

    impor = periksa("standar", STANDAR, [kode, *STANDAR[1:3], "3", "SKJ 2025"])

    assert putusan(impor) == ["baru", "salah"]
    assert "sudah ada pada baris 2" in pesan(impor, 1)


@pytest.mark.parametrize("urutan", [1, -1])
def test_a_row_with_unit_wins_over_the_row_for_all_whatever_their_order(
    periksa, akun, orang, integritas, urutan
):
    daftar = [["Perawat Terampil", "", "INT-UJI", 3, "SKJ 2025"], [*STANDAR[:3], 1, "SKJ 2025"]][::urutan]
    confirm_impor(periksa("standar", *daftar), by=akun("pak-anton"), at=SEKARANG)

    isi = dict(StandarKompetensi.objects.values_list("jabatan__unit_kerja__kode", "tingkat").order_by("id"))
    assert isi == {PKM: 1, "PKU-DINKES-PKM-REJOSARI": 3}
    assert putusan(periksa("standar", *daftar)) == ["sama", "sama"]


@pytest.mark.parametrize(
    ("letak", "nilai", "kalimat"),
    [
        (0, "Astronot", "Jabatan “Astronot” tidak ada"),
        (1, "PKU-TIDAK-ADA", "Unit PKU-TIDAK-ADA tidak ada"),
        (2, "XYZ", "tidak ada di kamus"),
        (3, "6", "Isi angka 1 sampai 5"),
        (3, "2,5", "Isi angka 1 sampai 5"),
        (3, "dua", "Isi angka 1 sampai 5"),
        (4, "", "Sumber kosong"),
    ],
)
def test_a_wrong_standard_says_what_to_do(periksa, integritas, letak, nilai, kalimat):
    baris = [*STANDAR]
    baris[letak] = nilai

    impor = periksa("standar", baris)

    assert putusan(impor) == ["salah"]
    assert kalimat in pesan(impor)


def test_only_the_admin_of_the_whole_instansi_imports(periksa):
    with pytest.raises(PermissionDenied):
        periksa("kompetensi", BARU, by="bu-sari")


def test_another_instansi_keeps_its_own_codes(periksa, akun, integritas):
    impor = periksa("kompetensi", ganti(BARU, kode="INT-UJI"), by="admin-pontianak")

    assert putusan(impor) == ["baru"]
    confirm_impor(impor, by=akun("admin-pontianak"), at=SEKARANG)
    assert Kompetensi.objects.filter(kode="INT-UJI").count() == 2
