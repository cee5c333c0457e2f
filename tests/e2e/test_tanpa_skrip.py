"""An old telephone whose browser runs no script at all."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import confirm, press, to_own_skp

pytestmark = pytest.mark.e2e


def test_without_a_script_realisasi_is_recorded_and_a_plan_submitted(buka):
    ponsel = buka("pak-dimas", java_script_enabled=False)
    ponsel.get_by_role("link", name=re.compile("^Catat realisasi November 2026")).click()
    ponsel.get_by_role("link", name=re.compile("^Catat November 2026|^Ubah")).first.click()
    ponsel.get_by_label("Keterangan", exact=False).first.fill("Dua belas RW sudah dikunjungi.")
    press(ponsel, "Simpan")
    expect(ponsel.get_by_text("Tersimpan.")).to_be_visible()

    skp_id = to_own_skp(ponsel)
    press(ponsel, "Ubah SKP")
    ponsel.get_by_label("Catatan").fill("Jumlah RW bertambah.")
    press(ponsel, "Buka perubahan")
    ponsel.goto(f"/perencanaan/skp/{skp_id}/sunting/")
    ponsel.locator("main article h3 a").first.click()
    press(ponsel, "Tambah indikator")
    ponsel.get_by_label("Ukuran keberhasilan").last.fill(
        "Persentase laporan RW yang diteruskan pada hari yang sama"
    )
    ponsel.locator("input[name$=-target]").last.fill("85–95")
    ponsel.get_by_label("Satuan").last.fill("persen")
    press(ponsel, "Simpan hasil kerja")
    expect(ponsel.get_by_text("Hasil kerja disimpan.")).to_be_visible()
    press(ponsel, "Ajukan SKP")

    expect(ponsel.get_by_text("SKP sudah diajukan.")).to_be_visible()
    expect(ponsel.locator("main")).to_contain_text("Target 85–95 persen")
    confirm(ponsel, "Tarik kembali")
    expect(ponsel.get_by_text("Pengajuan ditarik.")).to_be_visible()
