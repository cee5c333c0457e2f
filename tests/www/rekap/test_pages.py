"""Attendance and learning as people see them."""

from datetime import date

import pytest
from django.urls import reverse

from kinerja.rekap.models import PengaturanKehadiran, RekapBelajar, RekapKehadiran


def teks(response):
    return response.content.decode()


@pytest.fixture
def rekap(orang):
    """Pak Budi: five days of unexcused absence and 930 minutes in January, 12,5 hours of learning."""
    RekapBelajar.objects.create(pegawai=orang("pak-budi"), tahun=2026, jp="12.5", keterangan="Bimtek triase")
    return RekapKehadiran.objects.create(
        pegawai=orang("pak-budi"),
        mulai_on=date(2026, 1, 1),
        selesai_on=date(2026, 1, 31),
        hari_kerja=21,
        hadir=16,
        alpa=5,
        alpa_berturut=2,
        terlambat_menit=930,
    )


def test_a_person_reads_his_own_year(masuk, rekap):
    isi = teks(masuk("pak-budi").get(reverse("rekap:rekap_own")))

    assert "dari 21 hari kerja" in isi and "12,5" in isi and "Bimtek triase" in isi
    assert "Alpa 5 hari menunjuk pada teguran tertulis" in isi
    assert "bukan putusan" in isi and "Jenjang berikutnya pada 7 hari" in isi
    assert "Hapus" not in isi


def test_minutes_count_once_the_instansi_said_how(masuk, rekap, orang):
    PengaturanKehadiran.objects.create(
        instansi=orang("pak-budi").instansi, menit_per_hari=450, sumber="Perwako 1/2025"
    )

    isi = teks(masuk("bu-sari").get(reverse("rekap:rekap_detail", args=[orang("pak-budi").pk])))

    assert "Alpa 7 hari menunjuk pada pernyataan tidak puas" in isi and "Perwako 1/2025" in isi
    assert "Bicarakan dahulu dengan orangnya" in isi


def test_a_pppk_is_told_that_the_ladder_is_not_his(masuk, orang):
    RekapKehadiran.objects.create(
        pegawai=orang("dokter-fajar"),
        mulai_on=date(2026, 1, 1),
        selesai_on=date(2026, 1, 31),
        hari_kerja=21,
        hadir=9,
        alpa=12,
    )

    isi = teks(masuk("dokter-fajar").get(reverse("rekap:rekap_own")))

    assert "menunjuk pada pemotongan" not in isi
    assert "Disiplin PPPK mengikuti perjanjian kerja" in isi


def test_an_empty_year_and_a_strange_one(masuk):
    browser = masuk("pak-budi")

    assert "Belum ada rekap kehadiran 2025" in teks(
        browser.get(reverse("rekap:rekap_own"), {"tahun": "2025"})
    )
    for tahun in ("9999", "²", "x"):
        assert "Belum ada rekap kehadiran 2026" in teks(
            browser.get(reverse("rekap:rekap_own"), {"tahun": tahun})
        )


def test_a_penilai_lists_his_people_and_nobody_else(masuk, rekap):
    isi = teks(masuk("bu-sari").get(reverse("rekap:rekap_list")))

    assert "Budi Hartawan" in isi and "Rina" not in isi
    assert isi.count("Sari Puspitaningrum") == 1  # only as who is signed in
    assert "Impor rekap" not in isi


def test_whoever_looks_after_nobody_is_led_to_his_own(masuk):
    assert masuk("pak-budi").get(reverse("rekap:rekap_list")).url == reverse("rekap:rekap_own")


def test_admin_finds_a_person_and_takes_out_a_wrong_recap(masuk, rekap, orang):
    browser = masuk("pak-anton")
    assert "16 dari 21" in teks(browser.get(reverse("rekap:rekap_list"), {"cari": "Budi", "tahun": "2026"}))

    respons = browser.post(reverse("rekap:kehadiran_remove", args=[rekap.pk]))

    assert respons.url == reverse("rekap:rekap_detail", args=[orang("pak-budi").pk])
    assert not RekapKehadiran.objects.exists()


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({"menit_per_hari": "450", "sumber": ""}, "Tulis dasar"),
        ({"menit_per_hari": "0", "sumber": "x"}, "Paling sedikit 1"),
        ({"menit_per_hari": "9999", "sumber": "x"}, "Paling banyak 1.440"),
        ({"menit_per_hari": "banyak", "sumber": "x"}, "Tulis angkanya saja"),
    ],
)
def test_a_wrong_measure_is_refused(masuk, isi, kalimat):
    respons = masuk("pak-anton").post(reverse("rekap:pengaturan_edit"), isi)

    assert respons.status_code == 422
    assert kalimat in teks(respons)
    assert not PengaturanKehadiran.objects.exists()


def test_the_measure_is_kept(masuk):
    masuk("pak-anton").post(
        reverse("rekap:pengaturan_edit"), {"menit_per_hari": "450", "sumber": "Perwako 1/2025"}
    )

    assert PengaturanKehadiran.objects.get().menit_per_hari == 450


def test_queries_do_not_grow_with_people(masuk, rekap, orang, django_assert_max_num_queries):
    sari, anton, budi = masuk("bu-sari"), masuk("pak-anton"), orang("pak-budi").pk

    with django_assert_max_num_queries(8):
        anton.get(reverse("rekap:rekap_list"))
    with django_assert_max_num_queries(8):
        sari.get(reverse("rekap:rekap_list"))
    with django_assert_max_num_queries(8):
        sari.get(reverse("rekap:rekap_detail", args=[budi]))
