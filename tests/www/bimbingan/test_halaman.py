"""Guidance over HTTP: what people fill in, what they print, and what a stranger learns from the code."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.urls import reverse
from pypdf import PdfReader

from kinerja.bimbingan.models import Bimbingan, EvaluasiKompetensi, LaporanPerilaku, UmpanBalikBimbingan
from kinerja.jejak.models import DokumenTerbit
from tests.conftest import SEKARANG
from tests.factories.bimbingan import BUTIR, JAWABAN, buat_bimbingan, buat_laporan_perilaku
from tests.factories.skp import buat_skp

pytestmark = pytest.mark.django_db


@pytest.fixture
def bimbingan(orang) -> Bimbingan:
    skp = buat_skp(orang("pak-budi"), status="ditetapkan")
    satu = buat_bimbingan(
        skp,
        pembimbing=orang("bu-sari"),
        keadaan="selesai",
        pembimbing_signed_at=SEKARANG,
        pegawai_signed_at=SEKARANG,
    )
    satu.daftar_butir.create(**BUTIR, langkah="Mulai pukul tujuh.", penyesuaian=False)
    return satu


def test_an_incomplete_rating_keeps_what_was_chosen(bimbingan, masuk):
    client, alamat = masuk("pak-budi"), reverse("bimbingan:umpan_balik", args=[bimbingan.pk])

    respons = client.post(alamat, {"j1": "belum", "c1": "Terburu-buru."})

    assert respons.status_code == 422
    assert "Terburu-buru." in respons.content.decode()
    lengkap = {f"j{n}": "ya" for n in range(1, 10)}
    assert client.post(alamat, lengkap).status_code == 302
    assert masuk("kepala-dinkes").get(alamat).status_code == 200
    assert masuk("bu-sari").get(alamat).status_code == 404


def test_a_judgement_without_a_reason_is_handed_back_with_the_rest(bimbingan, masuk):
    client, alamat = masuk("bu-sari"), reverse("bimbingan:kompetensi_edit", args=[bimbingan.pk])
    assert client.get(alamat).status_code == 200

    respons = client.post(alamat, {"k2_nilai": "4", "rekomendasi": "Lanjutkan coaching."})

    assert respons.status_code == 422
    assert "Lanjutkan coaching." in respons.content.decode()
    isi = {
        "k2_nilai": "4",
        "k2_alasan": "Bertanya dahulu.",
        "k9_nama": "Triase",
        "k9_nilai": "3",
        "k9_alasan": "Rapi.",
    }
    assert client.post(alamat, {**isi, "rekomendasi": "Lanjutkan."}).status_code == 302
    nama = [satu["nama"] for satu in EvaluasiKompetensi.objects.get().daftar_nilai]
    assert nama == ["Komunikasi", "Triase"]


def test_the_signed_record_is_printed_and_checked_by_its_code(bimbingan, masuk, client):
    respons = masuk("pak-budi").post(
        reverse("bimbingan:formulir_print", args=["B.1.6", bimbingan.pk]), follow=True
    )

    teks = read_pdf(respons)
    assert "PELAKSANAAN COACHING" in teks
    assert BUTIR["penyebab"] in teks
    token = DokumenTerbit.objects.get(kode="B.1.6").token
    halaman = client.get(reverse("dokumen:verifikasi", args=[token])).content.decode()
    assert "masih berlaku" in halaman
    assert masuk("pak-anton").get(reverse("bimbingan:formulir_open", args=[token])).status_code == 404


def mentoring(orang, bimbingan: Bimbingan) -> Bimbingan:
    satu = buat_bimbingan(
        bimbingan.skp,
        pembimbing=orang("bu-sari"),
        bentuk="mentoring",
        keadaan="selesai",
        pembimbing_signed_at=SEKARANG,
        pegawai_signed_at=SEKARANG,
    )
    satu.daftar_tujuan.create(
        keahlian="Triase gawat darurat",
        jangka_waktu="Tiga bulan",
        perubahan="Memilah tanpa ragu",
        ukuran="5 menit",
    )
    satu.daftar_jurnal.create(
        on=date(2026, 2, 20), tempat="Poli umum", bentuk="shadowing_events", materi="Memilah pasien pagi",
        rencana_aksi="Mencoba sendiri", target_on=date(2026, 2, 27), penulis=satu.pembimbing.user,
        written_at=SEKARANG,
    )  # fmt: skip
    return satu


def rated(orang, bimbingan: Bimbingan) -> UmpanBalikBimbingan:
    jawaban = [*JAWABAN[:8], {"nomor": 9, "jawaban": "belum", "catatan": "Waktunya terlalu singkat."}]
    return UmpanBalikBimbingan.objects.create(
        bimbingan=bimbingan, kepada=orang("kepala-dinkes"), jawaban=jawaban, sent_at=SEKARANG
    )


def judged(orang, bimbingan: Bimbingan) -> EvaluasiKompetensi:
    daftar = [
        {"kelompok": "Manajerial", "nama": "Komunikasi", "nilai": 4, "alasan": "Bertanya dahulu."},
        {"kelompok": "Teknis", "nama": "Triase", "nilai": 3, "alasan": "Rapi, belum cepat."},
    ]
    return EvaluasiKompetensi.objects.create(
        bimbingan=bimbingan, daftar_nilai=daftar, rekomendasi="Magang di UGD.", made_at=SEKARANG
    )


def reported(orang, bimbingan: Bimbingan) -> LaporanPerilaku:
    return buat_laporan_perilaku(bimbingan.skp)


@pytest.mark.parametrize(
    ("kode", "buat", "siapa", "daftar_isi"),
    [
        ("B.1.7", mentoring, ("pak-budi", "pak-anton"), [
            "PELAKSANAAN MENTORING", "Triase gawat darurat", "Memilah tanpa ragu", "20 Februari 2026, Poli umum",
            "Memilah pasien pagi", "Mencoba sendiri", "27 Februari 2026",
        ]),
        ("B.1.8", rated, ("pak-budi", "bu-sari"), ["UMPAN BALIK PELAKSANAAN BIMBINGAN", "Waktunya terlalu singkat."]),
        ("B.1.9", judged, ("bu-sari", "pak-anton"), [
            "EVALUASI KOMPETENSI PEGAWAI", "Komunikasi", "Bertanya dahulu.", "Triase", "Rapi, belum cepat.",
            "Magang di UGD.",
        ]),
        ("B.1.10", reported, ("bu-sari", "bu-rina"), [
            "PERMASALAHAN PERILAKU KERJA", "Harmonis", "Jadwal berubah tanpa kabar.", "Bicara dua kali.",
            "1 umpan balik berkelanjutan", "2 Februari 2026",
        ]),
    ],
)  # fmt: skip
def test_every_other_form_is_printed_from_its_rows(
    bimbingan, orang, masuk, client, kode, buat, siapa, daftar_isi
):
    pembaca, orang_luar = siapa
    asal = buat(orang, bimbingan)

    respons = masuk(pembaca).post(reverse("bimbingan:formulir_print", args=[kode, asal.pk]), follow=True)

    teks = read_pdf(respons)
    assert [satu for satu in daftar_isi if satu not in teks] == []
    assert bimbingan.pegawai.nama in teks
    token = DokumenTerbit.objects.get(kode=kode).token
    halaman = client.get(reverse("dokumen:verifikasi", args=[token])).content.decode()
    assert "masih berlaku" in halaman
    assert masuk(orang_luar).get(reverse("bimbingan:formulir_open", args=[token])).status_code == 404


def read_pdf(respons) -> str:
    halaman = PdfReader(io.BytesIO(respons.content)).pages
    return " ".join(" ".join(lembar.extract_text() for lembar in halaman).split())


def test_an_unsigned_record_is_not_printed(bimbingan, masuk):
    Bimbingan.objects.filter(pk=bimbingan.pk).update(keadaan="berjalan")

    masuk("pak-budi").post(reverse("bimbingan:formulir_print", args=["B.1.6", bimbingan.pk]))

    assert not DokumenTerbit.objects.filter(kode="B.1.6").exists()
