"""Somebody is looked for with letters that are wrong, and found; and the map opens at his work."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kinerja.demo.baca import find_pemeran
from tests.e2e.conftest import press

pytestmark = pytest.mark.e2e


def test_a_misspelt_name_finds_the_person_and_the_map_opens_at_him(buka):
    nama = find_pemeran("pak-budi").nama
    kepala = buka("bu-sari")
    kepala.goto("/cari/?q=budy+hartawn")
    expect(kepala.get_by_role("heading", name="Mungkin maksud Anda")).to_be_visible()
    assert find_pemeran("pak-budi").nip not in kepala.content()
    kepala.locator("main").get_by_role("link", name=nama).click()
    expect(kepala.get_by_role("heading", level=1)).to_contain_text(nama)

    kepala.goto("/peta/")
    kepala.locator("main .saringan input[name=q]").fill("budi hartawan")
    press(kepala, "Tampilkan")
    expect(kepala.get_by_role("heading", name="Yang memuat “budi hartawan”")).to_be_visible()
    hasil = kepala.locator(".peta-cocok a").first
    teks = hasil.inner_text()
    hasil.click()
    expect(kepala.get_by_role("heading", name=teks)).to_be_visible()
    press(kepala, f"Buka SKP {nama}")
    expect(kepala.get_by_role("heading", level=1)).to_contain_text(nama)
    assert kepala.evaluate("document.documentElement.scrollWidth") <= 360
