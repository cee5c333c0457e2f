"""The journey, the lists and the papers as people open them."""

import io
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from kinerja.jejak.models import AksesData
from kinerja.karier.models import (
    CalonPromosi,
    FormasiJF,
    HukumanDisiplin,
    KontrakPPPK,
    PenetapanAngkaKredit,
    RiwayatPangkat,
    UjiKompetensi,
)
from tests.conftest import SEKARANG
from tests.factories.karier import buat_angka_kredit, buat_pangkat, buat_predikat


def teks(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def nurul(orang):
    """Ahli Pertama III/a since April 2023, Baik twice, 40 + 12,5 angka kredit."""
    nurul = orang("bu-nurul")
    buat_pangkat(nurul, "III/a", date(2023, 4, 1))
    buat_predikat(nurul, 2024, "baik")
    buat_predikat(nurul, 2025, "baik")
    buat_angka_kredit(nurul, "ahli_pertama", "40", date(2024, 12, 31))
    return nurul


def buka(masuk, slug, nama, *args, **kueri):
    return masuk(slug).get(reverse(nama, args=args), kueri)


def test_a_person_reads_where_he_stands_and_what_is_missing(masuk, nurul):
    isi = teks(buka(masuk, "bu-nurul", "karier:perjalanan"))

    assert "Naik ke Penata Muda Tingkat I, III/b" in isi
    assert "Semua syarat yang tercatat terpenuhi." in isi
    assert "52,5 dari 50 angka kredit; kelebihan 2,5 tetap dihitung" in isi
    assert "Naik ke jenjang Ahli Muda" in isi and "1 dari 4 syarat terpenuhi" in isi
    assert "masih kurang 47,5" in isi and "Hasil uji kompetensi belum tercatat." in isi
    assert "Unit kepegawaian belum mencatat ada tidaknya lowongan." in isi
    assert "Dasar: Perban BKN 3/2023, Syarat kenaikan jenjang jabatan fungsional" in isi
    assert "sekitar Oktober 2029 (46 bulan lagi" in isi and "bukan janji" in isi
    assert "PAK nomor PAK 7/2024" in isi and "12,5 × 100%" in isi


def test_at_the_top_of_a_level_the_next_level_comes_first(masuk, orang):
    budi = orang("pak-budi")
    buat_pangkat(budi, "II/d", date(2022, 4, 1))
    buat_predikat(budi, 2025, "baik")
    buat_angka_kredit(budi, "terampil", "40", date(2024, 12, 31))

    isi = teks(buka(masuk, "pak-budi", "karier:perjalanan"))

    assert "Langkah terdekat: <strong>naik ke jenjang Mahir" in isi
    assert "Tidak ada pangkat berikutnya sesudah II/d pada jenjang Terampil" in isi


def test_what_is_recorded_appears_in_its_year(masuk, nurul):
    UjiKompetensi.objects.create(
        pegawai=nurul, jenjang="ahli_muda", diuji_on=date(2025, 9, 1), lulus=False, dasar="SK 3", recorded_at=SEKARANG
    )  # fmt: skip

    isi = teks(buka(masuk, "bu-nurul", "karier:perjalanan"))

    assert "Belum lulus uji kompetensi Ahli Muda" in isi and "Belum lulus uji kompetensi." in isi
    assert "Penata Muda, III/a" in isi and "SK 1/2023" in isi
    assert isi.index('id="tahun-2025"') < isi.index('id="tahun-2023"')


def test_somebody_with_nothing_recorded_is_told_what_the_page_is_for(masuk):
    isi = teks(buka(masuk, "bu-rina", "karier:perjalanan"))

    assert "Langkah berikutnya" in isi and "Predikat tahun 2025 dan 2024 belum tercatat." in isi
    isi = teks(buka(masuk, "sekda-pekanbaru", "karier:perjalanan"))
    assert "Belum ada langkah yang dapat diperiksa" in isi


def test_a_pppk_reads_when_the_contract_ends(masuk, orang):
    KontrakPPPK.objects.create(
        pegawai=orang("dokter-fajar"),
        mulai_on=date(2024, 1, 2),
        selesai_on=date(2026, 12, 31),
        dasar="PK 1",
        recorded_at=SEKARANG,
    )

    isi = teks(buka(masuk, "dokter-fajar", "karier:perjalanan"))

    assert "Berlaku sampai <strong>31 Desember 2026</strong>" in isi and "mulai 30 Juni 2026" in isi


def test_the_page_asks_at_most_ten_times(masuk, nurul, orang, django_assert_max_num_queries):
    browser = masuk("bu-nurul")
    FormasiJF.objects.create(
        instansi=nurul.instansi, nama="Analis SDM Aparatur", jenjang="ahli_muda", jumlah=9, dasar="SK", recorded_at=SEKARANG
    )  # fmt: skip

    with django_assert_max_num_queries(10):
        isi = teks(browser.get(reverse("karier:perjalanan")))

    assert "Ada lowongan." in isi


@pytest.mark.parametrize("slug", ["bu-lenny", "pak-reza", "sekda-pekanbaru", "auditor-pekanbaru", "admin-pontianak"])  # fmt: skip
def test_nobody_else_opens_it(masuk, nurul, slug):
    assert buka(masuk, slug, "karier:perjalanan_pegawai", nurul.pk).status_code == 404


def test_the_admin_opens_it_and_that_is_noted(masuk, nurul, akun):
    isi = teks(buka(masuk, "pak-anton", "karier:perjalanan_pegawai", nurul.pk))

    assert "Perjalanan Nurul Izzatin, S.Psi." in isi and "Tetapkan:" in isi
    catatan = AksesData.objects.get()
    assert (catatan.pegawai_id, catatan.halaman, catatan.sebagai) == (nurul.pk, "karier", "admin")


def test_the_list_says_every_yes_and_no(masuk, nurul):
    isi = teks(buka(masuk, "pak-anton", "karier:kelayakan_list", "pangkat-jf"))

    assert "Nurul Izzatin" in isi and "Yang diperiksa terpenuhi" in isi
    assert "sudah cukup, lebih 2,5." in isi and "Predikat 2025 Baik, 2024 Baik." in isi
    assert "Tanggal mulai pangkat terakhir belum tercatat." in isi


def test_the_address_filters(masuk, nurul, orang):
    def nama(**kueri):
        isi = teks(buka(masuk, "pak-anton", "karier:kelayakan_list", "pangkat-jf", **kueri))
        return {s for s in ("Nurul Izzatin", "Reza Firmanto", "Budi Hartawan") if f">{s}" in isi}

    assert nama() >= {"Nurul Izzatin", "Reza Firmanto"}
    assert nama(hasil="layak") == {"Nurul Izzatin"}
    assert nama(cari="reza") == {"Reza Firmanto"}
    assert nama(cari=nurul.nip) == {"Nurul Izzatin"}
    assert "Nurul Izzatin" not in nama(syarat="syarat_masa_pangkat")
    unit = orang("pak-budi").daftar_penempatan.first().unit_kerja
    assert nama(unit=str(unit.pk)) in (
        set(),
        {"Budi Hartawan"},
        {"Nurul Izzatin", "Reza Firmanto", "Budi Hartawan"},
    )
    isi = teks(buka(masuk, "pak-anton", "karier:kelayakan_list", "pangkat-jf", cari="tidak ada orangnya"))
    assert "Tidak ada yang cocok dengan saringan ini" in isi


def test_each_way_up_has_its_people(masuk, nurul, orang):
    buat_pangkat(orang("bu-ratna"), "III/b", date(2022, 4, 1))

    isi = teks(buka(masuk, "pak-anton", "karier:kelayakan_list", "pangkat-reguler"))
    assert "Ratna" in isi and "Nurul" not in isi
    assert "Belum diperiksa di sini: masa kerja dalam pangkat; hukuman disiplin; ujian dinas; ijazah" in isi
    assert "Perban BKN 2/2025, dari pemberitaan" in isi
    lembar = buka(masuk, "pak-anton", "karier:kelayakan_export", "pangkat-reguler")
    judul = CalamineWorkbook.from_filelike(io.BytesIO(lembar.content)).get_sheet_by_index(0).to_python()[0]
    assert judul[-1] == "PERIKSA SENDIRI"
    isi = teks(buka(masuk, "pak-anton", "karier:kelayakan_list", "jenjang"))
    assert "Tersedia lowongan pada jenjang berikutnya" in isi and "Ratna" not in isi
    assert buka(masuk, "pak-anton", "karier:kelayakan_list", "lain").status_code == 404


def test_the_sheet_holds_what_the_page_shows(masuk, nurul):
    respons = buka(masuk, "pak-anton", "karier:kelayakan_export", "pangkat-jf", hasil="layak")

    baris = CalamineWorkbook.from_filelike(io.BytesIO(respons.content)).get_sheet_by_index(0).to_python()
    assert len(baris) == 2
    isi = dict(zip(baris[0], baris[1], strict=True))
    assert (isi["NIP"], isi["HASIL PERIKSA"]) == (nurul.nip, "Yang diperiksa terpenuhi")
    assert isi["ANGKA KREDIT"] == 52.5
    assert isi["PALING SEDIKIT 2 TAHUN DALAM PANGKAT"] == "Ya"
    assert isi["ALASAN: PALING SEDIKIT 2 TAHUN DALAM PANGKAT"].startswith(
        "Pangkat terakhir sejak 1 April 2023"
    )


def test_the_list_costs_the_same_for_more_people(masuk, nurul, orang, django_assert_max_num_queries):
    for slug in ("pak-reza", "bu-dewi", "pak-budi"):
        buat_pangkat(orang(slug), "III/a", date(2022, 4, 1))
        buat_angka_kredit(orang(slug), "mahir", "5", date(2024, 12, 31))
    browser = masuk("pak-anton")

    with django_assert_max_num_queries(17):
        browser.get(reverse("karier:kelayakan_list", args=["jenjang"]))


def test_records_are_typed_in_and_wrong_ones_stay_in_the_form(masuk, nurul):
    browser = masuk("pak-anton")
    alamat = reverse("karier:catatan_add", args=[nurul.pk, "pangkat"])

    respons = browser.post(alamat, {"golongan": "III/b", "tmt_on": "2030-01-01", "dasar": "SK 5"})
    assert respons.status_code == 422
    assert "belum tiba" in teks(respons) and 'value="SK 5"' in teks(respons)

    browser.post(alamat, {"golongan": "III/b", "tmt_on": "2026-02-01", "dasar": "SK 5"})
    assert RiwayatPangkat.objects.filter(golongan="III/b", tmt_on=date(2026, 2, 1)).exists()
    isi = teks(browser.get(reverse("karier:catatan_list", args=[nurul.pk])))
    assert "1 Februari 2026" in isi and "SK 5" in isi


def test_a_pak_is_set_and_its_pdf_opens(masuk, nurul, orang):
    browser = masuk("pak-anton")
    alamat = reverse("karier:penetapan_set", args=[nurul.pk, "pak"])
    isi = teks(browser.get(alamat))
    assert "52,5" in isi and "31 Desember 2025" in isi

    isian = {"sampai": "2025-12-31", "nomor": "", "penetap": orang("bu-lenny").nip, "jabatan_penetap": "Pejabat Penilai Kinerja,"}  # fmt: skip
    respons = browser.post(alamat, isian)
    assert respons.status_code == 422 and "Isi nomor suratnya" in teks(respons)
    respons = browser.post(alamat, isian | {"nomor": "800/1/AK", "baru_pendidikan": "seribu lebih"})
    assert respons.status_code == 422 and "belum terbaca sebagai angka" in teks(respons)
    browser.post(alamat, isian | {"nomor": "800/1/AK", "baru_pendidikan": "12,5"})

    penetapan = PenetapanAngkaKredit.objects.get()
    assert penetapan.jumlah == Decimal(65)
    respons = buka(masuk, "bu-nurul", "karier:penetapan_pdf", penetapan.pk)
    halaman = " ".join(
        " ".join(h.extract_text().split()) for h in PdfReader(io.BytesIO(respons.content)).pages
    )
    assert "PENETAPAN ANGKA KREDIT" in halaman and "65,00" in halaman
    assert buka(masuk, "bu-lenny", "karier:penetapan_pdf", penetapan.pk).status_code == 404
    periksa = teks(browser.get(reverse("dokumen:verifikasi", args=[penetapan.dokumen.token])))
    assert "800/1/AK" in periksa and nurul.nip not in periksa


def test_nothing_to_set_is_said(masuk, orang):
    isi = teks(buka(masuk, "pak-anton", "karier:penetapan_set", orang("bu-rina").pk, "pak"))

    assert "Belum ada yang dapat ditetapkan" in isi


def test_the_list_for_promotion_is_read_by_the_person_too(masuk, nurul):
    browser = masuk("pak-anton")
    browser.post(reverse("karier:promosi_add", args=[nurul.pk]), {"alasan": "Baik dua tahun."})

    assert "Masuk daftar pertimbangan promosi 2026" in teks(buka(masuk, "bu-nurul", "karier:perjalanan"))
    assert "Nurul Izzatin" in teks(browser.get(reverse("karier:promosi_list")))
    calon = CalonPromosi.objects.get()
    browser.post(reverse("karier:promosi_withdraw", args=[calon.pk]), {"alasan": ""})
    assert CalonPromosi.objects.standing().exists()
    browser.post(reverse("karier:promosi_withdraw", args=[calon.pk]), {"alasan": "Pindah tugas."})
    assert "Pindah tugas." in teks(browser.get(reverse("karier:promosi_list")))


def test_posts_are_kept_on_their_page(masuk, orang):
    browser, alamat = masuk("pak-anton"), reverse("karier:formasi_list")
    isian = {"nama": "Bidan", "jenjang": "mahir", "jumlah": "3", "dasar": "SK 1"}

    assert browser.post(alamat, isian | {"jumlah": "-1"}).status_code == 422
    browser.post(alamat, isian)

    isi = teks(browser.get(alamat))
    assert "Bidan Mahir" in isi and "<strong>2</strong>" in isi  # Bu Dewi holds one of the three
    browser.post(reverse("karier:formasi_remove", args=[FormasiJF.objects.get().pk]))
    assert "Belum ada formasi" in teks(browser.get(alamat))


def test_a_punishment_is_shown_to_the_person_and_the_admin(masuk, nurul):
    HukumanDisiplin.objects.create(
        pegawai=nurul, tingkat="ringan", mulai_on=date(2026, 1, 5), dasar="SK 9", recorded_at=SEKARANG
    )

    assert "Tingkat ringan, sejak 5 Januari 2026" in teks(buka(masuk, "bu-nurul", "karier:perjalanan"))
