"""A low result opens a plan by rule; both sign, they meet and look back, and it ends with an outcome on paper."""

from __future__ import annotations

from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from kinerja.demo.baca import find_pemeran
from kinerja.demo.tanam.organisasi import SANDI_DEMO
from tests.e2e.conftest import MEJA, press, unfold

pytestmark = pytest.mark.e2e
ALASAN = "Dua bulan ini laporan sering tertunda; kita cari sebabnya dan bagi ulang bebannya."
LANGKAH = "Menyelesaikan laporan harian sebelum jam pulang"
CATATAN = "Tiga minggu terakhir laporan selesai tepat waktu; beban loket sudah dibagi dua."
HASIL = "Laporan selesai tepat waktu sejak loket dibagi dua."
_BELUM_DIBINA = """
SELECT p.nip FROM penilaian_evaluasi e
JOIN perencanaan_skp s ON s.id = e.skp_id
JOIN kepegawaian_pegawai p ON p.id = s.pegawai_id
JOIN kepegawaian_pegawai n ON n.id = e.penilai_id
WHERE n.nip = ? AND e.status IN ('diterima', 'final') AND e.predikat IN ('butuh_perbaikan', 'kurang')
ORDER BY e.id DESC
"""


def accessible(halaman: Page) -> bool:
    return not Axe().run(halaman).response["violations"]


def sign_in_by_nip(halaman: Page, nip: str) -> None:
    halaman.goto("/akun/masuk/")
    halaman.get_by_label("NIP").fill(nip)
    halaman.locator("input[type=password]").fill(SANDI_DEMO)
    halaman.get_by_role("button", name="Masuk", exact=True).click()
    halaman.wait_for_url("**/")


def test_from_a_low_result_to_its_outcome(pelayan, buka):
    nip = pelayan.sql(_BELUM_DIBINA, find_pemeran("lurah-kotabumi-ilir").nip)[0][0]
    nama = pelayan.sql("SELECT nama FROM kepegawaian_pegawai WHERE nip = ?", nip)[0][0]

    penilai = buka("lurah-kotabumi-ilir", layar=MEJA)
    penilai.goto("/pembinaan/")
    penilai.locator("main li", has_text=nama).get_by_role("link", name="Pertimbangkan").first.click()
    press(penilai, "Buka rencana")
    penilai.locator("textarea[name=alasan]").fill(ALASAN)
    press(penilai, "Buka rencana")
    rencana = penilai.url
    if penilai.get_by_text("Belum ada sasaran").count():
        penilai.locator("#sasaran textarea").fill("Laporan harian selesai pada harinya")
        press(penilai, "Tambah sasaran")
    penilai.get_by_label("Langkah yang dijalani").check()
    penilai.locator("#langkah textarea").fill(LANGKAH)
    penilai.get_by_label("Oleh").select_option(label=nama)
    penilai.get_by_label("Paling lambat").fill("2027-01-15")
    press(penilai, "Tambah")
    press(penilai, "Tandatangani rencana")
    assert accessible(penilai)

    pegawai = buka()
    sign_in_by_nip(pegawai, nip)
    pegawai.get_by_role("link", name="Baca dan jawab rencana pembinaan Anda").click()
    assert pegawai.url.rstrip("#") == rencana.split("#")[0]
    pegawai.get_by_label("Saya setuju").check()
    press(pegawai, "Simpan jawaban saya")
    assert accessible(pegawai)
    assert pegawai.evaluate("document.documentElement.scrollWidth") <= 360
    press(pegawai, "Tandai selesai")

    penilai.goto(rencana)
    expect(penilai.locator("#tanda-tangan")).to_contain_text("Setuju, ditandatangani")
    unfold(penilai, "Catat pertemuan")
    penilai.locator("#pertemuan textarea").fill(CATATAN)
    press(penilai, "Simpan catatan")
    pegawai.goto(rencana)
    expect(pegawai.locator("#pertemuan")).to_contain_text(CATATAN)
    press(pegawai, "Sudah saya baca")

    _look_back_and_close(penilai, rencana)
    tautan = penilai.get_by_role("link", name="Berita (PDF)").get_attribute("href")
    berkas = PdfReader(BytesIO(penilai.request.get(tautan).body()))
    teks = " ".join(" ".join(lembar.extract_text() for lembar in berkas.pages).split())
    assert nama in teks and "Membaik" in teks
    pegawai.goto(rencana)
    expect(pegawai.locator("main")).to_contain_text(HASIL)
    assert buka("operator-dukcapil").goto(rencana).status == 404


def _look_back_and_close(penilai: Page, rencana: str) -> None:
    penilai.goto(rencana)
    unfold(penilai, "Tulis peninjauan")
    penilai.get_by_label("Peninjauan akhir").check()
    for pilihan in penilai.locator("#peninjauan").get_by_label("Tercapai", exact=True).all():
        pilihan.check()
    penilai.locator("#peninjauan textarea").fill(CATATAN)
    press(penilai, "Simpan peninjauan")
    unfold(penilai, "Tutup pembinaan")
    penilai.get_by_label("Membaik").check()
    penilai.locator("textarea[name=alasan]").last.fill(HASIL)
    press(penilai, "Tutup pembinaan")
    expect(penilai.locator("main")).to_contain_text("Hasil: Membaik")
