"""Recording from a phone: the list, the form, its evidence."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from kinerja.kebijakan.models import Periode
from kinerja.pelaksanaan.models import BuktiDukung, Realisasi
from kinerja.peraturan.alur import StatusSKP
from kinerja.perencanaan.models import SKP, IndikatorKinerja
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.skp import HASIL_PEGAWAI, Hasil, buat_skp

LIST = "/pelaksanaan/realisasi/"
PDF = b"%PDF-1.7 rekap pelayanan"


@pytest.fixture(autouse=True)
def hari_ini(monkeypatch) -> None:
    """Pages read the clock; here it stands still on 2 March 2026."""
    monkeypatch.setattr(timezone, "now", lambda: SEKARANG)
    monkeypatch.setattr(timezone, "localdate", lambda value=None, timezone=None: HARI_INI)


@pytest.fixture
def alamat(pasien, bulan):
    def find(nomor=2, indikator=pasien):
        return reverse("pelaksanaan:realisasi_edit", args=[indikator.pk, bulan(nomor).pk])

    return find


@pytest.fixture
def budi(masuk):
    return masuk("pak-budi")


def isian(**lain):
    return {"revisi": "0", "nilai": "110", "cara": "periode", "uraian": "Lengkap"} | lain


def test_the_list_shows_every_indicator_of_the_running_period(budi, skp):
    halaman = budi.get(LIST).content.decode()

    assert "Maret 2026" in halaman
    assert halaman.count('class="kartu indikator"') == 4
    assert "0 dari 4 indikator" in halaman
    assert "Februari 2026</a>" in halaman
    assert "(4 dari 4, sampai 14 Maret 2026)" in halaman
    assert "(4 dari 4, terlambat)" in halaman


def test_many_missing_months_stay_short(budi, skp, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda value=None, timezone=None: date(2026, 7, 1))

    assert "3 periode lagi" in budi.get(LIST).content.decode()


def test_another_period_is_one_press_away(budi, skp, bulan):
    assert "Catat Januari 2026" in budi.get(f"{LIST}?periode={bulan(1).pk}").content.decode()
    assert budi.get(f"{LIST}?periode=x").status_code == 404


def test_a_period_to_come_can_only_be_read(budi, skp, bulan):
    halaman = budi.get(f"{LIST}?periode={bulan(4).pk}").content.decode()

    assert "mulai 1 April 2026" in halaman
    assert "Catat April" not in halaman


def test_without_a_plan_the_way_leads_to_planning(budi):
    assert "Belum ada SKP yang ditetapkan" in budi.get(LIST).content.decode()


@pytest.mark.parametrize(
    ("tertulis", "tersimpan"), [("1.234,56", "1234.56"), ("1234.56", "1234.56"), ("1.234", "1234")]
)
def test_numbers_are_read_as_people_write_them(budi, alamat, tertulis, tersimpan):
    budi.post(alamat(), isian(nilai=tertulis))

    assert str(Realisasi.objects.get().nilai.normalize()) == tersimpan


def test_the_month_alone_is_added_to_what_was_before(budi, alamat):
    budi.post(alamat(1), isian(nilai="105"))
    budi.post(alamat(2), isian(nilai="110"))

    assert [r.nilai for r in Realisasi.objects.order_by("periode__mulai_on")] == [105, 215]
    assert 'value="110"' in budi.get(alamat(2)).content.decode()


def test_the_sum_of_the_year_is_kept_as_it_is(budi, alamat):
    budi.post(alamat(1), isian(nilai="105"))
    budi.post(alamat(2), isian(nilai="220", cara="awal"))

    assert Realisasi.objects.order_by("-periode__mulai_on")[0].nilai == 220


@pytest.mark.parametrize(
    ("nilai", "pesan"),
    [
        ("banyak", "belum terbaca sebagai angka"),
        ("9" * 20, "terlalu besar"),
        ("1,23456", "4 angka di belakang koma"),
    ],
)
def test_a_number_that_is_none_keeps_the_rest(budi, alamat, nilai, pesan):
    respons = budi.post(alamat(), isian(nilai=nilai, uraian="Kalimat yang panjang"))

    assert respons.status_code == 422
    assert pesan in respons.content.decode()
    assert "Kalimat yang panjang" in respons.content.decode()


def test_nothing_typed_is_said_kindly(budi, alamat):
    assert "satu kalimat kemajuan" in budi.post(alamat(), isian(nilai="", uraian="")).content.decode()


def test_saving_leads_to_the_next_empty_indicator(budi, alamat, skp, bulan):
    respons = budi.post(alamat(), isian(lanjut="1"))

    berikut = IndikatorKinerja.objects.get(rhk__skp=skp, satuan="menit")
    assert respons.url == reverse("pelaksanaan:realisasi_edit", args=[berikut.pk, bulan(2).pk])
    assert budi.post(alamat(), isian(nilai="111", revisi="1")).url == f"{LIST}?periode={bulan(2).pk}"


def test_the_second_tab_is_told_and_loses_nothing(budi, alamat):
    budi.post(alamat(), isian())

    respons = budi.post(alamat(), isian(nilai="99", uraian="Dari tab kedua"))

    halaman = respons.content.decode()
    assert respons.status_code == 422
    assert "Yang tersimpan sekarang" in halaman
    assert "Dari tab kedua" in halaman
    assert 'name="revisi" value="1"' in halaman
    assert Realisasi.objects.get().nilai == 110


def test_a_double_press_is_harmless(budi, alamat):
    assert [budi.post(alamat(), isian()).status_code for _ in range(2)] == [302, 302]
    assert Realisasi.objects.get().revisi == 1


def test_a_closed_period_keeps_what_was_typed(budi, alamat, bulan):
    Periode.objects.filter(pk=bulan(2).pk).update(ditutup_at="2026-03-01T00:00Z")

    respons = budi.post(alamat(), isian(uraian="Kalimat saya"))

    assert respons.status_code == 422
    assert "ditutup oleh admin" in respons.content.decode()
    assert "Kalimat saya" in respons.content.decode()


def test_evidence_comes_with_the_same_press(budi, alamat):
    berkas = SimpleUploadedFile("rekap.pdf", PDF)

    budi.post(alamat(), isian(berkas=berkas, keterangan="Rekap Februari"))

    bukti = BuktiDukung.objects.get()
    respons = budi.get(reverse("pelaksanaan:bukti_open", args=[bukti.pk]))
    assert b"".join(respons.streaming_content) == PDF
    assert respons["X-Content-Type-Options"] == "nosniff"
    assert respons["Content-Disposition"].startswith("inline")


def test_a_table_is_downloaded_and_never_shown(budi, alamat):
    berkas = SimpleUploadedFile("rekap.csv", b"bulan;jumlah\nFebruari;110\n")
    budi.post(alamat(), isian(berkas=berkas, keterangan="Rekap Februari"))

    respons = budi.get(reverse("pelaksanaan:bukti_open", args=[BuktiDukung.objects.get().pk]))

    assert respons["Content-Disposition"].startswith("attachment")
    respons.close()


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("rekap.pdf", b"", "kosong"),
        ("foto.jpg", PDF, "isinya dokumen PDF"),
        ("rekap.pdf", b"MZ\x90\x00", "berkas program"),
    ],
)
def test_a_false_file_keeps_the_rest_of_the_form(budi, alamat, nama, isi, pesan):
    respons = budi.post(alamat(), isian(berkas=SimpleUploadedFile(nama, isi), keterangan="Rekap saya"))

    halaman = respons.content.decode()
    assert respons.status_code == 422
    assert pesan in halaman
    assert "Rekap saya" in halaman
    assert 'value="110"' in halaman
    assert not Realisasi.objects.exists()


def test_fifty_megabytes_are_refused_with_the_limit(budi, alamat, tmp_path):
    besar = tmp_path / "video.pdf"
    with besar.open("wb") as berkas:
        berkas.write(PDF)
        berkas.truncate(50 * 1024 * 1024)

    with besar.open("rb") as berkas:
        respons = budi.post(alamat(), isian(berkas=berkas, keterangan="Video"))

    assert respons.status_code == 422
    assert "berukuran 50 MB, lebih besar dari batas 5 MB" in respons.content.decode()


def test_a_link_that_is_no_link_is_said_beside_the_field(budi, alamat):
    respons = budi.post(alamat(), isian(tautan="lemari-arsip", keterangan="Rekap"))

    assert respons.status_code == 422
    assert "bukan tautan" in respons.content.decode()


def test_evidence_without_any_sentence_is_asked_for_one(budi, alamat):
    respons = budi.post(alamat(), isian(tautan="https://contoh.go.id/r", uraian=""))

    assert "Tulis satu kalimat: bukti ini menunjukkan apa?" in respons.content.decode()
    assert not BuktiDukung.objects.exists()


def test_the_sentence_of_the_month_explains_its_photo_too(budi, alamat):
    budi.post(alamat(), isian(tautan="https://contoh.go.id/r", uraian="Rekap ditandatangani kepala ruangan."))

    assert BuktiDukung.objects.get().keterangan == "Rekap ditandatangani kepala ruangan."


def test_advice_stands_beside_the_evidence_and_blocks_nothing(budi, alamat):
    budi.post(alamat(1), isian(nilai="1", tautan="https://drive.google.com/r", keterangan="Daftar hadir"))
    budi.post(alamat(2), isian(tautan="https://drive.google.com/r", keterangan="Daftar hadir"))

    halaman = budi.get(alamat(2)).content.decode()

    assert "hanya menunjukkan kegiatan" in halaman
    assert "berbagi sudah dibuka" in halaman
    assert "Sama dengan bukti Januari 2026" in halaman


def test_evidence_already_there_serves_again(budi, alamat, skp):
    budi.post(alamat(), isian(tautan="https://contoh.go.id/r", keterangan="Rekap"))
    menit = IndikatorKinerja.objects.get(rhk__skp=skp, satuan="menit")
    lama = BuktiDukung.objects.get()

    budi.post(alamat(2, menit), isian(nilai="18", bukti_lama=str(lama.pk)))

    assert BuktiDukung.objects.filter(tautan="https://contoh.go.id/r").count() == 2


def test_evidence_is_taken_off_the_list(budi, alamat):
    budi.post(alamat(), isian(tautan="https://contoh.go.id/r", keterangan="Rekap"))
    bukti = BuktiDukung.objects.get()

    assert budi.get(reverse("pelaksanaan:bukti_remove", args=[bukti.pk])).status_code == 405
    budi.post(reverse("pelaksanaan:bukti_remove", args=[bukti.pk]))

    assert budi.get(reverse("pelaksanaan:bukti_open", args=[bukti.pk])).status_code == 404


@pytest.mark.parametrize(
    ("slug", "status"), [("bu-sari", 302), ("kepala-dinkes", 302), ("bu-dewi", 404), ("bu-rina", 404)]
)
def test_evidence_opens_for_those_who_see_the_plan(budi, masuk, alamat, slug, status):
    budi.post(alamat(), isian(tautan="https://contoh.go.id/r", keterangan="Rekap"))

    assert (
        masuk(slug).get(reverse("pelaksanaan:bukti_open", args=[BuktiDukung.objects.get().pk])).status_code
        == status
    )


def test_a_penilai_sees_it_but_takes_nothing_away(budi, masuk, alamat):
    budi.post(alamat(), isian(tautan="https://contoh.go.id/r", keterangan="Rekap"))
    bukti = BuktiDukung.objects.get()

    assert masuk("bu-sari").post(reverse("pelaksanaan:bukti_remove", args=[bukti.pk])).status_code == 403


@pytest.mark.parametrize("slug", ["bu-sari", "bu-dewi", "bu-rina", "pak-anton"])
def test_nobody_else_opens_the_form(masuk, alamat, slug):
    assert masuk(slug).get(alamat()).status_code == 404


def test_a_stranger_is_asked_to_sign_in(client, alamat):
    assert client.get(alamat()).status_code == 302


def test_the_penilai_reads_and_the_others_do_not(masuk, skp):
    halaman = reverse("pelaksanaan:realisasi_skp", args=[skp.pk])

    dibaca = masuk("bu-sari").get(halaman).content.decode()

    assert "Ambil alih" in dibaca
    assert "Catat Maret" not in dibaca
    assert masuk("pak-budi").get(halaman).url == LIST
    assert {masuk(slug).get(halaman).status_code for slug in ("bu-dewi", "bu-rina", "analis-pontianak")} == {
        404
    }


def test_a_plan_in_writing_is_not_shown(masuk, skp):
    SKP.objects.filter(pk=skp.pk).update(status=StatusSKP.DIAJUKAN)

    assert masuk("bu-sari").get(reverse("pelaksanaan:realisasi_skp", args=[skp.pk])).status_code == 404


def test_a_result_is_taken_over_with_a_note_that_its_owner_reads(masuk, budi, skp):
    alamat = reverse("pelaksanaan:rhk_take_over", args=[skp.daftar_rhk.get(urutan=1).pk])
    sari = masuk("bu-sari")

    assert "apa yang tidak dapat diselesaikan" in sari.post(alamat, {"catatan": "malas"}).content.decode()
    catatan = "Rekap dua bulan tidak selesai meski sudah didampingi."
    assert sari.post(alamat, {"catatan": catatan}).status_code == 302

    assert catatan in budi.get(LIST).content.decode()
    assert {masuk(slug).get(alamat).status_code for slug in ("pak-budi", "kepala-dinkes", "bu-rina")} == {404}


def test_a_long_plan_costs_as_many_queries_as_a_short_one(masuk, orang, bulan, django_assert_max_num_queries):
    ukuran = HASIL_PEGAWAI[0].ukuran
    biaya = []
    for slug, banyak in (("bu-dewi", 1), ("dokter-fajar", 10)):
        skp = buat_skp(orang(slug), hasil=[Hasil(teks="Hasil", ukuran=ukuran)] * banyak)
        Realisasi.objects.bulk_create(
            Realisasi(skp=skp, indikator=i, periode=bulan(nomor), nilai=nomor, recorded_at=SEKARANG)
            for i in IndikatorKinerja.objects.filter(rhk__skp=skp).order_by("id")
            for nomor in (1, 2)
        )
        klien = masuk(slug)
        with django_assert_max_num_queries(60) as hitungan:
            klien.get(LIST)
        biaya.append(len(hitungan))

    assert biaya[0] == biaya[1]
