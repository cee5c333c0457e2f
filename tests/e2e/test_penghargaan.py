"""Recognition as people live it: a colleague names, a jury votes without those in conflict, one decides, a wall shows."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from kinerja.demo.tanam.organisasi import SANDI_DEMO
from tests.e2e.conftest import MEJA, confirm, press

pytestmark = pytest.mark.e2e
PROGRAM = "Pelayan Publik Teladan"
PEMENANG = "Sigit Anggara"
ALASAN = "Ia merapikan arsip mutasi sehingga berkas pensiun tidak pernah lagi terlambat."
UCAPAN = "Terima kasih sudah menunjukkan cara menyusun indikator; rencana saya jadi jelas dalam satu sore."


def is_open_to_everybody(halaman: Page) -> None:
    hasil = Axe().run(halaman)
    assert hasil.violations_count == 0, f"{halaman.url}\n{hasil.generate_report()}"
    lebar = halaman.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert lebar[0] <= lebar[1]


def test_from_a_colleagues_word_to_the_wall(buka, pelayan):
    rekan = buka("bu-ratna")
    name_a_colleague(rekan)
    read_who_may_not_be_judged(buka("camat-tenayan-raya"))
    for slug in ("bu-lenny", "kepala-dinkes"):
        vote_from_home(buka(slug))
    program = count(buka("pak-anton", layar=MEJA))
    decide(buka("sekda-pekanbaru", layar=MEJA), program)

    pemenang = buka()
    ((nip,),) = pelayan.sql("SELECT nip FROM kepegawaian_pegawai WHERE nama = ?", PEMENANG)
    sign_in_as(pemenang, nip)
    pemenang.get_by_role("link", name=f"Anda menerima {PROGRAM} 2025").click()
    teks = certificate_of(pemenang)
    assert "PIAGAM PENGHARGAAN" in teks and PEMENANG in teks and f"{PROGRAM} 2025" in teks
    periksa = buka()
    periksa.goto(re.search(r"https?://\S+", teks)[0])
    expect(periksa.locator("main")).to_contain_text(PEMENANG)
    expect(periksa.locator("body")).not_to_contain_text(nip)

    rekan.goto("/penghargaan/")
    expect(rekan.locator("main")).not_to_contain_text(PEMENANG)
    press(pemenang, "Ya, tampilkan")
    rekan.reload()
    expect(rekan.locator("main")).to_contain_text(PEMENANG)
    is_open_to_everybody(rekan)


def name_a_colleague(rekan: Page) -> None:
    rekan.goto("/penghargaan/")
    is_open_to_everybody(rekan)
    rekan.get_by_role("link", name="Usulkan rekan untuk Inovator Layanan Kepegawaian").first.click()
    rekan.get_by_label("Siapa?").fill("Nurul Izzatin")
    rekan.get_by_label("Mengapa?").fill(ALASAN)
    press(rekan, "Kirim usulan")
    expect(rekan.locator("main")).to_contain_text("Terima kasih sudah melihat kerja baiknya")
    is_open_to_everybody(rekan)


def read_who_may_not_be_judged(camat: Page) -> None:
    camat.goto("/penghargaan/program/")
    camat.get_by_role("link", name=re.compile(PROGRAM)).first.click()
    press(camat, "Ubah suara saya")
    expect(camat.get_by_role("heading", name="Tidak Anda nilai")).to_be_visible()
    expect(camat.locator("main")).to_contain_text(
        re.compile("Anda (pejabat penilainya|atasan dari penilainya)")
    )
    is_open_to_everybody(camat)


def vote_from_home(juri: Page) -> None:
    juri.goto("/")
    juri.get_by_role("link", name=f"Beri suara sebagai juri {PROGRAM}").click()
    juri.get_by_label(PEMENANG).check()
    press(juri, "Simpan suara")
    expect(juri.locator("main")).to_contain_text("Suara Anda tersimpan")


def count(admin: Page) -> str:
    admin.goto("/penghargaan/program/")
    admin.get_by_role("link", name=re.compile(PROGRAM)).first.click()
    program = admin.url
    confirm(admin, "Hitung suara")
    expect(admin.locator("main")).to_contain_text("Suara sudah dihitung")
    return program


def decide(pimpinan: Page, program: str) -> None:
    pimpinan.goto(program)
    press(pimpinan, "Putuskan penerima")
    is_open_to_everybody(pimpinan)
    for kotak in pimpinan.locator("input[name=terpilih]").all():
        kotak.uncheck()
    pimpinan.get_by_label(re.compile(PEMENANG)).check()
    pimpinan.get_by_label("Kalimat pada piagam").fill("atas papan antrean yang membuat warga tahu gilirannya")
    pimpinan.get_by_label("Alasan putusan").fill(
        "Sesuai hitungan juri, dan papan antreannya sudah ditiru tiga kelurahan lain."
    )
    press(pimpinan, "Tetapkan putusan")
    expect(pimpinan.locator("main")).to_contain_text("Putusan tersimpan: 1 penerima")


def sign_in_as(halaman: Page, nip: str) -> None:
    halaman.goto("/akun/masuk/")
    halaman.get_by_label("NIP").fill(nip)
    halaman.locator("input[type=password]").fill(SANDI_DEMO)
    halaman.get_by_role("button", name="Masuk", exact=True).click()
    halaman.wait_for_url("**/")


def certificate_of(pemenang: Page) -> str:
    alamat = pemenang.get_by_role("link", name="Unduh piagam").get_attribute("href")
    assert alamat is not None
    berkas = pemenang.request.get(alamat)
    assert berkas.headers["content-type"] == "application/pdf"
    return " ".join(PdfReader(BytesIO(berkas.body())).pages[0].extract_text().split())


def test_a_thank_you_note_reaches_its_reader_and_the_wall(buka):
    pengirim = buka("pak-galang")
    pengirim.goto("/penghargaan/")
    pengirim.get_by_role("link", name="Ucapkan terima kasih").first.click()
    pengirim.get_by_label("Siapa?").fill("Ratnasari Widuri")
    pengirim.get_by_label("Ucapan Anda").fill("Makasih banyak ya, mantap!")
    press(pengirim, "Kirim ucapan")
    expect(pengirim.locator("main")).to_contain_text("Sebutkan satu hal yang dilakukannya")
    is_open_to_everybody(pengirim)
    pengirim.get_by_label("Ucapan Anda").fill(UCAPAN)
    pengirim.locator("form button[type=submit]", has_text="Kirim").click()
    expect(pengirim.locator("main")).to_contain_text("sudah sampai kepada Ratnasari")

    penerima = buka("bu-ratna")
    penerima.get_by_role("link", name=re.compile("berterima kasih kepada Anda")).click()
    expect(penerima.get_by_text(UCAPAN)).to_be_visible()
    is_open_to_everybody(penerima)
    penerima.locator("li.ucapan", has_text=UCAPAN).get_by_role("button", name="Pasang di dinding").click()

    pengirim.goto("/penghargaan/")
    expect(pengirim.locator("main")).to_contain_text(UCAPAN)
