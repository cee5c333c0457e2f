"""The pages about other systems: a secret is shown once, a key is taken back at once."""

from __future__ import annotations

import re

import pytest

from kinerja.integrasi.models import Pengiriman, Sistem, TokenAPI, Webhook
from kinerja.jejak.models import Catatan
from kinerja.pekerjaan.models import Pekerjaan

# The name of a webhook's address is looked up.
pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket]


@pytest.fixture
def anton(masuk):
    return masuk("pak-anton")


@pytest.fixture
def sistem(anton) -> Sistem:
    anton.post("/integrasi/sistem/baru/", {"nama": "Presensi", "tujuan": "Rekap hadir", "kontak": ""})
    return Sistem.objects.get()


def buat_token(anton, sistem, **lain) -> str:
    isian = {"nama": "Utama", "cakupan": ["baca:unit", "baca:pegawai"], "sampai_on": "2026-12-31", **lain}
    respons = anton.post(f"/integrasi/sistem/{sistem.pk}/token/", isian)
    return respons.content.decode()


def test_an_empty_page_says_how_to_begin(anton):
    assert "Daftarkan sistem" in anton.get("/integrasi/").content.decode()


def test_a_token_is_shown_once_and_opens_what_was_ticked(anton, sistem, client):
    isi = buat_token(anton, sistem)
    rahasia = re.search(r'value="(knj_[\w-]+)"', isi)[1]
    kepala = {"Authorization": f"Bearer {rahasia}"}

    assert client.get("/api/v1/unit", headers=kepala).status_code == 200
    assert client.get("/api/v1/hasil", headers=kepala).status_code == 403
    detail = anton.get(f"/integrasi/sistem/{sistem.pk}/").content.decode()
    assert rahasia not in detail
    assert rahasia not in str(Catatan.objects.order_by("id").values_list("rincian", flat=True))

    token = TokenAPI.objects.get()
    anton.post(f"/integrasi/token/{token.pk}/cabut/")
    assert client.get("/api/v1/unit", headers=kepala).status_code == 401
    assert "Dicabut" in anton.get(f"/integrasi/sistem/{sistem.pk}/").content.decode()
    daftar = Catatan.objects.filter(tindakan__startswith="integrasi.").order_by("id")
    assert list(daftar.values_list("tindakan", flat=True)) == [
        "integrasi.sistem", "integrasi.token", "integrasi.cabut_token",
    ]  # fmt: skip


def test_every_employee_reads_which_system_fetches_data_of_people(anton, sistem, client, masuk):
    alamat = "/akun/siapa-melihat/"
    buat_token(anton, sistem, nama="Bagan", cakupan=["baca:unit"])
    assert sistem.nama not in masuk("pak-budi").get(alamat).content.decode()

    rahasia = re.search(
        r'value="(knj_[\w-]+)"', buat_token(anton, sistem, cakupan=["baca:unit", "baca:hasil"])
    )[1]
    assert "belum pernah" in masuk("pak-budi").get(alamat).content.decode()
    client.logout()
    client.get("/api/v1/hasil", headers={"Authorization": f"Bearer {rahasia}"})

    isi = masuk("pak-budi").get(alamat).content.decode()
    assert sistem.nama in isi and sistem.tujuan in isi and "predikat yang sudah final" in isi
    assert "unit kerja" not in isi.split("Sistem lain", 1)[1].split("</table>")[0]
    assert "belum pernah" not in isi
    assert sistem.nama not in masuk("kepala-bkpsdm-pontianak").get(alamat).content.decode()


@pytest.mark.parametrize(
    "lain",
    [
        {"cakupan": []},
        {"cakupan": ["semua"]},
        {"sampai_on": "2026-03-01"},
        {"sampai_on": "2030-01-01"},
        {"nama": ""},
    ],
)
def test_a_token_that_cannot_be_is_explained_and_what_was_typed_stays(anton, sistem, lain):
    isi = buat_token(anton, sistem, **lain)

    assert "Kesalahan" in isi
    assert not TokenAPI.objects.exists()


def test_two_systems_of_one_name_are_told_apart(anton, sistem):
    respons = anton.post("/integrasi/sistem/baru/", {"nama": "Presensi", "tujuan": "Lain"})

    assert respons.status_code == 422
    assert "Sudah ada sistem" in respons.content.decode()


def test_a_webhook_is_made_tested_and_stopped(anton, sistem, settings):
    settings.KINERJA_WEBHOOK_JARINGAN = ["127.0.0.0/8"]
    isian = {"alamat": "http://127.0.0.1:9/terima", "peristiwa": ["skp.ditetapkan"]}
    isi = anton.post(f"/integrasi/sistem/{sistem.pk}/webhook/", isian).content.decode()
    webhook = Webhook.objects.get()
    assert re.search(r'value="whs_[\w-]+"', isi)

    anton.post(f"/integrasi/webhook/{webhook.pk}/uji/")
    assert Pengiriman.objects.get().peristiwa == "uji"
    assert Pekerjaan.objects.filter(jenis="integrasi.webhook").exists()
    anton.post(f"/integrasi/webhook/{webhook.pk}/henti/")
    assert "Dihentikan" in anton.get(f"/integrasi/webhook/{webhook.pk}/").content.decode()


def test_an_address_inside_the_house_is_refused_with_what_was_typed(anton, sistem, settings):
    settings.KINERJA_WEBHOOK_JARINGAN = []
    isian = {"alamat": "https://10.0.0.1/terima", "peristiwa": ["skp.ditetapkan"]}

    respons = anton.post(f"/integrasi/sistem/{sistem.pk}/webhook/", isian)

    assert respons.status_code == 422
    assert "jaringan dalam" in respons.content.decode()
    assert "10.0.0.1/terima" in respons.content.decode()


def test_the_guide_for_developers_lists_every_operation(anton):
    isi = anton.get("/integrasi/api/").content.decode()

    for alamat in ("GET /api/v1/unit", "POST /api/v1/impor/{impor_id}/terapkan", "baca:hasil"):
        assert alamat in isi


def test_many_systems_cost_no_more_queries(anton, sistem, django_assert_max_num_queries, orang):
    anton.get("/integrasi/")  # reads the greeting of what was just made
    with django_assert_max_num_queries(8):
        anton.get("/integrasi/")
    with django_assert_max_num_queries(8):
        anton.get(f"/integrasi/sistem/{sistem.pk}/")
