"""Trainings as people see them, from the offer to two questions three months later."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from kinerja.jejak.models import DokumenTerbit
from kinerja.kompetensi.models import Kompetensi
from kinerja.pelatihan import actions
from kinerja.pelatihan.models import KehadiranPelatihan, Pelatihan, PesertaPelatihan, Sertifikat
from kinerja.pelatihan.queries.kode_hadir import new_kode
from tests.conftest import SEKARANG
from tests.factories.pelatihan import (
    HARI_SATU,
    MULAI_ON,
    PDF,
    SESUDAH,
    ajukan,
    buat_kelas,
    buat_pelatihan,
    bulan_lagi,
    isian_sertifikat,
    luluskan,
    setujui,
    terima,
)
from tests.formulir import isian_halaman


def teks(respons):
    return " ".join(respons.content.decode().split())


def alamat(nama, *argumen):
    return reverse(f"pelatihan:{nama}", args=argumen)


@pytest.fixture
def kelas(orang):
    return buat_kelas(orang, petugas=orang("bu-lenny"))


@pytest.fixture
def pada(monkeypatch):
    """`pada(HARI_SATU)`: pages read this hour from now on."""
    return lambda at: monkeypatch.setattr(timezone, "now", lambda: at)


def test_what_a_training_strengthens_is_ticked_by_name(masuk, orang):
    pelatihan = buat_pelatihan(orang)
    Pelatihan.objects.filter(pk=pelatihan.pk).update(daftar_kode=["harmonis", "kode_lama"])
    anton, ubah = masuk("pak-anton"), alamat("pelatihan_edit", pelatihan.pk)
    halaman = anton.get(ubah)
    assert "Harmonis" in teks(halaman)
    assert "kode_lama (tidak ada lagi di kamus)" in teks(halaman)
    isian = isian_halaman(halaman)
    assert isian["daftar_kode"] == ["harmonis", "kode_lama"]

    ditolak = anton.post(ubah, isian | {"daftar_kode": ["harmonis", "karangan"]})
    assert ditolak.status_code == 422
    assert "karangan" in teks(ditolak)
    anton.post(ubah, isian | {"daftar_kode": ["kolaboratif", "harmonis"]})
    pelatihan.refresh_from_db()
    assert sorted(pelatihan.daftar_kode) == ["harmonis", "kolaboratif"]


def test_register_approve_accept_in_the_browser(masuk, kelas):
    budi, sari, anton = masuk("pak-budi"), masuk("bu-sari"), masuk("pak-anton")
    assert "Pelayanan Prima" in teks(budi.get(alamat("pelatihan_list")))
    respons = budi.post(alamat("kelas_register", kelas.pk), {"alasan": "Melayani loket."}, follow=True)
    assert "Menunggu persetujuan penilai" in teks(respons)
    peserta = PesertaPelatihan.objects.get()

    assert "Setujui ajuan pelatihan Budi Hartawan" in teks(sari.get("/"))
    assert "Setujui ajuan ini?" in teks(sari.get(alamat("peserta_detail", peserta.pk)))
    sari.post(alamat("peserta_approve", peserta.pk))
    assert "Terima" in teks(anton.get(alamat("kelas_detail", kelas.pk)))
    respons = anton.post(alamat("peserta_accept", peserta.pk), follow=True)

    assert "Budi Hartawan, A.Md.Kep.: diterima." in teks(respons)
    assert "Diterima" in teks(budi.get(alamat("pelatihan_list")))


def test_a_full_class_says_what_will_happen(masuk, orang, kelas):
    for slug in ("pak-budi", "bu-dewi"):
        terima(orang, kelas, slug)

    assert "masuk daftar tunggu" in teks(masuk("dokter-fajar").get(alamat("kelas_detail", kelas.pk)))
    respons = masuk("dokter-fajar").post(alamat("kelas_register", kelas.pk), follow=True)
    assert "Kursi sedang penuh" in teks(respons)


def test_the_penilai_proposes_one_of_his_people(masuk, orang, kelas):
    respons = masuk("bu-sari").post(
        alamat("kelas_propose", kelas.pk),
        {"pegawai": orang("bu-dewi").pk, "alasan": "Siap mengajar rekan."},
        follow=True,
    )

    assert "diusulkan. Panitia memutuskan kursinya." in teks(respons)
    assert PesertaPelatihan.objects.get().keadaan == "disetujui"


def test_refusing_without_a_reason_keeps_the_page(masuk, orang, kelas):
    peserta = ajukan(orang, kelas, "pak-budi")

    respons = masuk("bu-sari").post(alamat("peserta_refuse", peserta.pk), {"alasan": ""})

    assert respons.status_code == 422 and "satu kalimat saja" in teks(respons)


def test_late_registration_is_told_kindly(masuk, kelas, pada):
    pada(HARI_SATU)

    respons = masuk("pak-budi").post(alamat("kelas_register", kelas.pk))

    assert respons.status_code == 422 and "Pendaftaran ditutup 20 Maret 2026" in teks(respons)


def test_a_class_is_made_and_opened_by_the_admin(masuk, orang):
    anton, pelatihan = masuk("pak-anton"), buat_pelatihan(orang)
    isian = {
        "nama": "Angkatan V", "mulai_on": "2026-04-10", "selesai_on": "2026-04-09", "batas_daftar_on": "2026-04-01", "cara": "daring",
        "jp": "10.000", "kursi": "30", "biaya": "750.000", "penyelenggara": "BKPSDM", "petugas": "Lenny",
    }  # fmt: skip
    respons = anton.post(alamat("kelas_create", pelatihan.pk), isian)
    assert respons.status_code == 422 and "berakhir sebelum dimulai" in teks(respons)
    assert isian_halaman(respons)["nama"] == "Angkatan V"
    respons = anton.post(alamat("kelas_create", pelatihan.pk), isian | {"selesai_on": "2026-04-11"})
    assert "1 sampai 2.000" in teks(respons)

    anton.post(alamat("kelas_create", pelatihan.pk), isian | {"selesai_on": "2026-04-11", "jp": "16"})
    kelas = pelatihan.daftar_kelas.get()
    assert (kelas.keadaan, kelas.biaya, kelas.petugas) == ("disiapkan", 750_000, orang("bu-lenny"))
    assert masuk("pak-budi").get(alamat("kelas_detail", kelas.pk)).status_code == 404
    assert "Angkatan V" in teks(anton.get(alamat("pelatihan_list")))
    assert "dalam persiapan" not in teks(masuk("pak-budi").get(alamat("pelatihan_list")))
    anton.post(alamat("kelas_open", kelas.pk))

    assert masuk("pak-budi").get(alamat("kelas_detail", kelas.pk)).status_code == 200


def test_attendance_by_qr_from_the_screen_to_the_list(masuk, orang, kelas, pada):
    peserta = terima(orang, kelas, "pak-budi")
    pada(HARI_SATU)
    lenny, budi = masuk("bu-lenny"), masuk("pak-budi")
    layar = teks(lenny.get(alamat("kehadiran_qr", kelas.pk)))
    assert "<svg" in layar and "<strong>0</strong> dari 1 peserta" in layar
    kode = new_kode(kelas.pk, MULAI_ON, at=HARI_SATU)

    halaman = budi.get(alamat("hadir_confirm", kode))
    respons = budi.post(alamat("hadir_confirm", kode), isian_halaman(halaman), follow=True)

    assert "Kehadiran Anda 24 Maret 2026 tercatat" in teks(respons)
    assert KehadiranPelatihan.objects.get().peserta == peserta
    assert "lewat QR" in teks(lenny.get(alamat("kehadiran_edit", kelas.pk)))
    pada(HARI_SATU + timedelta(minutes=5))
    assert "Kode ini sudah berganti" in teks(budi.get(alamat("hadir_confirm", kode)))
    assert "kedaluwarsa" in teks(
        masuk("bu-dewi").post(alamat("hadir_confirm", kode), isian_halaman(halaman), follow=True)
    )


def test_the_list_of_the_room_and_the_results(masuk, orang, kelas, pada):
    peserta = terima(orang, kelas, "pak-budi")
    terima(orang, kelas, "bu-dewi")
    pada(SESUDAH)
    lenny = masuk("bu-lenny")
    for hari in ("2026-03-24", "2026-03-25"):
        lenny.post(alamat("kehadiran_edit", kelas.pk), {"hari": hari, "hadir": [peserta.pk]})
    respons = lenny.post(
        alamat("kehadiran_edit", kelas.pk), {"hari": "2026-04-30", "hadir": [peserta.pk]}, follow=True
    )
    assert "di luar hari kelas" in teks(respons)
    halaman = lenny.get(alamat("hasil_edit", kelas.pk))
    assert isian_halaman(halaman)["lulus"] == [str(peserta.pk)]

    respons = lenny.post(alamat("hasil_edit", kelas.pk), {"lulus": [peserta.pk]}, follow=True)

    assert "1 sertifikat terbit" in teks(respons)
    budi = masuk("pak-budi")
    milik = teks(budi.get(alamat("sertifikat_own")))
    assert "16 JP dari paling sedikit 20 JP" in milik and "Pelayanan Prima" in milik
    cetak = budi.get(alamat("sertifikat_open", Sertifikat.objects.get().pk))
    assert cetak["Content-Type"] == "application/pdf" and cetak.content.startswith(b"%PDF")


def test_who_looks_after_a_class_finds_no_box_for_himself(masuk, orang, kelas, pada):
    peserta = terima(orang, kelas, "pak-budi")
    sendiri = terima(orang, kelas, "bu-lenny", penilai="kepala-bkpsdm-pekanbaru")
    pada(SESUDAH)
    lenny, anton = masuk("bu-lenny"), masuk("pak-anton")

    for nama, kotak in (("kehadiran_edit", "hadir"), ("hasil_edit", "lulus")):
        isi = teks(lenny.get(alamat(nama, kelas.pk)))
        assert f'id="{kotak}-{peserta.pk}"' in isi and f'id="{kotak}-{sendiri.pk}"' not in isi
        assert "petugas lain atau admin" in isi
        assert f'id="{kotak}-{sendiri.pk}"' in teks(anton.get(alamat(nama, kelas.pk)))


def test_the_paper_is_checked_by_anybody(client, orang, kelas):

    luluskan(orang, kelas, terima(orang, kelas, "pak-budi"))
    dokumen = DokumenTerbit.objects.get(kode="SERTIFIKAT")

    isi = teks(client.get(reverse("dokumen:verifikasi", args=[dokumen.token])))

    assert "Sertifikat pelatihan" in isi and "Budi Hartawan" in isi and "16 JP" in isi


def test_a_certificate_from_outside_goes_round(masuk, pada):
    budi, anton = masuk("pak-budi"), masuk("pak-anton")
    isian = {
        "nama": "Webinar",
        "penyelenggara": "LAN",
        "nomor": "7/LAN",
        "jp": "-3",
        "mulai_on": "2026-02-01",
        "selesai_on": "2026-02-01",
    }

    def submit(**ubah):
        berkas = SimpleUploadedFile("sertifikat.pdf", PDF)
        return budi.post(alamat("sertifikat_submit"), isian | ubah | {"berkas": berkas}, follow=True)

    assert "JP harus angka 1 sampai 2.000" in teks(submit())
    assert "diperiksa pengelola kepegawaian" in teks(submit(jp="3"))
    assert "sudah ada: Webinar" in teks(submit(jp="3"))
    sertifikat = Sertifikat.objects.get()
    assert "Periksa sertifikat dari luar" in teks(anton.get("/"))
    assert "Webinar" in teks(anton.get(alamat("sertifikat_queue")))
    assert anton.get(alamat("sertifikat_open", sertifikat.pk)).content == PDF
    anton.post(alamat("sertifikat_verify", sertifikat.pk), {"jp": "3"})

    assert "3 JP dari paling sedikit 20 JP" in teks(budi.get(alamat("pelatihan_list")))


def test_more_hours_than_days_can_hold_are_pointed_out_to_the_checker(masuk, akun):
    wajar = actions.submit_sertifikat(isian_sertifikat(), by=akun("pak-budi"), at=SEKARANG)
    janggal = actions.submit_sertifikat(
        isian_sertifikat(nama="Webinar sehari", nomor="500/X", jp=500), by=akun("pak-budi"), at=SEKARANG
    )
    anton = masuk("pak-anton")

    assert "tidak lazim" in teks(anton.get(alamat("sertifikat_detail", janggal.pk)))
    assert "tidak lazim" not in teks(anton.get(alamat("sertifikat_detail", wajar.pk)))


def test_the_same_number_from_two_people_is_pointed_out_to_the_checker(masuk, akun):
    def submit(slug, penyelenggara, isi):
        isian = isian_sertifikat(
            penyelenggara=penyelenggara, berkas=SimpleUploadedFile("s.pdf", PDF + isi.encode())
        )
        return actions.submit_sertifikat(isian, by=akun(slug), at=SEKARANG)

    submit("pak-budi", "LAN RI", "a")
    sama, lain = submit("bu-dewi", "Lan ri", "b"), submit("bu-yanti", "Bapelkes Riau", "c")
    anton, tanda = masuk("pak-anton"), "nomor yang sama sudah tercatat bagi Budi Hartawan"

    assert tanda in teks(anton.get(alamat("sertifikat_detail", sama.pk)))
    assert "nomor yang sama" not in teks(anton.get(alamat("sertifikat_detail", lain.pk)))


def test_the_limit_of_a_pppk_is_told_to_whoever_agrees(masuk, orang):
    kelas = buat_kelas(orang, jp=40)
    fajar, budi = (ajukan(orang, kelas, slug) for slug in ("dokter-fajar", "pak-budi"))
    sari = masuk("bu-sari")

    assert "melebihi 16 JP" in teks(sari.get(alamat("peserta_detail", fajar.pk)))
    assert "Dengan kelas ini" not in teks(sari.get(alamat("peserta_detail", budi.pk)))


def test_a_returned_certificate_says_why(masuk, akun):
    sertifikat = actions.submit_sertifikat(isian_sertifikat(), by=akun("pak-budi"), at=SEKARANG)
    masuk("pak-anton").post(alamat("sertifikat_return", sertifikat.pk), {"alasan": "Fotonya terpotong."})

    assert "Fotonya terpotong." in teks(masuk("pak-budi").get(alamat("sertifikat_detail", sertifikat.pk)))


def test_a_training_tells_by_name_what_it_strengthens(masuk, orang, kelas):
    pelatihan = kelas.pelatihan
    Kompetensi.objects.get_or_create(
        instansi=pelatihan.instansi,
        kode="asuhan_uji",
        defaults={"nama": "Asuhan keperawatan uji", "jenis": "teknis"},
    )
    pelatihan.daftar_kode = ["asuhan_uji", "kolaboratif", "sudah_dihapus"]
    pelatihan.save(update_fields=["daftar_kode"])

    isi = teks(masuk("pak-budi").get(alamat("pelatihan_detail", pelatihan.pk)))

    assert "Asuhan keperawatan uji, Kolaboratif" in isi
    assert "asuhan_uji" not in isi and "sudah_dihapus" not in isi


def test_three_months_later_a_form_of_a_minute(masuk, orang, kelas, pada):
    peserta = terima(orang, kelas, "pak-budi")
    luluskan(orang, kelas, peserta)
    pada(bulan_lagi(4))
    assert "Adakah bedanya bagi Budi Hartawan" in teks(masuk("bu-sari").get("/"))
    budi = masuk("pak-budi")
    assert "Adakah bedanya?" in teks(budi.get("/"))
    assert budi.post(alamat("tindak_lanjut_answer", peserta.pk), {}).status_code == 422
    assert "Penilai Anda, petugas kelas, dan pengelola kepegawaian membacanya" in teks(
        budi.get(alamat("tindak_lanjut_answer", peserta.pk))
    )
    assert "Budi Hartawan, A.Md.Kep., petugas kelas" in teks(
        masuk("bu-sari").get(alamat("tindak_lanjut_answer", peserta.pk))
    )

    isian = {"pemakaian": "sering", "perubahan": "lebih_baik"}
    respons = budi.post(alamat("tindak_lanjut_answer", peserta.pk), isian, follow=True)

    assert "Terima kasih" in teks(respons) and "sering dipakai" in teks(respons)
    assert "Adakah bedanya?" not in teks(budi.get("/"))


def test_who_moved_house_is_shown_to_the_committee(masuk, orang, kelas):
    setujui(orang, kelas, "pak-budi")
    budi = orang("pak-budi")
    budi.status = "berhenti"
    budi.save(update_fields=["status"])
    peserta = PesertaPelatihan.objects.get()

    assert "sudah tidak bekerja" in teks(masuk("pak-anton").get(alamat("peserta_detail", peserta.pk)))
    respons = masuk("pak-anton").post(alamat("peserta_accept", peserta.pk), follow=True)
    assert "Tolak ajuannya dengan alasan itu" in teks(respons)


HALAMAN = (
    ("pak-budi", "pelatihan_list", ()),
    ("pak-anton", "pelatihan_list", ()),
    ("bu-sari", "tim_list", ()),
    ("pak-anton", "katalog_list", ()),
    ("pak-anton", "kelas_list", ()),
    ("pak-anton", "kelas_detail", ("kelas",)),
    ("bu-sari", "kelas_detail", ("kelas",)),
    ("pak-anton", "peserta_detail", ("peserta",)),
    ("bu-sari", "peserta_detail", ("peserta",)),
    ("pak-budi", "sertifikat_own", ()),
    ("pak-anton", "sertifikat_queue", ()),
    ("pak-anton", "sertifikat_detail", ("sertifikat",)),
    ("bu-lenny", "kehadiran_edit", ("kelas",)),
    ("bu-lenny", "kehadiran_qr", ("kelas",)),
    ("bu-lenny", "hasil_edit", ("kelas",)),
)


@pytest.mark.parametrize(("siapa", "nama", "argumen"), HALAMAN)
def test_pages_ask_little_however_many_take_part(
    siapa, nama, argumen, masuk, orang, akun, pada, django_assert_max_num_queries
):
    kelas = buat_kelas(orang, petugas=orang("bu-lenny"), kursi=10)
    peserta = ajukan(orang, kelas, "pak-budi")
    for slug in ("bu-dewi", "dokter-fajar", "bu-yanti"):
        terima(orang, kelas, slug)
    sertifikat = actions.submit_sertifikat(isian_sertifikat(), by=akun("pak-budi"), at=SEKARANG)
    isi = {"kelas": kelas.pk, "peserta": peserta.pk, "sertifikat": sertifikat.pk}
    pada(HARI_SATU)
    browser = masuk(siapa)

    with django_assert_max_num_queries(8):
        assert browser.get(alamat(nama, *(isi[satu] for satu in argumen))).status_code == 200
