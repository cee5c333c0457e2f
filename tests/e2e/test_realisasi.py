"""Evidence from a telephone, and what others say about it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import MEJA, press, to_own_skp

pytestmark = pytest.mark.e2e
HITUNG_KETUK = (
    "addEventListener('pointerdown', () => sessionStorage.ketuk = 1 + (+sessionStorage.ketuk || 0), true)"
)
PUJIAN = "Kepatuhan 99,2 persen pada bulan yang padat membuat pasien aman. Pertahankan cara mencocokkan gelang tiap pagi."
PENDAPAT = "Anda menukar jadwal jaga dua kali pada 12 November sehingga posyandu tetap buka. Kabari kami sehari sebelumnya."


def record_with_photo(ponsel: Page, foto: bytes) -> None:
    ponsel.goto("/")
    ponsel.get_by_role("link", name="Catat realisasi November 2026").click()
    ponsel.get_by_role("link", name=re.compile("^Catat November 2026")).first.click()
    ponsel.get_by_label(re.compile("^Realisasi")).fill("99,2")
    with ponsel.expect_file_chooser() as pemilih:
        ponsel.get_by_text("Pilih berkas").click()
    pemilih.value.set_files({"name": "observasi.jpg", "mimeType": "image/jpeg", "buffer": foto})
    ponsel.locator("#id_uraian").fill("Lembar observasi identifikasi pasien November 2026")
    press(ponsel, "Simpan")
    expect(ponsel.get_by_text("Tersimpan.")).to_be_visible()


def answer_colleague(rekan: Page) -> None:
    rekan.goto("/pelaksanaan/umpan-balik/permintaan/")
    permintaan = rekan.locator("main .kartu", has_text="Kolaboratif").filter(
        has_text="menunggu pendapat Anda"
    )
    permintaan.get_by_role("link", name=re.compile("^Jawab")).click()
    expect(rekan.get_by_text("Bagaimana kerja sama saya bulan ini?")).to_be_visible()
    rekan.get_by_label("Apresiasi").check()
    rekan.get_by_label("Umpan balik", exact=True).fill(PENDAPAT)
    press(rekan, "Kirim umpan balik")


def test_realisasi_is_recorded_on_a_phone_and_answered_by_those_around_it(buka):
    ponsel = buka("pak-budi")
    ponsel.context.add_init_script(HITUNG_KETUK)
    record_with_photo(ponsel, ponsel.screenshot(type="jpeg"))
    assert int(ponsel.evaluate("sessionStorage.ketuk")) <= 6

    penilai = buka("bu-sari", layar=MEJA)
    skp_id = to_own_skp(ponsel)
    penilai.goto(f"/pelaksanaan/realisasi/skp/{skp_id}/")
    # Another journey may have recorded the first indicator already; then it is the next one's unit.
    expect(penilai.locator("main")).to_contain_text(re.compile(r"November 2026:\s+99,2 (persen|keluarga)"))
    bukti = penilai.get_by_role("link", name="Lembar observasi identifikasi pasien").first
    isi = penilai.request.get(bukti.get_attribute("href"))
    assert isi.ok and isi.headers["content-type"].startswith("image/")
    press(penilai, "Beri umpan balik")
    penilai.get_by_label("Tentang apa?").select_option("Tindakan keperawatan aman bagi pasien")
    penilai.get_by_label("Apresiasi").check()
    penilai.get_by_label("Umpan balik", exact=True).fill(PUJIAN)
    press(penilai, "Kirim umpan balik")

    ponsel.goto("/pelaksanaan/umpan-balik/")
    expect(ponsel.get_by_text(PUJIAN)).to_be_visible()
    press(ponsel, "Minta umpan balik")
    ponsel.get_by_label("Kepada siapa?").select_option("Dewi Kurniawati, A.Md.Keb.")
    ponsel.get_by_label("Tentang apa?").select_option("Kolaboratif")
    ponsel.get_by_label("Pesan").fill("Bagaimana kerja sama saya bulan ini?")
    press(ponsel, "Kirim permintaan")
    answer_colleague(buka("bu-dewi"))

    for halaman, alamat in (
        (ponsel, "/pelaksanaan/umpan-balik/"),
        (penilai, f"/pelaksanaan/umpan-balik/skp/{skp_id}/"),
    ):
        halaman.goto(alamat)
        expect(halaman.get_by_text(PUJIAN)).to_be_visible()
        expect(halaman.get_by_text(PENDAPAT)).to_be_visible()
