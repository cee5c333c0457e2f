"""From a low result to a plan that both sign: the board, the plan, the two hands."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kinerja.demo.tanam.organisasi import SANDI_DEMO
from tests.e2e.conftest import MEJA, press, unfold

pytestmark = pytest.mark.e2e
NAMA = "Candra Iskandar"
ALASAN = "Dua triwulan di bawah Baik; penilai dan pegawai sudah berbicara dan sepakat menyusun rencana."


def check(halaman) -> None:
    hasil = Axe().run(halaman)
    assert hasil.violations_count == 0, f"{halaman.url}\n{hasil.generate_report()}"


def tick(halaman, tindakan: str) -> None:
    baris = halaman.locator("li.usulan").filter(has_text=NAMA).filter(has_text=tindakan).first
    baris.get_by_role("checkbox").check()


def fill(halaman, lipatan: str, medan: str, isi: str) -> None:
    """Opens what is folded, if it is."""
    if not halaman.locator(medan).is_visible():
        unfold(halaman, lipatan)
    halaman.locator(medan).fill(isi)


def test_a_low_result_leads_to_a_plan_that_both_sign(buka, pelayan):
    admin = buka("admin-lampung-utara", layar=MEJA)
    admin.goto("/tindak-lanjut/papan/?tindakan=umpan_balik")
    check(admin)
    tick(admin, "Rencana umpan balik")
    admin.locator("input[name=putusan][value=alihkan]").check()
    admin.get_by_label("Dialihkan ke").select_option("pembinaan")
    admin.get_by_label("Alasan").fill(ALASAN)
    press(admin, "Simpan putusan")
    expect(admin.locator("main")).to_contain_text("1 usulan diputuskan")
    admin.goto("/tindak-lanjut/papan/?tindakan=pembinaan")
    tick(admin, "Pembinaan")
    admin.locator("input[name=putusan][value=setujui]").check()
    admin.get_by_label("Alasan").fill(ALASAN)
    press(admin, "Simpan putusan")
    admin.goto("/tindak-lanjut/papan/?tindakan=pembinaan&status=disetujui")
    admin.get_by_role("link", name=re.compile("Buka rencana pembinaan")).first.click()
    rencana = admin.url

    penilai = buka("lurah-kotabumi-ilir")
    penilai.goto("/")
    penilai.get_by_role("link", name=f"Lengkapi rencana pembinaan {NAMA}").click()
    fill(penilai, "Tambah sasaran", "#sasaran_baru_teks", "Berkas pelayanan selesai pada hari yang sama")
    press(penilai, "Tambah sasaran")
    fill(penilai, "Tambah langkah atau bantuan", "#butir_teks", "Memakai daftar periksa sebelum diteruskan")
    penilai.locator("#butir_pelaksana").select_option(label=NAMA)
    penilai.locator("#butir_batas_on").fill("2026-12-20")
    press(penilai, "Tambah")
    check(penilai)
    press(penilai, "Tandatangani rencana")
    expect(penilai.locator("main")).to_contain_text("Anda menandatangani")

    ((nip,),) = pelayan.sql("SELECT nip FROM kepegawaian_pegawai WHERE nama = ?", NAMA)
    pegawai = buka()
    pegawai.goto("/akun/masuk/")
    pegawai.get_by_label("NIP").fill(nip)
    pegawai.locator("input[type=password]").fill(SANDI_DEMO)
    pegawai.get_by_role("button", name="Masuk", exact=True).click()
    pegawai.get_by_role("link", name="Baca dan jawab rencana pembinaan Anda").click()
    pegawai.locator("input[name=sikap][value=setuju]").check()
    press(pegawai, "Simpan jawaban saya")
    expect(pegawai.locator("main")).to_contain_text("Setuju, ditandatangani")
    check(pegawai)
    pdf = pegawai.request.get(f"{rencana}naskah/rencana/")
    assert pdf.headers["content-type"] == "application/pdf"
