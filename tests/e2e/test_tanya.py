"""A question from a phone, answered by a colleague, made an answer for everybody, found by somebody else."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.conftest import MEJA, press

pytestmark = pytest.mark.e2e
TANYA = "Bukti realisasi saya berupa foto papan mading posyandu. Apakah itu diterima Bu Sari?"
JUDUL = "Bolehkah foto papan mading menjadi bukti?"


def is_sound(halaman: Page) -> None:
    hasil = Axe().run(halaman)
    assert hasil.violations_count == 0, f"{halaman.url}\n{hasil.generate_report()}"
    lebar = halaman.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert lebar[0] <= lebar[1]


def test_a_question_becomes_an_answer_for_everybody(buka):
    budi, dewi = buka("pak-budi"), buka("bu-dewi")
    ask(budi)
    answer(dewi)
    budi.reload()
    expect(budi.locator("main")).to_contain_text("Boleh, asal tanggalnya terbaca")
    press(budi, "Sudah jelas, terima kasih")
    expect(budi.locator("main")).to_contain_text("Senang mendengarnya")
    is_sound(budi)

    publish(buka("pak-anton", layar=MEJA), budi.url)

    novi = buka("bu-novi")
    novi.goto("/cari/?q=mading")
    novi.locator("main").get_by_role("link", name=JUDUL).click()
    expect(novi.locator("main")).to_contain_text("Ya, asal tanggalnya terbaca.")
    expect(novi.locator("body")).not_to_contain_text("Budi")
    is_sound(novi)
    assert novi.goto(budi.url).status == 404


def ask(budi: Page) -> None:
    budi.goto("/pelaksanaan/realisasi/")
    budi.get_by_role("link", name="Tanyakan").click()
    budi.get_by_label("Apa yang ingin Anda tanyakan?").fill(TANYA)
    press(budi, "Kirim pertanyaan")
    expect(budi.get_by_role("heading", name="Mungkin sudah terjawab")).to_be_visible()
    budi.locator("#serupa summary").first.click()
    expect(budi.get_by_label("Apa yang ingin Anda tanyakan?")).to_have_value(TANYA)
    is_sound(budi)
    press(budi, "Tetap kirim pertanyaan")
    expect(budi.locator("main")).to_contain_text("Pertanyaan terkirim")


def answer(dewi: Page) -> None:
    dewi.goto("/tanya/masuk/")
    dewi.get_by_role("link", name="Bukti realisasi saya berupa foto").click()
    dewi.get_by_label("Jawaban Anda").fill("Boleh, asal tanggalnya terbaca, Pak Budi.")
    press(dewi, "Kirim jawaban")
    expect(dewi.locator("main")).to_contain_text("Jawaban terkirim")


def publish(anton: Page, alamat: str) -> None:
    anton.goto(alamat)
    press(anton, "Jadikan FAQ")
    expect(anton.locator("main")).to_contain_text("Hapus dahulu semua nama")
    anton.get_by_label("Pertanyaan", exact=True).fill(JUDUL)
    anton.get_by_label("Jawaban", exact=True).fill("Ya, asal tanggalnya terbaca.")
    press(anton, "Usulkan FAQ")
    press(anton, "Terbitkan")
    expect(anton.locator("main")).to_contain_text("FAQ terbit")
