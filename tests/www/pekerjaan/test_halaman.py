"""The page of a job: how far it is, what went wrong, and only for who asked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.istilah import TERJADWAL
from kinerja.pekerjaan.models import Pekerjaan
from tests.conftest import SEKARANG

TERHENTI = "Pekerjaan di belakang layar sedang terhenti."


@pytest.fixture
def satu(akun):
    return enqueue("pekerjaan.hapus_lama", by=akun("pak-budi"), at=SEKARANG)


def page(client, satu, **isi) -> str:
    Pekerjaan.objects.filter(pk=satu.pk).update(**isi)
    respons = client.get(reverse("pekerjaan:pekerjaan_detail", args=[satu.pk]))
    assert respons.status_code == 200
    return respons.content.decode()


def test_a_waiting_job_asks_again_by_itself_and_has_a_link_for_those_without_script(masuk, satu):
    halaman = page(masuk("pak-budi"), satu)

    assert "Menunggu giliran" in halaman
    assert 'hx-trigger="every 2s"' in halaman
    assert "Muat ulang" in halaman


def test_a_running_job_says_how_far_it_is(masuk, satu):
    halaman = page(
        masuk("pak-budi"), satu, status="jalan", kemajuan=1200, total=4000, kalimat="Menghitung saran."
    )

    assert '<progress aria-label="Kemajuan pekerjaan" max="4000" value="1200">' in halaman
    assert "1.200 dari 4.000" in halaman
    assert "Menghitung saran." in halaman


def test_a_finished_job_leads_to_its_result_and_asks_no_more(masuk, satu):
    hasil = {"kalimat": "4.000 saran dihitung.", "tautan": "/penilaian/hasil/", "label_tautan": "Lihat rekap"}

    halaman = page(masuk("pak-budi"), satu, status="selesai", hasil=hasil, selesai_at=SEKARANG)

    assert "4.000 saran dihitung." in halaman
    assert "Lihat rekap" in halaman
    assert "every 2s" not in halaman
    assert "Batalkan" not in halaman


def test_a_failed_job_says_why_and_can_be_tried_again(masuk, satu):
    client = masuk("pak-budi")
    halaman = page(client, satu, status="gagal", galat="Periode ini belum dibuka.", selesai_at=SEKARANG)
    assert "Periode ini belum dibuka." in halaman

    respons = client.post(reverse("pekerjaan:pekerjaan_retry", args=[satu.pk]), follow=True)

    assert "Menunggu giliran" in respons.content.decode()
    assert Pekerjaan.objects.get().status == "antre"


def test_a_job_that_is_tried_again_says_when(masuk, satu):
    assert "mencobanya lagi" in page(masuk("pak-budi"), satu, kegagalan=2)


def test_the_part_alone_is_sent_to_a_page_that_asks_again(masuk, satu):
    respons = masuk("pak-budi").get(
        reverse("pekerjaan:pekerjaan_detail", args=[satu.pk]), headers={"HX-Request": "true"}
    )

    assert b'id="kemajuan-pekerjaan"' in respons.content
    assert b"<html" not in respons.content


def test_cancelling_twice_says_so_kindly(masuk, satu):
    client, alamat = masuk("pak-budi"), reverse("pekerjaan:pekerjaan_cancel", args=[satu.pk])
    assert "Bagian yang sudah selesai tetap tersimpan" in client.post(alamat, follow=True).content.decode()

    assert "sudah usai" in client.post(alamat, follow=True).content.decode()


def test_my_jobs_are_mine_alone(masuk, satu):
    alamat = reverse("pekerjaan:pekerjaan_list")

    assert "Menghapus catatan pekerjaan lama" in masuk("pak-budi").get(alamat).content.decode()
    assert "Belum ada pekerjaan" in masuk("pak-anton").get(alamat).content.decode()


def test_a_list_of_twenty_costs_as_much_as_one_of_two(masuk, akun, django_assert_max_num_queries):
    client = masuk("pak-budi")
    for _ in range(20):
        enqueue("pekerjaan.hapus_lama", by=akun("pak-budi"), at=SEKARANG)

    with django_assert_max_num_queries(6):
        client.get(reverse("pekerjaan:pekerjaan_list"))


def test_the_last_answer_takes_the_button_away_that_has_lost_its_sense(masuk, satu):
    Pekerjaan.objects.filter(pk=satu.pk).update(status="selesai", selesai_at=SEKARANG)

    respons = masuk("pak-budi").get(
        reverse("pekerjaan:pekerjaan_detail", args=[satu.pk]), headers={"HX-Request": "true"}
    )

    assert '<div id="akhir-pekerjaan" hx-swap-oob="innerHTML">' in respons.content.decode()


@pytest.fixture
def terhenti(db):
    """What the clock started yesterday and could not end."""
    satu = enqueue("notifikasi.hapus_lama", by=None, at=SEKARANG, kunci=TERJADWAL)
    isi = {"status": "gagal", "galat": "Jam mesin menunjukkan 2 Maret 2029.", "selesai_at": SEKARANG}
    Pekerjaan.objects.filter(pk=satu.pk).update(**isi)
    return satu


def test_an_admin_hears_of_a_job_of_the_clock_that_failed_and_has_it_tried_again(masuk, terhenti):
    client, alamat = masuk("pak-anton"), reverse("pekerjaan:pekerjaan_list")
    assert "Periksa pekerjaan terjadwal yang belum berhasil" in client.get("/").content.decode()
    halaman = client.get(alamat).content.decode()
    assert "Menghapus notifikasi lama" in halaman
    assert "Jam mesin menunjukkan 2 Maret 2029." in halaman

    respons = client.post(reverse("pekerjaan:terjadwal_retry", args=[terhenti.pk]), follow=True)

    assert "Pekerjaan dicoba lagi" in respons.content.decode()
    assert "Pekerjaan terjadwal yang belum berhasil" not in respons.content.decode()
    terhenti.refresh_from_db()
    assert (terhenti.status, terhenti.galat, terhenti.diminta_oleh) == ("antre", "", None)


def test_others_do_not_hear_of_it_and_cannot_press(masuk, terhenti):
    client = masuk("bu-sari")

    assert "Pekerjaan terjadwal" not in client.get(reverse("pekerjaan:pekerjaan_list")).content.decode()
    assert client.post(reverse("pekerjaan:terjadwal_retry", args=[terhenti.pk])).status_code == 403


def test_what_went_well_since_is_no_news_any_more(terhenti):
    lain = enqueue("notifikasi.hapus_lama", by=None, at=SEKARANG, kunci=TERJADWAL)
    assert terhenti in Pekerjaan.objects.failed_scheduled()

    Pekerjaan.objects.filter(pk=lain.pk).update(status="selesai")

    assert not Pekerjaan.objects.failed_scheduled().exists()


def test_when_no_worker_runs_who_waits_and_the_admin_are_told(masuk, satu):
    terakhir = enqueue("integrasi.webhook", by=None, at=SEKARANG, kunci=TERJADWAL)
    alamat = reverse("pekerjaan:pekerjaan_list")
    assert TERHENTI not in page(masuk("pak-budi"), satu)
    assert TERHENTI not in masuk("pak-anton").get(alamat).content.decode()

    Pekerjaan.objects.filter(pk=terakhir.pk).update(dibuat_at=SEKARANG - timedelta(hours=2))

    assert TERHENTI in page(masuk("pak-budi"), satu)
    assert TERHENTI not in page(masuk("pak-budi"), satu, status="selesai", selesai_at=SEKARANG)
    admin = masuk("pak-anton")
    assert "Minta pekerjaan di belakang layar dijalankan lagi" in admin.get("/").content.decode()
    assert TERHENTI in admin.get(alamat).content.decode()
    assert TERHENTI not in masuk("bu-sari").get(alamat).content.decode()


def test_a_worker_busy_with_one_long_job_is_not_taken_for_none(masuk, akun, satu):
    enqueue("integrasi.webhook", by=None, at=SEKARANG - timedelta(hours=1), kunci=TERJADWAL)
    lama = enqueue("pekerjaan.hapus_lama", by=akun("bu-sari"), at=SEKARANG)
    sewa = SEKARANG + timedelta(minutes=1)
    Pekerjaan.objects.filter(pk=lama.pk).update(status="jalan", lease_ends_at=sewa)

    assert TERHENTI not in page(masuk("pak-budi"), satu)
    Pekerjaan.objects.filter(pk=lama.pk).update(lease_ends_at=SEKARANG)
    assert TERHENTI in page(masuk("pak-budi"), satu)
