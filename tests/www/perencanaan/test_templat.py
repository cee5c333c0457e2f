"""Worked examples: an admin keeps them, a writer begins with them and owns every word afterwards."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.models import Instansi
from kinerja.perencanaan import actions
from kinerja.perencanaan.models import HasilTemplat, TemplatSKP
from tests.akses import without_note
from tests.perencanaan.conftest import JANUARI

pytestmark = pytest.mark.django_db


def address(nama, *nomor):
    return reverse(f"perencanaan:{nama}", args=nomor)


@pytest.fixture
def templat(akun, orang):
    """The set that comes with the product, in Pekanbaru; the nurse's example."""
    instansi = orang("pak-budi").instansi
    actions.add_templat_awal(instansi, by=akun("pak-anton"), at=JANUARI)
    return TemplatSKP.objects.get(instansi=instansi, jabatan="Perawat Terampil")


@pytest.fixture
def ambil(masuk):
    """`ambil(skp, templat, *hasil)`: the form of choosing, sent."""

    def send(skp, templat, *daftar_hasil, slug="pak-budi"):
        isian = {"templat": templat.pk, "revisi": skp.revisi, "hasil": [h.pk for h in daftar_hasil]}
        return masuk(slug).post(address("skp_templat", skp.pk), isian)

    return send


class TestTaking:
    def test_the_page_opens_with_the_example_of_ones_own_post(self, masuk, buat_skp, templat):
        halaman = masuk("pak-budi").get(address("skp_templat", buat_skp("pak-budi").pk)).content.decode()

        assert "Contoh untuk Perawat Terampil" in halaman
        assert "misalnya 12–16 keluarga" in halaman

    def test_the_page_asks_the_database_at_most_eight_times(self, masuk, buat_skp, templat):
        client, skp = masuk("pak-budi"), buat_skp("pak-budi")

        with CaptureQueriesContext(connection) as kueri:
            client.get(address("skp_templat", skp.pk))

        assert len(without_note(kueri)) <= 8

    def test_what_is_taken_is_an_ordinary_result_without_its_target(self, buat_skp, templat, ambil):
        skp, hasil = buat_skp("pak-budi"), templat.daftar_hasil.get(teks__startswith="Keluarga sasaran")

        assert ambil(skp, templat, hasil).status_code == 302

        rhk = skp.daftar_rhk.get()
        indikator = rhk.daftar_indikator.get()
        assert rhk.teks == hasil.teks
        assert (indikator.aspek, indikator.satuan, indikator.arah) == ("kuantitas", "keluarga", "naik")
        assert indikator.target_bawah is indikator.target_atas is None
        assert [aksi.teks for aksi in rhk.daftar_aksi.all()] == hasil.daftar_langkah
        assert Catatan.objects.get(tindakan="skp.templat").rincian["daftar_teks"] == [hasil.teks]

    def test_nothing_that_stands_in_the_plan_is_written_over_or_doubled(
        self, buat_skp, isi_hasil, akun, templat, ambil
    ):
        skp, hasil = buat_skp("pak-budi"), list(templat.daftar_hasil.all())
        actions.add_rhk(skp, isi_hasil(hasil[0].teks.upper()), by=akun("pak-budi"), at=JANUARI)
        skp.refresh_from_db()

        ambil(skp, templat, *hasil)

        daftar = list(skp.daftar_rhk.order_by("urutan"))
        assert [rhk.teks for rhk in daftar] == [hasil[0].teks.upper(), *(h.teks for h in hasil[1:])]
        assert daftar[0].daftar_indikator.get().target_atas == 45

    def test_a_second_tab_and_an_empty_choice_are_told_and_lose_nothing(self, buat_skp, templat, ambil):
        skp, hasil = buat_skp("pak-budi"), list(templat.daftar_hasil.all())

        assert "Belum ada hasil kerja baru" in ambil(skp, templat).content.decode()
        ambil(skp, templat, hasil[0])
        respons = ambil(skp, templat, hasil[1])  # still carries the old number

        assert respons.status_code == 422
        assert f'value="{hasil[1].pk}"' in respons.content.decode()
        assert respons.content.decode().count(" checked") == 1
        assert skp.daftar_rhk.count() == 1

    def test_a_head_of_unit_chooses_a_perspective_himself(self, buat_skp, akun, templat, ambil):
        skp = buat_skp("bu-sari")
        puskesmas = TemplatSKP.objects.get(instansi=templat.instansi, jabatan="Kepala Puskesmas")

        ambil(skp, puskesmas, puskesmas.daftar_hasil.first(), slug="bu-sari")

        assert {i.aspek for i in skp.daftar_rhk.get().daftar_indikator.all()} == {""}

    def test_an_example_of_another_instansi_is_no_example(self, buat_skp, akun, orang, templat, ambil):
        lain = orang("analis-pontianak").instansi
        actions.add_templat_awal(lain, by=akun("admin-pontianak"), at=JANUARI)
        milik_lain = TemplatSKP.objects.get(instansi=lain, jabatan="Perawat Terampil")
        skp = buat_skp("pak-budi")

        assert ambil(skp, milik_lain, milik_lain.daftar_hasil.first()).status_code == 404
        with pytest.raises(PermissionDenied):
            actions.take_templat(
                skp, templat=milik_lain, daftar_hasil_id=[1], by=akun("pak-budi"), at=JANUARI
            )

    def test_a_plan_that_is_handed_in_takes_nothing(self, skp_lengkap, akun, templat):
        skp = skp_lengkap("pak-budi")
        actions.submit_skp(skp, by=akun("pak-budi"), at=JANUARI)

        with pytest.raises(actions.CannotChangeSKP, match="tidak dapat diubah"):
            actions.take_templat(
                skp,
                templat=templat,
                daftar_hasil_id=[templat.daftar_hasil.first().pk],
                by=akun("pak-budi"),
                at=JANUARI,
            )


class TestKeeping:
    def test_the_set_comes_once_and_leaves_what_was_written(self, akun, templat):
        templat.daftar_hasil.all().delete()
        TemplatSKP.objects.get(instansi=templat.instansi, jabatan="Camat").delete()

        assert actions.add_templat_awal(templat.instansi, by=akun("pak-anton"), at=JANUARI) == 1
        assert not templat.daftar_hasil.exists()
        with pytest.raises(actions.CannotSaveTemplat):
            actions.add_templat_awal(templat.instansi, by=akun("pak-anton"), at=JANUARI)

    def test_an_admin_writes_a_post_and_a_result(self, masuk, templat):
        client = masuk("pak-anton")

        tolak = client.post(address("templat_add"), {"jabatan": " perawat  terampil "})
        baru = client.post(address("templat_add"), {"jabatan": "Apoteker"}, follow=True)
        tujuan = TemplatSKP.objects.get(jabatan="Apoteker")
        isian = {
            "teks": "Obat diserahkan dengan penjelasan", "jenis": "utama", "rencana_aksi": "Satu\n\nDua",
            "indikator-TOTAL_FORMS": "2", "indikator-INITIAL_FORMS": "0",
            "indikator-0-teks": "Waktu tunggu obat jadi", "indikator-0-aspek": "waktu", "indikator-0-arah": "turun",
            "indikator-0-rentang": "20–30", "indikator-0-satuan": "menit", "indikator-0-bukti_dukung": "",
            "indikator-1-teks": "",
        }  # fmt: skip
        salah = client.post(address("hasil_templat_add", tujuan.pk), isian | {"indikator-0-rentang": "30–20"})
        client.post(address("hasil_templat_add", tujuan.pk), isian)

        assert "sudah ada" in tolak.content.decode() and "Apoteker" in baru.content.decode()
        assert salah.status_code == 422 and "tulis 20–30" in salah.content.decode()
        hasil = HasilTemplat.objects.get(templat=tujuan)
        assert hasil.daftar_langkah == ["Satu", "Dua"]
        assert [float(i.contoh_atas) for i in hasil.daftar_indikator.all()] == [30]

    def test_removing_an_example_leaves_the_plans_that_began_with_it(self, masuk, buat_skp, templat, ambil):
        skp = buat_skp("pak-budi")
        ambil(skp, templat, templat.daftar_hasil.first())

        masuk("pak-anton").post(address("templat_remove", templat.pk))

        assert not TemplatSKP.objects.filter(pk=templat.pk).exists()
        assert skp.daftar_rhk.count() == 1

    def test_nobody_else_writes_examples(self, akun):
        with pytest.raises(PermissionDenied):
            actions.add_templat_awal(Instansi.objects.first(), by=akun("pak-budi"), at=JANUARI)
