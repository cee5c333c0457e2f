"""House rules of what the browser gets."""

import gzip
import json
import re
from pathlib import Path

import pytest

STATIC = Path("kinerja/static")
DIST = STATIC / "dist"
NAMA_IKON = re.compile(r"""\bikon(?:=|\()["'](\w+)["']""")


# The public's pages load the first two and nothing of the application; tests/www/layanan weighs them. The others come
# with one page, or behind the first one.
TIDAK_PERTAMA = {"publik.css", "publik.js", "pantau.js", "sw.js"}


def test_own_script_stays_small():
    baris = {berkas.name: len(berkas.read_text().splitlines()) for berkas in (STATIC / "js").glob("*.js")}

    assert baris.pop("publik.js") <= 40
    assert sum(baris.values()) <= 600  # docs/adr/0025


def test_colours_are_named_in_one_file_only():
    lain = [
        berkas for berkas in (STATIC / "css").glob("*.css") if berkas.name not in {"token.css", "cetak.css"}
    ]

    tertulis = {berkas.name: re.findall(r"#[0-9a-f]{3,8}\b(?!\s*\{)", berkas.read_text()) for berkas in lain}
    assert {nama: warna for nama, warna in tertulis.items() if warna} == {}


def test_every_token_in_use_exists():
    semua = "".join(berkas.read_text() for berkas in (STATIC / "css").glob("*.css"))

    ditetapkan = set(re.findall(r"(--kinerja-[\w-]+):", semua))
    assert set(re.findall(r"var\((--kinerja-[\w-]+)\)", semua)) <= ditetapkan


def test_every_icon_in_use_is_in_the_sprite():
    ada = set(json.loads((STATIC / "ikon.json").read_text()))

    dipakai = {
        (nama, str(berkas))
        for berkas in Path("kinerja/templates").rglob("*.html")
        for nama in NAMA_IKON.findall(berkas.read_text())
    }
    assert {pasangan for pasangan in dipakai if pasangan[0] not in ada} == set()


@pytest.mark.skipif(not DIST.exists(), reason="Belum dibangun: npm ci && npm run build")
def test_first_load_stays_light():
    # The manifest names this build; older ones may still lie beside it.
    manifest = json.loads((DIST / "manifest.json").read_text())
    daftar = [nama for asal, nama in manifest.items() if asal not in TIDAK_PERTAMA]
    berat = sum(len(gzip.compress((DIST / nama).read_bytes(), 9)) for nama in daftar)

    assert berat <= 45_000  # of the 60 kB of a first load a page may take 15
