"""The help in the application: the order of one's work, the way from each page, pictures for those who signed in."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from kinerja.sosialisasi.panduan import daftar_gambar, daftar_panduan
from kinerja.www.sosialisasi.bantuan import DAFTAR_BANTUAN, bantuan_untuk

DAFTAR = reverse("sosialisasi:panduan_list")


def test_one_s_own_work_comes_first(masuk):
    for slug, judul in (
        ("pak-budi", "pegawai"),
        ("pak-anton", "admin instansi"),
        ("auditor-pekanbaru", "auditor"),
    ):
        isi = masuk(slug).get(DAFTAR).content.decode()
        urut = [isi.index(f">{p.judul}</h2>") for p in daftar_panduan()]
        assert min(urut) == isi.index(f">Panduan {judul}</h2>")


def test_every_guide_and_its_sheet_are_drawn(masuk):
    client = masuk("pak-budi")
    for panduan in daftar_panduan():
        for nama in ("panduan_detail", "panduan_lembar"):
            assert client.get(reverse(f"sosialisasi:{nama}", args=[panduan.kode])).status_code == 200
    assert client.get(reverse("sosialisasi:panduan_detail", args=["tidak-ada"])).status_code == 404


@pytest.mark.parametrize("q", ["keberatan", "<script>alert(1)</script>", "zzzqqq", "%", "x" * 3000])
def test_a_search_answers_whatever_is_typed(masuk, q):
    isi = masuk("pak-budi").get(DAFTAR, {"q": q}).content.decode()

    assert "<script>alert" not in isi
    assert ("Belum ada yang cocok" in isi) == (q != "keberatan")


def test_pictures_are_for_those_who_signed_in(masuk):
    nama = next(iter(daftar_gambar()))
    alamat = reverse("sosialisasi:panduan_gambar", args=[nama])

    respons = masuk("pak-budi").get(alamat)
    assert respons["Content-Type"] == "image/png"
    assert respons.content.startswith(b"\x89PNG")
    assert Client().get(alamat).status_code == 302
    for luar in ("..%2F..%2FREADME.md", "%2Fetc%2Fpasswd", "tidak-ada.png"):
        assert masuk("pak-budi").get(alamat.replace(nama, luar)).status_code == 404


def test_a_page_leads_to_its_part_without_a_query(masuk):
    isi = masuk("pak-budi").get(reverse("pelaksanaan:realisasi_list")).content.decode()

    assert 'href="/sosialisasi/panduan/pegawai/#mencatat-realisasi"' in isi
    assert bantuan_untuk("/tidak/ada/") is None
    assert bantuan_untuk(DAFTAR) is None


@pytest.mark.parametrize("awalan", DAFTAR_BANTUAN)
def test_help_speaks_of_pages_that_exist_and_of_parts_that_are_written(awalan):
    alamat = ["/" + satu for satu in _routes(get_resolver().url_patterns)]

    assert bantuan_untuk(awalan) is not None
    assert any(satu.startswith(awalan) for satu in alamat)


def test_every_place_of_the_menu_has_help(masuk):
    for slug in ("pak-budi", "bu-sari", "pak-anton", "auditor-pekanbaru"):
        isi = masuk(slug).get("/").content.decode()
        menu = re.findall(
            r'<a [^>]*href="(/[^"]*)"', isi[isi.index('class="menu-samping"') : isi.index("</nav>")]
        )
        assert menu
        assert not [href for href in menu if "/sosialisasi/" not in href and bantuan_untuk(href) is None]


def _routes(daftar, awalan=""):
    for butir in daftar:
        alamat = awalan + str(butir.pattern)
        if hasattr(butir, "url_patterns"):
            yield from _routes(butir.url_patterns, alamat)
        else:
            yield alamat
