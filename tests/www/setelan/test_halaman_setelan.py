"""Everybody reads where a number comes from; the admin changes it, and nothing typed is lost."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja.metode.setelan import Kepastian
from kinerja.setelan import daftar
from kinerja.setelan.daftar import Butir, KelompokSetelan, register
from kinerja.setelan.models import Setelan
from kinerja.setelan.queries import nilai
from tests.formulir import isian_halaman

HALAMAN, UBAH, BAWAAN = "/setelan/coba/", "/setelan/coba/ubah/", "/setelan/coba/bawaan/"
COBA = KelompokSetelan(
    "coba",
    "Contoh",
    "Sekelompok nilai untuk diuji.",
    (
        Butir(
            "bawah", "Batas bawah", Decimal(60), Kepastian.PRAKTIK, "aplikasi lain", 0, 100, bagian="Batas"
        ),
        Butir("hari", "Lama", 14, Kepastian.INGATAN, "diingat", 1, satuan="hari", bagian="Waktu"),
        Butir("aktif", "Dipakai", bawaan=True, kepastian=Kepastian.PILIHAN, sumber="pilihan kami"),
        Butir("kata", "Kata", "apa saja " * 8, Kepastian.NASKAH, "Pasal 1"),
    ),
    periksa=lambda isi: (
        "Batas 99 tidak boleh dengan 99 hari." if (isi["bawah"], isi["hari"]) == (99, 99) else ""
    ),
)


@pytest.fixture(autouse=True)
def kelompok(monkeypatch):
    monkeypatch.setattr(daftar, "_KELOMPOK", {})
    register(COBA)


@pytest.mark.parametrize("slug", ["pak-budi", "pak-anton"])
def test_everybody_reads_every_value_with_its_mark(masuk, slug):
    client = masuk(slug)

    daftar_isi = client.get("/setelan/").content.decode()
    isi = client.get(HALAMAN).content.decode()

    assert "4 nilai" in daftar_isi
    for kata in ("Batas bawah", "14 hari", "Perlu diperiksa", "Kebiasaan", "Naskah", "Pilihan kami"):
        assert kata in isi
    assert ("Ubah nilai" in isi) is (slug == "pak-anton")


def test_a_group_that_nobody_registered_is_not_found(masuk):
    assert masuk("pak-anton").get("/setelan/hantu/").status_code == 404


def test_without_groups_the_page_says_what_it_is_for(masuk, monkeypatch):
    monkeypatch.setattr(daftar, "_KELOMPOK", {})

    assert "Belum ada setelan" in masuk("pak-budi").get("/setelan/").content.decode()


def test_the_admin_changes_one_value_and_the_page_says_who_and_why(masuk, orang):
    client = masuk("pak-anton")
    isian = isian_halaman(client.get(UBAH))

    respons = client.post(UBAH, isian | {"n_bawah": "55,5", "sumber": "Keputusan 12/2026"}, follow=True)

    isi = respons.content.decode()
    assert "Disimpan: Batas bawah" in isi
    assert "Keputusan 12/2026" in isi
    assert orang("pak-anton").nama in isi
    assert list(Setelan.objects.values_list("kode", "nilai")) == [("bawah", "55,5")]


def test_what_is_wrong_is_said_beside_it_and_everything_typed_stays(masuk):
    client = masuk("pak-anton")
    isian = isian_halaman(client.get(UBAH)) | {
        "n_bawah": "150",
        "n_kata": "baru",
        "sumber": "Keputusan 12/2026",
    }

    respons = client.post(UBAH, isian)

    assert respons.status_code == 422
    assert "harus 0 sampai 100" in respons.content.decode()
    kembali = isian_halaman(respons)
    assert (kembali["n_bawah"], kembali["n_kata"], kembali["sumber"]) == ("150", "baru", "Keputusan 12/2026")
    assert not Setelan.objects.exists()


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"n_hari": ""}, "Nilainya belum diisi"),
        ({"n_hari": "20"}, "Tulis sumber atau alasannya"),
        ({"n_bawah": "99", "n_hari": "99", "alasan": "coba"}, "tidak boleh dengan 99 hari"),
    ],
)
def test_the_admin_is_told_what_is_missing(masuk, isi, pesan):
    client = masuk("pak-anton")

    respons = client.post(UBAH, isian_halaman(client.get(UBAH)) | isi)

    assert respons.status_code == 422
    assert pesan in respons.content.decode()


def test_nothing_changed_is_said(masuk):
    client = masuk("pak-anton")

    respons = client.post(UBAH, isian_halaman(client.get(UBAH)), follow=True)

    assert "Tidak ada nilai yang berubah" in respons.content.decode()


def test_a_colleagues_change_a_minute_ago_is_not_undone(masuk, orang):
    client = masuk("pak-anton")
    lama = isian_halaman(client.get(UBAH))
    client.post(UBAH, lama | {"n_hari": "21", "alasan": "Rapat"})

    client.post(UBAH, lama | {"n_bawah": "50", "alasan": "Rapat"})

    isi = nilai(orang("pak-anton").instansi_id, "coba")
    assert (isi["hari"], isi["bawah"]) == (21, 50)


def test_a_value_goes_back_to_its_default(masuk):
    client = masuk("pak-anton")
    client.post(UBAH, isian_halaman(client.get(UBAH)) | {"n_bawah": "99", "n_hari": "20", "alasan": "Rapat"})

    satu = client.post(BAWAAN, {"kode": "hari"}, follow=True)
    semua = client.post(BAWAAN, follow=True)
    lagi = client.post(BAWAAN, follow=True)

    assert "1 nilai kembali" in satu.content.decode()
    assert "1 nilai kembali" in semua.content.decode()
    assert "Semuanya sudah nilai bawaan" in lagi.content.decode()
    assert not Setelan.objects.exists()


def test_going_back_that_would_contradict_the_rest_is_explained(masuk, monkeypatch):
    client = masuk("pak-anton")
    client.post(UBAH, isian_halaman(client.get(UBAH)) | {"n_bawah": "70", "n_hari": "99", "alasan": "Rapat"})

    def ketat(isi):
        return "Batas 60 tidak cocok dengan 99 hari." if isi["bawah"] == 60 and isi["hari"] == 99 else ""

    monkeypatch.setitem(
        daftar._KELOMPOK, "coba", KelompokSetelan("coba", "Contoh", "", COBA.daftar_butir, ketat)
    )

    respons = client.post(BAWAAN, {"kode": "bawah"}, follow=True)

    assert "Belum dapat dikembalikan sendirian" in respons.content.decode()
    assert Setelan.objects.count() == 2


@pytest.mark.parametrize("alamat", [UBAH, BAWAAN])
def test_others_cannot_change(masuk, alamat):
    assert masuk("pak-budi").post(alamat, {"n_hari": "3"}).status_code == 403


@pytest.mark.parametrize(("alamat", "paling_banyak"), [("/setelan/", 5), (HALAMAN, 6), (UBAH, 8)])
def test_pages_ask_little(masuk, alamat, paling_banyak, django_assert_max_num_queries):
    client = masuk("pak-anton")

    with django_assert_max_num_queries(paling_banyak):
        client.get(alamat)
