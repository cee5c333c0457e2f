"""Every page that a person of the cast can reach: open to everybody, no sideways scrolling, light on the wire."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from tests.e2e.conftest import MEJA, TELEPON, press

pytestmark = pytest.mark.e2e
PERAN = ["pak-budi", "bu-sari", "kepala-dinkes", "pak-anton", "sekda-pekanbaru", "auditor-pekanbaru"]
PERAN += ["petugas-kotabumi-ilir"]  # drawn to rate colleagues
# Reads everything at the largest letters; a page may grow down, never sideways.
TERBESAR = "pak-budi"
# Screenshots for those who look at them: TANGKAPAN=folder make e2e.
TANGKAPAN = os.environ.get("TANGKAPAN", "")
BATAS_BERIKUT = 15_000
# A link in a drawing has no whole address of its own.
ALAMAT = "daftar => daftar.map(a => new URL(a.getAttribute('href'), location).href)"


def page_name(alamat: str) -> str | None:
    """The name of an address of ours; None for files, other hosts and addresses that only take a POST."""
    bagian = urlsplit(alamat)
    try:
        return resolve(bagian.path).view_name
    except Resolver404:
        return None


def links(halaman: Page) -> Iterator[str]:
    for href in halaman.eval_on_selector_all("a[href]", ALAMAT):
        if urlsplit(href).netloc == urlsplit(halaman.url).netloc:
            yield href.split("#")[0]


def is_file(alamat: str) -> bool:
    return bool(
        re.search(
            r"/(berkas|unduh|pratinjau|templat|bukti|ekspor|poster)|\.(pdf|xlsx|csv|txt|svg|ics)(\?|$)",
            alamat,
        )
    )


def crawl(halaman: Page) -> Iterator[str]:
    """Opens one page of every name that can be reached from home; yields the name."""
    antre, pernah = [halaman.url], {page_name(halaman.url)}
    while antre:
        jawaban = halaman.goto(antre.pop(0))
        assert jawaban is not None
        assert jawaban.status == 200, f"{jawaban.url}: {jawaban.status}"
        if "text/html" not in jawaban.headers["content-type"]:
            continue  # a document, shown by the browser itself
        yield str(page_name(halaman.url))
        for href in links(halaman):
            nama = page_name(href)
            if nama and nama not in pernah and not is_file(href):
                pernah.add(nama)
                antre.append(href)


@pytest.mark.parametrize("slug", PERAN)
def test_pages_are_open_light_and_fit(buka, slug):
    # What comes through a service worker has no size of its own.
    halaman = buka(slug, service_workers="block")
    masalah: list[str] = []
    halaman.goto("/akun/tampilan/")
    halaman.locator(f"input[value={'terbesar' if slug == TERBESAR else 'biasa'}][name=ukuran_teks]").check()
    press(halaman, "Simpan tampilan")
    halaman.goto("/")

    for nama in crawl(halaman):
        berat = halaman.evaluate("performance.getEntriesByType('navigation')[0].transferSize")
        if berat > BATAS_BERIKUT:
            masalah.append(f"{nama}: {berat} bita")
        for layar in (TELEPON, MEJA):
            halaman.set_viewport_size(layar)
            masalah += look(halaman, nama, slug, layar["width"])
        halaman.set_viewport_size(TELEPON)

    assert not masalah


@pytest.mark.parametrize("alamat", ["/s/asn-pontiana/", "/s/asn-pontiana/hasil/", "/s/tidak-ada/"])
def test_what_the_public_reads_is_open_light_and_fits(buka, alamat):
    halaman, masalah = buka(service_workers="block"), []
    for layar in (TELEPON, MEJA):
        halaman.set_viewport_size(layar)
        halaman.goto(alamat)
        masalah += look(halaman, alamat.strip("/").replace("/", "."), "publik", layar["width"])
    assert halaman.evaluate("performance.getEntriesByType('navigation')[0].transferSize") < BATAS_BERIKUT
    assert not masalah


def look(halaman: Page, nama: str, slug: str, lebar: int) -> list[str]:
    if TANGKAPAN:
        folder = Path(TANGKAPAN) / slug
        folder.mkdir(parents=True, exist_ok=True)
        halaman.screenshot(path=folder / f"{nama.replace(':', '.')}-{lebar}.png", full_page=True)
    temuan = Axe().run(halaman).response["violations"]
    masalah = [f"{nama} {lebar}: {satu['id']} {satu['nodes'][0]['html'][:160]}" for satu in temuan]
    geser = halaman.evaluate("document.documentElement.scrollWidth")
    return masalah + ([f"{nama}: selebar {geser} pada {lebar}"] if geser > lebar else [])
