"""A token from the button that makes it to the call that is refused after its end."""

from __future__ import annotations

import json
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import MEJA, confirm, press

pytestmark = pytest.mark.e2e


def call(alamat: str, token: str) -> tuple[int, object]:
    """As another system calls: no browser, no session, only the key."""
    minta = urllib.request.Request(alamat, headers={"Authorization": f"Bearer {token}"})
    try:
        with urllib.request.urlopen(minta, timeout=20) as jawab:
            return jawab.status, json.load(jawab)
    except urllib.error.HTTPError as galat:
        return galat.code, json.load(galat)


def test_a_token_opens_the_door_until_the_admin_ends_it(buka, server):
    admin = buka("pak-anton", layar=MEJA)
    admin.goto("/integrasi/")
    press(admin, "Daftarkan sistem")
    admin.get_by_label("Nama sistem").fill("Gudang data kota")
    admin.get_by_label("Untuk apa datanya").fill("Menghitung unit kerja untuk portal kota.")
    press(admin, "Daftarkan")
    press(admin, "Buat token")
    admin.get_by_label("Nama token").fill("Peladen utama")
    admin.locator("input[name=cakupan][value='baca:unit']").check()
    admin.get_by_label("Berlaku sampai").fill("2027-06-30")
    press(admin, "Buat token")
    expect(admin.get_by_text("Hanya tampil sekali")).to_be_visible()
    token = admin.get_by_label("Token", exact=True).input_value()
    press(admin, "Sudah saya simpan")
    expect(admin.get_by_text("belum pernah dipakai")).to_be_visible()
    assert token not in admin.content()

    status, isi = call(f"{server}/api/v1/unit", token)
    assert status == 200 and "Puskesmas Tenayan Raya" in json.dumps(isi)
    assert call(f"{server}/api/v1/pegawai", token)[0] == 403  # more than was ticked
    assert call(f"{server}/api/v1/unit", token + "x")[0] == 401

    admin.reload()
    expect(admin.get_by_text("terakhir dipakai")).to_be_visible()
    confirm(admin, "Cabut token")
    expect(admin.get_by_text("Dicabut").first).to_be_visible()
    assert call(f"{server}/api/v1/unit", token)[0] == 401
