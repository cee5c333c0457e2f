"""The button "Hitung saran" of a period, and what the penilai sees of it before he rates."""

from __future__ import annotations

from django.urls import reverse

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pekerjaan.pekerja import Pekerja
from tests.conftest import SEKARANG
from tests.factories.evaluasi import buat_evaluasi


def press(client, periode):
    return client.post(reverse("penilaian:saran_request", args=[periode.pk]))


def test_the_admin_presses_and_sees_the_progress(orang, masuk):
    evaluasi = buat_evaluasi(orang("pak-budi"))
    admin = masuk("pak-anton")
    assert "Hitung saran" in admin.get(reverse("kebijakan:periode_list")).content.decode()

    respons = press(admin, evaluasi.periode)

    pekerjaan = Pekerjaan.objects.get()
    assert respons.url == reverse("pekerjaan:pekerjaan_detail", args=[pekerjaan.pk])
    assert admin.get(respons.url).status_code == 200


def test_the_penilai_reads_the_suggestion_on_his_team_page(orang, masuk):
    evaluasi = buat_evaluasi(orang("pak-budi"))
    evaluasi.saran_predikat = "baik"
    evaluasi.save()

    isi = masuk("bu-sari").get(reverse("penilaian:tim"), {"periode": evaluasi.periode_id}).content.decode()

    assert "saran: Baik" in isi


def test_a_period_with_nothing_to_suggest_says_so_on_the_page(orang, masuk):
    tahunan = Periode.objects.get(instansi=orang("pak-budi").instansi, tahun=2026, tahap=Tahap.TAHUNAN)

    isi = (
        masuk("pak-anton")
        .post(reverse("penilaian:saran_request", args=[tahunan.pk]), follow=True)
        .content.decode()
    )

    assert "Buka evaluasinya dahulu" in isi
    assert not Pekerjaan.objects.exists()


def test_the_outcome_says_for_how_many(orang, masuk):
    evaluasi = buat_evaluasi(orang("pak-budi"))
    press(masuk("pak-anton"), evaluasi.periode)

    Pekerja(clock=lambda: SEKARANG).drain()

    pekerjaan = Pekerjaan.objects.get()
    assert "untuk 1 orang" in pekerjaan.hasil["kalimat"]
    assert masuk("pak-anton").get(pekerjaan.hasil["tautan"]).status_code == 200


def test_a_job_of_somebody_else_is_named_and_leads_to_no_closed_page(orang, masuk):
    evaluasi = buat_evaluasi(orang("pak-budi"))
    press(masuk("pak-anton"), evaluasi.periode)
    Pekerjaan.objects.update(diminta_oleh=orang("pak-budi").user)

    respons = masuk("pak-anton").post(
        reverse("penilaian:saran_request", args=[evaluasi.periode_id]), follow=True
    )

    assert (respons.status_code, Pekerjaan.objects.count()) == (200, 1)
    assert respons.request["PATH_INFO"] == reverse("kebijakan:periode_list")
    assert f"atas permintaan {orang('pak-budi').user.nama}" in respons.content.decode()


def test_who_is_admin_no_more_cannot_try_again(orang, masuk):
    evaluasi, admin = buat_evaluasi(orang("pak-budi")), masuk("pak-anton")
    press(admin, evaluasi.periode)
    Pekerjaan.objects.update(status="gagal", diminta_oleh=orang("pak-budi").user)

    respons = masuk("pak-budi").post(reverse("pekerjaan:pekerjaan_retry", args=[Pekerjaan.objects.get().pk]))

    assert (respons.status_code, Pekerjaan.objects.get().status) == (403, "gagal")


def test_others_may_not_press(orang, masuk):
    evaluasi = buat_evaluasi(orang("pak-budi"))

    for slug in ("pak-budi", "bu-sari", "admin-pontianak", "auditor-pekanbaru"):
        assert press(masuk(slug), evaluasi.periode).status_code in (403, 404)
    assert not Pekerjaan.objects.exists()
