"""A calibration meeting, from the first mark to the minutes, in two people's browsers."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.e2e.conftest import MEJA, confirm, press

pytestmark = pytest.mark.e2e
NAMA = "Mega Gunadi"
KOMENTAR = "Rekapnya dipakai tiga bidang lain tanpa perbaikan."
ALASAN = "Rekap formasi selesai sebelum batas dan dipakai tiga bidang; buktinya tautan nomor dua."
NOTULEN = "Ukuran untuk rekap yang dipakai bidang lain disamakan."


def test_marks_stay_closed_until_the_meeting_and_the_penilai_decides(buka):
    anggota = buka("bu-lenny")
    anggota.goto("/")
    anggota.locator("main").get_by_role("link", name=re.compile("Kalibrasi Triwulan III 2026")).first.click()
    papan = anggota.url.split("?")[0]
    anggota.get_by_label("Nama").fill(NAMA)
    press(anggota, "Tampilkan")
    anggota.locator("#orang-orang").get_by_role("link", name=re.compile(NAMA)).first.click()
    orang = anggota.url
    anggota.locator("#tanda input[name=hasil][value=naik]").check()
    anggota.locator("#tanda").get_by_label("Komentar").fill(KOMENTAR)
    press(anggota, "Simpan")

    ketua = buka("kepala-bkpsdm-pekanbaru", layar=MEJA)
    ketua.goto(orang)
    expect(ketua.locator("main")).not_to_contain_text(KOMENTAR)
    ketua.goto(papan)
    confirm(ketua, "Buka sidang")
    ketua.goto(orang)
    expect(ketua.locator("main")).to_contain_text(KOMENTAR)

    anggota.goto(orang)
    anggota.locator("#usul input[name=rating_hasil][value=di_atas_ekspektasi]").check()
    anggota.locator("#usul").get_by_label("Alasan").fill(ALASAN)
    press(anggota, "Usulkan kepada penilai")
    expect(anggota.locator("main")).to_contain_text("sebagai penilai yang memutuskan")
    assert not Axe().run(anggota).response["violations"]

    ketua.goto("/")
    ketua.locator("main").get_by_role("link", name=re.compile("jawab 1 usul")).first.click()
    ketua.get_by_role("link", name=NAMA).first.click()
    assert not Axe().run(ketua).response["violations"]
    press(ketua, "Terima usul")
    expect(ketua.locator("main")).to_contain_text("predikatnya mengikuti kuadran")

    ketua.goto(papan)
    press(ketua, "Notulen dan penutupan")
    ketua.get_by_label("Notulen").fill(NOTULEN)
    press(ketua, "Simpan dan tutup sidang")
    alamat = ketua.get_by_role("link", name="Berita acara (PDF)").get_attribute("href")
    isi = ketua.request.get(alamat)
    teks = " ".join(
        " ".join(lembar.extract_text() for lembar in PdfReader(BytesIO(isi.body())).pages).split()
    )
    assert NAMA in teks and ALASAN in teks and NOTULEN in teks
