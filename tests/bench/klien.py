"""A browser without a face: keeps its connection, says what an answer cost and how it was made."""

from __future__ import annotations

import gzip
import re
import subprocess
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from http.client import HTTPConnection
from shutil import which
from tempfile import NamedTemporaryFile
from urllib.parse import urlencode

_TIMING = re.compile(r'cpu;dur=([\d.]+), sql;dur=([\d.]+);desc="(\d+)"')
_LUA = """done = function(ringkas, latensi)
  io.write(string.format("HASIL %f %f %f\\n", ringkas.requests / (ringkas.duration / 1e6), latensi:percentile(50) / 1000, latensi:percentile(95) / 1000))
end
"""


@dataclass(frozen=True)
class Jawaban:
    status: int
    kirim: int  # bytes on the wire, compressed
    isi: str
    lama: float  # milliseconds, seen by the client
    cpu: float
    sql: float
    query: int


@dataclass(frozen=True)
class Beban:
    per_detik: float
    p50: float
    p95: float


class Klien:
    def __init__(self, port: int, cookie: str) -> None:
        self.port, self.cookie = port, cookie
        self.sambungan = HTTPConnection("127.0.0.1", port, timeout=30)

    def get(self, path: str) -> Jawaban:
        return self._request("GET", path, None, {})

    def post(self, path: str, isian: Mapping[str, str]) -> Jawaban:
        kepala = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"http://127.0.0.1:{self.port}",
        }
        return self._request("POST", path, urlencode(isian), kepala)

    def _request(self, cara: str, path: str, isi: str | None, kepala: dict[str, str]) -> Jawaban:
        mulai = time.perf_counter()
        self.sambungan.request(
            cara, path, body=isi, headers={"Cookie": self.cookie, "Accept-Encoding": "gzip", **kepala}
        )
        jawaban = self.sambungan.getresponse()
        badan = jawaban.read()
        lama = (time.perf_counter() - mulai) * 1000
        terbaca = gzip.decompress(badan) if jawaban.getheader("Content-Encoding") == "gzip" else badan
        for nama, nilai in jawaban.getheaders():
            if nama.lower() == "set-cookie" and nilai.startswith("csrftoken="):
                self.cookie = re.sub(r"; csrftoken=[^;]*", "", self.cookie) + "; " + nilai.partition(";")[0]
        cpu, sql, query = _cost(jawaban.getheader("Server-Timing") or "")
        return Jawaban(jawaban.status, len(badan), terbaca.decode(errors="replace"), lama, cpu, sql, query)


def _cost(kepala: str) -> tuple[float, float, int]:
    cocok = _TIMING.search(kepala)
    return (float(cocok[1]), float(cocok[2]), int(cocok[3])) if cocok else (0.0, 0.0, 0)


def load(port: int, cookie: str, path: str, *, serentak: int, detik: float) -> Beban:
    """By wrk where it is installed; else by threads of our own, which take CPU from the server."""
    return (_wrk if which("wrk") else _threads)(port, cookie, path, serentak, detik)


def _wrk(port: int, cookie: str, path: str, serentak: int, detik: float) -> Beban:
    with NamedTemporaryFile("w", suffix=".lua") as lua:
        lua.write(_LUA)
        lua.flush()
        keluaran = subprocess.run(
            ["wrk", "-t1", f"-c{serentak}", f"-d{detik:.0f}s", "-s", lua.name,
             "-H", f"Cookie: {cookie}", "-H", "Accept-Encoding: gzip", f"http://127.0.0.1:{port}{path}"],
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
    angka = re.search(r"HASIL ([\d.]+) ([\d.]+) ([\d.]+)", keluaran)
    assert angka, keluaran
    return Beban(float(angka[1]), float(angka[2]), float(angka[3]))


def _threads(port: int, cookie: str, path: str, serentak: int, detik: float) -> Beban:
    lama: list[float] = []
    sampai = time.perf_counter() + detik

    def work() -> None:
        klien = Klien(port, cookie)
        while time.perf_counter() < sampai:
            lama.append(klien.get(path).lama)

    daftar = [threading.Thread(target=work) for _ in range(serentak)]
    for satu in daftar:
        satu.start()
    for satu in daftar:
        satu.join()
    lama.sort()
    return Beban(len(lama) / detik, lama[len(lama) // 2], lama[int(len(lama) * 0.95)])


class FormTerpanjang(HTMLParser):
    """The fields of the POST form with the most of them, with the values it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.daftar: list[dict[str, str]] = []
        self._kini: dict[str, str] | None = None
        self._teks = self._pilihan = ""

    @classmethod
    def read(cls, html: str) -> dict[str, str]:
        pembaca = cls()
        pembaca.feed(html)
        return max(pembaca.daftar, key=len, default={})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {nama: nilai or "" for nama, nilai in attrs}
        if tag == "form":
            self._kini = {} if a.get("method", "").lower() == "post" else None
            if self._kini is not None:
                self.daftar.append(self._kini)
        elif self._kini is None or not (nama := a.get("name", self._pilihan)):
            return
        elif tag == "input" and a.get("type") not in ("file", "submit"):
            if a.get("type") not in ("checkbox", "radio") or "checked" in a:
                self._kini[nama] = a.get("value", "")
        elif tag == "textarea":
            self._teks = nama
        elif tag == "select":
            self._pilihan = nama
        elif tag == "option" and "selected" in a:
            self._kini[self._pilihan] = a.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._teks and self._kini is not None:
            self._kini[self._teks] = self._kini.get(self._teks, "") + data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._teks = ""
        elif tag == "select":
            self._pilihan = ""
        elif tag == "form":
            self._kini = None
