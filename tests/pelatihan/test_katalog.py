"""The catalogue: read row by row before anything is written, and edited by hand."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.demo.tanam.kompetensi import plant_kompetensi
from kinerja.kepegawaian.actions.impor import check_impor, confirm_impor
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.metode.saran_pelatihan import Pelatihan as PelatihanKatalog
from kinerja.pelatihan import actions
from kinerja.pelatihan.actions import CannotSavePelatihan
from kinerja.pelatihan.models import Pelatihan
from kinerja.pelatihan.queries import katalog, kelas_terbuka
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.pelatihan import buat_kelas, buat_pelatihan, terima
from tests.kepegawaian.conftest import buat_xlsx

JUDUL = ["nama", "bentuk", "jenis_kompetensi", "jp", "sasaran_catatan", "kompetensi"]
LATSAR = ["Pelatihan Dasar CPNS (Latsar)", "klasikal", "dasar", "sesuai sertifikat", "", ""]
PRIMA = [
    "Pelayanan Prima untuk Petugas Loket",
    "klasikal",
    "Teknis",
    "16",
    "puskesmas",
    "PELAYANAN_PUBLIK; komunikasi",
]


@pytest.fixture
def periksa(akun, orang):
    plant_kompetensi()

    def check(*baris, judul=JUDUL):
        return check_impor(
            orang("pak-anton").instansi, jenis=JenisImpor.PELATIHAN, isi=buat_xlsx(judul, *baris), nama="katalog.xlsx",
            by=akun("pak-anton"), at=SEKARANG,
        )  # fmt: skip

    return check


def putusan(impor):
    return [baris["putusan"] for baris in impor.baris]


def pesan(impor, nomor=0):
    return " ".join(impor.baris[nomor]["pesan"])


def test_what_is_confirmed_is_what_was_shown(periksa, akun, orang):
    impor = periksa(LATSAR, PRIMA)
    assert putusan(impor) == ["baru", "baru"] and not Pelatihan.objects.exists()

    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    latsar, prima = Pelatihan.objects.order_by("nama")
    assert (latsar.jp, prima.jp, prima.daftar_kode) == (None, 16, ["komunikasi", "pelayanan_publik"])
    assert prima.kode == "pelayanan-prima-untuk-petugas-loket"
    satu = katalog(orang("pak-anton").instansi_id)
    assert {p.nama for p in satu} == {latsar.nama, prima.nama} and isinstance(satu[0], PelatihanKatalog)


def test_again_it_is_the_same_and_a_change_is_shown(periksa, akun):
    confirm_impor(periksa(PRIMA), by=akun("pak-anton"), at=SEKARANG)

    impor = periksa(PRIMA, LATSAR)
    berubah = periksa([PRIMA[0], "", "teknis", "20", "", ""])

    assert putusan(impor) == ["sama", "baru"]
    assert putusan(berubah) == ["berubah"] and berubah.baris[0]["perubahan"] == [["JP", "16", "20"]]


@pytest.mark.parametrize(
    ("kolom", "isi", "kata"),
    [
        (0, "", "Nama pelatihan kosong"),
        (2, "kulinari", "kulinari"),
        (3, "-5", "JP Pelayanan Prima untuk Petugas Loket harus angka"),
        (3, "10000", "1 sampai 2.000"),
        (5, "tidak_ada", "tidak_ada tidak ada di kamus"),
    ],
)
def test_a_wrong_row_says_why(periksa, kolom, isi, kata):
    baris = [*PRIMA]
    baris[kolom] = isi

    impor = periksa(baris)

    assert putusan(impor) == ["salah"] and kata in pesan(impor)


def test_twice_in_one_sheet(periksa):
    impor = periksa(PRIMA, PRIMA)

    assert putusan(impor) == ["baru", "salah"] and "sudah ada pada baris 2" in pesan(impor, 1)


def test_by_hand_only_the_admin_and_no_name_twice(orang, akun):
    pelatihan = buat_pelatihan(orang)
    with pytest.raises(CannotSavePelatihan, match="sudah ada di katalog"):
        buat_pelatihan(orang, pelatihan.nama.upper())
    with pytest.raises(CannotSavePelatihan, match=r"1 sampai 2\.000"):
        buat_pelatihan(orang, "Lain", jp=10_000)
    isian = actions.IsianPelatihan(
        nama="X", bentuk="", jenis_kompetensi="teknis", jp=1, sasaran="", daftar_kode=(), sumber=""
    )
    for siapa in ("bu-sari", "admin-pontianak"):
        with pytest.raises(PermissionDenied):
            actions.save_pelatihan(
                pelatihan.instansi, isian, pelatihan=pelatihan, by=akun(siapa), at=SEKARANG
            )


def test_open_classes_with_their_seats(orang):
    kelas = buat_kelas(orang, kursi=2)
    terima(orang, kelas, "pak-budi")

    satu = kelas_terbuka(orang("pak-budi").instansi_id, on=HARI_INI)[0]

    assert (satu.pk, satu.sisa, satu.kursi, satu.biaya) == (kelas.pk, 1, 2, 750_000)
    assert kelas_terbuka(orang("bidan-tebo").instansi_id, on=HARI_INI) == []
