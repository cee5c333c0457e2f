"""My results, and why they are what they are."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Rating
from kinerja.www.penilaian.views import hasil as views
from tests.factories.evaluasi import ALASAN, DIBUKA_AT, buat_evaluasi

pytestmark = pytest.mark.usefixtures("jam")


def buka(client, evaluasi: Evaluasi) -> str:
    return client.get(reverse("penilaian:hasil_detail", args=[evaluasi.pk])).content.decode()


def test_my_results_appear_after_the_hand_over(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITETAPKAN)
    daftar = reverse("penilaian:hasil_list")
    assert "Belum ada hasil" in masuk("pak-budi").get(daftar).content.decode()

    masuk("bu-sari").post(reverse("penilaian:evaluasi_hand_over", args=[evaluasi.pk]))

    assert "Triwulan I 2026" in masuk("pak-budi").get(daftar).content.decode()


def test_why_goes_from_the_predikat_down_to_the_article(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITERIMA)

    halaman = buka(masuk("pak-budi"), evaluasi)

    for potongan in (
        "Mengapa predikat saya ini?",
        "Panduan menyarankan rating ini",
        "Persentase catatan asuhan lengkap",
        "Kuadran Kinerja Pegawai (hlm. 99)",
        "dr. Sari Puspitaningrum",
        "hari kerja",
        "Ajukan keberatan",
    ):
        assert potongan in halaman


def test_a_departure_shows_its_reason_to_the_employee(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DISERAHKAN, hasil=Rating.DI_ATAS)

    halaman = buka(masuk("pak-budi"), evaluasi)

    assert "Penilai memutuskan lain" in halaman
    assert ALASAN in halaman


def test_the_trace_does_not_change_when_the_plan_does(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITERIMA)
    evaluasi.skp.daftar_rhk.update(teks="Teks yang diubah kemudian")

    assert "Teks yang diubah kemudian" not in buka(masuk("pak-budi"), evaluasi)


def test_after_the_limit_objecting_is_no_longer_offered(orang, masuk, jam) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITERIMA)
    jam(datetime(2026, 5, 20, 3, 0, tzinfo=UTC))

    assert "Ajukan keberatan" not in buka(masuk("pak-budi"), evaluasi)


def test_a_result_from_elsewhere_without_a_trace_still_opens(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITERIMA)
    Evaluasi.objects.filter(pk=evaluasi.pk).update(jejak_hitung={})

    assert "Rincian tidak tersedia" in buka(masuk("pak-budi"), evaluasi)


@pytest.mark.parametrize("slug", ["bu-dewi", "bu-rina", "analis-pontianak"])
def test_a_colleague_never_sees_it(orang, masuk, slug: str) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITERIMA)

    respons = masuk(slug).get(reverse("penilaian:hasil_detail", args=[evaluasi.pk]))

    assert respons.status_code == 404


def test_many_years_of_results_have_pages(orang, masuk, monkeypatch) -> None:
    monkeypatch.setattr(views, "SEHALAMAN", 1)
    for urutan, at in ((1, DIBUKA_AT), (2, datetime(2026, 7, 1, 2, tzinfo=UTC))):
        buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITERIMA, urutan=urutan, at=at)

    pertama, kedua = (
        masuk("pak-budi").get(reverse("penilaian:hasil_list"), {"halaman": n}).content.decode()
        for n in (1, 2)
    )

    assert "1–1 dari 2" in pertama
    assert "Triwulan II 2026" in pertama
    assert "Triwulan I 2026" in kedua
