"""The door of the live process: one address, GET only, a ticket instead of a cookie."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from kinerja.pantau.hidup.pusat import Pusat, pesan
from kinerja.pantau.hidup.tiket import SAMBUNG, Tiket, read
from kinerja.pantau.queries.siaran import Siaran

SABAR = 5.0  # seconds for a request to arrive
KEPALA_TERPANJANG = 8 * 1024
_ALASAN = {200: "OK", 400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed"}


class Pintu:
    def __init__(self, pusat: Pusat, gambar: Callable[[str, int], asyncio.Future[Siaran]]) -> None:
        self._pusat, self._gambar = pusat, gambar

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(SABAR):
                kepala = await reader.readuntil(b"\r\n\r\n")
            await self._answer(kepala, reader, writer)
        except (TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            pass
        finally:
            writer.close()
            with suppress(ConnectionError, TimeoutError):
                await writer.wait_closed()

    async def _answer(
        self, kepala: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        baris, *sisa = kepala.decode("latin-1").split("\r\n")
        cara, _, alamat = baris.rpartition(" ")[0].partition(" ")
        asal = next((s.split(":", 1)[1].strip() for s in sisa if s.lower().startswith("origin:")), "")
        if cara != "GET":
            return _refuse(writer, 405)
        if alamat == "/sehat":
            return _head(writer, 200, asal="", isi=f"{self._pusat.banyak} penonton\n")
        if asal and not _ours(asal):
            return _refuse(writer, 403)
        tiket = read(_query(alamat, "tiket"), umur=SAMBUNG)
        if tiket is None:
            return _refuse(writer, 403, asal=asal)
        await self._stream(tiket, asal, reader, writer)
        return None

    async def _stream(
        self, tiket: Tiket, asal: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """First the whole, then what changes, until one side has enough."""
        _head(writer, 200, asal=asal, jenis="text/event-stream")
        penonton = self._pusat.join(tiket, writer)
        try:
            gambar = await self._first(tiket)
            penonton.send(b"retry: 10000\n" + pesan(gambar.isi()))
            pergi = asyncio.ensure_future(
                reader.read(1)
            )  # a watcher says nothing; an end is all that can come
            pergi.add_done_callback(lambda _: penonton.tutup.set())
            await penonton.tutup.wait()
            pergi.cancel()
        finally:
            self._pusat.leave(penonton)

    async def _first(self, tiket: Tiket) -> Siaran:
        """Drawn again when figures changed meanwhile: what is published before a screen is drawn passes it by."""
        saluran = self._pusat.saluran[tiket.kunci]
        while saluran.siaran is None:
            ronde = self._pusat.ronde
            gambar = await self._gambar(tiket.kunci, tiket.instansi_id)
            if saluran.siaran is None and ronde == self._pusat.ronde:
                saluran.siaran = gambar
        return saluran.siaran


def _query(alamat: str, nama: str) -> str:
    return next(iter(parse_qs(urlsplit(alamat).query).get(nama, ())), "")


def _ours(asal: str) -> bool:
    """Only pages of this product's own hosts may listen."""
    nama, _ = split_domain_port(urlsplit(asal).netloc.lower())
    return bool(nama) and validate_host(nama, settings.ALLOWED_HOSTS)


def _refuse(writer: asyncio.StreamWriter, status: int, *, asal: str = "") -> None:
    _head(writer, status, asal=asal, isi="")


def _head(
    writer: asyncio.StreamWriter,
    status: int,
    *,
    asal: str,
    jenis: str = "text/plain; charset=utf-8",
    isi: str | None = None,
) -> None:
    kepala = [
        f"HTTP/1.1 {status} {_ALASAN[status]}",
        f"Content-Type: {jenis}",
        "Cache-Control: no-store",
        "X-Accel-Buffering: no",
        "X-Content-Type-Options: nosniff",
        "Connection: close",
    ]
    kepala += [f"Access-Control-Allow-Origin: {asal}", "Vary: Origin"] if asal else []
    kepala += [f"Content-Length: {len(isi.encode())}"] if isi is not None else []
    writer.write(("\r\n".join(kepala) + "\r\n\r\n" + (isi or "")).encode("latin-1"))
