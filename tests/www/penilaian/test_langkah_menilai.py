"""What the rating page does to keep the penilai calm: suggestions, progress, things worth a look."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.predikat import Rating
from kinerja.peraturan.skp import Pendekatan
from tests.factories.evaluasi import ALASAN, DIBUKA_AT, buat_evaluasi
from tests.factories.skp import Hasil, Ukuran, buat_skp
from tests.www.penilaian.test_evaluasi import alamat, isi

pytestmark = pytest.mark.usefixtures("jam")


def rating_tersimpan(evaluasi: Evaluasi) -> dict[int, str]:
    return dict(evaluasi.daftar_hasil.order_by("id").values_list("rhk_id", "rating"))


def test_the_suggestions_fill_only_what_was_not_rated(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))
    pertama, kedua = evaluasi.skp.daftar_rhk.order_by("id").values_list("pk", flat=True)[:2]
    kolom = {
        "revisi": str(evaluasi.revisi),
        "langkah": "saran",
        f"hasil-{pertama}-rating": Rating.DI_BAWAH,
        f"hasil-{pertama}-alasan": ALASAN,
    }

    halaman = masuk("bu-sari").post(alamat(evaluasi), kolom, follow=True).content.decode()

    assert "Saran dipakai" in halaman
    assert rating_tersimpan(evaluasi)[pertama] == Rating.DI_BAWAH
    assert rating_tersimpan(evaluasi)[kedua] == Rating.SESUAI
    evaluasi.refresh_from_db()
    assert evaluasi.predikat == ""
    assert evaluasi.rating_hasil == ""


def test_the_preview_brings_the_progress_along(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))
    kolom = isi(evaluasi, rating_hasil=Rating.DI_ATAS)

    halaman = masuk("bu-sari").post(alamat(evaluasi, "evaluasi_preview"), kolom).content.decode()

    assert 'id="kemajuan"' in halaman
    assert "7 dari 7" in halaman
    assert "Pilihan Anda berbeda dari saran." in halaman


def test_months_without_a_note_are_named(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))

    halaman = masuk("bu-sari").get(alamat(evaluasi)).content.decode()

    assert "Belum ada catatan untuk Januari 2026 dan Februari 2026." in halaman


def test_the_note_of_a_result_that_was_taken_over_is_weighed(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))
    rhk = evaluasi.skp.daftar_rhk.order_by("id").last()
    rhk.diambil_alih_at, rhk.catatan_ambil_alih = DIBUKA_AT, "Rekap tidak selesai meski sudah didampingi."
    rhk.save(update_fields=["diambil_alih_at", "catatan_ambil_alih"])
    client = masuk("bu-sari")

    halaman = client.get(alamat(evaluasi)).content.decode()
    client.post(alamat(evaluasi), isi(evaluasi))

    assert "Rekap tidak selesai meski sudah didampingi." in halaman
    assert f"hasil-{rhk.pk}-rating" not in halaman
    mengapa = client.get(reverse("penilaian:hasil_detail", args=[evaluasi.pk])).content.decode()
    assert "Rekap tidak selesai meski sudah didampingi." in mengapa


def test_without_any_suggestion_there_is_nothing_to_accept(orang, masuk) -> None:
    hasil = Hasil(teks="Warga dijawab jelas", ukuran=(Ukuran(teks="Keluhan dijawab dengan tenggat"),))
    buat_skp(orang("pak-budi"), hasil=(hasil,), pendekatan=Pendekatan.KUALITATIF)

    halaman = masuk("bu-sari").get(alamat(buat_evaluasi(orang("pak-budi")))).content.decode()

    assert "Keluhan dijawab dengan tenggat" in halaman
    assert "Pakai semua saran" not in halaman
