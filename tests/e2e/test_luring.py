"""A bidan between two hills: what she records without a signal arrives once, whatever happens to her telephone."""

from __future__ import annotations

import os
import re
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.e2e.conftest import ARGUMEN, TELEPON, press, sign_in
from tests.e2e.kabel import kabel_ke

pytestmark = pytest.mark.e2e
ORANG = "bu-dewi"
JUMLAH = "SELECT COUNT(*) FROM pelaksanaan_realisasi WHERE uraian = ?"
MENUNGGU = re.compile("menunggu sinyal")
# The first time that somebody else was seen here, put back in the browser's own store.
LEWAT_TIGA_PULUH_HARI = """() => new Promise((jadi) => {
  indexedDB.open('kinerja', 1).onsuccess = ({ target: { result } }) => {
    const rak = result.transaction('antrean', 'readwrite').objectStore('antrean');
    rak.getAll().onsuccess = ({ target }) => target.result.forEach((satu) => {
      rak.put({ ...satu, sejak: satu.sejak - 31 * 86400000 }, satu.tanda).onsuccess = jadi;
    });
  };
})"""
expect.set_options(timeout=15_000)  # the queue waits for nobody, but the two cores under test do


@contextmanager
def telephone(peramban, folder: Path, alamat: str) -> Iterator[BrowserContext]:
    """A browser with a memory of its own on the disk, so that it can be killed and opened again."""
    konteks = peramban.browser_type.launch_persistent_context(
        folder,
        executable_path=shutil.which("chromium"),
        args=ARGUMEN,
        base_url=alamat,
        viewport=TELEPON,
        locale="id-ID",
    )
    yield konteks
    with suppress(Error):  # killed
        konteks.close()


def kill(folder: Path) -> None:
    """kill -9 of every process of the browser that lives in this folder."""
    for proses in Path("/proc").glob("[0-9]*"):
        try:
            baris = (proses / "cmdline").read_bytes()
        except OSError:
            continue
        if f"--user-data-dir={folder}".encode() in baris:
            os.kill(int(proses.name), signal.SIGKILL)


def open_form(halaman: Page) -> str:
    """The first realisasi of the month, as its owner finds it."""
    halaman.goto("/pelaksanaan/realisasi/")
    halaman.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    halaman.get_by_role("link", name=re.compile("^Catat November 2026|^Ubah")).first.click()
    halaman.wait_for_url("**/pelaksanaan/realisasi/*/*/")
    return halaman.url


def arrived(pelayan, kalimat: str) -> int:
    return int(pelayan.sql(JUMLAH, kalimat)[0][0])


def waiting_in(halaman: Page) -> int:
    """Forms that this browser still keeps."""
    return halaman.evaluate(
        "async () => (await indexedDB.databases()).length ? await new Promise((jadi) => {"
        " const minta = indexedDB.open('kinerja', 1);"
        " minta.onsuccess = () => minta.result.transaction('antrean').objectStore('antrean').count().onsuccess ="
        " (hasil) => jadi(hasil.target.result); }) : 0"
    )


def wait_for_arrival(pelayan, halaman: Page, kalimat: str) -> None:
    """Also what a first try could not bring: the queue tries again after 8, 16 and 32 seconds."""
    for _ in range(150):
        if arrived(pelayan, kalimat):
            return
        halaman.wait_for_timeout(400)
    antrean = halaman.locator("[data-menunggu]").inner_text()
    raise AssertionError(f"“{kalimat}” tidak sampai; {halaman.url} berkata: {antrean}")


def overtaken(buka, *, kalimat: str, lain: str) -> Page:
    """A telephone whose form waited, while the same realisasi was saved from the office."""
    halaman = buka(ORANG)
    formulir = open_form(halaman)
    halaman.context.set_offline(True)
    halaman.locator("#id_uraian").fill(kalimat)
    press(halaman, "Simpan")
    expect(halaman.get_by_text(MENUNGGU)).to_be_visible()
    kantor = buka(ORANG)
    kantor.goto(formulir)
    kantor.locator("#id_uraian").fill(lain)
    press(kantor, "Simpan")
    expect(kantor.get_by_text("Tersimpan.")).to_be_visible()
    halaman.context.set_offline(False)
    expect(halaman.get_by_text("belum diterima")).to_be_visible()
    return halaman


def test_a_form_without_a_signal_waits_and_arrives_once(buka, pelayan):
    kalimat = "Dua puluh ibu hamil diperiksa di posyandu tanpa sinyal."
    halaman = buka(ORANG)
    open_form(halaman)
    halaman.context.set_offline(True)

    halaman.locator("#id_uraian").fill(kalimat)
    press(halaman, "Simpan")

    expect(halaman.get_by_text(MENUNGGU)).to_be_visible()
    expect(halaman.locator("#id_uraian")).to_have_value(kalimat)
    assert arrived(pelayan, kalimat) == 0
    halaman.context.set_offline(False)
    expect(halaman.get_by_text("Tersimpan.")).to_be_visible()
    expect(halaman.get_by_text(MENUNGGU)).to_have_count(0)
    assert arrived(pelayan, kalimat) == 1


def test_a_wire_that_is_cut_while_the_browser_believes_in_it(buka, pelayan, server):
    kalimat = "Sebelas balita ditimbang, jaringan mati di tengah jalan."
    with kabel_ke(server) as kabel:
        halaman = buka(base_url=kabel.alamat)
        sign_in(halaman, ORANG)
        open_form(halaman)
        halaman.locator("#id_uraian").fill(kalimat)
        kabel.cut()
        press(halaman, "Simpan")

        expect(halaman.get_by_role("heading", name="Tidak ada sinyal")).to_be_visible()
        expect(halaman.get_by_text(MENUNGGU)).to_be_visible()
        halaman.goto("/")
        expect(halaman.get_by_role("heading", name="Tidak ada sinyal")).to_be_visible()
        kabel.mend()
        halaman.goto("/")
        expect(halaman.get_by_role("heading", name="Tidak ada sinyal")).to_have_count(0)
        wait_for_arrival(pelayan, halaman, kalimat)
        halaman.goto("/")
        expect(halaman.get_by_text(MENUNGGU)).to_have_count(0)


def test_a_killed_browser_sends_what_waited_when_it_is_opened_again(peramban, pelayan, server, tmp_path):
    kalimat = "Tiga kunjungan nifas, telepon mati kehabisan baterai."
    with kabel_ke(server) as kabel:
        with telephone(peramban, tmp_path, kabel.alamat) as ponsel:
            halaman = ponsel.new_page()
            sign_in(halaman, ORANG)
            formulir = open_form(halaman)
            halaman.locator("#id_uraian").fill(kalimat)
            kabel.cut()
            press(halaman, "Simpan")
            expect(halaman.get_by_text(MENUNGGU)).to_be_visible()
            kill(tmp_path)
        kabel.mend()
        with telephone(peramban, tmp_path, kabel.alamat) as ponsel:
            halaman = ponsel.new_page()
            halaman.goto("/akun/masuk/")
            if halaman.url.endswith("/masuk/"):  # the session went with the browser
                assert arrived(pelayan, kalimat) == 0
                sign_in(halaman, ORANG)
            wait_for_arrival(pelayan, halaman, kalimat)
            halaman.goto(formulir)
            expect(halaman.locator("#id_uraian")).to_have_value(kalimat)
            expect(halaman.get_by_text(MENUNGGU)).to_have_count(0)


def test_a_killed_browser_offers_what_was_only_typed(peramban, server, tmp_path):
    kalimat = "Baru diketik, belum dikirim."
    with telephone(peramban, tmp_path, server) as ponsel:
        halaman = ponsel.new_page()
        sign_in(halaman, ORANG)
        formulir = open_form(halaman)
        halaman.locator("#id_uraian").fill(kalimat)
        expect(halaman.get_by_text("Draf tersimpan di peramban ini.")).to_be_visible()
        kill(tmp_path)
    with telephone(peramban, tmp_path, server) as ponsel:
        halaman = ponsel.new_page()
        sign_in(halaman, ORANG)
        halaman.goto(formulir)
        press(halaman, "Pakai isian itu")

        expect(halaman.locator("#id_uraian")).to_have_value(kalimat)


def test_what_moved_on_meanwhile_is_shown_beside_what_waited(buka, pelayan):
    kalimat, lain = "Dari posyandu, tanpa sinyal.", "Dari komputer kantor, lebih dulu."
    halaman = overtaken(buka, kalimat=kalimat, lain=lain)

    press(halaman, "Lihat dan kirim")

    expect(halaman.get_by_text("Yang tersimpan sekarang")).to_be_visible()
    expect(halaman.locator("main")).to_contain_text(lain)
    expect(halaman.locator("#id_uraian")).to_have_value(kalimat)
    expect(halaman.get_by_text("belum diterima")).to_have_count(0)
    press(halaman, "Simpan")
    expect(halaman.get_by_text("Tersimpan.")).to_be_visible()
    assert arrived(pelayan, kalimat) == 1


def test_who_signs_out_is_asked_and_leaves_nothing_behind(buka, pelayan):
    kalimat = "Tidak jadi dikirim."
    halaman = overtaken(buka, kalimat=kalimat, lain="Sudah ditulis di kantor.")
    halaman.locator("[data-menu] > summary").click()
    keluar = halaman.locator(".menu-lengkap").get_by_role("button", name="Keluar")

    keluar.click()
    expect(halaman.get_by_text("dibuang bila Anda keluar")).to_be_visible()
    keluar.click()
    halaman.wait_for_url("**/akun/masuk/")

    sign_in(halaman, ORANG)
    expect(halaman.get_by_text("belum diterima")).to_have_count(0)
    assert arrived(pelayan, kalimat) == 0


def queued(buka, kalimat: str, *, jam: str = "") -> Page:
    """A form that waits in a telephone without a line; `jam` is what its clock says then."""
    halaman = buka(ORANG)
    open_form(halaman)
    halaman.context.set_offline(True)
    if jam:
        halaman.clock.set_fixed_time(jam)
    halaman.locator("#id_uraian").fill(kalimat)
    press(halaman, "Simpan")
    expect(halaman.get_by_text(MENUNGGU)).to_be_visible()
    return halaman


@pytest.mark.parametrize("jam", ["2015-01-01T00:10:00", "2031-06-01T08:00:00"])
def test_a_telephone_with_a_wrong_clock_loses_nothing_and_asks(buka, pelayan, jam):
    kalimat = f"Ditulis saat jam telepon menunjuk {jam}."
    halaman = queued(buka, kalimat, jam=jam)

    konteks = halaman.context
    halaman.close()
    konteks.set_offline(False)
    halaman = konteks.new_page()  # the line has set the clock right
    halaman.goto("/")

    expect(halaman.get_by_text("Anda yang memutuskan")).to_contain_text(jam[:4])
    expect(halaman.get_by_text(kalimat)).to_be_visible()
    assert arrived(pelayan, kalimat) == 0
    press(halaman, "Lihat dan kirim")
    wait_for_arrival(pelayan, halaman, kalimat)
    expect(halaman.get_by_text("Anda yang memutuskan")).to_have_count(0)


def test_a_draft_of_a_wrong_clock_is_still_offered(buka):
    kalimat = "Diketik saat jam telepon kembali ke 2015."
    halaman = buka(ORANG)
    formulir = open_form(halaman)
    halaman.clock.set_fixed_time("2015-01-01T00:10:00")
    halaman.locator("#id_uraian").fill(kalimat)
    expect(halaman.get_by_text("Draf tersimpan di peramban ini.")).to_be_visible()

    halaman = halaman.context.new_page()
    halaman.goto(formulir)

    expect(halaman.get_by_text("terakhir diketik 1 Januari 2015")).to_be_visible()
    press(halaman, "Pakai isian itu")
    expect(halaman.locator("#id_uraian")).to_have_value(kalimat)


def test_an_answer_without_the_words_leaves_them_where_they_waited(buka, pelayan):
    kalimat = "Tidak hilang saat sinyal hilang lagi."
    halaman = overtaken(buka, kalimat=kalimat, lain="Lebih dulu dari kantor.")
    asal = halaman.url

    halaman.context.set_offline(True)
    press(halaman, "Lihat dan kirim")
    expect(halaman.get_by_role("heading", name="Tidak ada sinyal")).to_be_visible()
    halaman.context.set_offline(False)
    expect(halaman.get_by_role("heading", name="Tidak ada sinyal")).to_have_count(0)  # it opens by itself

    assert halaman.url == asal
    expect(halaman.get_by_text("belum diterima")).to_be_visible()
    expect(halaman.get_by_text(kalimat)).to_be_visible()


def test_another_person_on_the_same_computer_finds_and_sends_nothing_and_the_owner_still_does(buka, pelayan):
    kalimat = "Milik Bu Dewi saja."
    halaman = queued(buka, kalimat)
    halaman.close()
    konteks = halaman.context
    konteks.clear_cookies()
    konteks.set_offline(False)

    halaman = konteks.new_page()
    sign_in(halaman, "pak-budi")

    halaman.wait_for_load_state("networkidle")
    expect(halaman.locator("[data-menunggu]")).to_be_empty()
    assert (waiting_in(halaman), arrived(pelayan, kalimat)) == (1, 0)
    halaman.locator("[data-menu] > summary").click()
    halaman.locator(".menu-lengkap").get_by_role("button", name="Keluar").click()
    halaman.wait_for_url("**/akun/masuk/")
    expect(halaman.get_by_text("sinyal dan pemiliknya")).to_be_visible()
    expect(halaman.get_by_text(kalimat)).to_have_count(0)
    sign_in(halaman, ORANG)
    wait_for_arrival(pelayan, halaman, kalimat)


def test_what_its_owner_never_comes_back_for_goes_after_thirty_days(buka, pelayan):
    kalimat = "Ditinggal pemiliknya sebulan lebih."
    halaman = queued(buka, kalimat)
    konteks = halaman.context
    halaman.close()
    konteks.clear_cookies()
    konteks.set_offline(False)
    halaman = konteks.new_page()
    sign_in(halaman, "pak-budi")
    halaman.wait_for_load_state("networkidle")
    assert waiting_in(halaman) == 1

    halaman.evaluate(LEWAT_TIGA_PULUH_HARI)
    halaman.goto("/")

    for _ in range(50):
        if not waiting_in(halaman):
            break
        time.sleep(0.2)
    assert (waiting_in(halaman), arrived(pelayan, kalimat)) == (0, 0)


def test_nothing_about_a_person_is_kept_for_the_hours_without_a_signal(buka):
    halaman = buka(ORANG)
    open_form(halaman)
    halaman.goto("/akun/")

    disimpan = halaman.evaluate(
        "async () => (await Promise.all((await caches.keys()).map(async (nama) =>"
        " (await (await caches.open(nama)).keys()).map((satu) => new URL(satu.url).pathname)))).flat()"
    )

    assert "/luring/" in disimpan
    assert all(alamat == "/luring/" or alamat.startswith("/static/dist/") for alamat in disimpan)
    halaman.context.set_offline(True)
    halaman.goto("/akun/")
    expect(halaman.get_by_role("heading", name="Tidak ada sinyal")).to_be_visible()
