"""Between the two sides: what passes, what never passes, and what happens when the practice does not answer."""

from __future__ import annotations

import json
import socketserver
import tempfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from django.conf import settings
from django.core import signing
from django.test import Client
from django.urls import reverse

from kinerja.demo.baca import daftar_pemeran
from kinerja.sosialisasi.latihan import DAFTAR_PERAN, TiketDitolak, make_tiket, read_tiket, rumah, soket
from kinerja.www.sosialisasi.perantara import KUKI, PINTU_KELUAR

HALAMAN = reverse("sosialisasi:latihan")


class Pengulang(BaseHTTPRequestHandler):
    """Says what it was told, and tries to plant a cookie of the real side."""

    def _answer(self) -> None:
        isi = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        badan = json.dumps(
            {"jalan": self.path, "cara": self.command, "isi": isi, "tajuk": dict(self.headers)}
        ).encode()
        self.send_response(418)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(badan)))
        self.send_header("Set-Cookie", "sessionid=dicuri; Path=/")
        self.send_header("Set-Cookie", "latihan_sesi=abc; Path=/; HttpOnly")
        self.end_headers()
        self.wfile.write(badan)

    do_GET = do_POST = do_HEAD = _answer  # noqa: N815 - the server looks for these names

    def address_string(self) -> str:
        return "soket"

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def rumah_latihan(monkeypatch) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="kl-") as folder:
        monkeypatch.setattr(settings, "DATA_DIR", Path(folder))
        (Path(folder) / "latihan" / "kini").mkdir(parents=True)
        (rumah() / "kini" / "kunci-rahasia").write_text("kunci-latihan")
        yield rumah()


@pytest.fixture
def pengulang(rumah_latihan) -> Iterator[None]:
    server = socketserver.ThreadingUnixStreamServer(str(soket()), Pengulang)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield
    server.shutdown()
    server.server_close()


def practising(client: Client) -> Client:
    client.cookies[KUKI] = signing.dumps("pegawai", salt=KUKI)
    return client


def test_the_real_session_stays_on_this_side(masuk, pengulang):
    client = practising(masuk("pak-budi"))
    nyata = client.cookies["sessionid"].value
    client.cookies["latihan_sesi"] = "milik-latihan"

    respons = client.post(
        "/pelaksanaan/realisasi/?x=1", {"nilai": "7"}, headers={"X-Forwarded-For": "6.6.6.6"}
    )

    didengar = respons.json()
    assert respons.status_code == 418
    assert (didengar["jalan"], didengar["cara"]) == ("/pelaksanaan/realisasi/?x=1", "POST")
    assert "nilai" in didengar["isi"]
    assert didengar["tajuk"]["Cookie"] == "latihan_sesi=milik-latihan"
    assert nyata not in json.dumps(didengar)
    assert "6.6.6.6" not in json.dumps(didengar)
    assert "sessionid" not in respons.cookies
    assert respons.cookies["latihan_sesi"]["httponly"]


def test_without_the_cookie_nothing_is_passed_on(masuk, pengulang):
    assert masuk("pak-budi").get("/").status_code == 200


@pytest.mark.parametrize(("di_latihan", "tajuk"), [(True, {}), (False, {"X-Latihan": "1"})])
def test_a_tab_of_the_other_side_is_drawn_anew(masuk, pengulang, di_latihan, tajuk):
    client = practising(masuk("pak-budi")) if di_latihan else masuk("pak-budi")

    respons = client.get("/perencanaan/skp/", headers={"HX-Request": "true"} | tajuk)

    assert respons["HX-Refresh"] == "true"
    assert respons.content == b""


@pytest.mark.parametrize(
    "nilai", ["pegawai", signing.dumps("pegawai", salt="lain"), "x" * 4000], ids=["kata", "segel", "panjang"]
)
def test_a_cookie_that_somebody_made_himself_leads_out(masuk, pengulang, nilai):
    client = masuk("pak-budi")
    client.cookies[KUKI] = nilai

    respons = client.get("/perencanaan/skp/")

    assert respons.url == "/"
    assert respons.cookies[KUKI].value == ""


def test_nobody_types_a_real_password_into_the_practice(pengulang):
    respons = practising(Client()).get("/akun/masuk/")

    assert (respons.status_code, respons.url) == (302, "/")


def test_the_way_out_leaves_the_real_session_alone(masuk, pengulang):
    client = practising(masuk("pak-budi"))

    respons = client.get(PINTU_KELUAR)

    assert set(respons.cookies) == {KUKI, "latihan_sesi", "latihan_csrf"}
    assert "Mode latihan" in client.get(HALAMAN).content.decode()


def test_a_practice_that_does_not_answer_harms_nobody(masuk, rumah_latihan):
    client = masuk("pak-budi")
    respons = practising(client).get("/")
    assert respons.status_code == 503
    assert PINTU_KELUAR in respons.content.decode()
    assert (rumah_latihan / "diminta").exists()

    client.get(PINTU_KELUAR)
    assert client.get("/").status_code == 200


def test_somebody_who_wants_in_wakes_it_and_waits(masuk, rumah_latihan):
    client = masuk("pak-budi")
    respons = client.post(HALAMAN, {"peran": "penilai"}, follow=True)

    assert "sedang disiapkan" in respons.content.decode()
    assert (rumah_latihan / "diminta").exists()
    assert KUKI not in client.cookies
    assert client.post(HALAMAN, {"peran": "raja"}).status_code == 404


def test_awake_it_is_one_click(masuk, pengulang):
    respons = masuk("pak-budi").post(HALAMAN, {"peran": "penilai"})

    assert respons.url.startswith("/sosialisasi/latihan/mulai/?tiket=penilai")
    assert respons.cookies[KUKI].value


def test_a_ticket_is_believed_by_the_practice_alone(rumah_latihan, monkeypatch):
    tiket = make_tiket("admin")
    with pytest.raises(TiketDitolak):
        read_tiket(tiket)
    monkeypatch.setattr(settings, "SECRET_KEY", "kunci-latihan")
    assert read_tiket(tiket).kode == "admin"
    with pytest.raises(TiketDitolak):
        read_tiket(tiket.replace("admin", "penilai"))
    monkeypatch.setattr("django.core.signing.time.time", lambda: 9_999_999_999)
    with pytest.raises(TiketDitolak):
        read_tiket(tiket)


def test_the_seats_are_those_of_the_cast():
    assert {peran.nip for peran in DAFTAR_PERAN} <= {orang.nip for orang in daftar_pemeran()}
