"""The examples beside the boxes: every one belongs to a box, and fits the post, the aspect and the row."""

from __future__ import annotations

from importlib import import_module

import pytest
from django import forms
from django.urls import reverse

from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.www.contoh_isian import daftar_contoh, form_name
from tests.perencanaan.conftest import buat_skp, tempat

__all__ = ["buat_skp", "tempat"]
AREA = (
    "perencanaan.forms.hasil",
    "perencanaan.forms.lain",
    "perencanaan.forms.templat",
    "pelaksanaan.forms",
    "dialog.forms",
    "penilaian.forms",
    "tindak_lanjut.forms",
    "dukungan.forms",
    "pembinaan.forms",
    "pengembangan.forms",
    "penghargaan.forms",
    "bimbingan.forms",
    "tanya.forms",
)


def daftar_form():
    for modul in AREA:
        for jenis in vars(import_module(f"kinerja.www.{modul}")).values():
            if isinstance(jenis, type) and issubclass(jenis, forms.Form) and jenis is not forms.Form:
                yield form_name(jenis), jenis


def test_every_example_has_its_box_and_is_one_short_sentence():
    medan = {nama: set(jenis.base_fields) for nama, jenis in daftar_form()}
    # Made when the form is.
    medan["perencanaan.EkspektasiForm"] = {nilai.value for nilai in NilaiDasar}
    medan["penilaian.PenilaianForm"] = {
        "hasil-alasan", "hasil-umpan_balik", "perilaku-umpan_balik", "alasan_hasil", "alasan_perilaku", "catatan",
    }  # fmt: skip

    for nama, butir in daftar_contoh().items():
        assert set(butir) <= medan[nama]
        for isi in butir.values():
            daftar = [isi] if isinstance(isi, str) else [v for k, v in isi.items() if k != "bila"]
            assert all(0 < len(satu) <= 130 for satu in daftar)


@pytest.mark.django_db
class TestOnThePage:
    @pytest.fixture
    def halaman(self, masuk, buat_skp):
        def open_form(slug, **isian):
            skp = buat_skp(slug)
            alamat = reverse("perencanaan:rhk_add", args=[skp.pk])
            client = masuk(slug)
            respons = client.post(alamat, {"revisi": skp.revisi, **isian}) if isian else client.get(alamat)
            return respons.content.decode()

        return open_form

    def test_a_nurse_sees_the_words_of_nurses(self, halaman):
        isi = halaman("pak-budi")

        assert "Tindakan keperawatan aman bagi pasien" in isi
        assert "Jumlah kunjungan rumah per bulan" in isi  # quantity is the aspect a new row begins with
        assert "12–16 keluarga, sesuaikan dengan keadaan unit Anda" in isi

    def test_only_the_first_row_of_a_list_explains(self, halaman):
        baris = {"indikator-TOTAL_FORMS": "1", "indikator-INITIAL_FORMS": "0", "langkah": "tambah_indikator"}

        isi = halaman("pak-budi", **baris)

        assert isi.count('Contoh<span class="tersembunyi"> untuk Ukuran keberhasilan') == 1

    def test_an_unknown_post_is_told_something_that_fits_all(self, halaman, tempat):
        jabatan = tempat("pak-budi").jabatan
        type(jabatan).objects.filter(pk=jabatan.pk).update(nama="Inspektur")

        assert "Surat pengantar warga terbit cepat dan benar" in halaman("pak-budi")
