"""A real HTTP server in a thread that takes messages, in the manner that a test asks of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class _Handler(BaseHTTPRequestHandler):
    server: _Peladen

    def handle(self) -> None:
        with suppress(OSError):  # the sender hung up, as it should
            super().handle()

    def do_POST(self) -> None:
        penerima = self.server.penerima
        badan = self.rfile.read(int(self.headers["Content-Length"]))
        penerima.isi.append((dict(self.headers.items()), badan))
        penerima.sesudah(len(penerima.isi))
        getattr(self, f"_{penerima.cara}")(penerima)

    def do_GET(self) -> None:
        raise AssertionError("followed a redirect")

    def _ok(self, penerima: Penerima) -> None:
        self.send_response(204)
        self.end_headers()

    def _rusak(self, penerima: Penerima) -> None:
        self.send_response(500)
        self.end_headers()

    def _alih(self, penerima: Penerima) -> None:
        self.send_response(302)
        self.send_header("Location", penerima.alamat)
        self.end_headers()

    def _diam(self, penerima: Penerima) -> None:
        penerima.bebas.wait(30)

    def _tetes(self, penerima: Penerima) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not penerima.bebas.wait(0.1):
            self.wfile.write(b"X-Tetes: 1\r\n")

    def _sampah(self, penerima: Penerima) -> None:
        self.wfile.write(b"halo, ini bukan HTTP\r\n\r\n")

    def log_message(self, *args: Any) -> None:
        pass


class _Peladen(ThreadingHTTPServer):
    daemon_threads = True
    penerima: Penerima


class Penerima:
    """`cara`: ok, rusak (500), alih (302), diam (never answers), tetes (a header at a time), sampah (no HTTP)."""

    def __init__(self, cara: str = "ok") -> None:
        self.cara = cara
        self.isi: list[tuple[dict[str, str], bytes]] = []
        self.sesudah: Callable[[int], None] = lambda jumlah: None
        self.bebas = threading.Event()
        self.peladen = _Peladen(("127.0.0.1", 0), _Handler)
        self.peladen.penerima = self
        threading.Thread(
            target=self.peladen.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        ).start()

    @property
    def alamat(self) -> str:
        return f"http://127.0.0.1:{self.peladen.server_address[1]}/kinerja?dari=uji"

    def tutup(self) -> None:
        self.bebas.set()
        self.peladen.shutdown()
        self.peladen.server_close()
