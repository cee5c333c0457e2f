"""Running a service point: set-up, tickets, and sorting what came in."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from kinerja.jejak.models import Catatan
from kinerja.layanan.models import KodeSuara, LayananPublik, PetugasLayanan, Suara, SumberSuara, Tanggapan
from tests.conftest import HARI_INI
from tests.factories.layanan import buat_layanan, isi_suara, kirim, unit_of


@pytest.fixture
def layanan(orang) -> LayananPublik:
    return buat_layanan(unit_of(orang("pak-budi")), nama="Poli umum")


def paper(respons) -> str:
    return " ".join(halaman.extract_text() for halaman in PdfReader(io.BytesIO(respons.content)).pages)


def test_a_head_sets_up_a_counter_of_her_unit(masuk, orang):
    unit = unit_of(orang("bu-sari"))
    isian = {
        "unit": unit.pk,
        "nama": "Loket obat",
        "bentuk": "skm9",
        "n_terkecil": "30",
        "batas_sumber": "25",
        "aktif": "on",
    }

    respons = masuk("bu-sari").post("/layanan/baru/", isian)

    baru = LayananPublik.objects.get(nama="Loket obat")
    assert respons.url == f"/layanan/{baru.pk}/"
    assert len(baru.slug) == 9
    assert Catatan.objects.filter(tindakan="layanan.buat", objek_id=str(baru.pk)).exists()


def test_not_for_a_unit_of_somebody_else(masuk, orang):
    isian = {
        "unit": unit_of(orang("bu-rina")).pk,
        "nama": "X",
        "bentuk": "skm9",
        "n_terkecil": "30",
        "batas_sumber": "25",
    }

    assert masuk("bu-sari").post("/layanan/baru/", isian).status_code == 422
    assert not LayananPublik.objects.exists()


def test_the_same_name_twice_is_told_kindly(masuk, layanan):
    isian = {
        "unit": layanan.unit_kerja_id,
        "nama": "Poli umum",
        "bentuk": "skm9",
        "n_terkecil": "30",
        "batas_sumber": "25",
    }

    respons = masuk("bu-sari").post("/layanan/baru/", isian)

    assert respons.status_code == 422 and "Pakai nama lain" in respons.content.decode()


def test_the_form_may_not_change_once_people_have_answered(masuk, layanan):
    isi_suara(layanan, 1)
    isian = {"nama": "Poli umum", "bentuk": "pendek", "n_terkecil": "30", "batas_sumber": "25", "aktif": "on"}

    respons = masuk("bu-sari").post(f"/layanan/{layanan.pk}/setelan/", isian)

    assert "tidak dapat diganti" in respons.content.decode()


@pytest.mark.parametrize("nilai", ["4", "1001", "abc"])
def test_the_minimum_has_its_limits(masuk, layanan, nilai):
    isian = {"nama": "Poli umum", "bentuk": "skm9", "n_terkecil": nilai, "batas_sumber": "25"}

    assert masuk("bu-sari").post(f"/layanan/{layanan.pk}/setelan/", isian).status_code == 422


def test_the_poster_bears_the_address_of_its_counter(masuk, layanan):
    respons = masuk("bu-sari").get(f"/layanan/{layanan.pk}/poster/")

    assert f"http://testserver/s/{layanan.slug}/" in paper(respons)


def test_tickets_open_a_vote_and_are_kept_as_hashes(masuk, layanan):
    respons = masuk("bu-sari").post(
        f"/layanan/{layanan.pk}/kode/", {"jumlah": "20", "berlaku_sampai_on": "2026-04-01"}
    )

    kode = [kata for kata in paper(respons).split() if len(kata) == 9 and kata[4] == "-" and kata.isupper()]
    assert respons["Content-Disposition"].startswith("attachment")
    assert (len(set(kode)), KodeSuara.objects.count()) == (20, 20)
    assert kirim(layanan, kode=kode[3], umur=3) == "dihitung"


def test_a_crowd_is_released_with_one_click(masuk, layanan):
    for _ in range(30):
        kirim(layanan, alamat="45.9.8.1", kalimat="Posyandu desa kami dilayani semua.")
    client = masuk("bu-sari")
    halaman = client.get(f"/layanan/{layanan.pk}/moderasi/").content.decode()
    assert "30 suara dari satu jaringan" in halaman and "100% berisi jawaban yang persis sama" in halaman

    client.post(f"/layanan/sumber/{SumberSuara.objects.get().pk}/lepas/")

    assert Suara.objects.filter(status="dihitung").count() == 30
    assert Catatan.objects.filter(tindakan="suara.dilepas").get().rincian["jumlah"] == 30


def test_dropping_asks_for_a_reason(masuk, layanan):
    for _ in range(30):
        kirim(layanan, alamat="45.9.8.1")
    client, sumber = masuk("bu-sari"), SumberSuara.objects.get()
    assert "Tulis mengapa" in client.post(f"/layanan/sumber/{sumber.pk}/buang/", follow=True).content.decode()

    client.post(f"/layanan/sumber/{sumber.pk}/buang/", {"alasan": "Promosi pinjaman"})

    assert set(Suara.objects.values_list("status", flat=True)) == {"dibuang"}
    assert Catatan.objects.get(tindakan="suara.dibuang").rincian["alasan"] == "Promosi pinjaman"


def test_a_sentence_is_shown_hidden_and_answered(masuk, layanan):
    isi_suara(layanan, 1, kalimat="Kursi tunggu kurang.", status_kalimat="menunggu")
    isi_suara(layanan, 1, kalimat="Petugasnya goblok", status_kalimat="menunggu", tanda_kalimat="celaan")
    kursi, kasar = Suara.objects.get(kalimat__startswith="Kursi"), Suara.objects.get(tanda_kalimat="celaan")
    client = masuk("bu-sari")
    assert "Kata kasar atau celaan" in client.get(f"/layanan/{layanan.pk}/moderasi/").content.decode()

    client.post(f"/layanan/suara/{kursi.pk}/tampilkan/")
    client.post(f"/layanan/suara/{kasar.pk}/sembunyikan/", {"alasan": "Celaan"})
    client.post(
        f"/layanan/{layanan.pk}/tanggapan/", {"suara": kursi.pk, "isi": "Sepuluh kursi datang April."}
    )

    kursi.refresh_from_db()
    kasar.refresh_from_db()
    assert (kursi.status_kalimat, kasar.status_kalimat, kasar.status) == ("tampil", "sembunyi", "dihitung")
    assert Tanggapan.objects.get().suara == kursi
    assert Catatan.objects.filter(tindakan__startswith="kalimat.").count() == 2


def test_an_answer_to_a_hidden_sentence_is_refused(masuk, layanan):
    isi_suara(layanan, 1, kalimat="X", status_kalimat="menunggu")

    client = masuk("bu-sari")
    client.post(f"/layanan/{layanan.pk}/tanggapan/", {"suara": Suara.objects.get().pk, "isi": "Y"})

    assert not Tanggapan.objects.exists()


def test_nobody_sorts_the_votes_on_his_own_work(masuk, layanan, orang):
    PetugasLayanan.objects.create(layanan=layanan, pegawai=orang("bu-sari"), mulai_on=HARI_INI)
    for _ in range(30):
        kirim(layanan, alamat="45.9.8.1", kalimat="Buruk")
    client = masuk("bu-sari")

    halaman = client.get(f"/layanan/{layanan.pk}/moderasi/").content.decode()
    assert "diperiksa orang lain" in halaman and "Buang semuanya" not in halaman
    assert (
        client.post(f"/layanan/sumber/{SumberSuara.objects.get().pk}/buang/", {"alasan": "x"}).status_code
        == 403
    )
    assert client.post(f"/layanan/suara/{Suara.objects.first().pk}/tampilkan/").status_code == 403


def test_who_serves_is_noted_and_ended(masuk, layanan, orang):
    client = masuk("bu-sari")
    client.post(
        f"/layanan/{layanan.pk}/petugas/", {"pegawai": orang("pak-budi").nip, "mulai_on": "2026-02-01"}
    )
    dua_kali = client.post(
        f"/layanan/{layanan.pk}/petugas/", {"pegawai": orang("pak-budi").nip, "mulai_on": "2026-02-10"}
    )
    assert "sudah tercatat" in dua_kali.content.decode()

    client.post(f"/layanan/petugas/{PetugasLayanan.objects.get().pk}/akhiri/", {"selesai_on": "2026-03-01"})

    assert str(PetugasLayanan.objects.get().selesai_on) == "2026-03-01"


def note(client, layanan, pegawai, mulai_on: str) -> str:
    isian = {"pegawai": pegawai.nip, "mulai_on": mulai_on}
    return client.post(f"/layanan/{layanan.pk}/petugas/", isian, follow=True).content.decode()


def test_once_people_have_voted_nobody_is_put_there_long_ago(masuk, layanan, orang):
    client, budi = masuk("bu-sari"), orang("pak-budi")
    isi_suara(layanan, 1)

    assert "paling awal 30 Januari 2026" in note(client, layanan, budi, "2026-01-29")
    assert not PetugasLayanan.objects.exists()
    note(client, layanan, budi, "2026-01-30")
    assert PetugasLayanan.objects.exists()


def test_before_anybody_has_voted_the_past_may_be_noted(masuk, layanan, orang):
    note(masuk("bu-sari"), layanan, orang("pak-budi"), "2025-06-01")

    assert PetugasLayanan.objects.exists()


def test_nobody_served_before_the_counter_was_there(masuk, layanan, orang):
    LayananPublik.objects.update(dibuat_on="2026-02-10")
    client, budi = masuk("bu-sari"), orang("pak-budi")

    assert "dibuat 10 Februari 2026" in note(client, layanan, budi, "2026-02-09")
    assert not PetugasLayanan.objects.exists()


def test_an_end_stands(masuk, layanan, orang):
    petugas = PetugasLayanan.objects.create(
        layanan=layanan, pegawai=orang("pak-budi"), mulai_on="2026-02-01", selesai_on="2026-02-20"
    )

    halaman = masuk("bu-sari").post(
        f"/layanan/petugas/{petugas.pk}/akhiri/", {"selesai_on": "2026-02-10"}, follow=True
    )

    assert "sudah diakhiri 20 Februari 2026" in halaman.content.decode()
    petugas.refresh_from_db()
    assert str(petugas.selesai_on) == "2026-02-20"


def test_a_crowd_of_many_networks_is_named_and_released(masuk, layanan):
    LayananPublik.objects.update(batas_sumber=5)
    layanan.refresh_from_db()
    for nomor in range(41):
        kirim(layanan, alamat=f"45.9.{nomor}.1")
    client = masuk("bu-sari")

    halaman = client.get(f"/layanan/{layanan.pk}/moderasi/").content.decode()
    assert "41 suara dari banyak jaringan milik satu penyedia" in halaman
    client.post(f"/layanan/sumber/{SumberSuara.objects.get().pk}/lepas/")

    assert Suara.objects.filter(status="dihitung").count() == 41


@pytest.mark.parametrize("banyak", [1, 12])
def test_the_pages_ask_the_database_little(masuk, layanan, banyak, django_assert_max_num_queries):
    for _ in range(banyak):
        lain = buat_layanan(layanan.unit_kerja)
        isi_suara(lain, 30, kalimat="Baik.", status_kalimat="menunggu")
        SumberSuara.objects.create(layanan=layanan, hari=HARI_INI, jumlah=3, status="ditahan")
    isi_suara(layanan, banyak, kalimat="Cepat.", status_kalimat="menunggu")
    isi_suara(layanan, banyak + 30, kalimat="Ramah.", status_kalimat="tampil")
    client = masuk("bu-sari")

    for jalur in ("/layanan/", f"/layanan/{layanan.pk}/", f"/layanan/{layanan.pk}/moderasi/"):
        with django_assert_max_num_queries(12):
            assert client.get(jalur).status_code == 200


def test_every_employee_reads_the_result_and_not_the_queue(masuk, layanan):
    isi_suara(layanan, 40)
    client = masuk("bu-rina")

    halaman = client.get(f"/layanan/{layanan.pk}/").content.decode()

    assert "75,00" in halaman and "Moderasi" not in halaman
    assert "Penilaian masyarakat" in client.get("/").content.decode()
    assert layanan.nama in client.get("/layanan/?cari=poli").content.decode()
