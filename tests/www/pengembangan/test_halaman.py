"""The pages of growing as people use them."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from kinerja.dukungan.istilah import JenisDukungan, KeadaanDukungan
from kinerja.dukungan.models import PermintaanDukungan
from kinerja.jejak.models import Catatan
from kinerja.pelaksanaan.models import Nada, UmpanBalik
from kinerja.pengembangan.models import RencanaPengembangan
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.predikat import Rating
from kinerja.tindak_lanjut.actions import IsianUsulan, decide_usulan
from kinerja.tindak_lanjut.istilah import PutusanUsulan
from kinerja.tindak_lanjut.models import UsulanTindakLanjut
from tests.conftest import SEKARANG
from tests.factories.dukungan import minta
from tests.factories.evaluasi import user_dari
from tests.factories.kompetensi import buat_kompetensi, nilai_kompetensi
from tests.factories.pelatihan import buat_kelas, buat_pelatihan
from tests.factories.pembinaan import rendah
from tests.factories.pengembangan import buat_alokasi, buat_rencana, butir_pertama
from tests.factories.skp import buat_skp
from tests.factories.usulan import beri_aturan, susun

pytestmark = pytest.mark.django_db
SAYA = "pengembangan:pengembangan_own"
ISIAN = {
    "kebutuhan": "Integritas",
    "cara": "pelatihan",
    "kegiatan": "",
    "jp": "16",
    "triwulan": "2",
    "hasil_diharapkan": "Berani mengingatkan rekan.",
}


@pytest.fixture
def pelatihan(orang):
    """Recorded for the competence that Pak Budi lacks."""
    satu = buat_pelatihan(orang, "Kelas kejujuran bekerja")
    satu.daftar_kode = ["INT-UJI"]
    satu.save()
    return satu


@pytest.fixture
def kurang(orang, pelatihan, monkeypatch):
    """Pak Budi was seen below what his post asks for, and was told so."""
    budi = orang("pak-budi")
    buat_kompetensi(budi)
    evaluasi = nilai_kompetensi(budi, Rating.DI_BAWAH)
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 4, 3, 2, tzinfo=UTC))
    return evaluasi


def umpan_balik(orang, teks: str) -> None:
    skp = buat_skp(orang("pak-budi"), status="ditetapkan")
    UmpanBalik.objects.create(
        skp=skp,
        rhk=skp.daftar_rhk.order_by("id")[0],
        pemberi=user_dari(orang("bu-sari")),
        peran_pemberi="pimpinan",
        nada=Nada.PERBAIKAN,
        teks=teks,
        given_at=SEKARANG,
    )


def isi(respons) -> str:
    return respons.content.decode()


def test_a_gap_leads_to_a_training_with_its_reason(kurang, masuk, pelatihan):
    halaman = isi(masuk("pak-budi").get(reverse(SAYA)))

    assert "Kesenjangan kompetensi" in halaman and "jabatan menuntut level 3" in halaman
    assert pelatihan.nama in halaman and "dicatat untuk hal ini" in halaman
    assert f"?pelatihan={pelatihan.pk}" in halaman


def test_nothing_that_was_not_handed_over_is_told(orang, masuk, pelatihan):
    budi = orang("pak-budi")
    buat_kompetensi(budi)
    nilai_kompetensi(budi, Rating.DI_BAWAH, serahkan=False)

    assert "Tidak ada yang menonjol" in isi(masuk("pak-budi").get(reverse(SAYA)))


def test_feedback_that_asks_for_better_is_a_need_in_its_own_words(orang, masuk):
    umpan_balik(orang, "Jelaskan prosedur kepada pasien dengan kata yang mudah.")

    halaman = isi(masuk("pak-budi").get(reverse(SAYA)))

    assert "Umpan balik meminta perbaikan" in halaman
    assert "Jelaskan prosedur kepada pasien" in halaman


def test_a_training_that_was_asked_for_is_a_need_until_it_came(orang, masuk):
    budi = orang("pak-budi")
    buat_skp(budi, status="ditetapkan")
    buat_pelatihan(orang, "Perawatan luka modern bagi perawat")
    uraian = "Perawatan luka modern untuk pasien diabetes."
    diminta = minta(orang, jenis=JenisDukungan.PELATIHAN, uraian=uraian)

    halaman = isi(masuk("pak-budi").get(reverse(SAYA)))

    assert "Diminta lewat Dukungan pada" in halaman and uraian in halaman
    assert "topiknya sama" in halaman.split("Pelatihan yang disarankan")[1]
    orangnya = reverse("pengembangan:pengembangan_detail", args=[budi.pk])
    admin = isi(masuk("pak-anton").get(orangnya))
    assert "Diminta lewat Dukungan pada" in admin and "diabetes" not in admin
    PermintaanDukungan.objects.filter(pk=diminta.pk).update(keadaan=KeadaanDukungan.DITERIMA)
    assert "Diminta lewat Dukungan pada" not in isi(masuk("pak-budi").get(reverse(SAYA)))


def test_what_no_training_serves_is_said(orang, masuk):
    umpan_balik(orang, "Jelaskan prosedur kepada pasien dengan kata yang mudah.")
    buat_pelatihan(orang, "Perawatan luka modern bagi perawat")
    minta(orang, jenis=JenisDukungan.PELATIHAN, uraian="Perawatan luka modern.")

    halaman = isi(masuk("pak-budi").get(reverse(SAYA)))

    assert "Belum ada pelatihan dalam katalog untuk" in halaman


def test_the_words_of_feedback_are_for_the_person_and_his_penilai(orang, masuk):
    umpan_balik(orang, "Jelaskan prosedur kepada pasien dengan kata yang mudah.")
    alamat = reverse("pengembangan:pengembangan_detail", args=[orang("pak-budi").pk])

    penilai, admin = isi(masuk("bu-sari").get(alamat)), isi(masuk("pak-anton").get(alamat))

    assert "Jelaskan prosedur" in penilai
    assert "Umpan balik meminta perbaikan" in admin and "Jelaskan prosedur" not in admin


def test_reasons_taken_over_into_a_plan_are_not_for_the_admin(orang, masuk):
    rencana = buat_rencana(orang("pak-budi"), asal={"alasan": "Umpan balik: “Suaranya terlalu pelan.”"})
    alamat = reverse("pengembangan:rencana_detail", args=[rencana.pk])

    assert "terlalu pelan" in isi(masuk("bu-sari").get(alamat))
    assert "terlalu pelan" not in isi(masuk("pak-anton").get(alamat))
    assert "terlalu pelan" not in str(list(Catatan.objects.order_by("id").values_list("rincian", flat=True)))


def test_an_aspect_that_colleagues_had_a_part_in_is_not_named_to_a_role(orang, masuk):
    evaluasi = rendah(orang)
    beri_aturan(evaluasi, [{"kondisi": "aspek_di_bawah", "tindakan": "pelatihan", "parameter": {}}])
    sumber = [{"sumber": "rekan", "keadaan": "dipakai"}]
    kena = {"nilai": "kolaboratif", "label": "Kolaboratif", "rating": Rating.DI_BAWAH.value}
    jejak = {
        **evaluasi.jejak_hitung,
        "daftar_perilaku": [{**kena, "skor": {"mikro": 1, "daftar_sumber": sumber}}],
    }
    Evaluasi.objects.filter(pk=evaluasi.pk).update(jejak_hitung=jejak)
    susun()
    usulan = UsulanTindakLanjut.objects.get()
    setuju = IsianUsulan(putusan=PutusanUsulan.SETUJUI, alasan="Masuk kebutuhan pelatihan tahun ini.")
    decide_usulan([usulan.pk], setuju, by=user_dari(orang("pak-anton")), at=SEKARANG)
    alamat = reverse("pengembangan:pengembangan_detail", args=[orang("pak-budi").pk])

    penilai, admin = isi(masuk("bu-sari").get(alamat)), isi(masuk("pak-anton").get(alamat))

    assert f"<strong>{kena['label']}</strong>" in penilai
    assert "Diputuskan sebagai tindak lanjut" in admin and "Masuk kebutuhan pelatihan" in admin
    assert reverse("penilaian:hasil_detail", args=[evaluasi.pk]) in admin
    assert kena["label"] not in admin


def test_the_page_asks_at_most_ten_times_however_much_there_is(orang, masuk, kurang):
    budi = masuk("pak-budi")
    alamat = reverse(SAYA)
    with CaptureQueriesContext(connection) as sedikit:
        budi.get(alamat)
    for nomor in range(8):
        buat_kelas(orang, buat_pelatihan(orang, f"Pelatihan integritas bagian {nomor}"))
    buat_rencana(orang("pak-budi"))

    with CaptureQueriesContext(connection) as banyak:
        budi.get(alamat)

    assert len(banyak) == len(sedikit) <= 10


def test_his_penilai_reads_it_and_a_colleague_does_not(orang, masuk, kurang):
    alamat = reverse("pengembangan:pengembangan_detail", args=[orang("pak-budi").pk])

    assert "Integritas" in isi(masuk("bu-sari").get(alamat))
    assert masuk("bu-dewi").get(alamat).status_code == 404
    assert masuk("kepala-dinkes").get(alamat).status_code == 404


def test_a_suggestion_goes_into_the_plan_with_what_it_came_from(orang, masuk, kurang, pelatihan):
    budi = masuk("pak-budi")
    alamat = f"{reverse('pengembangan:butir_add')}?pelatihan={pelatihan.pk}"
    assert 'value="Integritas"' in isi(budi.get(alamat))

    respons = budi.post(alamat, ISIAN | {"pelatihan": pelatihan.pk})

    butir = butir_pertama(RencanaPengembangan.objects.get(pegawai=orang("pak-budi")))
    assert respons.url == reverse("pengembangan:rencana_detail", args=[butir.rencana_id])
    assert (butir.kode_kebutuhan, butir.asal) == ("INT-UJI", "kesenjangan")
    assert butir.besar > 0 and "level 3" in butir.alasan


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"jp": "10.000"}, "JP paling banyak 2.000"),
        ({"jp": "-4"}, "JP tidak boleh kurang dari 0"),
        ({"jp": "banyak"}, "“banyak” belum terbaca sebagai angka"),
        ({"hasil_diharapkan": ""}, "apa yang akan terlihat berbeda"),
        ({"cara": "pelatihan"}, "Pilih pelatihannya"),
    ],
)
def test_bad_input_is_told_kindly_and_nothing_typed_is_lost(ubah, kata, masuk):
    respons = masuk("pak-budi").post(
        reverse("pengembangan:butir_add"), ISIAN | {"cara": "coaching", "pelatihan": ""} | ubah
    )

    assert respons.status_code == 422
    assert kata in isi(respons) and 'value="Integritas"' in isi(respons)
    assert not RencanaPengembangan.objects.exists()


def test_a_plan_is_handed_in_returned_and_agreed_and_then_printed(orang, masuk, pelatihan):
    rencana = buat_rencana(orang("pak-budi"), pelatihan=pelatihan, sampai="draf")
    alamat = {
        nama: reverse(f"pengembangan:rencana_{nama}", args=[rencana.pk])
        for nama in ("detail", "submit", "answer", "pdf")
    }
    budi, sari = masuk("pak-budi"), masuk("bu-sari")
    assert sari.get(alamat["detail"]).status_code == 404
    budi.post(alamat["submit"])
    assert "Sepakati rencana pengembangan" in isi(sari.get(reverse("beranda:home")))

    kosong = sari.post(alamat["answer"], {"catatan": "", "jawaban": "kembali"})
    assert kosong.status_code == 422 and "perlu diperbaiki" in isi(kosong)
    sari.post(alamat["answer"], {"catatan": "Tambah mentoring.", "jawaban": "kembali"})
    assert "Perbaiki rencana pengembangan 2026" in isi(budi.get(reverse("beranda:home")))
    budi.post(alamat["submit"])
    sari.post(alamat["answer"], {"catatan": "", "jawaban": "sepakat"})

    kertas = PdfReader(BytesIO(budi.get(alamat["pdf"]).content))
    teks = " ".join(kertas.pages[0].extract_text().split())
    assert len(kertas.pages) == 1
    assert "RENCANA PENGEMBANGAN INDIVIDU TAHUN 2026" in teks and pelatihan.nama in teks
    assert "Kode pemeriksaan" in teks and orang("bu-sari").nama in teks


def test_a_plan_full_to_the_brim_is_still_one_page(orang, masuk):
    rencana = buat_rencana(orang("pak-budi"), sampai="draf", hasil_diharapkan="Lebih sigap. " * 30)
    butir = butir_pertama(rencana)
    for nomor in range(9):
        butir.pk, butir.urutan = None, nomor + 2
        butir.save()

    kertas = PdfReader(
        BytesIO(masuk("pak-budi").get(reverse("pengembangan:rencana_pdf", args=[rencana.pk])).content)
    )

    assert len(kertas.pages) == 1
    assert "Belum disepakati" in " ".join(kertas.pages[0].extract_text().split())


def test_the_team_shows_first_who_waits(orang, masuk, pelatihan):
    buat_rencana(orang("pak-budi"), pelatihan=pelatihan)
    buat_rencana(orang("dokter-fajar"), sampai="diajukan")

    halaman = isi(masuk("bu-sari").get(reverse("pengembangan:pengembangan_tim")))

    assert halaman.index(orang("dokter-fajar").nama) < halaman.index(orang("pak-budi").nama)
    assert "Menunggu Anda" in halaman


def test_the_budget_is_planned_changed_and_approved_by_people(orang, masuk, pelatihan):
    kelas = buat_kelas(orang, pelatihan, kursi=1, biaya=1_000_000)
    buat_rencana(orang("pak-budi"), pelatihan=pelatihan, asal={"besar": 40})
    buat_rencana(orang("bu-dewi"), pelatihan=pelatihan, asal={"besar": 90})
    anton = masuk("pak-anton")
    salah = anton.post(
        reverse("pengembangan:alokasi_create"), {"tahun": "2026", "anggaran": "-5", "kelas": kelas.pk}
    )
    assert salah.status_code == 422 and "tidak boleh kurang dari 0" in isi(salah)
    alokasi = buat_alokasi(orang, [kelas])
    halaman = reverse("pengembangan:alokasi_detail", args=[alokasi.pk])
    assert orang("bu-dewi").nama in isi(anton.get(halaman))
    assert orang("pak-budi").nama in isi(anton.get(halaman, {"tampil": "belum"}))
    baris = alokasi.daftar_baris.get(pegawai=orang("pak-budi"))
    ubah = reverse("pengembangan:baris_edit", args=[baris.pk])

    assert anton.post(ubah, {"langkah": "naik", "alasan": ""}).status_code == 422
    anton.post(ubah, {"langkah": "naik", "alasan": "Bertugas di UGD"})
    anton.post(reverse("pengembangan:alokasi_approve", args=[alokasi.pk]))

    alokasi.refresh_from_db()
    assert alokasi.keadaan == "disetujui"
    assert "Bertugas di UGD" in isi(anton.get(halaman))


def test_the_effects_explain_themselves_while_there_are_none(masuk):
    assert "Belum ada pelatihan yang dapat dibandingkan" in isi(
        masuk("pak-budi").get(reverse("pengembangan:dampak_list"))
    )
