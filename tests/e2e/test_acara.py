"""An event from a step of the plan to the workbook of who was there, on two screens."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from python_calamine import CalamineWorkbook

from tests.e2e.conftest import MEJA, press

pytestmark = pytest.mark.e2e
NAMA = "Klinik pengisian di Puskesmas"
MULAI_SERVER = datetime(
    2026, 11, 20, 9, 30, tzinfo=ZoneInfo("Asia/Jakarta")
)  # of the clock under the journeys


def _plan(admin: Page, mulai: datetime) -> str:
    """From a step of the plan, half an hour from now: the door is open already. Its address."""
    admin.goto("/acara/rencana/")
    expect(admin.locator("#terlambat")).to_be_visible()
    assert not Axe().run(admin).response["violations"]
    admin.locator("#berikutnya").get_by_role("link", name="Buat acara").first.click()
    admin.get_by_label("Nama acara").fill(NAMA)
    admin.get_by_label("Klinik pengisian", exact=True).check()
    admin.get_by_label("Tanggal").fill(f"{mulai:%Y-%m-%d}")
    admin.get_by_label("Mulai", exact=True).fill(f"{mulai:%H:%M}")
    admin.get_by_label("Selesai", exact=True).fill(f"{mulai + timedelta(hours=1):%H:%M}")
    admin.get_by_label("Tempat").fill("Ruang rapat Puskesmas Tenayan Raya")
    admin.get_by_label("Pegawai unit tertentu").check()
    admin.locator("main summary", has_text="Pilih unitnya").click()
    admin.get_by_label("Dinas Kesehatan").check()
    assert not Axe().run(admin).response["violations"]
    press(admin, "Simpan dan undang")
    expect(admin.locator("main")).to_contain_text("Semua yang diundang mendapat kabarnya")
    return admin.url


def test_from_a_step_of_the_plan_to_the_workbook(buka, pelayan):
    berjalan = time.time() - float(pelayan.lingkungan["KINERJA_MULAI"])
    admin = buka("pak-anton", layar=MEJA)
    acara = _plan(admin, MULAI_SERVER + timedelta(seconds=berjalan, minutes=30))

    budi = buka("pak-budi")
    expect(budi.locator("main")).to_contain_text(f"Hari ini: {NAMA}")
    budi.goto("/acara/")
    budi.locator("main").get_by_role("link", name=NAMA).click()
    assert not Axe().run(budi).response["violations"]
    assert budi.evaluate("document.documentElement.scrollWidth") == 360
    press(budi, "Saya akan hadir")
    expect(budi.locator("main")).to_contain_text("Anda akan hadir")

    admin.goto(f"{acara}qr/")
    assert not Axe().run(admin).response["violations"]
    budi.get_by_label("Kode di layar").fill(admin.locator(".kode-pendek").inner_text())
    press(budi, "Saya hadir")
    expect(budi.locator("main")).to_contain_text("Kehadiran Anda tercatat")

    admin.goto(acara)
    jumlah = admin.locator("#rekap tr", has_text="Puskesmas Tenayan Raya").locator("td")
    expect(jumlah.nth(3)).to_have_text("1")
    isi = admin.request.get(f"{acara}kehadiran.xlsx").body()
    baris = CalamineWorkbook.from_filelike(BytesIO(isi)).get_sheet_by_name("Kehadiran").to_python()
    assert [satu[0] for satu in baris if satu[5] == "ya"] == ["Budi Hartawan, A.Md.Kep."]
