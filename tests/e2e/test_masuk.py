"""A stranger at the door, and the owner who still comes in."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kinerja.demo.baca import find_pemeran
from tests.e2e.conftest import press, sign_in

pytestmark = pytest.mark.e2e


def test_a_stranger_is_locked_out_and_the_owner_is_not(buka):
    pemilik = buka("operator-dukcapil")
    pemilik.goto("/akun/")
    pemilik.locator("[data-menu] > summary").click()
    pemilik.locator(".menu-lengkap").get_by_role("button", name="Keluar").click()
    pemilik.wait_for_url("**/masuk/**")

    orang_asing = buka()
    for _ in range(6):
        orang_asing.goto("/akun/masuk/")
        orang_asing.get_by_label("NIP").fill(find_pemeran("operator-dukcapil").nip)
        orang_asing.locator("input[type=password]").fill("tebakan-yang-salah")
        press(orang_asing, "Masuk")
    expect(orang_asing.get_by_role("heading", level=1)).to_have_text("Tunggu sebentar, lalu coba lagi")
    expect(orang_asing.locator("main")).to_contain_text("Akun dan data Anda aman.")

    sign_in(pemilik, "operator-dukcapil")
    expect(pemilik.get_by_role("heading", name="Yang perlu Anda kerjakan")).to_be_visible()
