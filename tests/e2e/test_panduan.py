"""The pictures of the guides and the README are taken here, from the demo: one that no longer shows the page fails.

`make gambar` takes them anew and writes them to docs/.
"""

from __future__ import annotations

import hashlib
import os
import re
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import FloatRect, Locator, Page
from pypdf import PdfReader

from kinerja.sosialisasi.panduan import daftar_panduan, folder
from tests.e2e.conftest import MEJA, press, to_own_skp

pytestmark = pytest.mark.e2e
TULIS = os.environ.get("GAMBAR_PANDUAN") == "1"
TINGGI = 560
BITA_TERBANYAK = 150_000
# What the page says about itself, and nobody's data: when these words change the picture is out of date.
KATA = "h1, h2, legend, th, .medan-label, .tombol, nav a, nav summary"
README = folder().parent / "gambar" / "beranda.png"


def own_plan(halaman: Page) -> None:
    to_own_skp(halaman)


def why(halaman: Page) -> None:
    halaman.goto("/penilaian/hasil/")
    halaman.locator("main a[href*='/penilaian/hasil/']").first.click()


def assess(halaman: Page) -> None:
    halaman.goto("/")
    halaman.locator("main a[href*='/penilaian/evaluasi/']").first.click()


def at(alamat: str) -> Callable[[Page], None]:
    def open_it(halaman: Page) -> None:
        halaman.goto(alamat)

    return open_it


LANGKAH: dict[str, tuple[str, Callable[[Page], None]]] = {
    "beranda.png": ("pak-budi", at("/")),
    "skp.png": ("pak-budi", own_plan),
    "realisasi.png": ("pak-budi", at("/pelaksanaan/realisasi/")),
    "hasil.png": ("pak-budi", why),
    "tim.png": ("bu-sari", at("/penilaian/tim/")),
    "menilai.png": ("bu-sari", assess),
    "pengembangan.png": ("pak-budi", at("/pengembangan/")),
    "tanya.png": ("pak-budi", at("/tanya/")),
    "acara.png": ("pak-budi", at("/acara/")),
    "denyut.png": ("pak-budi", at("/kesiapan/denyut/")),
    "dukungan.png": ("pak-budi", at("/dukungan/")),
    "penghargaan.png": ("pak-budi", at("/penghargaan/")),
    "pantau.png": ("kepala-dinkes", at("/pantau/")),
    "kesiapan.png": ("sekda-pekanbaru", at("/kesiapan/")),
    "kepegawaian.png": ("pak-anton", at("/kepegawaian/")),
    "jejak.png": ("auditor-pekanbaru", at("/jejak/")),
}


def test_every_picture_of_a_guide_is_taken_by_a_step():
    dipakai = {
        nama
        for berkas in folder().glob("*.md")
        for nama in re.findall(r"]\(gambar/([^)]+)\)", berkas.read_text(encoding="utf-8"))
    }
    tersimpan = {berkas.name for berkas in (folder() / "gambar").iterdir()}

    assert dipakai == set(LANGKAH)
    assert tersimpan == set(LANGKAH) or TULIS


@pytest.mark.parametrize("nama", sorted(LANGKAH))
def test_a_picture_still_shows_the_page(buka, nama):
    slug, jalan = LANGKAH[nama]
    halaman = buka(slug, device_scale_factor=1.5, color_scheme="light", reduced_motion="reduce")
    jalan(halaman)
    halaman.wait_for_load_state("networkidle")
    atas = halaman.locator("main h1").bounding_box()
    assert atas is not None
    potong = {"x": 0, "y": max(atas["y"] - 16, 0), "width": 360, "height": TINGGI}

    keep_or_compare(halaman, folder() / "gambar" / nama, print_of(halaman.locator("main"), potong), potong)


def test_the_picture_of_the_readme_still_shows_the_page(buka):
    halaman = buka("bu-sari", layar=MEJA, color_scheme="light", reduced_motion="reduce")
    halaman.goto("/")
    halaman.wait_for_load_state("networkidle")
    potong = {"x": 0, "y": 0, "width": MEJA["width"], "height": 800}

    keep_or_compare(halaman, README, print_of(halaman.locator("body"), potong), potong)


def keep_or_compare(halaman: Page, berkas: Path, sidik: str, potong: FloatRect) -> None:
    if TULIS:
        berkas.write_bytes(marked(halaman.screenshot(full_page=True, clip=potong), sidik))

    assert berkas.stat().st_size <= BITA_TERBANYAK
    assert mark(berkas) == sidik, f"Halamannya sudah berubah: jalankan `make gambar` ({berkas.name})."


@pytest.mark.parametrize("kode", [panduan.kode for panduan in daftar_panduan()])
def test_the_sheet_for_the_wall_is_one_page(buka, kode):
    halaman = buka("pak-budi", layar=MEJA)
    halaman.goto(f"/sosialisasi/panduan/lembar/{kode}/")

    kertas = PdfReader(
        BytesIO(halaman.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "1.5cm")))
    )

    assert len(kertas.pages) == 1
    assert "Selengkapnya di aplikasi Kinerja" in kertas.pages[0].extract_text()


def test_help_is_one_click_away_and_found_by_a_question(buka):
    halaman = buka("pak-budi")
    halaman.goto("/pelaksanaan/realisasi/")
    halaman.get_by_role("link", name="Bantuan untuk halaman ini").click()
    assert halaman.url.endswith("/sosialisasi/panduan/pegawai/#mencatat-realisasi")
    assert (
        halaman.locator("main img[src$='realisasi.png']").evaluate(
            "g => g.decode().then(() => g.naturalWidth)"
        )
        == 540
    )

    halaman.goto("/sosialisasi/panduan/")
    halaman.get_by_label("Apa yang ingin Anda ketahui?").fill("bagaimana mengajukan keberatn")
    press(halaman, "Cari")
    assert halaman.locator("#jawaban").get_by_role("link").first.inner_text() == "Membaca hasil"


def print_of(bagian: Locator, potong: FloatRect) -> str:
    """Of the words in the part that the picture shows."""
    kata = bagian.evaluate(
        """(bagian, [pilih, batas]) => [...bagian.querySelectorAll(pilih)]
          .filter(e => { const k = e.getBoundingClientRect(); return k.height && k.bottom <= batas; })
          .map(e => e.textContent.replace(/\\s+/g, " ").replace(/\\d+/g, "0").trim())""",
        [KATA, potong["y"] + potong["height"]],
    )
    return hashlib.sha256("\n".join(kata).encode()).hexdigest()[:16]


def marked(png: bytes, sidik: str) -> bytes:
    """The print travels inside the picture, as a line of text before its end."""
    isi = b"tEXt" + b"halaman\0" + sidik.encode()
    potongan = struct.pack(">I", len(isi) - 4) + isi + struct.pack(">I", zlib.crc32(isi))
    akhir = png.rindex(b"IEND") - 4
    return png[:akhir] + potongan + png[akhir:]


def mark(berkas: Path) -> str:
    cocok = re.search(rb"tEXthalaman\0([0-9a-f]{16})", berkas.read_bytes())
    return cocok[1].decode() if cocok else ""
