"""The page of a job: how far it is, what went wrong, and only for who asked."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.models import Pekerjaan
from tests.conftest import SEKARANG


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
