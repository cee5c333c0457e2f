"""An objection, from the page that explains to the paper that decides."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import MEJA, issue, press, unfold

pytestmark = pytest.mark.e2e
KEBERATAN = "Kunjungan rumah September melebihi jadwal; formulirnya ada pada bukti ketiga."
PENJELASAN = "Saya menilai dari rekap 25 September, sebelum kunjungan minggu terakhir tercatat."
PERTIMBANGAN = "Formulir kunjungan dan rekap sudah dicocokkan; hasilnya memang melampaui rencana."


def test_an_objection_is_heard_decided_and_printed(buka):
    pegawai = buka("pak-budi")
    pegawai.get_by_role("link", name="Baca dan tanda tangani hasil Triwulan III 2026").click()
    hasil = pegawai.url
    expect(pegawai.get_by_role("heading", name="Mengapa predikat saya ini?")).to_be_visible()
    unfold(pegawai, "Aturan yang dipakai")
    expect(pegawai.get_by_text("Kuadran Kinerja Pegawai (hlm. 99)")).to_be_visible()
    unfold(pegawai, "Keluarga sasaran mendapat kunjungan rumah")
    bukti = pegawai.get_by_role("link", name=re.compile("Formulir kunjungan")).first.get_attribute("href")
    assert pegawai.request.get(bukti, max_redirects=0).status in (200, 302)

    press(pegawai, "Tandatangani tanda terima")
    press(pegawai, "Ajukan keberatan")
    pegawai.get_by_label("Alasan keberatan").fill(KEBERATAN)
    press(pegawai, "Kirim keberatan")
    expect(pegawai.locator("main")).to_contain_text("7 hari kerja")

    penilai = buka("bu-sari")
    penilai.goto("/tindak-lanjut/keberatan/")
    penilai.get_by_role("link", name=re.compile("Budi Hartawan")).first.click()
    penilai.get_by_label("Penjelasan Anda").fill(PENJELASAN)
    press(penilai, "Simpan penjelasan")

    pemutus = buka("kepala-dinkes", layar=MEJA)
    pemutus.goto("/")
    pemutus.get_by_role("link", name=re.compile("keberatan Budi Hartawan", re.I)).click()
    expect(pemutus.get_by_text(PENJELASAN)).to_be_visible()
    pemutus.locator("input[name=putusan][value=mengubah]").check()
    pemutus.locator("input[name=rating_hasil][value=di_atas_ekspektasi]").check()
    pemutus.locator("input[name=rating_perilaku][value=di_atas_ekspektasi]").check()
    pemutus.get_by_label("Pertimbangan dan keputusan").fill(PERTIMBANGAN)
    press(pemutus, "Putuskan")
    expect(pemutus.get_by_text("Putusan: penilaian diubah")).to_be_visible()

    pegawai.goto(hasil)
    expect(pegawai.locator("main")).to_contain_text("Hasil ini final dan tidak dapat diubah lagi.")
    expect(pegawai.locator("main")).to_contain_text(PERTIMBANGAN)
    press(pegawai, "Dokumen resmi")
    nomor = re.search(r"/dokumen/skp/(\d+)/", pegawai.url)
    _, pdf = issue(pegawai, int(nomor[1]), "D.1.3")
    teks = " ".join(" ".join(lembar.extract_text() for lembar in pdf.pages).split())
    assert KEBERATAN in teks and PENJELASAN in teks and PERTIMBANGAN in teks
    assert "SANGAT BAIK" in teks.upper()
