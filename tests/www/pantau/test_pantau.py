"""Who gets in, what the page may connect to, and asking again without a live line."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import signing

from kinerja.jejak.actions import record
from kinerja.pantau.actions import follow
from kinerja.pantau.hidup.tiket import BERLAKU, SAMBUNG, Tiket, issue, read
from kinerja.peraturan.alur import StatusSKP
from kinerja.perencanaan.models import SKP
from tests.conftest import SEKARANG
from tests.factories.skp import buat_skp

pytestmark = pytest.mark.django_db


@pytest.fixture
def skp(orang):
    skp = buat_skp(orang("pak-budi"), status="draf")
    follow(at=SEKARANG)
    return skp


def ticket(isi: str) -> str:
    return re.search(r'data-tiket="([^"]+)"', isi)[1]


def test_a_penilai_sees_his_own_people_and_a_leader_his_subtree(skp, masuk):
    penilai = masuk("bu-sari").get("/pantau/?tim=1").content.decode()
    pimpinan = masuk("kepala-dinkes").get("/pantau/").content.decode()

    assert "orang-orang yang Anda pimpin" in penilai
    assert "Pantau Dinas Kesehatan" in pimpinan
    for isi in (penilai, pimpinan):
        assert re.search(r'data-angka="skp_draf">1<', isi)


def test_a_unit_of_somebody_else_does_not_exist_for_him(skp, masuk, orang):
    lain = orang("camat-tenayan-raya").daftar_penempatan.get(selesai_on=None).unit_kerja_id

    assert masuk("kepala-dinkes").get(f"/pantau/?unit={lain}").status_code == 404
    assert masuk("pak-budi").get("/pantau/").status_code == 403


@pytest.mark.parametrize(
    "alamat", ["/pantau/daftar/tidak-ada/", "/pantau/?unit=abc", "/pantau/?unit=99999999999999999999"]
)
def test_a_strange_address_is_answered_kindly(skp, masuk, alamat):
    assert masuk("kepala-dinkes").get(alamat).status_code in (200, 404)


def test_only_this_page_may_connect_to_the_live_process(skp, masuk, settings):
    settings.KINERJA_HIDUP_PORT = 9000
    client = masuk("kepala-dinkes")

    aturan = client.get("/pantau/")["Content-Security-Policy"]

    assert re.search(r"connect-src 'self' http://testserver:9000(;|$)", aturan)
    assert ":9000" not in client.get("/pantau/tabel/")["Content-Security-Policy"]


def test_without_a_live_process_the_page_asks_and_hears_what_is_new(skp, masuk, client):
    isi = masuk("kepala-dinkes").get("/pantau/").content.decode()
    alamat = f"/pantau/angka/?tiket={ticket(isi)}"
    pertama = client.get(alamat)
    assert pertama.json()["teks"]["skp_draf"] == "1"
    assert client.get(alamat, headers={"If-None-Match": pertama["ETag"]}).status_code == 304

    SKP.objects.filter(pk=skp.pk).update(status=StatusSKP.DIAJUKAN)
    record("skp.submit", skp, by=skp.pegawai.user, at=SEKARANG)
    follow(at=SEKARANG)

    baru = client.get(alamat, headers={"If-None-Match": pertama["ETag"]})
    assert (baru.json()["teks"]["skp_draf"], baru.json()["teks"]["skp_diajukan"]) == ("0", "1")


def test_a_forged_or_old_ticket_opens_nothing(skp, client, monkeypatch):
    assert client.get("/pantau/angka/?tiket=palsu").status_code == 403
    tiket = issue(Tiket(1, "u1", 1))
    assert read(tiket + "x", umur=BERLAKU) is None
    assert read(tiket, umur=SAMBUNG) == Tiket(1, "u1", 1)
    assert read(tiket, umur=timedelta(seconds=-1)) is None
    assert read(signing.dumps("bukan tiket", salt="kinerja.pantau.tiket"), umur=BERLAKU) is None


def test_who_lost_his_role_gets_no_new_ticket(skp, masuk, akun):
    client = masuk("kepala-dinkes")
    assert client.get("/pantau/tiket/").json()["tiket"]
    akun("kepala-dinkes").daftar_peran.update(selesai_on=SEKARANG.date())
    # Nor does he head the house any more.
    akun("kepala-dinkes").pegawai.daftar_penempatan.update(selesai_on=SEKARANG.date() - timedelta(days=1))
    unit = skp.unit_kerja_id

    assert (
        client.get(f"/pantau/tiket/?unit={unit}").status_code == 200
    )  # his own people, whatever unit he asks for
    isi = read(client.get(f"/pantau/tiket/?unit={unit}").json()["tiket"], umur=SAMBUNG)
    assert isi is not None and isi.kunci.startswith("p")
