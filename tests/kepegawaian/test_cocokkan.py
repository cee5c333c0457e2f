"""A sheet with foreign headings: somebody says once which column is which."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.actions.cocokkan import CannotMatch, match_columns
from kinerja.kepegawaian.actions.impor import CannotImport, cancel_impor, confirm_impor
from kinerja.kepegawaian.istilah import StatusImpor
from kinerja.kepegawaian.models import Pegawai, PetaKolom
from tests.conftest import SEKARANG

JUDUL = ["NO INDUK", "NAMA", "GOL", "LOKASI KERJA", "POSISI", "MULAI TUGAS", "HOBI"]
BARIS = [
    "199501012099031801",
    "Tono Baru",
    "II/c",
    "PKU-DINKES-PKM-TENAYANRAYA",
    "Perawat Terampil",
    "01/02/2026",
    "lari",
]
PILIHAN = {
    "NO INDUK": "nip", "NAMA": "nama", "GOL": "golongan", "LOKASI KERJA": "kode_unit", "POSISI": "nama_jabatan",
    "MULAI TUGAS": "tmt", "HOBI": "",
}  # fmt: skip


@pytest.fixture
def impor(periksa):
    return periksa("pegawai", BARIS, judul=JUDUL)


def test_nothing_is_judged_before_the_columns_are_known(impor, akun):
    assert impor.status == StatusImpor.DICOCOKKAN and impor.baris == []
    with pytest.raises(CannotImport, match="Cocokkan dahulu"):
        confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)


def test_what_is_said_once_is_remembered(impor, periksa, akun):
    dicocokkan = match_columns(impor, PILIHAN, by=akun("pak-anton"), at=SEKARANG)
    assert [b["putusan"] for b in dicocokkan.baris] == ["baru"]
    assert dicocokkan.ringkasan["catatan"] == ["Kolom yang tidak dipakai: HOBI."]

    kedua = periksa("pegawai", BARIS, judul=[judul.lower() for judul in JUDUL])
    confirm_impor(kedua, by=akun("pak-anton"), at=SEKARANG)

    assert kedua.status == StatusImpor.DIPERIKSA
    assert Pegawai.objects.filter(nip=BARIS[0]).exists()
    assert Catatan.objects.filter(tindakan="impor.cocokkan").count() == 1


def test_a_later_word_replaces_an_earlier_one(impor, akun):
    match_columns(impor, PILIHAN, by=akun("pak-anton"), at=SEKARANG)
    match_columns(impor, PILIHAN | {"HOBI": "email"}, by=akun("pak-anton"), at=SEKARANG)

    assert PetaKolom.objects.get(judul="hobi").kunci == "email"
    assert PetaKolom.objects.count() == len(JUDUL)


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"MULAI TUGAS": ""}, "Tunjukkan juga kolom untuk TMT JABATAN"),
        ({"HOBI": "nama"}, "NAMA dipilih untuk lebih dari satu"),
        ({"HOBI": "gaji"}, "tidak dikenal"),
    ],
)
def test_what_cannot_stand_is_refused_and_nothing_remembered(impor, akun, ganti, kata):
    with pytest.raises(CannotMatch, match=kata):
        match_columns(impor, PILIHAN | ganti, by=akun("pak-anton"), at=SEKARANG)

    assert not PetaKolom.objects.exists()


def test_strangers_and_late_comers_are_refused(impor, akun):
    with pytest.raises(PermissionDenied):
        match_columns(impor, PILIHAN, by=akun("admin-pontianak"), at=SEKARANG)
    cancel_impor(impor, by=akun("pak-anton"), at=SEKARANG)
    with pytest.raises(CannotImport):
        match_columns(impor, PILIHAN, by=akun("pak-anton"), at=SEKARANG)


def test_the_page_guesses_keeps_what_was_chosen_and_leads_on(impor, akun, client):
    client.force_login(akun("pak-anton"))
    alamat = reverse("kepegawaian:impor_match", args=[impor.pk])
    isian = {f"kolom_{n}": PILIHAN[judul] for n, judul in enumerate(JUDUL)}

    halaman = client.get(reverse("kepegawaian:impor_detail", args=[impor.pk]), follow=True)
    salah = client.post(alamat, isian | {"kolom_5": ""})
    benar = client.post(alamat, isian, follow=True)

    assert halaman.redirect_chain[-1][0] == alamat and "Isinya: Tono Baru" in halaman.content.decode()
    assert '<option value="nama" selected>' in halaman.content.decode()
    assert salah.status_code == 422 and "Tunjukkan juga kolom" in salah.content.decode()
    assert '<option value="kode_unit" selected>' in salah.content.decode()
    assert "diingat untuk berkas berikutnya" in benar.content.decode()
    assert "Cocokkan kolomnya" in benar.content.decode()
