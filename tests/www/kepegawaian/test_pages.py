"""The pages of personnel matters, by person."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from kinerja.akun.models import User
from kinerja.kepegawaian.istilah import JenisPenempatan
from kinerja.kepegawaian.models import (
    HubunganPenilai,
    Impor,
    Jabatan,
    LaporanPenilaiSalah,
    Pegawai,
    Penempatan,
    UnitKerja,
)

PKM = "PKU-DINKES-PKM-TENAYANRAYA"


def teks(response):
    return response.content.decode()


@pytest.fixture
def puskesmas(cast):
    return UnitKerja.objects.get(kode=PKM)


def add_people(unit, jumlah):
    jabatan = Jabatan.objects.get(unit_kerja=unit, nama="Perawat Terampil")
    for urutan in range(jumlah):
        nip = f"19950101209903{urutan:04}"
        pegawai = Pegawai.objects.create(instansi=unit.instansi, nip=nip, nama=f"Aaa {urutan:02}")
        Penempatan.objects.create(pegawai=pegawai, jabatan=jabatan, unit_kerja=unit, mulai_on="2025-01-02")


@pytest.mark.parametrize("nama", ["unit_list", "pegawai_list", "laporan_list", "laporan_penilai"])
@pytest.mark.parametrize("siapa", ["pak-budi", "pak-anton", "auditor-pekanbaru"])
def test_lists_are_open_inside_the_house(masuk, siapa, nama):
    assert masuk(siapa).get(reverse(f"kepegawaian:{nama}")).status_code == 200


@pytest.mark.parametrize("siapa", ["pak-budi", "bu-sari", "auditor-pekanbaru"])
def test_only_the_admin_imports(masuk, siapa):
    assert masuk(siapa).get(reverse("kepegawaian:impor_list")).status_code == 403
    assert masuk(siapa).get(reverse("kepegawaian:impor_template", args=["unit"])).status_code == 403


@pytest.mark.parametrize("nama", ["pegawai_detail", "pegawai_move", "penilai_change", "plt_appoint"])
def test_people_of_another_instansi_do_not_exist(masuk, orang, client, nama):
    alamat = reverse(f"kepegawaian:{nama}", args=[orang("pak-budi").pk])

    assert masuk("admin-tebo").get(alamat).status_code == 404
    assert client.get(alamat).status_code == 302


def test_colleague_sees_posts_but_neither_nip_nor_penilai(masuk, orang):
    alamat = reverse("kepegawaian:pegawai_detail", args=[orang("pak-budi").pk])

    rekan, sendiri, admin = (teks(masuk(s).get(alamat)) for s in ("bu-rina", "pak-budi", "pak-anton"))

    assert "Perawat Terampil" in rekan
    assert orang("pak-budi").nip not in rekan
    assert "Dinilai" not in rekan
    assert "Atasan saya salah?" in sendiri
    assert "Buat kata sandi sementara" in admin


@pytest.mark.parametrize("nama", ["pegawai_list", "unit_list", "unit_detail"])
def test_lists_ask_as_often_for_two_rows_as_for_twenty(
    masuk, puskesmas, nama, django_assert_max_num_queries, django_assert_num_queries
):
    alamat = reverse(f"kepegawaian:{nama}", args=[puskesmas.pk] if nama == "unit_detail" else [])
    browser = masuk("pak-anton")
    browser.get(alamat)
    add_people(puskesmas, 2)
    with django_assert_max_num_queries(14) as sedikit:
        browser.get(alamat)
    add_people_later(puskesmas)

    with django_assert_num_queries(len(sedikit)):
        browser.get(alamat)


def add_people_later(unit):
    jabatan = Jabatan.objects.get(unit_kerja=unit, nama="Perawat Terampil")
    for urutan in range(100, 118):
        nip = f"19950101209903{urutan:04}"
        pegawai = Pegawai.objects.create(instansi=unit.instansi, nip=nip, nama=f"Aab {urutan:02}")
        Penempatan.objects.create(pegawai=pegawai, jabatan=jabatan, unit_kerja=unit, mulai_on="2025-01-02")


def test_search_finds_by_part_of_a_name_and_by_nip(masuk, orang):
    alamat, browser = reverse("kepegawaian:pegawai_list"), masuk("pak-anton")

    for cari in ("hartawan", orang("pak-budi").nip):
        isi = teks(browser.get(alamat, {"cari": cari}))
        assert "Budi Hartawan" in isi
        assert "Sari Puspita" not in isi


def test_upload_dry_run_filter_and_confirm(masuk):
    isi = (
        "NIP;NAMA;KODE UNIT;NAMA JABATAN;TMT JABATAN\n"
        f"199501012099031801;Tono Baru;{PKM};Perawat Terampil;01/02/2026\n12;Salah;{PKM};Perawat Terampil;01/02/2026\n"
    )
    browser = masuk("pak-anton")
    berkas = SimpleUploadedFile("pegawai.csv", isi.encode())

    response = browser.post(
        reverse("kepegawaian:impor_list"), {"jenis": "pegawai", "berkas": berkas}, follow=True
    )
    impor = Impor.objects.get()
    salah = teks(browser.get(reverse("kepegawaian:impor_detail", args=[impor.pk]), {"putusan": "salah"}))
    akhir = browser.post(reverse("kepegawaian:impor_confirm", args=[impor.pk]), follow=True)

    assert "Tono Baru" in teks(response)
    assert "2 angka, seharusnya 18" in salah
    assert "Tono Baru" not in salah
    assert "1 baru dan 0 berubah" in teks(akhir)
    assert User.objects.filter(nip="199501012099031801").exists()


def test_refused_file_says_why_on_the_same_page(masuk):
    berkas = SimpleUploadedFile("foto.xlsx", b"PK\x03\x04bukan")

    response = masuk("pak-anton").post(reverse("kepegawaian:impor_list"), {"jenis": "unit", "berkas": berkas})

    assert response.status_code == 422
    assert "rusak atau dikunci sandi" in teks(response)


def test_template_is_a_workbook(masuk):
    response = masuk("pak-anton").get(reverse("kepegawaian:impor_template", args=["pegawai"]))

    assert response.content.startswith(b"PK")
    assert "templat-pegawai.xlsx" in response["Content-Disposition"]


def test_passwords_are_shown_once_and_not_stored(masuk, puskesmas):
    User.objects.filter(pegawai__daftar_penempatan__unit_kerja=puskesmas).update(password="!tanpa")

    response = masuk("pak-anton").post(reverse("kepegawaian:sandi_batch", args=[puskesmas.pk]))

    assert response["Cache-Control"] == "no-store"
    assert "Budi Hartawan" in teks(response)
    assert not User.objects.filter(password="!tanpa").exists()


def test_move_is_looked_at_before_it_is_made(masuk, orang):
    on = timezone.localdate().isoformat()
    tujuan = Jabatan.objects.get(nama="Arsiparis Terampil", unit_kerja__kode="PKU-BKPSDM-MUTASI")
    alamat = reverse("kepegawaian:pegawai_move", args=[orang("pak-budi").pk])
    isian = {"unit": tujuan.unit_kerja_id, "jabatan": tujuan.pk, "on": on, "penilai": "", "dasar": "SK 1"}
    browser = masuk("pak-anton")

    assert "Pilih unit kerja" in teks(browser.get(alamat))
    assert "Arsiparis Terampil" in teks(browser.get(alamat, {"unit": tujuan.unit_kerja_id}))
    pratinjau = teks(browser.get(alamat, isian))
    assert "Ya, laksanakan" in pratinjau
    assert orang("pak-budi").daftar_penempatan.count() == 1
    browser.post(alamat, isian)

    assert orang("pak-budi").daftar_penempatan.get(selesai_on=None).jabatan == tujuan


def test_refused_change_of_penilai_keeps_what_was_typed(masuk, orang):
    alamat = reverse("kepegawaian:penilai_change", args=[orang("pak-budi").pk])
    isian = {
        "penilai": orang("bu-rina").nip,
        "on": timezone.localdate().isoformat(),
        "alasan": "Alasan panjang saya",
    }

    response = masuk("pak-anton").get(alamat, isian)

    assert response.status_code == 422
    assert "tidak menduduki jabatan yang dapat menilai" in teks(response)
    assert "Alasan panjang saya" in teks(response)


def test_ordinary_people_may_not_open_the_forms_of_a_move(masuk, orang):
    for nama in ("pegawai_move", "penilai_change", "plt_appoint"):
        assert (
            masuk("bu-sari").get(reverse(f"kepegawaian:{nama}", args=[orang("pak-budi").pk])).status_code
            == 403
        )


def test_end_of_a_plt_can_be_looked_at(masuk, orang):
    tugas = orang("pak-hafiz").daftar_penempatan.get(jenis=JenisPenempatan.PLT)

    isi = teks(masuk("pak-anton").get(reverse("kepegawaian:plt_end", args=[tugas.pk]), {"on": "2026-03-02"}))

    assert "Galang Saputro" in isi
    assert "Ya, laksanakan" in isi


def test_wrong_superior_from_report_to_answer(masuk, orang):
    benar, ratna, anton = orang("kepala-bkpsdm-pekanbaru"), masuk("bu-ratna"), masuk("pak-anton")
    ratna.post(
        reverse("kepegawaian:laporan_penilai"),
        {"tahu": "ya", "usulan": benar.nip, "keterangan": "Saya langsung di bawah Kepala Badan."},
    )
    laporan = LaporanPenilaiSalah.objects.get()
    alamat = reverse("kepegawaian:laporan_detail", args=[laporan.pk])

    pratinjau = teks(anton.get(alamat))
    anton.post(
        alamat,
        {
            "putusan": "setuju",
            "penilai": benar.nip,
            "on": timezone.localdate().isoformat(),
            "tanggapan": "Benar, sudah dibetulkan.",
        },
    )

    assert "Yang akan ikut pindah" in pratinjau
    assert "Benar, sudah dibetulkan." in teks(ratna.get(reverse("kepegawaian:laporan_penilai")))
    kini = HubunganPenilai.objects.get(penempatan=laporan.penempatan, selesai_on=None)
    assert kini.penilai == benar


def test_unreadable_report_keeps_what_was_typed(masuk):
    response = masuk("bu-ratna").post(
        reverse("kepegawaian:laporan_penilai"), {"tahu": "ya", "usulan": "Zzz", "keterangan": "Kalimat saya."}
    )

    assert response.status_code == 422
    assert "Tidak ada pegawai dengan nama" in teks(response)
    assert "Kalimat saya." in teks(response)


def test_report_of_somebody_else_does_not_exist_for_others(masuk, orang):
    masuk("bu-ratna").post(reverse("kepegawaian:laporan_penilai"), {"tahu": "tidak", "keterangan": "Salah."})
    alamat = reverse("kepegawaian:laporan_detail", args=[LaporanPenilaiSalah.objects.get().pk])

    assert masuk("bu-rina").get(alamat).status_code == 404
    assert masuk("admin-tebo").get(alamat).status_code == 404


def test_role_and_status_from_the_person_page(masuk, orang, puskesmas):
    budi, browser = orang("pak-budi"), masuk("pak-anton")

    browser.post(reverse("kepegawaian:status_set", args=[budi.pk]), {"status": "cltn"})
    browser.post(
        reverse("kepegawaian:peran_assign", args=[budi.pk]), {"jenis": "pimpinan", "unit": puskesmas.pk}
    )
    browser.post(reverse("kepegawaian:hari_kerja_set", args=[puskesmas.pk]), {"hari_kerja": "5"})

    budi.refresh_from_db()
    puskesmas.refresh_from_db()
    assert budi.status == "cltn"
    assert budi.user.daftar_peran.get().unit_kerja == puskesmas
    assert puskesmas.hari_kerja == 5


def test_a_role_that_is_refused_keeps_what_was_chosen(masuk, orang):
    budi = orang("pak-budi")

    response = masuk("pak-anton").post(
        reverse("kepegawaian:peran_assign", args=[budi.pk]), {"jenis": "auditor", "unit": ""}
    )

    assert response.status_code == 422
    assert "Pilih unit kerjanya." in teks(response)
    assert '<option value="auditor" selected>' in response.content.decode()


def test_a_status_that_does_not_exist_is_explained_on_the_page(masuk, orang):
    budi = orang("pak-budi")

    response = masuk("pak-anton").post(
        reverse("kepegawaian:status_set", args=[budi.pk]), {"status": "cuti panjang"}
    )

    assert response.status_code == 422
    assert "Pilih salah satu status dari daftar." in teks(response)


def test_the_button_for_a_file_speaks_indonesian(masuk):
    halaman = masuk("pak-anton").get(reverse("kepegawaian:impor_list")).content.decode()

    assert re.search(
        r'<label class="tombol[^"]*" for="id_berkas">.*?Pilih berkas</label>', halaman, re.DOTALL
    )
