"""A telephone at the end of a slow line, and eyes that need larger letters or stronger colours."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import CDPSession, Page, expect

from tests.e2e.conftest import MEJA, TELEPON, press
from tests.e2e.foto import look_at, take_photo
from tests.e2e.test_setiap_halaman import crawl

pytestmark = pytest.mark.e2e
# 200 kbit/s and the latency of a telephone behind two hills.
LAMBAT = {"offline": False, "latency": 150, "downloadThroughput": 25_000, "uploadThroughput": 25_000}
BATAS_MS, BATAS_BITA = 3000, 60_000
TAMPAK = (
    "() => new Promise((jadi) => new PerformanceObserver((daftar) => daftar.getEntriesByName"
    "('first-contentful-paint').forEach((satu) => jadi(satu.startTime))).observe({type: 'paint', buffered: true}))"
)
BERAT = (
    "['navigation', 'resource'].flatMap((jenis) => performance.getEntriesByType(jenis))"
    ".reduce((jumlah, satu) => jumlah + satu.transferSize, 0)"
)


def slow_down(halaman: Page) -> CDPSession:
    jalur = halaman.context.new_cdp_session(halaman)
    jalur.send("Network.enable")
    jalur.send("Network.emulateNetworkConditions", LAMBAT)
    return jalur


def first_content(halaman: Page, alamat: str) -> tuple[float, int]:
    """Milliseconds until something can be read, and bytes on the wire, with nothing kept from before."""
    jalur = slow_down(halaman)
    jalur.send("Network.clearBrowserCache")
    halaman.goto(alamat, wait_until="load", timeout=60_000)
    ukuran = float(halaman.evaluate(TAMPAK)), int(halaman.evaluate(BERAT))
    jalur.detach()
    return ukuran


def at_best(halaman: Page, alamat: str) -> tuple[float, int]:
    """Up to three times: a busy machine only adds to what the wire takes."""
    ukuran = first_content(halaman, alamat)
    for _ in range(2):
        if ukuran[0] >= BATAS_MS:
            ukuran = min(ukuran, first_content(halaman, alamat))
    return ukuran


def addresses(halaman: Page) -> dict[str, str]:
    """Where the most used pages of this person are."""
    halaman.goto("/pelaksanaan/realisasi/")
    formulir = halaman.get_by_role("link", name=re.compile("^Catat November 2026|^Ubah")).first
    isian = formulir.get_attribute("href")
    halaman.goto("/penilaian/hasil/")
    mengapa = halaman.locator("main a[href^='/penilaian/hasil/']").first.get_attribute("href")
    return {"beranda": "/", "realisasi": str(isian), "mengapa": str(mengapa)}


def test_at_200_kbit_a_second_there_is_something_to_read_within_three_seconds(buka):
    tamu = buka(service_workers="block")
    lama = {"masuk": at_best(tamu, "/akun/masuk/")}
    halaman = buka("pak-budi", service_workers="block")
    for nama, alamat in addresses(halaman).items():
        lama[nama] = at_best(halaman, alamat)

    print({nama: f"{ms:.0f} ms, {bita} bita" for nama, (ms, bita) in lama.items()})
    assert all(ms < BATAS_MS for ms, _ in lama.values()), lama
    assert lama["masuk"][1] < BATAS_BITA


def test_every_page_that_an_employee_reaches_can_be_read_within_three_seconds(buka):
    halaman = buka("pak-budi", service_workers="block")
    slow_down(halaman)
    lama: dict[str, float] = {}
    for nama in crawl(halaman):
        lama[nama] = halaman.evaluate(TAMPAK)
        if lama[nama] >= BATAS_MS:
            halaman.reload()
            lama[nama] = min(lama[nama], halaman.evaluate(TAMPAK))

    terlama = max(lama, key=lambda nama: lama[nama])
    print(f"{len(lama)} halaman, paling lama {terlama}: {lama[terlama]:.0f} ms")
    assert len(lama) > 60
    assert lama[terlama] < BATAS_MS


@pytest.mark.parametrize("warna", ["light", "dark"])
@pytest.mark.parametrize("kontras", ["biasa", "kuat"])
@pytest.mark.parametrize("ukuran", ["biasa", "besar", "terbesar"])
def test_every_choice_of_size_and_contrast_is_open_to_everybody(buka, ukuran, kontras, warna):
    halaman, masalah = buka("pak-budi", color_scheme=warna), []
    halaman.goto("/akun/tampilan/")
    halaman.locator(f"input[value={ukuran}][name=ukuran_teks]").check()
    halaman.locator(f"input[value={kontras}][name=kontras]").check()
    press(halaman, "Simpan tampilan")
    expect(halaman.get_by_text("Tampilan disimpan.")).to_be_visible()
    # AAA for whoever asked for it; AA is the rule everywhere.
    pilihan = {"rules": {"color-contrast-enhanced": {"enabled": kontras == "kuat"}}}

    semua_bentuk = ["/galeri/"] if (ukuran, kontras) == ("biasa", "kuat") else []
    for alamat in ("/", addresses(halaman)["realisasi"], *semua_bentuk):
        for layar in (TELEPON, MEJA):
            halaman.set_viewport_size(layar)
            halaman.goto(alamat)
            temuan = Axe().run(halaman, options=pilihan).response["violations"]
            masalah += [
                f"{alamat} {layar['width']}: {satu['id']} {butir['html'][:150]}"
                for satu in temuan
                for butir in satu["nodes"][:4]
            ]
            geser = halaman.evaluate("document.documentElement.scrollWidth")
            masalah += [f"{alamat}: selebar {geser}"] if geser > layar["width"] else []

    assert not masalah


def test_a_photo_of_8_megabytes_is_sent_small_upright_and_without_its_place(buka, pelayan):
    ponsel, studio = buka("pak-budi"), buka()
    foto = take_photo(studio)
    assert len(foto) > 8_000_000
    assert b"Exif" in foto[:200]
    ponsel.goto(addresses(ponsel)["realisasi"])
    ponsel.locator("#id_berkas").set_input_files(
        {"name": "kunjungan.jpg", "mimeType": "image/jpeg", "buffer": foto}
    )
    for _ in range(180):
        if ponsel.evaluate("document.querySelector('#id_berkas').files[0]?.size < 5e6"):
            break
        ponsel.wait_for_timeout(500)
    ponsel.locator("#id_uraian").fill("Kunjungan rumah dengan foto delapan megabita.")
    press(ponsel, "Simpan")
    expect(ponsel.get_by_text("Tersimpan.")).to_be_visible()

    nomor = pelayan.sql("SELECT MAX(id) FROM pelaksanaan_buktidukung")[0][0]
    terkirim = ponsel.request.get(f"/pelaksanaan/bukti/{nomor}/").body()

    assert len(terkirim) < 3_000_000
    assert b"Exif" not in terkirim
    assert look_at(studio, terkirim) == {"lebar": 1500, "tinggi": 2000, "atas": "biru", "bawah": "merah"}
