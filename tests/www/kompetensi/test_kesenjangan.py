"""The pages of the competence gap."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kinerja.kebijakan.models import Kebijakan, SumberKebijakan
from kinerja.kebijakan.queries import metode_dari
from kinerja.metode.agregasi import Sumber
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.predikat import Rating
from kinerja.sumber.queries import daftar_butir, with_kamus
from tests.factories.kompetensi import URAIAN, buat_kompetensi, nilai_kompetensi

SAYA = reverse("kompetensi:kesenjangan_own")
UNIT = reverse("kompetensi:kesenjangan_rekap")


def teks(response):
    return response.content.decode()


@pytest.fixture
def di_bawah(orang):
    buat_kompetensi(orang("pak-budi"), tingkat=3)
    return nilai_kompetensi(orang("pak-budi"), Rating.DI_BAWAH)


def test_somebody_reads_what_is_required_and_what_was_seen(masuk, di_bawah):
    halaman = teks(masuk("pak-budi").get(SAYA))

    assert "jabatan menuntut level 3, yang terlihat 2, jadi masih kurang 1." in halaman
    assert "Memastikan di unit." in halaman and "Mengingatkan rekan." in halaman
    assert "1 dari 1" in halaman and "Di bawah standar" in halaman


def test_his_penilai_and_his_admin_read_it_and_nobody_else(masuk, orang, di_bawah):
    alamat = reverse("kompetensi:kesenjangan_detail", args=[orang("pak-budi").pk])

    for slug in ("bu-sari", "pak-anton"):
        assert "masih kurang 1" in teks(masuk(slug).get(alamat))
    for slug in ("bu-dewi", "bu-rina", "sekda-pekanbaru", "auditor-pekanbaru", "admin-pontianak"):
        assert masuk(slug).get(alamat).status_code == 404


def test_what_colleagues_said_is_not_for_the_admin(masuk, orang, di_bawah):
    """Three of them said level 4, at a quarter of the weight beside the penilai's 2: 2,5 together."""
    SumberKebijakan.objects.filter(kebijakan=di_bawah.kebijakan, sumber="rekan").update(bobot=25)
    SumberKebijakan.objects.filter(kebijakan=di_bawah.kebijakan, sumber="atasan").update(bobot=75)
    masukan = di_bawah.masukan
    masukan["a"]["integritas"]["rekan"] = [225_000_000, 3]
    Evaluasi.objects.filter(pk=di_bawah.pk).update(masukan=masukan)
    alamat = reverse("kompetensi:kesenjangan_detail", args=[orang("pak-budi").pk])

    penilai, admin = (teks(masuk(slug).get(alamat)) for slug in ("bu-sari", "pak-anton"))

    assert "yang terlihat 2,5" in penilai and "sekitar level 4, 3 penilai" in penilai
    assert "ikut dihitung" in admin
    assert [angka for angka in ("2,5", "0,5", "sekitar level 4", "3 penilai") if angka in admin] == []


def test_without_a_standard_or_an_evaluation_it_says_so(masuk, orang):
    assert "Standar jabatan belum ditetapkan" in teks(masuk("pak-budi").get(SAYA))

    buat_kompetensi(orang("pak-budi"))

    halaman = teks(masuk("pak-budi").get(SAYA))
    assert "Belum ada penilaian kompetensi" in halaman and "Belum cukup data" in halaman


def test_the_page_of_one_person_asks_at_most_eight_times(masuk, di_bawah, django_assert_max_num_queries):
    browser = masuk("pak-budi")

    with django_assert_max_num_queries(8):
        browser.get(SAYA)


def test_the_result_page_leads_to_it(masuk, di_bawah):
    alamat = reverse("penilaian:hasil_detail", args=[di_bawah.pk])

    assert f'href="{SAYA}"' in teks(masuk("pak-budi").get(alamat))
    assert reverse("kompetensi:kesenjangan_detail", args=[di_bawah.skp.pegawai_id]) in teks(
        masuk("bu-sari").get(alamat)
    )


def test_an_admin_reads_the_unit_in_numbers(masuk, di_bawah):
    halaman = teks(masuk("pak-anton").get(UNIT))

    assert "Integritas" in halaman and "100%" in halaman


def test_a_leader_reads_no_number_of_few(masuk, di_bawah):
    halaman = teks(masuk("sekda-pekanbaru").get(UNIT))

    assert "tertutup" in halaman and "100%" not in halaman


def test_who_leads_nothing_has_no_unit_to_read(masuk):
    assert masuk("pak-budi").get(UNIT).status_code == 403


def test_a_form_asks_about_a_competence_in_the_words_of_its_five_levels(orang):
    buat_kompetensi(orang("pak-budi"))
    kebijakan = Kebijakan.objects.with_method().get(
        unit_kerja__instansi=orang("pak-budi").instansi, unit_kerja__induk=None
    )
    metode = with_kamus(metode_dari(kebijakan), instansi_id=orang("pak-budi").instansi_id)

    (butir,) = (b for b in daftar_butir(metode, Sumber.REKAN) if b.kode == "integritas")

    assert butir.jangkar == URAIAN


def test_a_level_without_words_keeps_general_ones(orang):
    kompetensi = buat_kompetensi(orang("pak-budi"))
    kompetensi.daftar_tingkat.filter(tingkat=5).delete()
    kebijakan = Kebijakan.objects.with_method().get(
        unit_kerja__instansi=orang("pak-budi").instansi, unit_kerja__induk=None
    )
    metode = with_kamus(metode_dari(kebijakan), instansi_id=orang("pak-budi").instansi_id)

    (butir,) = (b for b in daftar_butir(metode, Sumber.REKAN) if b.kode == "integritas")

    assert butir.jangkar[:4] == URAIAN[:4] and butir.jangkar[4]
