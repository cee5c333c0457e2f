"""First steps on the home page, and what has changed: from facts, without a query more."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from kinerja import __version__
from kinerja.kepegawaian.actions.akun import assign_peran
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.models import UnitKerja
from kinerja.sosialisasi.panduan import read_perubahan
from kinerja.www.beranda.langkah import LANGKAH
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.evaluasi import catat_realisasi
from tests.factories.skp import buat_skp

TUTUP = reverse("sosialisasi:langkah_close")


def steps(client) -> str:
    isi = client.get("/").content.decode()
    return isi[isi.index('id="langkah"') :].partition("</section>")[0] if 'id="langkah"' in isi else ""


def test_a_step_is_done_when_its_fact_is_there(masuk, orang):
    client = masuk("pak-budi")
    assert "0 dari 3" in steps(client)

    skp = buat_skp(orang("pak-budi"))
    assert "2 dari 3" in steps(client)

    catat_realisasi(skp)
    assert steps(client) == ""


def test_who_leads_and_who_manages_have_steps_of_their_own(masuk, orang):
    assert "Jawab setiap SKP tim yang diajukan" in steps(masuk("bu-sari"))
    assert "Siapkan periode tahun ini" in steps(masuk("pak-anton"))
    assert "Siapkan periode" not in steps(masuk("pak-budi"))


def test_they_can_be_put_away_until_next_year(masuk):
    client = masuk("pak-budi")
    respons = client.post(TUTUP)

    ((nama, kuki),) = ((nama, isi) for nama, isi in respons.cookies.items() if nama.startswith("langkah_"))
    assert kuki["httponly"]
    assert steps(client) == ""
    client.cookies[nama] = kuki.value.replace("2026", "2025")
    assert steps(client)
    assert client.get(TUTUP).status_code == 405


def test_a_colleague_at_the_same_computer_keeps_his_own(masuk):
    kuki = masuk("pak-budi").post(TUTUP).cookies

    client = masuk("bu-sari")
    client.cookies.update({nama: isi for nama, isi in kuki.items() if nama.startswith("langkah_")})

    assert steps(client)


@pytest.mark.parametrize(
    ("peran", "kode"),
    [(JenisPeran.PIMPINAN, ("pantau", "peta", "kesiapan")), (JenisPeran.AUDITOR, ("jejak", "pemerataan"))],
)
def test_who_reads_has_done_a_step_by_opening_it(masuk, orang, akun, peran, kode):
    puncak = UnitKerja.objects.get(kode="PKU")
    assign_peran(orang("pak-budi"), jenis=peran, unit=puncak, on=HARI_INI, by=akun("pak-anton"), at=SEKARANG)
    client = masuk("pak-budi")
    assert "0 dari 6" in steps(client)

    for satu in kode:
        respons = client.get(reverse("sosialisasi:langkah_open", args=[satu]), follow=True)
        assert f"Langkah pertama Anda: {LANGKAH[satu].judul}" in respons.content.decode()

    assert f"{len(kode)} dari 6" in steps(client)
    assert client.get(reverse("sosialisasi:langkah_open", args=["tidak-ada"])).status_code == 404


def test_what_changed_is_the_changelog_and_every_page_says_which_version_it_is(masuk):
    client = masuk("pak-budi")
    isi = client.get(reverse("sosialisasi:perubahan")).content.decode()

    assert f"Versi {__version__} – " in isi
    assert (
        f'<a href="{reverse("sosialisasi:perubahan")}">Versi {__version__}</a>'
        in client.get("/").content.decode()
    )
    assert "Belum dirilis" not in isi


def test_the_versions_of_the_changelog_are_dated_and_fall_to_the_first():
    terbit = [bagian.judul for bagian in read_perubahan().daftar_bagian if bagian.judul != "Belum dirilis"]
    nomor = [tuple(map(int, judul.split(" ")[0].split("."))) for judul in terbit]

    assert terbit[0].split(" ")[0] == __version__
    assert nomor == sorted(nomor, reverse=True)
    assert all(re.fullmatch(r"\d+\.\d+\.\d+ – \d{1,2} [A-Z][a-z]+ 20\d\d", judul) for judul in terbit)
