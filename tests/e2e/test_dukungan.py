"""Somebody asks for help with a result, gets a promise with a date, and ticks off what came; so with what the SKP promised."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.conftest import MEJA, press

pytestmark = pytest.mark.e2e
URAIAN = "Satu kulkas vaksin cadangan supaya layanan imunisasi tidak berhenti saat listrik padam."
JAWABAN = "Kulkas cadangan dipinjam dari gudang farmasi sampai akhir tahun."


def accessible(halaman: Page) -> bool:
    return not Axe().run(halaman).response["violations"]


def test_asked_answered_and_received(buka):
    pegawai = buka("bu-dewi")
    pegawai.goto("/dukungan/")
    press(pegawai, "Minta dukungan")
    pegawai.get_by_label("Alat atau sarana").check()
    press(pegawai, "Kirim permintaan")
    expect(pegawai.locator("main")).to_contain_text("Tulis dalam satu kalimat apa yang Anda butuhkan")
    pegawai.get_by_label("Jelaskan dalam satu kalimat").fill(URAIAN)
    pegawai.get_by_label("Untuk hasil yang mana").select_option(index=1)
    pegawai.get_by_label("Kapan Anda membutuhkannya").fill("2026-12-01")
    assert accessible(pegawai)
    assert pegawai.evaluate("document.documentElement.scrollWidth") <= 360
    press(pegawai, "Kirim permintaan")
    permintaan = pegawai.url

    penilai = buka("bu-sari", layar=MEJA)
    penilai.goto(permintaan)
    penilai.get_by_label("Dipenuhi", exact=True).check()
    penilai.get_by_label("Tersedia mulai").fill("2026-11-24")
    penilai.locator("textarea[name=keterangan]").fill(JAWABAN)
    press(penilai, "Kirim jawaban")
    penilai.goto(permintaan)
    expect(penilai.locator("main")).to_contain_text(JAWABAN)
    assert accessible(penilai)

    pegawai.goto(permintaan)
    expect(pegawai.locator("main")).to_contain_text("Dijanjikan tersedia mulai 24 November 2026")
    press(pegawai, "Sudah saya terima")
    expect(pegawai.locator("main")).to_contain_text("Diterima")
    assert buka("pak-budi").goto(permintaan).status == 404


def test_what_the_plan_promised_is_ticked_off(buka):
    pegawai, penilai = buka("pak-budi"), buka("bu-sari", layar=MEJA)
    pegawai.goto("/dukungan/")
    teks = pegawai.locator("#janji li p").first.inner_text()
    janji = pegawai.locator("#janji li", has_text=teks)
    di_tim = penilai.locator("#janji li", has_text=teks).filter(has_text="Hartawan")

    janji.get_by_role("button", name="Ternyata belum").click()
    expect(janji).to_contain_text("Belum ditandai diterima")
    penilai.goto("/dukungan/tim/")
    expect(di_tim).to_contain_text("Dijanjikan")

    janji.get_by_role("button", name="Sudah diterima").click()
    expect(janji).to_contain_text("Diterima 20 November 2026")
    penilai.reload()
    expect(di_tim).to_contain_text("diterima 20 November 2026")
