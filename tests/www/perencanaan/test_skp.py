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


def hasil(skp, **lain):
    """A filled form of one result."""
    return {
        "revisi": skp.revisi,
        "teks": "Pasien rawat jalan terlayani sesuai standar waktu",
        "jenis": "utama",
        "rhk_pimpinan_teks": "",
        "penugasan_dari": "",
        "indikator-TOTAL_FORMS": "1",
        "indikator-INITIAL_FORMS": "0",
        "indikator-0-teks": "Rata-rata waktu tunggu",
        "indikator-0-aspek": "waktu",
        "indikator-0-target": "30–45",
        "indikator-0-satuan": "menit",
        "indikator-0-arah": "turun",
        **lain,
    }


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


class TestWriting:
    @pytest.mark.parametrize(
        ("ditulis", "bawah", "atas"),
        [
            ("80–90", 80, 90),
            ("1.234,56 - 2.000", 1234.56, 2000),
            ("1234.56", 1234.56, 1234.56),
            ("paling lama 45", None, 45),
            ("≥ 90", 90, None),
        ],
    )
    def test_a_range_is_read_as_people_write_it(self, masuk, buat_skp, ditulis, bawah, atas):
        skp = buat_skp("pak-budi")

        masuk("pak-budi").post(address("rhk_add", skp.pk), hasil(skp, **{"indikator-0-target": ditulis}))

        indikator = skp.daftar_rhk.get().daftar_indikator.get()
        assert [x and float(x) for x in (indikator.target_bawah, indikator.target_atas)] == [bawah, atas]

    @pytest.mark.parametrize(
        ("ditulis", "pesan"),
        [("90–80", "tulis 80–90"), ("banyak", "belum terbaca"), ("9" * 20, "terlalu besar")],
    )
    def test_a_wrong_range_says_what_to_do_and_keeps_the_words(self, masuk, buat_skp, ditulis, pesan):
        skp = buat_skp("pak-budi")

        jawaban = masuk("pak-budi").post(
            address("rhk_add", skp.pk), hasil(skp, **{"indikator-0-target": ditulis})
        )

        isi = jawaban.content.decode()
        assert jawaban.status_code == 422
        assert pesan in isi
        assert ditulis in isi
        assert not skp.daftar_rhk.exists()

    def test_one_range_fills_every_month_of_the_plan(self, masuk, buat_skp):
        skp = buat_skp("dokter-fajar")

        masuk("dokter-fajar").post(
            address("rhk_add", skp.pk),
            hasil(skp, **{"indikator-0-bulan_sama": "210–240", "indikator-0-bulan_3": "150-200"}),
        )

        bulanan = skp.daftar_rhk.get().daftar_indikator.get().target_bulanan
        assert len(bulanan) == 12
        assert (bulanan["1"], bulanan["3"]) == (["210", "240"], ["150", "200"])

    def test_rows_come_and_go_without_a_script(self, masuk, buat_skp):
        skp, client = buat_skp("pak-budi"), masuk("pak-budi")
        isian = hasil(skp, langkah="tambah_indikator", teks="Belum selesai ditulis")

        isi = client.post(address("rhk_add", skp.pk), isian).content.decode()
        assert 'name="indikator-1-teks"' in isi
        assert "Belum selesai ditulis" in isi

        isian |= {"langkah": "hapus_indikator_0", "indikator-TOTAL_FORMS": "2", "indikator-1-teks": "Kedua"}
        isi = client.post(address("rhk_add", skp.pk), isian).content.decode()
        assert 'name="indikator-1-teks"' not in isi
        assert "Kedua" in isi
        assert not skp.daftar_rhk.exists()

    def test_the_second_tab_keeps_its_words_and_may_save_again(self, masuk, buat_skp):
        skp, client = buat_skp("pak-budi"), masuk("pak-budi")
        client.post(address("rhk_add", skp.pk), hasil(skp, teks="Tab pertama"))

        jawaban = client.post(address("rhk_add", skp.pk), hasil(skp, teks="Tab kedua"))

        isi = jawaban.content.decode()
        assert jawaban.status_code == 422
        assert "tab atau perangkat lain" in isi
        assert "Tab kedua" in isi
        assert 'name="revisi" value="1"' in isi

    def test_two_tabs_of_the_same_attachment(self, masuk, buat_skp):
        skp, client = buat_skp("pak-budi"), masuk("pak-budi")
        client.post(address("lampiran_edit", skp.pk), {"revisi": 0, "konsekuensi": "Satu"})

        jawaban = client.post(address("lampiran_edit", skp.pk), {"revisi": 0, "konsekuensi": "Dua"})

        assert jawaban.status_code == 422
        assert "Dua" in jawaban.content.decode()
        assert 'name="revisi" value="1"' in jawaban.content.decode()

    def test_the_coach_answers_and_writes_nothing(self, masuk, buat_skp):
        skp = buat_skp("pak-budi")

        jawaban = masuk("pak-budi").post(
            address("telaah", skp.pk), hasil(skp, teks="Melaksanakan kegiatan pelayanan")
        )

        assert 'id="telaah"' in jawaban.content.decode()
        assert "Lebih terukur" in jawaban.content.decode()
        assert not skp.daftar_rhk.exists()

    def test_markup_is_shown_as_it_was_typed(self, masuk, buat_skp):
        skp, client = buat_skp("pak-budi"), masuk("pak-budi")
        client.post(address("rhk_add", skp.pk), hasil(skp, teks="<script>alert(1)</script>"))

        assert "<script>alert" not in client.get(address("skp_detail", skp.pk)).content.decode()

    @pytest.mark.parametrize("slug", ["pak-budi", "kepala-dinkes"])
    @pytest.mark.parametrize("nama", ["skp_edit", "rhk_add", "perilaku_edit", "lampiran_edit", "skp_copy"])
    def test_every_page_of_writing_opens(self, masuk, skp_lengkap, nama, slug):
        assert masuk(slug).get(address(nama, skp_lengkap(slug).pk)).status_code == 200

    @pytest.mark.parametrize("nama", ["manual_edit", "workblock_edit"])
    def test_a_head_fills_in_manual_and_workblock(self, masuk, skp_lengkap, nama):
        skp, client = skp_lengkap("kepala-dinkes"), masuk("kepala-dinkes")
        indikator = skp.daftar_rhk.get().daftar_indikator.get()

        client.post(
            address(nama, skp.pk, indikator.pk), {"revisi": skp.revisi, "judul": "J", "tujuan": "Sehat"}
        )

        indikator.refresh_from_db()
        assert getattr(indikator, nama.removesuffix("_edit")).tujuan == "Sehat"

    def test_steps_are_saved_with_dates_as_written(self, masuk, skp_lengkap):
        skp = skp_lengkap("pak-budi")
        rhk = skp.daftar_rhk.get()
        isian = {"revisi": skp.revisi, "aksi-TOTAL_FORMS": 1, "aksi-INITIAL_FORMS": 0}
        isian |= {"aksi-0-teks": "Susun jadwal", "aksi-0-batas_on": "31 Maret 2026"}

        masuk("pak-budi").post(address("aksi_edit", skp.pk, rhk.pk), isian)

        assert rhk.daftar_aksi.get().batas_on.isoformat() == "2026-03-31"

    def test_a_cell_of_the_matrix_begins_a_result(self, masuk, skp_ditetapkan, buat_skp, akun, tempat):
        indikator = skp_ditetapkan("bu-sari").daftar_rhk.get().daftar_indikator.get()
        sel = actions.write_sel(
            indikator,
            penempatan=tempat("pak-budi"),
            peran_hasil="Triase 5 menit",
            by=akun("bu-sari"),
            at=JANUARI,
        )
        skp, client = buat_skp("pak-budi"), masuk("pak-budi")

        assert "Triase 5 menit" in client.get(address("skp_edit", skp.pk)).content.decode()
        isi = client.get(address("rhk_add", skp.pk), {"sel": sel.pk}).content.decode()

        assert "Triase 5 menit" in isi
        assert f'<option value="{indikator.rhk_id}" selected>' in isi

    def test_last_year_is_shown_before_it_is_copied(self, masuk, skp_lengkap, buat_skp):
        lama = skp_lengkap("pak-budi", tahun=2025, teks="Capaian 2025 meningkat")
        skp, client = buat_skp("pak-budi"), masuk("pak-budi")

        assert "Menyebut tahun 2025" in client.get(address("skp_copy", skp.pk)).content.decode()
        client.post(
            address("skp_copy", skp.pk), {"revisi": 0, "dari": lama.pk, "rhk": [lama.daftar_rhk.get().pk]}
        )

        assert skp.daftar_rhk.get().teks == "Capaian 2025 meningkat"


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


class TestMatrixAndTree:
    def test_the_leader_fills_one_cell_after_another(self, masuk, skp_lengkap, tempat):
        skp = skp_lengkap("bu-sari")
        indikator = skp.daftar_rhk.get().daftar_indikator.get()
        sari = masuk("bu-sari")

        jawaban = sari.post(
            address("sel_edit", skp.pk, indikator.pk, tempat("pak-budi").pk),
            {"peran_hasil": "Triase", "lanjut": "1"},
        )

        assert f"/perencanaan/matriks/{skp.pk}/{indikator.pk}/" in jawaban.headers["Location"] or (
            jawaban.headers["Location"] == address("matriks", skp.pk)
        )
        assert "Triase" in sari.get(address("matriks", skp.pk)).content.decode()

    def test_a_person_of_another_unit_is_found_by_name(self, masuk, skp_lengkap, tempat):
        skp, sari = skp_lengkap("bu-sari"), masuk("bu-sari")

        isi = sari.get(address("matriks_add", skp.pk), {"cari": "Rina Marl"}).content.decode()
        assert "Rina Marliana" in isi
        sari.post(address("matriks_add", skp.pk), {"penempatan": tempat("bu-rina").pk})

        assert "Rina Marliana" in sari.get(address("matriks", skp.pk)).content.decode()

    def test_the_tree_shows_both_directions_and_the_orphans(
        self, masuk, skp_ditetapkan, buat_skp, isi_hasil, akun
    ):
        atas = skp_ditetapkan("bu-sari", teks="Mutu layanan meningkat").daftar_rhk.get()
        actions.add_rhk(
            buat_skp("pak-budi"),
            isi_hasil("Triase tepat waktu", rhk_pimpinan=atas),
            by=akun("pak-budi"),
            at=SEKARANG,
        )
        skp_ditetapkan("bu-dewi", teks="Ibu hamil terpantau")

        milik_sari = masuk("bu-sari").get(address("pohon"), {"tahun": 2026}).content.decode()
        milik_budi = masuk("pak-budi").get(address("pohon"), {"tahun": 2026}).content.decode()

        assert "Triase tepat waktu" in milik_sari
        assert "Ibu hamil terpantau" in milik_sari.split("Belum mendukung hasil pimpinan")[1]
        assert "Mutu layanan meningkat" in milik_budi
        assert "Ibu hamil terpantau" not in milik_budi

    def test_a_pejabat_negara_begins_at_the_plans_he_sets(self, masuk, skp_ditetapkan):
        skp_ditetapkan("kepala-dinkes", teks="Layanan dasar menjangkau warga")

        isi = masuk("wali-kota-pekanbaru").get(address("pohon"), {"tahun": 2026}).content.decode()

        assert "Layanan dasar menjangkau warga" in isi


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

    @pytest.mark.parametrize("nama", ["skp_list", "pohon"])
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
        sedikit = count("bu-sari", address(nama))
        for slug in bawahan[1:]:
            ajukan(slug)

        assert HubunganPenilai.objects.filter(penilai=orang("bu-sari")).count() >= 4
        assert count("bu-sari", address(nama)) == sedikit
