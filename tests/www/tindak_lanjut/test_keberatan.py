"""An objection through the browser, from both sides."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Predikat, Rating
from kinerja.tindak_lanjut import actions
from kinerja.tindak_lanjut.models import Keberatan
from kinerja.www.tindak_lanjut import views
from tests.factories.evaluasi import DIBUKA_AT, buat_evaluasi

pytestmark = pytest.mark.usefixtures("jam")
ALASAN = "Rekap Maret menunjukkan semua berkas selesai, dan buktinya sudah saya lampirkan."


@pytest.fixture
def keberatan(orang, masuk) -> Keberatan:
    evaluasi = buat_evaluasi(orang("bu-melati"), status=StatusEvaluasi.DITERIMA, hasil=Rating.DI_BAWAH)
    masuk("bu-melati").post(reverse("tindak_lanjut:keberatan_file", args=[evaluasi.pk]), {"alasan": ALASAN})
    return Keberatan.objects.get(evaluasi=evaluasi)


def buka(client, keberatan: Keberatan) -> str:
    return client.get(reverse("tindak_lanjut:keberatan_detail", args=[keberatan.pk])).content.decode()


def test_both_sides_and_the_clock_are_on_one_page(keberatan, masuk) -> None:
    alamat = reverse("tindak_lanjut:keberatan_explain", args=[keberatan.pk])
    masuk("camat-tenayan-raya").post(alamat, {"penjelasan": "Tiga berkas terlambat."})

    halaman = buka(masuk("bu-melati"), keberatan)

    for potongan in (ALASAN, "Tiga berkas terlambat.", "hari kerja", "Harlan Tirtakusuma"):
        assert potongan in halaman
    assert "Putuskan" not in halaman


def test_a_refused_objection_keeps_the_text(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("bu-melati"), status=StatusEvaluasi.DITERIMA)

    respons = masuk("bu-melati").post(
        reverse("tindak_lanjut:keberatan_file", args=[evaluasi.pk]), {"alasan": "Tidak adil."}
    )

    assert respons.status_code == 422
    assert "Tidak adil." in respons.content.decode()


def test_the_page_explains_why_it_is_closed(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("bu-melati"), status=StatusEvaluasi.DISERAHKAN)

    halaman = masuk("bu-melati").get(reverse("tindak_lanjut:keberatan_file", args=[evaluasi.pk])).content

    assert "bukan tanda setuju" in halaman.decode()


def test_the_superior_changes_the_result_and_the_employee_reads_why(keberatan, masuk) -> None:
    alamat = reverse("tindak_lanjut:keberatan_decide", args=[keberatan.pk])
    isi = {
        "putusan": "mengubah",
        "rating_hasil": Rating.SESUAI,
        "rating_perilaku": Rating.SESUAI,
        "pertimbangan": "Dua bukti belum terbaca ketika dinilai, dan keduanya sah.",
    }

    assert masuk("sekda-pekanbaru").post(alamat, isi).status_code == 302

    keberatan.evaluasi.refresh_from_db()
    assert (keberatan.evaluasi.status, keberatan.evaluasi.predikat) == (StatusEvaluasi.FINAL, Predikat.BAIK)
    client = masuk("bu-melati")
    assert "Dua bukti belum terbaca" in buka(client, keberatan)
    mengapa = client.get(reverse("penilaian:hasil_detail", args=[keberatan.evaluasi_id])).content.decode()
    assert "Diubah oleh putusan keberatan" in mengapa


def test_an_incomplete_decision_keeps_the_text(keberatan, masuk) -> None:
    alamat = reverse("tindak_lanjut:keberatan_decide", args=[keberatan.pk])

    respons = masuk("sekda-pekanbaru").post(
        alamat, {"putusan": "mengubah", "pertimbangan": "Pertimbangan yang sudah panjang ditulis."}
    )

    assert respons.status_code == 422
    assert "Pilih kedua rating" in respons.content.decode()
    assert "Pertimbangan yang sudah panjang ditulis." in respons.content.decode()


@pytest.mark.parametrize(
    ("slug", "kode"),
    [
        ("bu-melati", 403),
        ("camat-tenayan-raya", 403),
        ("pak-anton", 403),
        ("bu-rina", 404),
        ("bupati-tebo", 404),
    ],
)
def test_nobody_else_decides(keberatan, masuk, slug: str, kode: int) -> None:
    alamat = reverse("tindak_lanjut:keberatan_decide", args=[keberatan.pk])

    assert masuk(slug).post(alamat, {"putusan": "menguatkan", "pertimbangan": ALASAN}).status_code == kode


def test_the_list_says_whose_turn_it_is(keberatan, masuk) -> None:
    alamat = reverse("tindak_lanjut:keberatan_list")

    assert "Menunggu putusan Anda" in masuk("sekda-pekanbaru").get(alamat).content.decode()
    assert "Keberatan Anda" in masuk("bu-melati").get(alamat).content.decode()
    assert "Belum ada keberatan" in masuk("bu-rina").get(alamat).content.decode()


def test_the_list_of_objections_has_pages(orang, akun, masuk, monkeypatch) -> None:
    monkeypatch.setattr(views, "SEHALAMAN", 1)
    for slug in ("bu-melati", "pak-taufan"):
        evaluasi = buat_evaluasi(orang(slug), status=StatusEvaluasi.DITERIMA)
        actions.file_keberatan(evaluasi, alasan=ALASAN, by=akun(slug), at=DIBUKA_AT + timedelta(days=1))

    pertama, kedua = (
        masuk("camat-tenayan-raya")
        .get(reverse("tindak_lanjut:keberatan_list"), {"halaman": n})
        .content.decode()
        for n in (1, 2)
    )

    assert "1–1 dari 2" in pertama
    assert "Melati" in pertama + kedua and "Taufan" in pertama + kedua
    assert ("Melati" in pertama) != ("Melati" in kedua)
