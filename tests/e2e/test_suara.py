"""A citizen with a telephone at the counter: from the code on the wall to what the admin reads."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import press, unfold

pytestmark = pytest.mark.e2e
SLUG = "asn-pontiana"
KALIMAT = "Loketnya buka tepat waktu, tetapi kursi tunggunya kurang."
BALASAN = "Terima kasih. Enam kursi kami tambah pada 1 Desember."
HITUNG = "SELECT count(*) FROM layanan_suara s JOIN layanan_layananpublik l ON l.id = s.layanan_id WHERE l.slug = ?"


def test_a_citizen_votes_by_the_code_on_the_wall_and_is_counted(buka, pelayan):
    sebelum = pelayan.sql(HITUNG, SLUG)[0][0]
    warga = buka()
    warga.goto(f"/s/{SLUG}/")
    for pertanyaan in warga.locator("fieldset.tanya").all():
        pertanyaan.locator("label").nth(2).click()
    # At the pace of a person: a form that comes back within two seconds was not filled in by one.
    warga.get_by_label("Ada yang ingin disampaikan?", exact=False).press_sequentially(KALIMAT, delay=40)
    expect(warga.locator("input[name=kerja]")).to_have_value(re.compile(r"^\d+$"))
    press(warga, "Kirim penilaian")
    expect(warga.get_by_text("sudah kami terima")).to_be_visible()
    assert warga.evaluate("document.documentElement.scrollWidth") <= 360

    # Once: the result itself moves only with a whole block of votes, so that nobody is seen voting.
    assert pelayan.sql(HITUNG, SLUG)[0][0] == sebelum + 1
    admin = buka("admin-pontianak")
    admin.goto("/layanan/")
    press(admin, "Loket layanan kepegawaian")
    press(admin, "Buka moderasi")
    expect(admin.locator(".kartu").filter(has_text=KALIMAT)).to_contain_text("Tampilkan")

    # What is shown may be answered, and the public reads the answer.
    admin.locator(".kartu").filter(has_text=KALIMAT).get_by_role(
        "button", name="Tampilkan", exact=True
    ).click()
    unfold(admin, KALIMAT[:80])
    balasan = admin.locator("details[open]").filter(has_text=KALIMAT)
    balasan.get_by_label("Tanggapan unit").fill(BALASAN)
    balasan.get_by_role("button", name="Terbitkan tanggapan").click()
    expect(admin.locator("main")).to_contain_text(BALASAN)
    warga.goto(f"/s/{SLUG}/hasil/")
    kutipan = warga.locator("blockquote").filter(has_text=KALIMAT)
    expect(kutipan).to_contain_text(BALASAN)
