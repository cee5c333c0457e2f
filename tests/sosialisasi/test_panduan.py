"""The guides: the files of docs/panduan, drawn without trusting them, and found by a question."""

from __future__ import annotations

import re

import pytest

from kinerja.sosialisasi import panduan as modul
from kinerja.sosialisasi.panduan import anchor, daftar_panduan, find_panduan, folder
from kinerja.sosialisasi.queries import cari_panduan

NAKAL = """# Judul

<script>alert(1)</script> dan <img src=x onerror=alert(1)>

## Bagian

[jahat](javascript:alert(1)) [data](data:text/html,x) [berkas](../peraturan/tafsir.md) [lain](penilai.md#menilai)
![bukan gambar](gambar/../../rahasia.png)
"""


@pytest.fixture
def tulis(tmp_path, monkeypatch):
    def write(isi: str) -> modul.Panduan:
        (tmp_path / "uji.md").write_text(isi, encoding="utf-8")
        monkeypatch.setattr(modul, "folder", lambda: tmp_path)
        return modul._read(tmp_path / "uji.md", "uji", "Uji", "menguji")

    return write


def test_every_guide_stands_in_the_table_of_contents():
    berkas = {satu.stem for satu in folder().glob("*.md")} - {"README"}

    assert berkas == {satu.kode for satu in daftar_panduan()}


@pytest.mark.parametrize("panduan", daftar_panduan(), ids=lambda satu: satu.kode)
def test_a_guide_has_a_short_form_and_no_heading_twice(panduan):
    jangkar = [bagian.jangkar for bagian in panduan.daftar_bagian]

    assert panduan.singkatnya is not None
    assert len(jangkar) == len(set(jangkar)) >= 2


def test_links_between_guides_lead_somewhere():
    for panduan in daftar_panduan():
        isi = panduan.pengantar + "".join(bagian.isi for bagian in panduan.daftar_bagian)
        for kode, jangkar in re.findall(r'href="\.\./([a-z0-9-]+)/(?:#([^"]+))?"', isi):
            tujuan = find_panduan(kode)
            assert tujuan is not None
            assert not jangkar or jangkar in {bagian.jangkar for bagian in tujuan.daftar_bagian}


def test_nothing_in_a_guide_becomes_code(tulis):
    panduan = tulis(NAKAL)
    isi = str(panduan.pengantar + panduan.daftar_bagian[0].isi)

    assert "<script" not in isi
    assert "<img" not in isi
    assert "javascript:" not in isi or 'href="javascript' not in isi
    assert 'href="data:' not in isi
    assert "tafsir.md" not in isi
    assert 'href="../penilai/#menilai"' in isi


def test_a_heading_has_the_address_that_the_code_host_gives_it():
    assert anchor("Menyusun SKP (paling lambat akhir Januari)") == "menyusun-skp-paling-lambat-akhir-januari"


@pytest.mark.parametrize(
    ("q", "judul"),
    [
        ("bagaimana cara mengajukan keberatan?", "Membaca hasil"),
        ("keberatn", "Membaca hasil"),
        ("lupa kata sandi", "Lupa kata sandi"),
        ("UMPAN BALIK", "Memberi umpan balik"),
    ],
)
def test_a_question_finds_its_part(q, judul):
    assert judul in [temuan.judul for temuan in cari_panduan(q)]


@pytest.mark.parametrize("q", ["", "   ", "yang", "<script>", "%", "\\", "x" * 5000, "zzzzqqqq"])
def test_a_question_that_means_nothing_finds_nothing(q):
    assert cari_panduan(q) == []
