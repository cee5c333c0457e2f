"""Asking on a page, being offered what is known already, answering, and finding it again."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.tanya.models import FAQ, Penggerak, Pertanyaan
from tests.factories.tanya import JAWABAN, JUDUL, PUSKESMAS, TEKS, jawab, tanya, terbitkan, tunjuk

pytestmark = pytest.mark.django_db
DAFTAR, TULIS, MASUK = (reverse(f"tanya:{nama}") for nama in ("tanya_list", "tanya_ask", "tanya_queue"))
ASING = "Kursi roda ambulans bocor bannya, lapor bengkel mana?"


def teks(respons) -> str:
    return respons.content.decode()


def alamat(nama: str, objek) -> str:
    return reverse(f"tanya:{nama}", args=[objek.pk])


def test_who_may_be_asked_is_named_with_a_kind_word(masuk, orang):
    assert "Unit Anda belum punya penggerak" in teks(masuk("pak-budi").get(DAFTAR))
    tunjuk(orang)

    isi = teks(masuk("pak-budi").get(DAFTAR))

    assert orang("bu-dewi").nama in isi
    assert "Silakan tanya apa saja" in isi


def test_what_nothing_resembles_is_sent_at_once(masuk, orang):
    tunjuk(orang)

    respons = masuk("pak-budi").post(TULIS, {"teks": ASING, "tentang": ""}, follow=True)

    assert "Pertanyaan terkirim" in teks(respons)
    assert Pertanyaan.objects.get().teks == ASING
    assert "Jawab pertanyaan Budi Hartawan" in teks(masuk("bu-dewi").get("/"))
    assert "Jawab pertanyaan Budi Hartawan" not in teks(masuk("bu-sari").get("/"))


def test_what_is_known_already_is_offered_first_and_nothing_typed_is_lost(masuk, orang):
    tunjuk(orang)
    terbitkan(orang, jawab(orang, tanya(orang)))
    novi = masuk("bu-novi")

    tawaran = novi.post(TULIS, {"teks": "Apakah targetnya boleh saya ubah?", "tentang": "pegawai"})

    assert JUDUL in teks(tawaran)
    assert "Boleh, setelah dibicarakan dengan penilai." in teks(tawaran)
    assert "Apakah targetnya boleh saya ubah?</textarea>" in teks(tawaran)
    assert '<option value="pegawai" selected>' in teks(tawaran)
    assert Pertanyaan.objects.count() == 1
    novi.post(TULIS, {"teks": "Apakah targetnya boleh saya ubah?", "tentang": "pegawai", "lanjut": "1"})
    assert Pertanyaan.objects.count() == 2


def test_a_question_of_somebody_else_is_never_offered(masuk, orang):
    tunjuk(orang)
    jawab(orang, tanya(orang))

    tawaran = masuk("bu-novi").post(TULIS, {"teks": TEKS, "tentang": ""}, follow=True)

    assert JAWABAN not in teks(tawaran)


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"teks": "  "}, "Tulis dahulu"),
        ({"teks": "a" * 1001}, "Paling panjang"),
        ({"tentang": "xyz"}, "Pilih dari daftar"),
    ],
)
def test_what_cannot_be_asked_is_said_kindly(masuk, ganti, kata):
    respons = masuk("pak-budi").post(TULIS, {"teks": ASING, "tentang": ""} | ganti)

    assert respons.status_code == 422
    assert kata in teks(respons)
    assert not Pertanyaan.objects.exists()


def test_the_topic_comes_along_from_the_page_one_was_on(masuk):
    budi = masuk("pak-budi")

    assert "/tanya/tulis/?tentang=pegawai" in teks(budi.get("/pelaksanaan/realisasi/"))
    assert '<option value="pegawai" selected>' in teks(budi.get(f"{TULIS}?tentang=pegawai"))
    assert budi.get(f"{TULIS}?tentang=<x>").status_code == 200


def test_an_answer_typed_beside_another_is_kept(masuk, orang):
    tunjuk(orang)
    pertanyaan = tanya(orang)
    jawab(orang, pertanyaan)

    respons = masuk("pak-anton").post(
        alamat("tanya_answer", pertanyaan), {"teks": "Tulisan saya", "dilihat": "0"}
    )

    assert respons.status_code == 422
    assert "Bacalah dahulu" in teks(respons) and "Tulisan saya</textarea>" in teks(respons)
    assert JAWABAN in teks(respons)
    assert '<input type="hidden" name="dilihat" value="1">' in teks(respons)


def test_from_answer_to_faq_and_back(masuk, orang):
    tunjuk(orang)
    pertanyaan, dewi, anton = tanya(orang), masuk("bu-dewi"), masuk("pak-anton")
    dewi.post(alamat("tanya_answer", pertanyaan), {"teks": JAWABAN, "dilihat": "0"})
    usul = alamat("faq_propose", pertanyaan)
    assert TEKS in teks(dewi.get(usul)) and "Hapus dahulu semua nama" in teks(dewi.get(usul))
    isi = {"judul": JUDUL, "jawaban": "Boleh.", "topik": "pegawai", "urutan": "5"}

    salah = dewi.post(usul, isi | {"urutan": "banyak"})
    assert salah.status_code == 422 and "misalnya 10" in teks(salah)
    dewi.post(usul, isi)
    faq = FAQ.objects.get()
    assert "Terbitkan usulan FAQ" in teks(anton.get("/"))
    assert masuk("pak-budi").get(alamat("faq_detail", faq)).status_code == 404
    anton.post(alamat("faq_publish", faq))

    novi = masuk("bu-novi")
    assert alamat("faq_detail", faq) in teks(novi.get("/cari/", {"q": "target tahun"}))
    panduan = teks(novi.get("/sosialisasi/panduan/pegawai/"))
    assert "Pertanyaan yang sering diajukan" in panduan and JUDUL in panduan
    assert JUDUL not in teks(novi.get("/sosialisasi/panduan/auditor/"))
    assert JUDUL in teks(novi.get(reverse("tanya:faq_list")))
    assert alamat("faq_detail", faq) in teks(
        novi.get("/sosialisasi/panduan/", {"q": "bagaimana target tahun"})
    )
    for cari in ("/cari/", "/sosialisasi/panduan/"):
        assert JUDUL not in teks(masuk("analis-pontianak").get(cari, {"q": "target tahun"}))

    anton.post(alamat("faq_edit", faq), isi | {"jawaban": "Boleh, asal dibicarakan.", "versi": faq.versi})
    assert "asal dibicarakan" in teks(novi.get(alamat("faq_detail", faq)))
    anton.post(alamat("faq_withdraw", faq))
    assert JUDUL not in teks(novi.get("/sosialisasi/panduan/", {"q": "target tahun"}))
    assert JUDUL not in teks(novi.get("/cari/", {"q": "target tahun"}))


def test_two_tabs_on_one_faq_lose_no_words(masuk, orang):
    tunjuk(orang)
    faq = terbitkan(orang, jawab(orang, tanya(orang)))
    anton, ubah = masuk("pak-anton"), alamat("faq_edit", faq)
    assert f'name="versi" value="{faq.versi}"' in teks(anton.get(ubah))
    isi = {"judul": JUDUL, "topik": "", "urutan": "5", "versi": faq.versi}
    anton.post(ubah, isi | {"jawaban": "Dari tab pertama."})

    kedua = anton.post(ubah, isi | {"jawaban": "Dari tab kedua."})

    faq.refresh_from_db()
    assert kedua.status_code == 422 and faq.jawaban == "Dari tab pertama."
    assert "Dari tab kedua.</textarea>" in teks(kedua) and "Dari tab pertama." in teks(kedua)
    anton.post(ubah, isi | {"jawaban": "Keduanya.", "versi": faq.versi})
    faq.refresh_from_db()
    assert faq.jawaban == "Keduanya."


def test_the_admin_appoints_and_ends_and_everybody_reads_it(masuk, orang):
    anton, halaman = masuk("pak-anton"), reverse("tanya:penggerak_list")
    unit = orang("pak-budi").daftar_penempatan.get(selesai_on=None).unit_kerja
    isi = {
        "pegawai": orang("bu-dewi").nip,
        "unit": unit.pk,
        "mulai_on": "2026-03-02",
        "selesai_on": "",
        "alasan": "",
    }

    nanti = anton.post(halaman, isi | {"mulai_on": "2026-04-01"})
    assert nanti.status_code == 422 and "begitu dicatat" in teks(nanti)
    assert anton.post(halaman, isi | {"pegawai": "Tidak Ada"}).status_code == 422
    anton.post(halaman, isi)
    penggerak = Penggerak.objects.get()
    assert orang("bu-dewi").nama in teks(masuk("pak-budi").get(halaman))
    assert masuk("pak-budi").post(halaman, isi).status_code == 403
    anton.post(alamat("penggerak_end", penggerak))

    assert "Yang sudah berakhir" in teks(anton.get(halaman))
    assert "Belum ada penggerak" in teks(masuk("pak-budi").get(halaman))
    assert unit.kode == PUSKESMAS


@pytest.mark.parametrize(("slug", "halaman"), [("pak-budi", DAFTAR), ("bu-dewi", MASUK)])
def test_more_questions_cost_no_more_queries(masuk, orang, slug, halaman):
    tunjuk(orang)
    client = masuk(slug)

    def hitung() -> int:
        with CaptureQueriesContext(connection) as kueri:
            assert client.get(halaman).status_code == 200
        return len(kueri)

    jawab(orang, tanya(orang))
    tanya(orang)
    hitung()
    satu = hitung()
    for _ in range(5):
        jawab(orang, tanya(orang))
        tanya(orang)

    assert hitung() == satu <= 8
