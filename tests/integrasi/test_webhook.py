"""From a line of the trail to another system: signed, repeated until it is taken, and never into our own house."""

from __future__ import annotations

import hashlib
import hmac
import json
import socket
import threading
import time
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections

from kinerja.integrasi import actions
from kinerja.integrasi.actions import CannotIntegrate
from kinerja.integrasi.actions.pengiriman import PAUSA
from kinerja.integrasi.istilah import PETA_PERISTIWA, Peristiwa
from kinerja.integrasi.models import Pengiriman, Webhook
from kinerja.jejak.istilah import KALIMAT
from kinerja.jejak.models import Catatan
from kinerja.pekerjaan.istilah import StatusPekerjaan
from tests.conftest import SEKARANG

pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket]


def test_an_event_reaches_who_asked_for_it_signed_and_without_its_content(
    penerima, pasang, tetapkan, jalankan
):
    tujuan = penerima()
    webhook, rahasia = pasang(tujuan.alamat)
    (catatan_id,) = tetapkan()

    assert jalankan().status == StatusPekerjaan.SELESAI

    ((kepala, badan),) = tujuan.isi
    isi = json.loads(badan)
    catatan = Catatan.objects.get(pk=catatan_id)
    assert set(isi) == {"id", "peristiwa", "pada", "instansi", "objek", "tautan"}
    assert isi["peristiwa"] == kepala["Kinerja-Peristiwa"] == "skp.ditetapkan"
    assert isi["id"] == kepala["Kinerja-Pengiriman"]
    assert isi["objek"] == {"jenis": "perencanaan.skp", "id": catatan.objek_id}
    assert isi["tautan"].endswith(f"/api/v1/skp/{catatan.objek_id}")
    detik, tanda = (bagian.partition("=")[2] for bagian in kepala["Kinerja-Tanda"].split(","))
    assert tanda == hmac.new(rahasia.encode(), f"{detik}.".encode() + badan, hashlib.sha256).hexdigest()
    assert int(detik) == int(SEKARANG.timestamp())
    assert rahasia not in Webhook.objects.get(pk=webhook.pk).rahasia
    assert webhook.daftar_pengiriman.get().keadaan == "terkirim"


def test_each_is_told_once_and_only_what_it_asked_for_of_its_own_instansi(
    penerima, pasang, tetapkan, jalankan
):
    tetapkan(2)  # before anybody listened
    kita, lain, kota = penerima(), penerima(), penerima()
    pasang(kita.alamat)
    pasang(lain.alamat, peristiwa=[Peristiwa.HASIL_FINAL], nama="Lain")
    pasang(kota.alamat, admin="admin-pontianak")
    tetapkan(3)

    jalankan(), jalankan(SEKARANG + timedelta(minutes=1))
    tetapkan(1)
    jalankan(SEKARANG + timedelta(minutes=2))

    assert [len(satu.isi) for satu in (kita, lain, kota)] == [4, 0, 0]


@pytest.mark.parametrize(
    ("cara", "kata"),
    [("rusak", "500"), ("alih", "Pengalihan"), ("diam", "detik"), ("tetes", "detik"), ("sampah", "HTTP")],
)
def test_a_target_that_fails_is_tried_again_after_growing_pauses(
    penerima, pasang, tetapkan, jalankan, cara, kata
):
    tujuan = penerima(cara)
    webhook, _ = pasang(tujuan.alamat)
    tetapkan()

    mulai = time.monotonic()
    jalankan()
    assert time.monotonic() - mulai < 5
    pengiriman = webhook.daftar_pengiriman.get()
    assert (pengiriman.keadaan, pengiriman.percobaan) == ("antre", 1)
    assert pengiriman.coba_at == SEKARANG + PAUSA[0]
    assert kata in pengiriman.galat
    jalankan(SEKARANG + PAUSA[0] / 2)
    assert len(tujuan.isi) == 1

    tujuan.cara = "ok"
    jalankan(SEKARANG + PAUSA[0])

    pengiriman.refresh_from_db()
    assert (pengiriman.keadaan, pengiriman.percobaan, len(tujuan.isi)) == ("terkirim", 2, 2)
    assert len({kepala["Kinerja-Pengiriman"] for kepala, _ in tujuan.isi}) == 1


def test_after_days_it_is_given_up_said_and_may_be_sent_again(
    penerima, pasang, tetapkan, jalankan, orang, masuk
):
    tujuan = penerima("rusak")
    webhook, _ = pasang(tujuan.alamat)
    tetapkan()
    at = SEKARANG
    for pausa in (timedelta(0), *PAUSA):
        at += pausa
        jalankan(at)

    pengiriman = webhook.daftar_pengiriman.get()
    assert (pengiriman.keadaan, len(tujuan.isi)) == ("menyerah", len(PAUSA) + 1)
    assert at - SEKARANG > timedelta(days=3)
    assert Catatan.objects.filter(tindakan="integrasi.webhook_menyerah").count() == 1
    assert "tidak sampai" in masuk("pak-anton").get("/integrasi/").content.decode()
    jalankan(at + timedelta(days=1))
    assert len(tujuan.isi) == len(PAUSA) + 1

    tujuan.cara = "ok"
    actions.resend_pengiriman(pengiriman, by=orang("pak-anton").user, at=at)
    jalankan(at)

    pengiriman.refresh_from_db()
    assert pengiriman.keadaan == "terkirim"


def test_one_that_hangs_does_not_hold_up_the_others(penerima, pasang, tetapkan, jalankan, settings):
    settings.KINERJA_WEBHOOK_DETIK = 1.5
    macet = [penerima("diam") for _ in range(3)]
    baik = penerima()
    for nomor, satu in enumerate(macet):
        pasang(satu.alamat, nama=f"Macet {nomor}")
    pasang(baik.alamat, nama="Baik")
    tetapkan(15)

    mulai = time.monotonic()
    jalankan()

    assert len(baik.isi) == 15
    # One try each in every round that there was, side by side: not 45 of them in a row.
    assert all(len(satu.isi) <= 2 for satu in macet)
    assert time.monotonic() - mulai < 12
    assert Pengiriman.objects.filter(webhook__sistem__nama__startswith="Macet", keadaan="antre").count() == 45


@pytest.mark.parametrize(
    "alamat",
    [
        "http://127.0.0.1:9/x", "https://127.0.0.1/x", "https://[::1]/", "https://[::ffff:10.0.0.1]/", "https://10.1.2.3/",
        "https://192.168.1.1/", "https://169.254.169.254/latest/meta-data", "https://0.0.0.0/", "https://localhost/",
        "https://224.0.0.1/", "https://100.64.0.1/", "ftp://8.8.8.8/", "https://user:sandi@8.8.8.8/", "https:///x",
        "javascript:alert(1)", "https://8.8.8.8:99999/", "https://8.8.8.8/a b", "http://8.8.8.8/", "https://2130706433/",
        "https://8.8.8.8/\r\nHost: dalam", "", "https://[64:ff9b::a9fe:a9fe]/", "https://[64:ff9b:1::1]/", "https://[::7f00:1]/",
        "https://[fec0::1]/", "https://[4000::1]/", "https://240.0.0.1/",
    ],
)  # fmt: skip
def test_no_message_goes_into_our_own_house(pasang, settings, alamat):
    settings.KINERJA_WEBHOOK_JARINGAN = []

    with pytest.raises(CannotIntegrate):
        pasang(alamat)
    assert not Webhook.objects.exists()


def test_a_name_that_answers_slowly_holds_up_nobody(pasang, monkeypatch):
    """It is looked up before the transaction, and not for ever."""
    utama, terbuka, lepas = connections["default"], [], threading.Event()
    sebelum = list(utama.savepoint_ids)

    def slow(*_: object, **__: object) -> list[object]:
        terbuka.append(list(utama.savepoint_ids))
        lepas.wait(10)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    try:
        with pytest.raises(CannotIntegrate, match="belum dapat dicari dalam 3 detik"):
            pasang("https://lambat.go.id/")
    finally:
        lepas.set()
    assert terbuka == [sebelum]
    assert not Webhook.objects.exists()


def test_an_address_that_moved_inside_is_not_followed_there(penerima, pasang, tetapkan, jalankan, settings):
    """What was allowed when it was typed is looked at again whenever something is sent."""
    tujuan = penerima()
    webhook, _ = pasang(tujuan.alamat)
    settings.KINERJA_WEBHOOK_JARINGAN = []
    tetapkan()

    jalankan()

    assert not tujuan.isi
    assert "jaringan dalam" in webhook.daftar_pengiriman.get().galat


def test_a_stopped_webhook_hears_nothing_more(penerima, pasang, tetapkan, jalankan, orang):
    tujuan = penerima("rusak")
    webhook, _ = pasang(tujuan.alamat)
    tetapkan()
    jalankan()

    actions.stop_webhook(webhook, by=orang("pak-anton").user, at=SEKARANG)
    tetapkan()
    jalankan(SEKARANG + timedelta(days=1))

    assert len(tujuan.isi) == 1
    assert webhook.daftar_pengiriman.get().keadaan == "menyerah"
    with pytest.raises(CannotIntegrate):
        actions.queue_test(webhook, by=orang("pak-anton").user, at=SEKARANG)


def test_a_test_is_sent_at_once(penerima, pasang, jalankan, orang):
    tujuan = penerima()
    webhook, _ = pasang(tujuan.alamat)

    actions.queue_test(webhook, by=orang("pak-anton").user, at=SEKARANG)
    jalankan()

    assert json.loads(tujuan.isi[0][1])["peristiwa"] == "uji"


def test_only_the_admin_of_the_instansi_may(penerima, pasang, sistem, orang):
    webhook, _ = pasang(penerima().alamat)
    for slug in ("admin-pontianak", "pak-budi", "auditor-pekanbaru"):
        user = orang(slug).user
        with pytest.raises(PermissionDenied):
            actions.stop_webhook(webhook, by=user, at=SEKARANG)
        with pytest.raises(PermissionDenied):
            actions.queue_test(webhook, by=user, at=SEKARANG)
        assert not Webhook.objects.visible_to(user).exists()


def test_every_event_comes_from_a_line_that_the_trail_knows():
    assert set(PETA_PERISTIWA) <= set(KALIMAT)
    assert set(PETA_PERISTIWA.values()) | {Peristiwa.UJI} == set(Peristiwa)
