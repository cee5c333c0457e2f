"""The product as people get it: the real server with the demo, on either database, in a real browser."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

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


def _database() -> str:
    """An empty database of its own on the cluster under test; SQLite when there is none."""
    alamat = os.environ.get("KINERJA_TEST_DATABASE", "")
    if not alamat:
        return ""
    nama = f"kinerja_perjalanan_{os.getpid()}"
    with psycopg.connect(alamat, autocommit=True) as koneksi:
        koneksi.execute(f"CREATE DATABASE {nama}")
    depan, tanda, belakang = alamat.partition("?")
    return f"{depan.rsplit('/', 1)[0]}/{nama}{tanda}{belakang}"


@pytest.fixture(scope="session")
def server(tmp_path_factory) -> Iterator[str]:
    port = _free_port()
    lingkungan = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "KINERJA_DATA": str(tmp_path_factory.mktemp("data")),
        "KINERJA_DATABASE": _database(),
        "PORT": str(port),
    }
    perintah = [sys.executable, str(AKAR / "manage.py")]
    subprocess.run([*perintah, "siapkan"], env=lingkungan, check=True, cwd=AKAR)
    proses = subprocess.Popen([*perintah, "layani", "--port", str(port)], env=lingkungan, cwd=AKAR)
    alamat = f"http://localhost:{port}"
    try:
        _wait_for(f"{alamat}/akun/masuk/")
        yield alamat
    finally:
        proses.terminate()
        proses.wait(timeout=15)


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
