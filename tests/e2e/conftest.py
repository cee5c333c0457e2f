"""The product as people get it: the real server with the demo, on either database, in a real browser."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pypdf import PdfReader

from kinerja.demo.baca import find_pemeran
from kinerja.demo.tanam.organisasi import SANDI_DEMO

AKAR = Path(__file__).resolve().parents[2]
TELEPON = {"width": 360, "height": 740}
MEJA = {"width": 1280, "height": 900}
ARGUMEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


@pytest.fixture(autouse=True)
def sockets_are_allowed(monkeypatch) -> None:
    """Journeys cross the loopback; and Playwright runs a loop of its own beside Django's."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def _free_port() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


@dataclass(frozen=True)
class Pelayan:
    """The running product: where it answers, and its commands and tables as its keeper reaches them."""

    alamat: str
    lingkungan: dict[str, str]

    def kelola(self, *perintah: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        baris = [sys.executable, str(AKAR / "manage.py"), *perintah]
        hasil = subprocess.run(
            baris, env=self.lingkungan, check=False, cwd=AKAR, capture_output=True, text=True
        )
        assert hasil.returncode == 0 or not check, hasil.stdout + hasil.stderr
        return hasil

    def sql(self, perintah: str, *isi: object) -> list[tuple[Any, ...]]:
        """Past every rule of the product, with the rights of whoever holds the database."""
        if alamat := self.lingkungan["KINERJA_DATABASE"]:
            with psycopg.connect(alamat) as koneksi:
                kursor = koneksi.execute(perintah.replace("?", "%s"), isi)  # type: ignore[arg-type]
                return kursor.fetchall() if kursor.description else []
        with closing(sqlite3.connect(Path(self.lingkungan["KINERJA_DATA"]) / "kinerja.sqlite3")) as basis:
            baris = basis.execute(perintah, isi).fetchall()
            basis.commit()
            return baris


@contextmanager
def _database() -> Iterator[str]:
    """An empty database of its own on the cluster under test; SQLite when there is none."""
    alamat = os.environ.get("KINERJA_TEST_DATABASE", "")
    if not alamat:
        yield ""
        return
    nama = f"kinerja_perjalanan_{os.getpid()}"
    depan, tanda, belakang = alamat.partition("?")
    with psycopg.connect(alamat, autocommit=True) as koneksi:
        koneksi.execute(f"CREATE DATABASE {nama}")
        yield f"{depan.rsplit('/', 1)[0]}/{nama}{tanda}{belakang}"
        koneksi.execute(f"DROP DATABASE {nama} WITH (FORCE)")


@pytest.fixture(scope="session")
def pelayan(tmp_path_factory) -> Iterator[Pelayan]:
    port = _free_port()
    with _database() as basis_data:
        lingkungan = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.e2e.jam",
            "KINERJA_DATA": str(tmp_path_factory.mktemp("data")),
            "KINERJA_DATABASE": basis_data,
            "KINERJA_MULAI": str(time.time()),
            "PORT": str(port),
        }
        pelayan = Pelayan(f"http://localhost:{port}", lingkungan)
        pelayan.kelola("siapkan")
        perintah = [sys.executable, str(AKAR / "manage.py"), "layani", "--port", str(port)]
        proses = subprocess.Popen(perintah, env=lingkungan, cwd=AKAR)
        try:
            _wait_for(f"{pelayan.alamat}/akun/masuk/")
            yield pelayan
        finally:
            proses.terminate()
            proses.wait(timeout=15)


@pytest.fixture(scope="session")
def server(pelayan) -> str:
    return pelayan.alamat


def _wait_for(alamat: str) -> None:
    for _ in range(120):
        try:
            with urllib.request.urlopen(alamat, timeout=2):
                return
        except OSError:
            time.sleep(0.25)
    raise AssertionError(f"{alamat} tidak menjawab")


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMEN)
        yield browser
        browser.close()


@pytest.fixture
def buka(server, peramban) -> Iterator[Callable[..., Page]]:
    """`buka("bu-sari")`: that person's phone, signed in through the real form; a CSP violation fails the test."""
    daftar: list[BrowserContext] = []
    pelanggaran: list[str] = []

    def open_as(slug: str = "", *, layar: dict[str, int] = TELEPON, **pilihan: object) -> Page:
        konteks = peramban.new_context(base_url=server, viewport=layar, locale="id-ID", **pilihan)
        konteks.on("console", lambda baris: pelanggaran.append(baris.text))
        daftar.append(konteks)
        halaman = konteks.new_page()
        if slug:
            sign_in(halaman, slug)
        return halaman

    yield open_as
    for konteks in daftar:
        konteks.close()
    assert not [baris for baris in pelanggaran if "Content Security Policy" in baris]


def sign_in(halaman: Page, slug: str) -> None:
    halaman.goto("/akun/masuk/")
    halaman.get_by_label("NIP").fill(find_pemeran(slug).nip)
    halaman.locator("input[type=password]").fill(SANDI_DEMO)
    halaman.get_by_role("button", name="Masuk", exact=True).click()
    halaman.wait_for_url("**/")


def press(halaman: Page, nama: str) -> None:
    """Presses the one button or link of the page with exactly this name."""
    isi = halaman.locator("main")
    tombol = isi.get_by_role("button", name=nama, exact=True)
    tombol.or_(isi.get_by_role("link", name=nama, exact=True)).first.click()


def confirm(halaman: Page, nama: str) -> None:
    """A button that asks first."""
    halaman.locator("main summary", has_text=nama).first.click()
    press(halaman, f"Ya, {nama[:1].lower()}{nama[1:]}")


def unfold(halaman: Page, nama: str) -> None:
    """Opens what is folded under these words."""
    halaman.locator("main summary", has_text=nama).first.click()


def to_own_skp(halaman: Page, *, tahun: int = 2026) -> int:
    """Opens the plan of a year from the list, as its owner does; its number."""
    halaman.goto("/perencanaan/skp/")
    halaman.get_by_role("heading", name=f"Tahun {tahun}").locator("xpath=following::h3[1]/a").click()
    halaman.wait_for_url("**/perencanaan/skp/*/")
    return int(halaman.url.rstrip("/").rsplit("/", 1)[1])


def issue(halaman: Page, skp_id: int, nama: str) -> tuple[str, PdfReader]:
    """Prints the paper with this name from the list of documents; its address and the PDF, read back."""
    halaman.goto(f"/dokumen/skp/{skp_id}/")
    baris = halaman.locator("li.dokumen", has_text=nama).first
    with halaman.expect_response(lambda jawaban: "/dokumen/unduh/" in jawaban.url) as jawaban:
        baris.get_by_role("button", name="Cetak").click()
    isi = halaman.request.get(jawaban.value.url)
    assert isi.headers["content-type"] == "application/pdf"
    return jawaban.value.url, PdfReader(BytesIO(isi.body()))
