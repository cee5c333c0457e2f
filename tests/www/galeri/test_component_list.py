"""The gallery shows every component, and only to people who are signed in."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

from kinerja.akun.models import User

TEMPLATES = Path("kinerja/templates")
SHELL = {"menu.html"}  # drawn by the layout around every page

pytestmark = pytest.mark.django_db


@pytest.fixture
def di_dalam(client):
    user = User.objects.create_user("199001012099011001", "sandi", nama="Budi", wajib_ganti_sandi=False)
    client.force_login(user)
    return client


@pytest.mark.parametrize("halaman", ["galeri:component_list", "galeri:state_list"])
def test_title_is_the_heading(di_dalam, halaman):
    isi = di_dalam.get(reverse(halaman)).content.decode()

    judul = re.search(r"<title>(.*?) – Kinerja</title>", isi)[1]
    assert re.findall(r"<h1>(.*?)</h1>", isi) == [judul]


def test_nothing_is_written_inline(di_dalam):
    isi = di_dalam.get(reverse("galeri:component_list")).content.decode()

    assert not re.search(r"<[^>]+\s(style|on\w+)=", isi)
    assert "<style" not in isi
    assert not re.search(r"<script(?![^>]*\ssrc=)", isi)


def test_ids_are_unique(di_dalam):
    isi = di_dalam.get(reverse("galeri:component_list")).content.decode()

    daftar_id = re.findall(r'\sid="([^"]+)"', isi)
    assert sorted(daftar_id) == sorted(set(daftar_id))


def test_stranger_is_sent_to_the_sign_in(client):
    tanggapan = client.get(reverse("galeri:component_list"))

    assert tanggapan.status_code == 302
    assert tanggapan.url.startswith(reverse("account_login"))


def test_every_component_is_shown():
    dipakai = "".join(
        berkas.read_text()
        for folder in ("galeri", "layouts")
        for berkas in (TEMPLATES / folder).glob("*.html")
    )

    daftar = {berkas.name for berkas in (TEMPLATES / "components").glob("*.html")}
    assert {nama for nama in daftar if f'"components/{nama}"' not in dipakai} <= SHELL | {"ikon.html"}
