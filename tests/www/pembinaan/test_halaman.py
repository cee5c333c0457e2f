"""The pages of a pembinaan over HTTP: each side finds its own step, others find nothing."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from kinerja.jejak.models import AksesData, DokumenTerbit
from kinerja.pembinaan import actions
from kinerja.pembinaan.models import RencanaPembinaan
from tests.factories.evaluasi import user_dari
from tests.factories.pembinaan import ALASAN, MULAI_ON, PADA, buat_rencana, langkah, rendah

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def jam(monkeypatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: PADA)


def rinci(rencana: RencanaPembinaan) -> str:
    return reverse("pembinaan:rencana_detail", args=[rencana.pk])


def test_from_a_low_result_to_two_signatures(orang, masuk):
    evaluasi = rendah(orang)
    sari, budi = masuk("bu-sari"), masuk("pak-budi")
    assert orang("pak-budi").nama in sari.get(reverse("pembinaan:pembinaan_list")).content.decode()
    buka = reverse("pembinaan:rencana_open", args=[evaluasi.pk])
    assert "bukan surat teguran" in sari.get(buka).content.decode()

    halaman = sari.post(buka, {"alasan": ALASAN, "mulai_on": str(MULAI_ON)}).url
    sari.post(f"{halaman}sasaran/", {"teks": "Laporan masuk sebelum tanggal lima"})
    sari.post(
        f"{halaman}butir/",
        {"jenis": "bantuan", "teks": "Rekan mendampingi dua jam", "pelaksana": orang("bu-sari").pk, "batas_on": "2026-05-01"},
    )  # fmt: skip
    sari.post(
        f"{halaman}butir/",
        {"jenis": "langkah", "teks": "Menyusun laporan tiap Jumat", "pelaksana": orang("pak-budi").pk, "batas_on": "1 Mei 2026"},
    )  # fmt: skip
    assert "Tandatangani rencana" in sari.get(halaman).content.decode()
    sari.post(f"{halaman}tandatangani/")
    assert "Baca dan jawab rencana pembinaan Anda" in budi.get("/").content.decode()
    isi = budi.get(halaman).content.decode()
    assert "Rekan mendampingi dua jam" in isi
    assert "Tidak setuju tidak menghentikan bantuan" in isi

    budi.post(f"{halaman}jawab/", {"sikap": "setuju", "keberatan": ""})

    isi = sari.get(halaman).content.decode()
    assert "Setuju, ditandatangani" in isi
    pdf = sari.get(f"{halaman}naskah/rencana/")
    teks = " ".join(h.extract_text() for h in PdfReader(io.BytesIO(pdf.content)).pages)
    assert "Periksa keaslian" in teks
    dokumen = DokumenTerbit.objects.get(kode="BINA-R")
    periksa = masuk("bu-melati").get(reverse("dokumen:verifikasi", args=[dokumen.token])).content.decode()
    assert orang("pak-budi").nama not in periksa
    assert AksesData.objects.filter(pegawai_id=orang("pak-budi").pk, halaman="pembinaan").exists()


@pytest.mark.parametrize(
    "siapa", ["bu-dewi", "sekda-pekanbaru", "auditor-pekanbaru", "admin-pontianak", "bu-rina"]
)
def test_for_others_it_does_not_exist(orang, masuk, siapa):
    rencana = buat_rencana(orang, keadaan="dijawab")
    lain = masuk(siapa)

    assert lain.get(rinci(rencana)).status_code == 404
    assert lain.get(f"{rinci(rencana)}naskah/rencana/").status_code == 404
    assert "Kembali sesuai" not in lain.get(reverse("pembinaan:pembinaan_list")).content.decode()


def test_wrong_input_is_said_and_stays(orang, masuk):
    rencana = buat_rencana(orang)
    sari = masuk("bu-sari")

    jauh = sari.post(
        f"{rinci(rencana)}butir/",
        {"jenis": "langkah", "teks": "Belajar dari rekan sebelah", "pelaksana": orang("pak-budi").pk, "batas_on": "2027-12-01"},
    )  # fmt: skip
    tutup = sari.post(
        f"{rinci(rencana)}tutup/", {"hasil": "membaik", "alasan": "Sudah membaik menurut kami semua."}
    )

    assert jauh.status_code == tutup.status_code == 422
    assert "Belajar dari rekan sebelah" in jauh.content.decode()
    assert "dalam masa pembinaan" in jauh.content.decode()
    assert "belum ditandatangani" in tutup.content.decode()


def test_the_ladder_stands_there_with_its_source(orang, masuk):
    isi = masuk("pak-budi").get(rinci(buat_rencana(orang))).content.decode()

    assert "Uji kompetensi" in isi
    assert "nomor peraturannya belum dipastikan" in isi
    assert "Tidak satu pun berjalan sendiri" in isi


def test_a_note_waits_for_the_other_side(orang, masuk):
    rencana = buat_rencana(orang, keadaan="dijawab")
    sari, budi = masuk("bu-sari"), masuk("pak-budi")
    budi.post(
        f"{rinci(rencana)}pertemuan/",
        {"tanggal": str(MULAI_ON), "catatan": "Data posyandu diminta lebih awal."},
    )
    assert "Baca catatan pertemuan pembinaan" in sari.get("/").content.decode()
    assert "Sudah saya baca" in sari.get(rinci(rencana)).content.decode()

    sari.post(reverse("pembinaan:pertemuan_read", args=[rencana.daftar_pertemuan.get().pk]))

    assert "Baca catatan pertemuan pembinaan" not in sari.get("/").content.decode()


def test_the_end_gives_a_report(orang, masuk):
    rencana = buat_rencana(orang)
    sari = masuk("bu-sari")
    assert sari.get(f"{rinci(rencana)}naskah/berita/").status_code == 404

    sari.post(
        f"{rinci(rencana)}tutup/",
        {"hasil": "dihentikan", "alasan": "Penyebabnya ternyata data yang salah masuk."},
    )

    assert "Hasil: Dihentikan" in sari.get(rinci(rencana)).content.decode()
    assert sari.get(f"{rinci(rencana)}naskah/berita/")["Content-Type"] == "application/pdf"
    assert "Tutup pembinaan" not in sari.get(rinci(rencana)).content.decode()


def test_pages_ask_at_most_eight_times_however_much_is_written(orang, masuk):
    rencana = buat_rencana(orang, keadaan="dijawab")
    sari, oleh = masuk("bu-sari"), user_dari(orang("bu-sari"))

    def hitung() -> list[int]:
        jumlah = []
        for alamat in (rinci(rencana), reverse("pembinaan:pembinaan_list")):
            with CaptureQueriesContext(connection) as kueri:
                assert sari.get(alamat).status_code == 200
            jumlah.append(len(kueri))
        return jumlah

    hitung()  # the note of who looked is written once a day
    sedikit = hitung()
    for nomor in range(6):
        actions.add_butir(rencana, langkah(orang, f"Langkah ke-{nomor} yang menyusul"), by=oleh, at=PADA)
        actions.note_pertemuan(
            rencana, tanggal=MULAI_ON + timedelta(days=nomor), catatan="Bicara dan sepakat.", by=oleh, at=PADA + timedelta(days=nomor)
        )  # fmt: skip

    assert hitung() == sedikit
    assert max(sedikit) <= 8
