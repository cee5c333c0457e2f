"""A talk between two: proposed, accepted, held, and what was agreed comes along to the next one."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.e2e.conftest import MEJA, press

pytestmark = pytest.mark.e2e
BUTIR = "Rujukan yang kembali tanpa keterangan"
CATATAN = "Setiap rujukan dicatat dengan nomor telepon dokter tujuan."
PRIBADI = "Tanyakan bulan depan apakah bebannya sudah berkurang."
KESEPAKATAN = "Menyusun daftar telepon dokter tujuan rujukan"


def propose(halaman: Page, *, tanggal: str, jam: str) -> None:
    halaman.get_by_label("Tanggal").fill(tanggal)
    halaman.get_by_label("Jam mulai").fill(jam)
    halaman.get_by_label("Tempat atau tautan rapat").fill("Ruang kepala puskesmas")
    press(halaman, "Kirim usul")


def accessible(halaman: Page) -> bool:
    return not Axe().run(halaman).response["violations"]


def test_two_people_talk_and_what_they_agreed_comes_along(buka):
    pegawai = buka("dokter-fajar")
    pegawai.goto("/dialog/")
    press(pegawai, "Usulkan waktu")
    propose(pegawai, tanggal="2026-11-20", jam="23:15")
    pegawai.get_by_label("Butir baru").fill(BUTIR)
    press(pegawai, "Tambah")
    assert accessible(pegawai)
    assert pegawai.evaluate("document.documentElement.scrollWidth") <= 360

    penilai = buka("bu-sari", layar=MEJA)
    penilai.get_by_role("link", name="Jawab usul dialog dr. Fajar Ramadhana").click()
    dialog = penilai.url
    press(penilai, "Setuju")
    unduh = penilai.get_by_role("link", name="Unduh untuk kalender").get_attribute("href")
    acara = Calendar.from_ical(penilai.request.get(unduh).text()).walk("VEVENT")[0]
    assert f"{acara['DTSTART'].dt:%Y-%m-%d %H:%M %Z}" == "2026-11-20 16:15 UTC"

    penilai.get_by_role("button", name=f"Sudah dibahas: {BUTIR}").click()
    penilai.get_by_label("Catatan bersama").fill(CATATAN)
    press(penilai, "Simpan catatan")
    penilai.get_by_label("Catatan pribadi", exact=False).last.fill(PRIBADI)
    press(penilai, "Simpan catatan pribadi")
    penilai.get_by_label("Apa yang disepakati").fill(KESEPAKATAN)
    penilai.get_by_label("Selesai paling lambat").fill("2026-12-04")
    press(penilai, "Catat")
    press(penilai, "Dialog sudah berlangsung")
    assert accessible(penilai)

    pegawai.goto(dialog)
    expect(pegawai.get_by_text(CATATAN)).to_be_visible()
    expect(pegawai.get_by_text(PRIBADI)).to_have_count(0)
    press(pegawai, "Usulkan dialog berikutnya")
    propose(pegawai, tanggal="2026-12-11", jam="09:00")
    expect(pegawai.locator("#terbawa")).to_contain_text(KESEPAKATAN)
    expect(pegawai.locator("main")).to_contain_text("Diusulkan Anda")
