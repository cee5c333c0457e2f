"""Between a browser that practises and the practice: it passes pages on, and nothing that belongs to one side.

The real session, and every other cookie of the real application, stays here; a cookie that the practice sets has its
name begin with `latihan_`. The practice is another process with another database: no view, no connection is shared.
"""

from __future__ import annotations

import http.client
import logging
import os
import socket
import time
from collections.abc import Callable
from http.cookies import SimpleCookie
from pathlib import Path

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string

from kinerja.sosialisasi.latihan import ask_for_practice, rumah, soket

logger = logging.getLogger(__name__)

KUKI, UMUR = "latihan", 12 * 60 * 60
AWALAN = "latihan_"
PINTU_KELUAR = "/sosialisasi/latihan/keluar/"
PINTU_MASUK = "/akun/masuk/"  # nobody types a real password into the practice
MENUNGGU, SEBENTAR = 60, 3  # seconds
_SATU_LOMPATAN = {
    "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade",
    "content-length", "date", "server", "set-cookie",
}  # fmt: skip
_TIDAK_IKUT = _SATU_LOMPATAN | {
    "cookie",
    "forwarded",
    "x-forwarded-for",
    "x-forwarded-proto",
    "x-forwarded-host",
}

Respons = Callable[[HttpRequest], HttpResponse]


class PerantaraLatihanMiddleware:
    def __init__(self, get_response: Respons) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == PINTU_KELUAR:
            return _left()
        if _from_other_side(request):
            return HttpResponse(headers={"HX-Refresh": "true"})
        if not request.COOKIES.get(KUKI):
            return self.get_response(request)
        if not is_practising(request) or request.path_info.startswith(PINTU_MASUK):
            return _left()
        return _pass_on(request)


def _from_other_side(request: HttpRequest) -> bool:
    """A part of a page that was opened before going in or out, in another tab: the whole page must be drawn anew."""
    di_latihan = "X-Latihan" in request.headers
    return "HX-Request" in request.headers and di_latihan != bool(request.COOKIES.get(KUKI))


def is_practising(request: HttpRequest) -> bool:
    try:
        signing.loads(request.COOKIES[KUKI], salt=KUKI, max_age=UMUR)
    except (signing.BadSignature, KeyError):
        return False
    return True


def let_in(respons: HttpResponse, kode: str) -> None:
    nilai = signing.dumps(kode, salt=KUKI)
    respons.set_cookie(
        KUKI, nilai, max_age=UMUR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )


def is_awake() -> bool:
    """It answers, rather than only being on its way: the socket is there before the application is."""
    sambungan = _Sambungan(SEBENTAR)
    try:
        sambungan.request("HEAD", PINTU_MASUK)
        return sambungan.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        sambungan.close()


class _Sambungan(http.client.HTTPConnection):
    """HTTP over the socket file of the practice."""

    def __init__(self, menunggu: int) -> None:
        super().__init__("latihan", timeout=menunggu)

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        try:
            self.sock.connect(str(soket()))
        except OSError:
            self.close()
            raise


def _left() -> HttpResponse:
    """Back where one came from: the real session was never touched."""
    respons = HttpResponseRedirect("/")
    for nama in (KUKI, "latihan_sesi", "latihan_csrf"):
        respons.delete_cookie(nama)
    return respons


def _pass_on(request: HttpRequest) -> HttpResponse:
    request.get_host()  # a name that is not ours is refused here, as everywhere
    _keep_awake()
    sambungan = _Sambungan(MENUNGGU)
    try:
        alamat = request.get_full_path()
        isi = request.read() if request.method not in ("GET", "HEAD") else None
        sambungan.request(str(request.method), alamat, body=isi, headers=_headers(request))
        jawaban = sambungan.getresponse()
        return _answer(jawaban, jawaban.read())
    except (OSError, http.client.HTTPException):
        logger.warning("Mode latihan tidak menjawab.", exc_info=True)
        respons = HttpResponse(render_to_string("sosialisasi/latihan_tidur.html"), status=503)
        respons["Cache-Control"] = "no-store"
        return respons
    finally:
        sambungan.close()


def _headers(request: HttpRequest) -> dict[str, str]:
    kuki = "; ".join(f"{nama}={isi}" for nama, isi in request.COOKIES.items() if nama.startswith(AWALAN))
    ikut = {nama: isi for nama, isi in request.headers.items() if nama.lower() not in _TIDAK_IKUT}
    return ikut | {
        "Cookie": kuki,
        "X-Forwarded-Proto": str(request.scheme),
        "X-Forwarded-For": request.META.get("REMOTE_ADDR") or "127.0.0.1",
    }


def _answer(jawaban: http.client.HTTPResponse, isi: bytes) -> HttpResponse:
    respons = HttpResponse(isi, status=jawaban.status)
    del respons["Content-Type"]
    for nama, nilai in jawaban.getheaders():
        if nama.lower() == "set-cookie":
            _take_cookies(respons, nilai)
        elif nama.lower() not in _SATU_LOMPATAN:
            respons[nama] = nilai
    return respons


def _take_cookies(respons: HttpResponse, tajuk: str) -> None:
    for nama, kuki in SimpleCookie(tajuk).items():
        if nama.startswith(AWALAN):
            respons.cookies[nama] = kuki


def _keep_awake() -> None:
    """Once a minute is enough to say that somebody is here."""
    diminta: Path = rumah() / "diminta"
    try:
        if time.time() - diminta.stat().st_mtime > 60:
            os.utime(diminta)
    except FileNotFoundError:
        ask_for_practice()
