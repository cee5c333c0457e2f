"""Somebody moves, and somebody else had the wrong penilai."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import MEJA, press

pytestmark = pytest.mark.e2e


def test_a_move_closes_the_old_plan_and_begins_a_new_one(buka):
    admin = buka("pak-anton", layar=MEJA)
    admin.goto("/kepegawaian/pegawai/?cari=Reza")
    press(admin, "Reza Firmanto, S.A.P.")
    press(admin, "Pindahkan")
    admin.get_by_label("Unit kerja yang baru").select_option("Bidang Mutasi dan Promosi")
    press(admin, "Lanjut")
    admin.get_by_label("Jabatan yang baru").select_option("Analis SDM Aparatur Ahli Pertama")
    press(admin, "Lihat yang akan berubah")

    expect(admin.locator("main")).to_contain_text("Ditutup sehari sebelumnya")
    expect(admin.locator("main")).to_contain_text("Hafizuddin Darmawan")
    expect(admin.locator("main")).to_contain_text("Triwulan III 2026")
    pegawai = buka("pak-reza")
    pegawai.goto("/perencanaan/skp/")
    expect(pegawai.locator("main")).not_to_contain_text("Bidang Mutasi dan Promosi")
    press(admin, "Ya, laksanakan")

    expect(admin.get_by_text("Tersimpan.")).to_be_visible()
    pegawai.reload()
    lama = pegawai.locator("main .kartu", has_text="Bidang Penilaian Kinerja Aparatur").first
    expect(lama).to_contain_text("Ditutup")
    expect(lama).to_contain_text("19 November 2026")
    baru = pegawai.locator("main .kartu", has_text="Bidang Mutasi dan Promosi")
    expect(baru).to_contain_text("Draf")
    expect(baru).to_contain_text("20 November 2026 sampai 31 Desember 2026")


def test_my_penilai_is_wrong_is_repaired_once_with_a_preview(buka):
    admin, pelapor = buka("pak-anton", layar=MEJA), buka("bu-ratna")
    admin.goto("/")
    press(admin, "Periksa laporan “atasan saya salah”")
    admin.get_by_role("link", name="Ratnasari Widuri").first.click()
    admin.get_by_label("Pejabat penilai yang benar").fill("Drs. Marwan Adiputra, M.Si.")
    press(admin, "Lihat yang akan berubah")

    berganti = admin.get_by_role("table", name="Penilai yang berganti")
    expect(berganti).to_contain_text("Hafizuddin Darmawan")
    expect(berganti).to_contain_text("Marwan Adiputra")
    admin.get_by_label("Jawaban untuk pelapor").fill("Benar; data penilai sudah dibetulkan.")
    press(admin, "Setujui dan pindahkan")

    pelapor.goto("/kepegawaian/atasan-saya/")
    expect(pelapor.get_by_text("Benar; data penilai sudah dibetulkan.")).to_be_visible()
    expect(pelapor.locator("main .kartu").first).to_contain_text("Marwan Adiputra")
    penilai = buka("kepala-bkpsdm-pekanbaru")
    penilai.goto("/penilaian/tim/")
    expect(penilai.locator("main")).to_contain_text("Ratnasari Widuri")
