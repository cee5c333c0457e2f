"""Writing a plan: ranges, months, rows, two tabs, the coach, last year."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kinerja.perencanaan import actions
from tests.perencanaan.conftest import JANUARI

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

        assert 'id="telaah-hasil"' in jawaban.content.decode()
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

    @pytest.mark.parametrize("nama", ["rhk_add", "lampiran_edit", "perilaku_edit"])
    def test_what_was_typed_survives_a_plan_that_was_handed_in_meanwhile(
        self, masuk, skp_lengkap, akun, nama
    ):
        skp = skp_lengkap("pak-budi")
        actions.approve_skp(
            actions.submit_skp(skp, by=akun("pak-budi"), at=JANUARI), by=akun("bu-sari"), at=JANUARI
        )
        isian = hasil(skp, teks="Belum tersimpan", konsekuensi="Belum tersimpan", loyal="Belum tersimpan")

        jawaban = masuk("pak-budi").post(address(nama, skp.pk), isian)

        assert jawaban.status_code == 422
        assert "Belum tersimpan" in jawaban.content.decode()
