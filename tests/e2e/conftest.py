"""The product as people get it: the real server with the demo, on either database, in a real browser."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pypdf import PdfReader
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from kinerja.demo.baca import find_pemeran
from kinerja.demo.tanam.organisasi import SANDI_DEMO
from tests.e2e.demo import AKAR, Demo, clear, copied, plant_once

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


# Playwright runs a loop of its own beside Django's, also while a database is set up for the next file.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

# Where the demo is planted for all workers of this run; the process that makes the folder takes it away.
RUMAH = "KINERJA_RUMAH_DEMO"
IS_PEMILIK = RUMAH not in os.environ
if IS_PEMILIK:
    os.environ[RUMAH] = tempfile.mkdtemp(prefix="kinerja_demo_")


def pytest_unconfigure() -> None:
    if IS_PEMILIK and RUMAH in os.environ:
        clear(Path(os.environ.pop(RUMAH)))


class PerBerkas(LoadScopeScheduling):
    """The journeys of a file follow each other in one worker; a crawl of every page stands by itself."""

    def _split_scope(self, nodeid: str) -> str:
        berkas = nodeid.split("::", maxsplit=1)[0]
        return nodeid if berkas.endswith("test_setiap_halaman.py") else berkas


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> PerBerkas:
    """`--dist loadgroup` would do, but forgets its groups under pytest 9.2 (pytest-xdist issue 1386)."""
    return PerBerkas(config, log)


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


@pytest.fixture(scope="session")
def demo() -> Demo:
    return plant_once(Path(os.environ[RUMAH]))


@pytest.fixture(scope="module")
def pelayan(demo, tmp_path_factory) -> Iterator[Pelayan]:
    """Each file begins with the demo as it was planted, whatever ran before it."""
    port = _free_port()
    with copied(demo, tmp_path_factory.mktemp("data")) as salinan:
        lingkungan = salinan.lingkungan() | {"PORT": str(port)}
        pelayan = Pelayan(f"http://localhost:{port}", lingkungan)
        perintah = [sys.executable, str(AKAR / "manage.py"), "layani", "--port", str(port), "--workers", "1"]
        proses = subprocess.Popen(perintah, env=lingkungan, cwd=AKAR)
        try:
            _wait_for(f"{pelayan.alamat}/akun/masuk/")
            yield pelayan
        finally:
            proses.terminate()
            try:
                proses.wait(timeout=30)
            except subprocess.TimeoutExpired:
                proses.kill()  # a busy machine: nothing may stay behind
                proses.wait(timeout=30)


@pytest.fixture(scope="module")
def server(pelayan) -> str:
    return pelayan.alamat


def _wait_for(alamat: str) -> None:
    for _ in range(480):
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
        pilihan = {"base_url": server, "viewport": layar, "locale": "id-ID"} | pilihan
        konteks = peramban.new_context(**pilihan)
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
