"""A plan from the leader's matrix to its second version."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import MEJA, press, to_own_skp

pytestmark = pytest.mark.e2e
PERAN = "Resep pasien rawat jalan terlayani tepat waktu"
KEGIATAN = "Melaksanakan kegiatan pelayanan resep secara optimal"
UKURAN = "Persentase resep yang diserahkan paling lama 30 menit"
CATATAN = "Hasil ketiga masih berupa kegiatan. Tulis keadaan yang dirasakan pasien."


def divide_roles(penilai):
    to_own_skp(penilai)
    press(penilai, "Matriks peran dan hasil")
    penilai.get_by_role("link", name=re.compile("ubah peran Yanti.*waktu tunggu")).click()
    penilai.get_by_label("Peran dan hasil").fill(PERAN)
    press(penilai, "Simpan")
    expect(penilai.get_by_role("row", name=re.compile("Yanti"))).to_contain_text(PERAN)


def write_result(pegawai):
    """From the cell into a result; the coach frowns at an activity, and lets it pass."""
    pegawai.get_by_role("link", name=re.compile(f"Jadikan hasil kerja.*{PERAN}")).click()
    expect(pegawai.get_by_label("Rencana hasil kerja")).to_have_value(PERAN)
    expect(pegawai.get_by_label("Hasil kerja pimpinan yang didukung").first).not_to_have_value("")

    pegawai.get_by_label("Rencana hasil kerja").fill("")
    with pegawai.expect_response(re.compile("/hasil/telaah/")):
        pegawai.get_by_label("Rencana hasil kerja").press_sequentially(KEGIATAN, delay=5)
    expect(pegawai.get_by_text("“Melaksanakan” menyebut kegiatan, belum hasilnya.")).to_be_visible()
    pegawai.get_by_label("Ukuran keberhasilan").fill(UKURAN)
    pegawai.get_by_label(re.compile("^Target")).first.fill("80–90")
    pegawai.get_by_label("Satuan").fill("persen")
    press(pegawai, "Simpan hasil kerja")
    expect(pegawai.get_by_text("Hasil kerja disimpan.")).to_be_visible()


def test_a_plan_goes_from_the_matrix_to_a_second_version(buka):
    penilai, pegawai = buka("bu-sari", layar=MEJA), buka("bu-yanti")
    divide_roles(penilai)
    skp_id = to_own_skp(pegawai)
    press(pegawai, "Ubah SKP")
    pegawai.get_by_label("Catatan").fill("Waktu tunggu obat menjadi perhatian puskesmas.")
    press(pegawai, "Buka perubahan")
    press(pegawai, "Tulis SKP")

    write_result(pegawai)
    pegawai.goto(f"/perencanaan/skp/{skp_id}/perilaku/")
    kartu = pegawai.locator("section.kartu", has=pegawai.get_by_role("heading", name="Adaptif"))
    kartu.locator("textarea").fill("Mencoba cara antrean baru dan mencatat hasilnya.")
    press(pegawai, "Simpan ekspektasi")
    pegawai.goto(f"/perencanaan/skp/{skp_id}/sunting/")
    press(pegawai, "Ajukan SKP")
    expect(pegawai.get_by_text("SKP sudah diajukan.")).to_be_visible()

    penilai.goto("/")
    penilai.get_by_role("link", name=re.compile("SKP.*Yanti|Yanti.*SKP")).first.click()
    expect(penilai.locator("main")).to_contain_text("Target 80–90 persen")
    expect(penilai.locator("main")).to_contain_text("Mencoba cara antrean baru")
    press(penilai, "Kembalikan")
    penilai.get_by_label("Catatan").fill(CATATAN)
    press(penilai, "Kembalikan dengan catatan")

    pegawai.goto(f"/perencanaan/skp/{skp_id}/sunting/")
    expect(pegawai.get_by_text(CATATAN)).to_be_visible()
    pegawai.get_by_role("link", name=re.compile(KEGIATAN)).click()
    pegawai.get_by_label("Rencana hasil kerja").fill(PERAN)
    press(pegawai, "Simpan hasil kerja")
    press(pegawai, "Ajukan SKP")
    penilai.goto(f"/perencanaan/skp/{skp_id}/")
    press(penilai, "Tetapkan SKP")
    expect(penilai.locator("main")).to_contain_text("versi 2")

    pegawai.goto(f"/perencanaan/skp/{skp_id}/")
    press(pegawai, "Bandingkan versi")
    expect(pegawai.locator("ins", has_text=PERAN).first).to_be_visible()
    expect(pegawai.locator("main")).to_contain_text("Waktu tunggu obat menjadi perhatian puskesmas.")
