"""Pages of a plan: list, document, writing, deciding."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.kepegawaian.models import HubunganPenilai
from kinerja.perencanaan import actions
from kinerja.perencanaan.models import SKP
from tests.perencanaan.conftest import JANUARI, SEKARANG

pytestmark = pytest.mark.django_db


def address(nama, *nomor):
    return reverse(f"perencanaan:{nama}", args=nomor)


class TestList:
    def test_who_has_no_plan_is_invited(self, masuk):
        halaman = masuk("pak-budi").get(address("skp_list"))

        assert "Belum ada SKP tahun" in halaman.content.decode()

    def test_a_plan_is_begun_from_the_form(self, masuk, tempat):
        client = masuk("pak-budi")
        isian = {"penempatan": tempat("pak-budi").pk, "tahun": 2026, "pendekatan": "kuantitatif"}

        jawaban = client.post(address("skp_create"), isian)

        skp = SKP.objects.get()
        assert jawaban.headers["Location"] == address("skp_edit", skp.pk)

    def test_a_second_one_is_refused_on_the_same_page(self, masuk, tempat, buat_skp):
        buat_skp("pak-budi")
        isian = {"penempatan": tempat("pak-budi").pk, "tahun": 2026, "pendekatan": "kuantitatif"}

        jawaban = masuk("pak-budi").post(address("skp_create"), isian)

        assert jawaban.status_code == 422
        assert "sudah ada" in jawaban.content.decode()

    def test_the_penilai_sees_what_waits_for_him(self, masuk, skp_lengkap, akun):
        actions.submit_skp(skp_lengkap("pak-budi"), by=akun("pak-budi"), at=JANUARI)

        assert "Budi Hartawan" in masuk("bu-sari").get(address("skp_list")).content.decode()


class TestClosedDoors:
    HALAMAN = ("skp_detail", "skp_edit", "rhk_add", "perilaku_edit", "lampiran_edit", "skp_copy", "matriks")

    @pytest.mark.parametrize("nama", [*HALAMAN, "versi_compare", "skp_return", "matriks_add"])
    @pytest.mark.parametrize("slug", ["bu-rina", "bu-dewi", "admin-tebo", "kapus-muara-tebo"])
    def test_a_stranger_finds_nothing(self, masuk, skp_lengkap, nama, slug):
        assert masuk(slug).get(address(nama, skp_lengkap("pak-budi").pk)).status_code == 404

    @pytest.mark.parametrize("nama", ["skp_submit", "skp_approve", "skp_withdraw", "dialog_add", "telaah"])
    def test_a_stranger_presses_nothing(self, masuk, skp_lengkap, nama):
        assert masuk("bu-rina").post(address(nama, skp_lengkap("pak-budi").pk)).status_code == 404

    @pytest.mark.parametrize("nama", HALAMAN)
    def test_an_anonymous_reader_is_sent_to_the_door(self, skp_lengkap, nama):
        assert Client().get(address(nama, skp_lengkap("pak-budi").pk)).status_code == 302

    def test_the_penilai_reads_but_does_not_write(self, masuk, skp_lengkap):
        skp = skp_lengkap("pak-budi")

        assert masuk("bu-sari").get(address("skp_detail", skp.pk)).status_code == 200
        assert masuk("bu-sari").get(address("rhk_add", skp.pk)).status_code == 404
        assert masuk("bu-sari").post(address("skp_submit", skp.pk)).status_code == 403


class TestDeciding:
    def test_a_plan_goes_from_hand_to_hand(self, masuk, skp_lengkap):
        skp = skp_lengkap("pak-budi")
        budi, sari = masuk("pak-budi"), masuk("bu-sari")

        budi.post(address("skp_submit", skp.pk), {"revisi": skp.revisi})
        sari.post(address("skp_return", skp.pk), {"revisi": skp.revisi, "catatan": "Tulis dalam menit"})
        assert "Tulis dalam menit" in budi.get(address("skp_edit", skp.pk)).content.decode()
        budi.post(address("skp_submit", skp.pk), {"revisi": skp.revisi})
        sari.post(address("skp_approve", skp.pk), {"revisi": skp.revisi})

        skp.refresh_from_db()
        assert (skp.status, skp.versi) == ("ditetapkan", 1)

    def test_a_double_click_is_harmless(self, masuk, skp_lengkap):
        skp, budi = skp_lengkap("pak-budi"), masuk("pak-budi")

        for _ in range(2):
            jawaban = budi.post(address("skp_submit", skp.pk), {"revisi": skp.revisi}, follow=True)

        assert jawaban.status_code == 200
        assert skp.daftar_dialog.count() == 1

    def test_a_head_without_anggaran_reads_the_article(self, masuk, buat_skp, isi_hasil, akun):
        skp = buat_skp("kepala-dinkes")
        actions.add_rhk(skp, isi_hasil(), by=akun("kepala-dinkes"), at=JANUARI)

        jawaban = masuk("kepala-dinkes").post(address("skp_submit", skp.pk), follow=True)

        assert "Tahap Kedua huruf a angka 8" in jawaban.content.decode()

    def test_returning_without_words_stays_on_the_page(self, masuk, skp_lengkap, akun):
        skp = skp_lengkap("pak-budi")
        actions.submit_skp(skp, by=akun("pak-budi"), at=JANUARI)

        jawaban = masuk("bu-sari").post(address("skp_return", skp.pk), {"catatan": ""})

        assert jawaban.status_code == 422

    def test_the_review_carries_coach_and_last_year(self, masuk, skp_lengkap, akun):
        lama = skp_lengkap("pak-budi", tahun=2025)
        actions.submit_skp(skp_lengkap("pak-budi"), by=akun("pak-budi"), at=JANUARI)
        skp = SKP.objects.get(tahun=2026)

        isi = masuk("bu-sari").get(address("skp_detail", skp.pk)).content.decode()

        assert "Telaah untuk Anda" in isi
        assert address("skp_detail", lama.pk) in isi

    def test_versions_are_compared_in_words(self, masuk, skp_ditetapkan, isi_hasil, akun):
        skp = skp_ditetapkan("pak-budi")
        actions.start_change(skp, alasan="Layanan sore", by=akun("pak-budi"), at=SEKARANG)
        actions.add_rhk(skp, isi_hasil("Layanan sore berjalan"), by=akun("pak-budi"), at=SEKARANG)
        actions.submit_skp(skp, by=akun("pak-budi"), at=SEKARANG)
        actions.approve_skp(skp, by=akun("bu-sari"), at=SEKARANG)

        isi = masuk("bu-sari").get(address("versi_compare", skp.pk)).content.decode()

        assert "Layanan sore berjalan" in isi
        assert "Alasan perubahan" in isi

    def test_a_waiting_result_is_linked_from_the_document(self, masuk, skp_ditetapkan):
        milik = skp_ditetapkan("pak-budi", teks="Sendiri").daftar_rhk.get()
        atas = skp_ditetapkan("bu-sari", teks="Mutu layanan meningkat").daftar_rhk.get()

        masuk("pak-budi").post(address("rhk_link", milik.skp_id, milik.pk), {"rhk_pimpinan": atas.pk})

        milik.refresh_from_db()
        assert milik.rhk_pimpinan == atas


class TestQueries:
    """Two rows or twenty: the same number of questions to the database."""

    @pytest.fixture
    def count(self, masuk, django_assert_max_num_queries):
        def measure(slug, alamat):
            client = masuk(slug)
            client.get(alamat)
            with django_assert_max_num_queries(60) as terhitung:
                assert client.get(alamat).status_code == 200
            return len(terhitung)

        return measure

    @pytest.mark.parametrize("nama", ["skp_detail", "skp_edit", "matriks"])
    def test_a_long_plan_asks_no_more_than_a_short_one(self, count, skp_lengkap, isi_hasil, akun, nama):
        skp = skp_lengkap("bu-sari")
        sedikit = count("bu-sari", address(nama, skp.pk))
        for nomor in range(18):
            actions.add_rhk(skp, isi_hasil(f"Hasil {nomor}"), by=akun("bu-sari"), at=SEKARANG)

        assert count("bu-sari", address(nama, skp.pk)) == sedikit

    @pytest.mark.parametrize("nama", ["perencanaan:skp_list", "peta:garis_own"])
    def test_many_people_ask_no_more_than_one(
        self, count, orang, skp_ditetapkan, isi_hasil, akun, buat_skp, nama
    ):
        atas = skp_ditetapkan("bu-sari", teks="Mutu layanan meningkat").daftar_rhk.get()
        bawahan = ["pak-budi", "bu-dewi", "dokter-fajar", "bu-yanti"]

        def ajukan(slug):
            skp = buat_skp(slug)
            for nomor in range(5):
                isi = isi_hasil(f"Hasil {slug} {nomor}", rhk_pimpinan=atas)
                actions.add_rhk(skp, isi, by=akun(slug), at=SEKARANG)
            actions.submit_skp(skp, by=akun(slug), at=SEKARANG)

        ajukan(bawahan[0])
        sedikit = count("bu-sari", reverse(nama))
        for slug in bawahan[1:]:
            ajukan(slug)

        assert HubunganPenilai.objects.filter(penilai=orang("bu-sari")).count() >= 4
        assert count("bu-sari", reverse(nama)) == sedikit
