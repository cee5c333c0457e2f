"""A penilai weighs one quarter of one person."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import MEJA, confirm, press, unfold

pytestmark = pytest.mark.e2e
CATATAN = "Susun jadwal penjangkauan bersama kader sebelum Desember."
ALASAN = "Server pusat padam sebelas hari, sehingga sebagian rekam medis baru lengkap pada hari berikutnya."
SESUAI = "sesuai_ekspektasi"


def choose_everywhere_sesuai(penilai: Page) -> None:
    for pilihan in penilai.locator(f"form input[type=radio][value={SESUAI}]").all():
        pilihan.check()


def test_a_departure_from_the_suggestion_needs_a_reason_and_loses_no_word(buka):
    penilai = buka("bu-sari", layar=MEJA)
    penilai.goto("/")
    penilai.get_by_role("link", name="Nilai dr. Fajar Ramadhana").click()
    expect(penilai.locator("main")).to_contain_text("Sebagian besar hasil kerja di bawah ekspektasi.")
    expect(penilai.locator("main")).to_contain_text("Capaian organisasi")

    choose_everywhere_sesuai(penilai)
    expect(penilai.get_by_text("Tidak ada aspek perilaku yang di bawah ekspektasi.")).to_be_visible()
    penilai.get_by_label("Catatan dan rekomendasi").fill(CATATAN)
    press(penilai, "Nilai dan lihat predikat")

    expect(penilai.get_by_text("Tuliskan alasannya; pegawai akan membacanya.").first).to_be_visible()
    expect(penilai.get_by_label("Catatan dan rekomendasi")).to_have_value(CATATAN)
    for alasan in penilai.locator("textarea[name$=-alasan], textarea[name=alasan_hasil]").all():
        lipatan = alasan.locator("xpath=ancestor::details[not(@open)][1]/summary")
        if lipatan.count():
            lipatan.click()
        alasan.fill(ALASAN)
    press(penilai, "Nilai dan lihat predikat")

    expect(penilai.get_by_text("Penilaian tersimpan.")).to_be_visible()
    expect(penilai.get_by_role("cell", name=re.compile("Baik.*Predikat ini", re.S))).to_be_visible()
    confirm(penilai, "Tetapkan")
    press(penilai, "Serahkan kepada pegawai")
    expect(penilai.get_by_text("Hasil evaluasi diserahkan.")).to_be_visible()

    pegawai = buka("dokter-fajar")
    pegawai.get_by_role("link", name="Baca dan tanda tangani hasil Triwulan III 2026").click()
    unfold(pegawai, "Pasien rawat jalan diperiksa sesuai standar")
    expect(pegawai.get_by_text(ALASAN).first).to_be_visible()
    expect(pegawai.get_by_text(CATATAN)).to_be_visible()
