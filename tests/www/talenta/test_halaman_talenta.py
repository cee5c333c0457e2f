"""The pages of talent management by persona: who sees whom, what is kept of what was typed, and what is noted."""

from __future__ import annotations

import io

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from kinerja.jejak.models import AksesData
from kinerja.kepegawaian.models import Penempatan
from kinerja.talenta.models import DataIP, JabatanKunci, PenilaianPotensi, PoolSuksesi
from tests.factories.talenta import beri_potensi, beri_predikat, catat_calon, tandai_kunci
from tests.formulir import isian_halaman


@pytest.fixture
def budi(orang, akun):
    pegawai = orang("pak-budi")
    beri_predikat(pegawai)
    beri_potensi(pegawai, 84, 82, 88, oleh=akun("pak-anton"))
    return pegawai


@pytest.fixture
def kunci(orang, akun):
    return tandai_kunci(
        Penempatan.objects.get(pegawai=orang("bu-sari"), selesai_on=None).jabatan, oleh=akun("pak-anton")
    )


def isi(respons):
    assert respons.status_code == 200
    return respons.content.decode()


def lembar(respons):
    return CalamineWorkbook.from_filelike(io.BytesIO(respons.content)).get_sheet_by_index(0).to_python()


def test_the_nine_boxes_count_and_say_why(masuk, budi):
    halaman = isi(masuk("pak-anton").get("/talenta/?kotak=8"))

    assert "Saran untuk kotak 8" in halaman
    assert "Predikat Baik dibaca 80 dari 100" in halaman
    assert budi.nama in halaman


def test_those_without_a_box_are_listed_with_the_reason(masuk, budi):
    halaman = isi(masuk("pak-anton").get("/talenta/?kotak=belum&cari=dewi"))

    assert "Dewi Kurniawati" in halaman
    assert "Predikat tahunan 2025 belum ada. Belum dinilai" in halaman
    assert budi.nama not in halaman


@pytest.mark.parametrize("kueri", ["?kotak=99", "?kotak=²", "?unit=9999999", "?unit=x&halaman=x", "?kotak=4", "?cari=zzz", "?kotak=8&cari=zzz"])  # fmt: skip
def test_a_filter_that_fits_nothing_still_gives_a_page(masuk, budi, kueri):
    isi(masuk("pak-anton").get(f"/talenta/{kueri}"))


def test_a_head_sees_his_own_house_only(masuk, budi, orang, akun):
    beri_predikat(orang("bu-rina"))
    beri_potensi(orang("bu-rina"), 84, 82, 88, oleh=akun("pak-anton"))

    halaman = isi(masuk("kepala-dinkes").get("/talenta/?kotak=8"))

    assert budi.nama in halaman
    assert orang("bu-rina").nama not in halaman
    assert masuk("kepala-dinkes").get(f"/talenta/pegawai/{orang('bu-rina').pk}/").status_code == 404


def test_the_choice_of_a_unit_narrows_the_boxes(masuk, budi, orang):
    unit = Penempatan.objects.get(pegawai=orang("bu-rina"), selesai_on=None).unit_kerja_id

    assert budi.nama not in isi(masuk("pak-anton").get(f"/talenta/?unit={unit}"))


@pytest.mark.parametrize("slug", ["pak-budi", "bu-sari", "bu-dewi", "auditor-pekanbaru"])
def test_nobody_else_opens_the_boxes_or_a_person(masuk, budi, slug):
    client = masuk(slug)

    for alamat in ("/talenta/", "/talenta/unduh/", "/talenta/suksesi/", f"/talenta/pegawai/{budi.pk}/"):
        assert client.get(alamat).status_code == 403


def test_the_person_reads_where_he_stands_and_how_it_came_about(masuk, budi, kunci, akun):
    catat_calon(kunci, budi, oleh=akun("pak-anton"))

    halaman = isi(masuk("pak-budi").get("/talenta/saya/"))

    for kata in (
        "Kotak 8",
        "Bagaimana ini didapat",
        "Potensial 84,67",
        "Laporan 1/2025",
        "Sudah memimpin tim imunisasi",
    ):
        assert kata in halaman
    assert "Batalkan" not in halaman


def test_one_without_a_box_reads_what_is_missing(masuk):
    assert "Belum dinilai: Kompetensi, Potensi, Rekam jejak" in isi(masuk("bu-dewi").get("/talenta/saya/"))


def test_one_without_a_post_of_an_asn_gets_a_page_all_the_same(masuk):
    assert "Belum ada jabatan" in isi(masuk("wali-kota-pekanbaru").get("/talenta/saya/"))
    assert "Belum dapat dihitung" in isi(masuk("wali-kota-pekanbaru").get("/talenta/ip/saya/"))


def test_a_look_at_a_person_is_noted_for_him(masuk, budi):
    masuk("pak-anton").get(f"/talenta/pegawai/{budi.pk}/")
    masuk("pak-anton").get(f"/talenta/ip/{budi.pk}/")
    masuk("sekda-pekanbaru").get(f"/talenta/pegawai/{budi.pk}/")
    masuk("pak-budi").get("/talenta/saya/")

    catatan = (
        AksesData.objects.filter(pegawai_id=budi.pk).order_by("sebagai").values_list("halaman", "sebagai")
    )
    assert list(catatan) == [("talenta", "admin"), ("talenta", "pimpinan")]


def test_the_admin_records_an_assessment_and_takes_it_back(masuk, orang):
    dewi = orang("bu-dewi")
    client, alamat = masuk("pak-anton"), f"/talenta/pegawai/{dewi.pk}/potensi/"
    baik = {"unsur": "kompetensi", "nilai": "84,5", "pusat_asesmen": "on", "penilai": "Pusat asesmen", "dinilai_on": "2025-06-01", "sumber": "L-1"}  # fmt: skip

    salah = client.post(alamat, baik | {"nilai": "840", "pusat_asesmen": ""})
    tanpa_pusat = client.post(alamat, {k: v for k, v in baik.items() if k != "pusat_asesmen"})
    client.post(alamat, baik)

    assert salah.status_code == tanpa_pusat.status_code == 422
    assert "Nilai harus 0 sampai 100" in salah.content.decode()
    assert isian_halaman(salah)["penilai"] == "Pusat asesmen"
    assert "PermenPANRB 20/2025" in tanpa_pusat.content.decode()
    penilaian = PenilaianPotensi.objects.get()
    batal = reverse("talenta:potensi_cancel", args=[penilaian.pk])
    assert client.post(batal, {"alasan": ""}).status_code == 422
    assert "Dibatalkan" in isi(client.post(batal, {"alasan": "Tertukar"}, follow=True))
    assert client.post(batal, {"alasan": "Lagi"}).status_code == 422


def test_the_admin_marks_a_post_and_decides_about_a_candidate(masuk, budi, orang):
    client = masuk("pak-anton")
    jabatan = Penempatan.objects.get(pegawai=orang("bu-sari"), selesai_on=None).jabatan_id
    tandai = "/talenta/suksesi/tambah/?cari=Tenayan+Raya"

    kosong = client.post(tandai, {"jabatan": str(jabatan), "alasan": ""})
    client.post(tandai, {"jabatan": str(jabatan), "alasan": "Pelayanan induk"})
    kunci = JabatanKunci.objects.get()
    usulan = isi(client.get(f"/talenta/suksesi/{kunci.pk}/"))
    putus = f"/talenta/suksesi/{kunci.pk}/calon/{budi.pk}/"
    salah = client.post(putus, {"putusan": "masuk", "alasan": "Cakap.", "berlaku_sampai_on": "2026-01-01"})
    benar = client.post(putus, {"putusan": "masuk", "alasan": "Cakap memimpin."}, follow=True)

    assert kosong.status_code == 422
    assert putus in usulan
    assert salah.status_code == 422
    assert "sesudah hari ini" in salah.content.decode()
    assert isian_halaman(salah)["alasan"] == "Cakap."
    assert "Cakap memimpin." in isi(benar)
    assert PoolSuksesi.objects.get().kotak == 8
    assert "1</strong> calon" in isi(client.get("/talenta/suksesi/"))


def test_a_decision_ends_with_a_reason_and_the_post_may_be_released(masuk, budi, kunci, akun):
    client = masuk("pak-anton")
    calon = catat_calon(kunci, budi, oleh=akun("pak-anton"))
    akhiri = f"/talenta/suksesi/calon/{calon.pk}/akhiri/"

    assert client.post(akhiri, {"alasan": ""}).status_code == 422
    assert "Putusan yang sudah berakhir (1)" in isi(client.post(akhiri, {"alasan": "Pindah"}, follow=True))
    assert client.post(akhiri, {"alasan": "Lagi"}).status_code == 422
    lepas = f"/talenta/suksesi/{kunci.pk}/lepas/"
    assert "bukan lagi jabatan kunci" in isi(client.post(lepas, follow=True))
    assert "bukan lagi jabatan kunci" in isi(client.post(lepas, follow=True))
    assert "Belum ada jabatan kunci" in isi(client.get("/talenta/suksesi/"))


def test_a_search_without_a_hit_says_so(masuk):
    assert "Tidak ada jabatan yang cocok" in isi(masuk("pak-anton").get("/talenta/suksesi/tambah/?cari=zzz"))


def test_the_index_of_units_is_everybodys_and_people_are_the_admins(masuk, orang):
    umum, admin = isi(masuk("pak-budi").get("/talenta/ip/")), isi(masuk("pak-anton").get("/talenta/ip/"))

    assert "Pemerintah Kota Pekanbaru" in umum
    assert orang("bu-dewi").nama not in umum
    assert orang("bu-dewi").nama in admin
    assert "Tidak ada yang cocok" in isi(masuk("pak-anton").get("/talenta/ip/?keadaan=lengkap"))


def test_the_admin_keeps_the_data_of_the_index_and_the_person_reads_it(masuk, orang):
    budi, client = orang("pak-budi"), masuk("pak-anton")
    alamat = f"/talenta/ip/{budi.pk}/ubah/"
    baik = {"pendidikan": "d3", "daftar_diklat": ["teknis", "seminar"], "nilai_kinerja": "92", "hukuman": "", "per_on": "2025-12-31", "sumber": "SIASN"}  # fmt: skip

    ganda = client.post(alamat, baik | {"daftar_diklat": ["teknis", "tidak_ada"]})
    besok = client.post(alamat, baik | {"per_on": "2026-12-31"})
    client.post(alamat, baik)

    assert "jangan keduanya" in ganda.content.decode()
    assert "belum tiba" in besok.content.decode()
    assert DataIP.objects.get().daftar_diklat == ["seminar", "teknis"]
    assert isian_halaman(client.get(alamat))["nilai_kinerja"] == "92"
    saya = isi(masuk("pak-budi").get("/talenta/ip/saya/"))
    assert "1 dari 4 dimensi belum diketahui" in saya
    assert "Pendidikan D-III: 10 dari 25" in saya
    client.post(alamat, baik | {"daftar_diklat": ["tidak_ada"], "hukuman": "tidak_ada"})
    assert DataIP.objects.get().daftar_diklat == []
    assert isian_halaman(client.get(alamat))["daftar_diklat"] == ["tidak_ada"]


def test_workbooks_have_typed_cells(masuk, budi, kunci, akun, orang):
    catat_calon(kunci, budi, oleh=akun("pak-anton"))
    client = masuk("pak-anton")

    kotak = lembar(client.get("/talenta/unduh/?kotak=8"))
    pool = lembar(client.get("/talenta/suksesi/unduh/"))
    indeks = lembar(client.get("/talenta/ip/unduh/?keadaan=belum&cari=budi"))

    assert kotak[1][0] == budi.nip
    assert kotak[1][5:7] == [84.67, 8]
    assert (pool[1][2], pool[1][5], str(pool[1][10])) == (budi.nip, 8, "2027-03-02")
    assert (indeks[1][0], indeks[1][8]) == (budi.nip, "")
    assert "Diklat belum tercatat." in indeks[1][10]


@pytest.mark.parametrize(
    ("slug", "alamat"),
    [
        ("pak-anton", "/talenta/"), ("pak-anton", "/talenta/?unit=1&kotak=8"), ("kepala-dinkes", "/talenta/"), ("pak-budi", "/talenta/saya/"),
        ("pak-anton", "/talenta/pegawai/{budi}/"), ("pak-anton", "/talenta/suksesi/"), ("pak-anton", "/talenta/suksesi/{kunci}/"),
        ("pak-anton", "/talenta/ip/"), ("pak-budi", "/talenta/ip/"), ("pak-budi", "/talenta/ip/saya/"), ("pak-anton", "/talenta/ip/{budi}/"),
    ],
)  # fmt: skip
def test_pages_ask_at_most_eight_times(masuk, budi, kunci, akun, slug, alamat, django_assert_max_num_queries):
    catat_calon(kunci, budi, oleh=akun("pak-anton"))
    client = masuk(slug)
    nomor = {"{budi}": str(budi.pk), "{kunci}": str(kunci.pk)}
    for kunci_alamat, isi_alamat in nomor.items():
        alamat = alamat.replace(kunci_alamat, isi_alamat)

    dicatat = 2 if alamat.endswith(f"/{budi.pk}/") else 0  # the note that somebody looked
    with django_assert_max_num_queries(8 + dicatat):
        assert client.get(alamat).status_code == 200
