"""A class from the first request to the hours that count, in four people's browsers."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.e2e.conftest import MEJA, press

pytestmark = pytest.mark.e2e
HARI_INI = "2026-11-20"  # of the clock under the journeys
NAMA = "Joko Wibisana"
PELATIHAN = "Pengelolaan SP4N-LAPOR! bagi Admin OPD"
KODE = (
    "from django.utils import timezone; from kinerja.pelatihan.queries.kode_hadir import new_kode; "
    "print('KODE', new_kode({nomor}, timezone.localdate(), at=timezone.now()))"
)


def _open_class(admin: Page) -> str:
    """A class of one day that takes requests; its address."""
    admin.goto("/pelatihan/katalog/?cari=SP4N")
    admin.locator("main").get_by_role("link", name=PELATIHAN).click()
    press(admin, "Buat kelas")
    admin.get_by_label("Nama kelas").fill("Angkatan sehari")
    for label in ("Hari pertama", "Hari terakhir", "Pendaftaran paling lambat"):
        admin.get_by_label(label).fill(HARI_INI)
    admin.get_by_label("Penyelenggara").fill("BKPSDM Kota Pekanbaru")
    press(admin, "Simpan kelas")
    press(admin, "Buka pendaftaran")
    return admin.url


def test_from_a_request_to_hours_that_count(buka, pelayan):
    admin = buka("pak-anton", layar=MEJA)
    kelas = _open_class(admin)

    joko = buka("pak-joko")
    joko.goto(kelas)
    joko.get_by_label("Mengapa pelatihan ini").fill("Saya yang menerima aduan warga.")
    assert not Axe().run(joko).response["violations"]
    press(joko, "Daftar")
    expect(joko.locator("main")).to_contain_text("Penilai Anda memeriksanya lebih dahulu")
    ajuan = joko.url

    penilai = buka("kapus-rejosari")
    penilai.goto("/")
    expect(penilai.locator("main")).to_contain_text(f"Setujui ajuan pelatihan {NAMA}")
    penilai.goto(ajuan)
    press(penilai, "Setujui")
    admin.goto(ajuan)
    press(admin, "Terima")

    nomor = re.search(r"/kelas/(\d+)/", kelas)
    assert nomor
    admin.goto(f"{kelas}qr/")
    expect(admin.locator(".qr-hitung")).to_contain_text("0 dari 1 peserta")
    assert not Axe().run(admin).response["violations"]
    keluaran = pelayan.kelola("shell", "-c", KODE.format(nomor=nomor[1])).stdout
    joko.goto(f"/pelatihan/hadir/{keluaran.split('KODE ')[1].split()[0]}/")
    press(joko, "Ya, saya hadir")
    expect(joko.locator("main")).to_contain_text("tercatat. Selamat belajar.")

    admin.goto(f"{kelas}hasil/")
    press(admin, "Simpan hasil dan terbitkan sertifikat")
    expect(admin.locator("main")).to_contain_text("1 sertifikat terbit")

    joko.goto("/pelatihan/sertifikat/")
    expect(joko.locator("main")).to_contain_text(PELATIHAN)
    expect(joko.get_by_role("row").filter(has_text=PELATIHAN)).to_contain_text("ya")
    assert not Axe().run(joko).response["violations"]
    joko.goto(ajuan)
    isi = joko.request.get(joko.get_by_role("link", name="Buka PDF").get_attribute("href") or "")
    teks = " ".join(PdfReader(BytesIO(isi.body())).pages[0].extract_text().split())
    assert NAMA in teks and PELATIHAN in teks and "8 jam pelajaran" in teks
