"""The dictionary, the standards and their upkeep."""

import pytest
from django.urls import reverse

from kinerja.kepegawaian.models import Jabatan
from kinerja.kompetensi.models import Kompetensi, StandarKompetensi, TingkatKompetensi
from kinerja.kompetensi.queries import standar_jabatan

ISI = {
    "nama": "Komunikasi", "kode": "KOM-UJI", "jenis": "manajerial", "definisi": "", "sumber": "PermenPANRB 38/2017",
    "tingkat_1": "Menjawab saat ditanya.",
}  # fmt: skip


def teks(response):
    return response.content.decode()


@pytest.fixture
def integritas(orang):
    satu = Kompetensi.objects.create(
        instansi=orang("pak-anton").instansi,
        kode="INT-UJI",
        nama="Integritas",
        jenis="manajerial",
        sumber="Kamus",
    )
    TingkatKompetensi.objects.create(kompetensi=satu, tingkat=2, uraian="Mengingatkan rekan.")
    return satu


@pytest.fixture
def jabatan(orang):
    return orang("pak-budi").daftar_penempatan.select_related("jabatan").get().jabatan


def test_an_employee_reads_the_dictionary_and_what_his_post_requires(masuk, integritas, jabatan):
    StandarKompetensi.objects.create(jabatan=jabatan, kompetensi=integritas, tingkat=2, sumber="SKJ 2025")
    browser = masuk("pak-budi")

    daftar = teks(browser.get(reverse("kompetensi:kompetensi_list")))
    rinci = teks(browser.get(reverse("kompetensi:kompetensi_detail", args=[integritas.pk])))

    assert "Tingkat 2" in daftar and "SKJ 2025" in daftar
    assert "Tambah kompetensi" not in daftar
    assert "Mengingatkan rekan." in rinci and "Disyaratkan jabatan Anda" in rinci


def test_an_empty_dictionary_and_a_search_without_result_are_told_apart(masuk, integritas):
    browser = masuk("pak-budi")

    assert "Tidak ada kompetensi yang cocok" in teks(
        browser.get(reverse("kompetensi:kompetensi_list"), {"cari": "zzz"})
    )
    assert "Kamus masih kosong" in teks(masuk("analis-pontianak").get(reverse("kompetensi:kompetensi_list")))


def test_admin_adds_changes_and_removes(masuk):
    browser = masuk("pak-anton")
    browser.post(reverse("kompetensi:kompetensi_add"), ISI)
    satu = Kompetensi.objects.get(kode="KOM-UJI")
    assert satu.daftar_tingkat.get().uraian == "Menjawab saat ditanya."

    browser.post(reverse("kompetensi:kompetensi_edit", args=[satu.pk]), {**ISI, "nama": "Berkomunikasi"})
    satu.refresh_from_db()
    assert satu.nama == "Berkomunikasi"

    browser.post(reverse("kompetensi:kompetensi_remove", args=[satu.pk]))
    assert not Kompetensi.objects.filter(pk=satu.pk).exists()


@pytest.mark.parametrize(
    ("medan", "nilai", "kalimat"), [("nama", "", "Tulis nama"), ("kode", "int-uji", "sudah dipakai")]
)
def test_what_was_typed_stays_when_it_is_refused(masuk, integritas, medan, nilai, kalimat):
    respons = masuk("pak-anton").post(reverse("kompetensi:kompetensi_add"), {**ISI, medan: nilai})

    assert respons.status_code == 422
    assert kalimat in teks(respons) and "Menjawab saat ditanya." in teks(respons)


def test_admin_sets_the_standard_of_one_post(masuk, integritas, jabatan):
    alamat = reverse("kompetensi:standar_edit", args=[jabatan.pk])
    browser = masuk("pak-anton")
    assert "Pakai juga untuk 1 jabatan lain" in teks(browser.get(alamat))

    browser.post(alamat, {f"k{integritas.pk}": "3", "sumber": "SKJ 2025"})

    assert standar_jabatan(Jabatan.objects.values_list("pk", flat=True)) == {jabatan.pk: {"INT-UJI": 3}}


def test_admin_sets_the_standard_of_all_posts_of_the_name(masuk, integritas, jabatan):
    alamat = reverse("kompetensi:standar_edit", args=[jabatan.pk])

    masuk("pak-anton").post(alamat, {f"k{integritas.pk}": "3", "sumber": "SKJ 2025", "semua": "on"})

    assert StandarKompetensi.objects.filter(jabatan__nama=jabatan.nama).count() == 2


def test_a_standard_without_source_keeps_what_was_chosen(masuk, integritas, jabatan):
    respons = masuk("pak-anton").post(
        reverse("kompetensi:standar_edit", args=[jabatan.pk]), {f"k{integritas.pk}": "3"}
    )

    assert respons.status_code == 422
    assert "dokumen asal" in teks(respons) and '<option value="3" selected' in teks(respons)


def test_posts_without_standard_are_found(masuk, integritas, jabatan):
    StandarKompetensi.objects.create(jabatan=jabatan, kompetensi=integritas, tingkat=2, sumber="SKJ 2025")
    browser = masuk("pak-anton")

    sudah = teks(browser.get(reverse("kompetensi:standar_list"), {"isi": "sudah"}))
    belum = teks(
        browser.get(reverse("kompetensi:standar_list"), {"isi": "belum", "cari": "Perawat Terampil"})
    )

    assert "1 kompetensi" in sudah and "Belum diisi</span>" not in sudah
    assert belum.count("/kompetensi/jabatan/") >= 1 and f"/kompetensi/jabatan/{jabatan.pk}/" not in belum


def test_queries_do_not_grow_with_the_dictionary(masuk, orang, jabatan, django_assert_max_num_queries):
    daftar = Kompetensi.objects.bulk_create(
        Kompetensi(
            instansi=orang("pak-anton").instansi,
            kode=f"K{n}",
            nama=f"Kompetensi {n}",
            jenis="teknis",
            sumber="Kamus",
        )
        for n in range(20)
    )
    for satu in daftar:
        StandarKompetensi.objects.create(jabatan=jabatan, kompetensi=satu, tingkat=1, sumber="SKJ")
    budi, anton = masuk("pak-budi"), masuk("pak-anton")

    with django_assert_max_num_queries(8):
        budi.get(reverse("kompetensi:kompetensi_list"))
    with django_assert_max_num_queries(8):
        anton.get(reverse("kompetensi:standar_edit", args=[jabatan.pk]))
    with django_assert_max_num_queries(8):
        anton.get(reverse("kompetensi:standar_list"))


def test_the_door_for_sheets_opens_on_the_right_one(masuk):
    isi = teks(masuk("pak-anton").get(reverse("kepegawaian:impor_list"), {"jenis": "kompetensi"}))

    assert '<option value="kompetensi" selected>' in isi
