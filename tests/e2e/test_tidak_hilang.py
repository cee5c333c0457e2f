"""A village school with a poor signal: what is typed once stays, and is sent once."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import press

pytestmark = pytest.mark.e2e
PERTAMA = "Dua puluh delapan siswa mengikuti remedial sampai tuntas."
KEDUA = "Tiga puluh siswa mengikuti remedial sampai tuntas."
BERULANG = (
    "Rapat orang tua 3 November selesai tepat waktu sehingga wali murid dapat kembali bekerja. Pertahankan."
)


def test_typed_words_survive_a_lost_signal_a_second_tab_and_a_double_press(buka):
    ponsel = buka("guru-tebo")
    ponsel.goto("/pelaksanaan/realisasi/")
    ponsel.get_by_role("link", name=re.compile("^Catat November 2026|^Ubah")).first.click()
    formulir = ponsel.url
    tab_lain = ponsel.context.new_page()
    tab_lain.goto(formulir)

    ponsel.locator("#id_uraian").fill(PERTAMA)
    expect(ponsel.get_by_text("Draf tersimpan di peramban ini.")).to_be_visible()
    ponsel.context.set_offline(True)
    press(ponsel, "Simpan")
    expect(ponsel.get_by_text(re.compile("menunggu sinyal"))).to_be_visible()
    expect(ponsel.locator("#id_uraian")).to_have_value(PERTAMA)
    ponsel.context.set_offline(False)
    expect(ponsel.get_by_text("Tersimpan.")).to_be_visible(timeout=20_000)

    tab_lain.locator("#id_uraian").fill(KEDUA)
    press(tab_lain, "Simpan")
    expect(tab_lain.get_by_text("Yang tersimpan sekarang")).to_be_visible()
    expect(tab_lain.locator("main")).to_contain_text(PERTAMA)
    expect(tab_lain.locator("#id_uraian")).to_have_value(KEDUA)
    press(tab_lain, "Simpan")
    tab_lain.goto(formulir)
    expect(tab_lain.locator("#id_uraian")).to_have_value(KEDUA)

    kepala = buka("kepala-sekolah-tebo")
    kepala.goto("/pelaksanaan/umpan-balik/rekan/")
    kepala.get_by_role("link", name=re.compile("Andika Prasojo")).first.click()
    kepala.get_by_label("Tentang apa?").select_option("Kolaboratif")
    kepala.get_by_label("Apresiasi").check()
    kepala.get_by_label("Umpan balik", exact=True).fill(BERULANG)
    kepala.get_by_role("button", name="Kirim umpan balik").dblclick()
    kepala.wait_for_url(lambda alamat: "/beri/" not in alamat)
    ponsel.goto("/pelaksanaan/umpan-balik/")
    expect(ponsel.get_by_text(BERULANG)).to_have_count(1)
