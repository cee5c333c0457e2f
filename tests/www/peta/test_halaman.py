"""The map for who leads, one's own line for everybody."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.metode.peta_kinerja import JenisTemuan
from kinerja.perencanaan import actions
from kinerja.perencanaan.models import RencanaHasilKerja
from kinerja.peta.queries import bagan, garis
from tests.perencanaan.conftest import SEKARANG

pytestmark = pytest.mark.django_db


def alamat(nama, *argumen):
    return reverse(f"peta:{nama}", args=argumen)


def utama(respons):
    assert respons.status_code == 200
    return " ".join(respons.content.decode().split('id="isi"')[1].split("<footer")[0].split())


@pytest.fixture
def rantai(skp_ditetapkan, buat_skp, isi_hasil, akun):
    """Bu Sari's result, Pak Budi's below it, and Bu Dewi's on nothing."""
    atas = skp_ditetapkan("bu-sari", teks="Mutu layanan meningkat").daftar_rhk.get()
    isi = isi_hasil("Triase tepat waktu", rhk_pimpinan=atas)
    bawah = actions.add_rhk(buat_skp("pak-budi"), isi, by=akun("pak-budi"), at=SEKARANG)
    lepas = skp_ditetapkan("bu-dewi", teks="Ibu hamil terpantau").daftar_rhk.get()
    return atas, bawah, lepas


class TestMap:
    def test_the_leader_sees_who_carries_whom(self, masuk, rantai):
        _atas, _bawah, lepas = rantai

        isi = utama(masuk("bu-sari").get(alamat("peta")))

        assert '<svg class="peta-svg"' in isi and isi.count("peta-kotak ") == 3
        assert "Mutu layanan meningkat" in isi and "Triase tepat waktu" in isi
        assert f"tahun=2026&amp;simpul={lepas.pk}" in isi and "belum mendukung siapa pun" in isi

    def test_a_result_shows_its_line_its_indicators_and_what_carries_it(self, masuk, rantai):
        atas, bawah, _ = rantai
        indikator = bawah.daftar_indikator.create(
            urutan=1, teks="Persentase triase di bawah lima menit", target_bawah=90, target_atas=95
        )

        isi = utama(masuk("bu-sari").get(alamat("peta"), {"simpul": bawah.pk}))

        assert indikator.teks in isi and "90–95" in isi
        assert f"simpul={atas.pk}" in isi.split('aria-label="Mendukung"')[1].split("</nav>")[0]
        assert f"/perencanaan/skp/{bawah.skp_id}/#rhk-{bawah.pk}" in isi

    def test_it_draws_only_what_one_may_see(self, masuk, rantai):
        _atas, bawah, _ = rantai

        for slug in ("kepala-dinkes", "sekda-pekanbaru", "pak-anton", "auditor-pekanbaru"):
            assert "Triase tepat waktu" in utama(masuk(slug).get(alamat("peta"))), slug
        for slug in ("admin-pontianak", "camat-tenayan-raya"):
            isi = utama(masuk(slug).get(alamat("peta"), {"simpul": bawah.pk, "q": "triase"}))
            assert "Triase tepat waktu" not in isi and "Mutu layanan" not in isi, slug

    def test_who_leads_nobody_is_led_to_his_own_line(self, masuk, rantai):
        for nama in (alamat("peta"), alamat("temuan_list", "yatim")):
            assert masuk("pak-budi").get(nama).headers["Location"] == alamat("garis_own")

    def test_a_unit_narrows_the_map_and_a_foreign_one_is_not_there(self, masuk, orang, rantai):
        atas = rantai[0]
        lain = orang("analis-pontianak").daftar_penempatan.get().unit_kerja_id
        sekda = masuk("sekda-pekanbaru")

        assert "Mutu layanan" in utama(sekda.get(alamat("peta"), {"unit": atas.skp.unit_kerja_id}))
        unit_budi = orang("bu-rina").daftar_penempatan.first().unit_kerja_id
        assert "Mutu layanan" not in utama(sekda.get(alamat("peta"), {"unit": unit_budi}))
        assert "Mutu layanan" in utama(sekda.get(alamat("peta"), {"unit": lain}))

    @pytest.mark.parametrize(
        "isian",
        [
            {"tahun": "seribu"}, {"tahun": "9" * 40}, {"unit": "x\x00"}, {"simpul": "²"}, {"simpul": "9" * 400}, {"simpul": "-1"},
            {"q": "x" * 10_000}, {"q": "%_\\"}, {"q": "\x00"},
        ],
    )  # fmt: skip
    def test_odd_addresses_get_a_page(self, masuk, rantai, isian):
        assert "Peta kinerja 2026" in utama(masuk("sekda-pekanbaru").get(alamat("peta"), isian))

    def test_words_are_found_in_results_and_names(self, masuk, rantai):
        sari = masuk("bu-sari")

        for q in ("triase", "TEPAT budi"):
            assert "Yang memuat" in (isi := utama(sari.get(alamat("peta"), {"q": q}))) and "Triase" in isi
        assert "Tidak ada di bagian peta ini" in utama(sari.get(alamat("peta"), {"q": "kapal selam"}))

    def test_too_much_for_a_picture_asks_for_a_unit(self, masuk, rantai, monkeypatch):
        monkeypatch.setattr(bagan, "BUTIR_TERBANYAK", 2)

        assert "Pilih satu unit dahulu" in utama(masuk("bu-sari").get(alamat("peta")))
        assert "Pilih satu unit dahulu" in utama(masuk("bu-sari").get(alamat("temuan_list", "yatim")))

    def test_a_year_without_plans_says_so(self, masuk, rantai):
        assert "Belum ada rencana tahun 2027" in utama(masuk("bu-sari").get(alamat("peta"), {"tahun": 2027}))

    def test_eight_queries_however_many_results(self, masuk, rantai, skp_ditetapkan):
        def queries():
            client = masuk("sekda-pekanbaru")
            with CaptureQueriesContext(connection) as hitungan:
                assert client.get(alamat("peta"), {"simpul": rantai[1].pk}).status_code == 200
            return len(hitungan)

        sebelum = queries()
        RencanaHasilKerja.objects.bulk_create(
            RencanaHasilKerja(skp=rantai[1].skp, urutan=n, teks=f"Hasil {n}", rhk_pimpinan=rantai[0])
            for n in range(9, 400)
        )

        assert queries() == sebelum <= 8


class TestFindings:
    @pytest.mark.parametrize("jenis", [satu.value for satu in JenisTemuan])
    def test_each_has_a_table(self, masuk, rantai, jenis):
        assert JenisTemuan(jenis).label in utama(masuk("bu-sari").get(alamat("temuan_list", jenis)))

    def test_orphans_waiting_copies_and_too_many(self, masuk, rantai):
        _atas, bawah, lepas = rantai
        RencanaHasilKerja.objects.filter(pk=bawah.pk).update(teks=lepas.teks)
        RencanaHasilKerja.objects.bulk_create(
            RencanaHasilKerja(skp=lepas.skp, urutan=n, teks=f"Hasil ke-{n}", rhk_pimpinan_teks="Nanti")
            for n in range(2, 13)
        )
        sari = masuk("bu-sari")

        def baris(jenis):
            return utama(sari.get(alamat("temuan_list", jenis))).split("<tbody>")[-1]

        assert f"#rhk-{lepas.pk}" in baris("yatim") and "Hasil ke-5" not in baris("yatim")
        assert baris("menunggu").count("<tr>") == 11
        assert f"#rhk-{lepas.pk}" in baris("salinan") and f"#rhk-{bawah.pk}" in baris("salinan")
        assert "12 hasil" in baris("berlebih")

    def test_an_unknown_kind_is_not_there(self, masuk, rantai):
        assert masuk("bu-sari").get("/peta/temuan/lain/").status_code == 404


class TestOwnLine:
    def test_it_shows_both_directions_and_the_orphans(self, masuk, rantai):
        milik_sari = utama(masuk("bu-sari").get(alamat("garis_own"), {"tahun": 2026}))
        milik_budi = utama(masuk("pak-budi").get(alamat("garis_own"), {"tahun": 2026}))

        assert "Triase tepat waktu" in milik_sari
        assert "Ibu hamil terpantau" in milik_sari.split("Belum mendukung hasil pimpinan")[1]
        assert "Mutu layanan meningkat" in milik_budi
        assert "Ibu hamil terpantau" not in milik_budi

    def test_a_pejabat_negara_begins_at_the_plans_he_sets(self, masuk, skp_ditetapkan):
        skp_ditetapkan("kepala-dinkes", teks="Layanan dasar menjangkau warga")

        assert "Layanan dasar menjangkau warga" in utama(
            masuk("wali-kota-pekanbaru").get(alamat("garis_own"))
        )

    def test_a_line_that_is_cut_says_so(self, masuk, rantai, buat_skp, isi_hasil, akun, monkeypatch):
        isi = isi_hasil("Rujukan tepat waktu", rhk_pimpinan=rantai[0])
        actions.add_rhk(rantai[1].skp, isi, by=akun("pak-budi"), at=SEKARANG)

        utuh = utama(masuk("bu-sari").get(alamat("garis_own")))
        monkeypatch.setattr(garis, "BUTIR_TERBANYAK", 1)
        terpotong = utama(masuk("bu-sari").get(alamat("garis_own")))

        assert "Belum semuanya tampil" not in utuh
        assert "Belum semuanya tampil" in terpotong
