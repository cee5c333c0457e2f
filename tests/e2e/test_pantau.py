"""One acts, the other's figure changes while he looks; with two live processes, and with none."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time

import pytest
from playwright.sync_api import Page, expect

from kinerja.demo.baca import find_pemeran
from tests.e2e.conftest import AKAR, MEJA, press

pytestmark = pytest.mark.e2e
TIGA_DETIK = 3_000


def figure(halaman: Page, kunci: str) -> int:
    return int(halaman.locator(f'[data-angka="{kunci}"]').first.inner_text())


def connected(halaman: Page) -> None:
    expect(halaman.locator("[data-tersambung]")).to_have_count(1, timeout=30_000)


def give_word(penilai: Page) -> None:
    """Bu Sari says something about the one of hers who has not heard a word this quarter."""
    penilai.goto("/pantau/daftar/ub_belum/")
    penilai.locator("main td a").first.click()
    nomor = re.search(r"/skp/(\d+)/", penilai.url)[1]
    penilai.goto(f"/pelaksanaan/umpan-balik/skp/{nomor}/beri/")
    penilai.get_by_label("Tentang apa?").select_option(index=1)
    penilai.get_by_label("Apresiasi").check()
    penilai.get_by_label("Umpan balik", exact=True).fill("Catatan jaga pekan ini rapi dan lengkap.")
    press(penilai, "Kirim umpan balik")


def test_a_figure_changes_within_three_seconds_on_the_screens_of_others(buka):
    kepala, penilai = buka("kepala-dinkes", layar=MEJA), buka("bu-sari", layar=MEJA)
    kepala.goto("/pantau/")
    connected(kepala)
    belum = figure(kepala, "ub_belum")

    give_word(penilai)

    expect(kepala.locator('[data-angka="ub_belum"]').first).to_have_text(str(belum - 1), timeout=TIGA_DETIK)
    expect(kepala.locator("[data-kabar]")).to_contain_text("Diperbarui")
    kepala.locator('a:has([data-angka="ub_belum"])').first.click()
    expect(kepala.locator("main")).to_contain_text(
        f"{belum - 1} baris" if belum > 1 else "Tidak ada yang menunggu"
    )


def test_who_signs_out_elsewhere_is_no_longer_told(buka):
    kepala = buka("kepala-dinkes", layar=MEJA)
    kepala.goto("/pantau/")
    connected(kepala)
    lain = kepala.context.new_page()
    lain.goto("/akun/profil/")
    lain.locator("form.keluar button").first.click()

    expect(kepala.locator("[data-kabar]")).to_contain_text("Sesi Anda sudah berakhir", timeout=10_000)


def test_without_javascript_the_page_says_when_it_was_counted(buka):
    kepala = buka("kepala-dinkes", java_script_enabled=False)
    kepala.goto("/pantau/")

    expect(kepala.locator("main")).to_contain_text("Dihitung")
    kepala.get_by_role("link", name="Muat ulang").click()
    expect(kepala.locator("h1")).to_contain_text("Pantau")


def listen(port: int, tiket: str) -> socket.socket:
    soket = socket.create_connection(("127.0.0.1", port), timeout=10)
    soket.sendall(f"GET /?tiket={tiket} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    return soket


def heard(soket: socket.socket, kunci: str, nilai: str) -> bool:
    """Whether that figure comes down the line within ten seconds."""
    batas, isi = time.monotonic() + 10, ""
    while time.monotonic() < batas:
        try:
            isi += soket.recv(65536).decode()
        except TimeoutError:
            break
        for baris in re.findall(r"^data: (\{.*\})$", isi, re.MULTILINE):
            if json.loads(baris).get("teks", {}).get(kunci) == nilai:
                return True
    return False


@pytest.fixture
def kedua(pelayan):
    """A second live process on the same database, as on another host."""
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        port = soket.getsockname()[1]
    perintah = [
        sys.executable,
        str(AKAR / "manage.py"),
        "hidupkan",
        "--port",
        str(port),
        "--induk",
        str(os.getpid()),
    ]
    proses = subprocess.Popen(perintah, env=pelayan.lingkungan, cwd=AKAR)
    for _ in range(240):
        with socket.socket() as soket:
            if soket.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.25)
    yield port
    proses.send_signal(signal.SIGTERM)
    proses.wait(timeout=15)


def test_two_live_processes_tell_the_same(buka, pelayan, kedua):
    kepala = buka("kepala-dinkes", layar=MEJA)
    kepala.goto("/pantau/")
    connected(kepala)
    unit = pelayan.sql(
        "SELECT u.id FROM kepegawaian_peran p JOIN kepegawaian_unitkerja u ON u.id = p.unit_kerja_id "
        "JOIN akun_user a ON a.id = p.user_id WHERE a.nip = ?",
        find_pemeran("kepala-dinkes").nip,
    )[0][0]
    tiket = kepala.request.get(f"/pantau/tiket/?unit={unit}").json()["tiket"]
    sebelum = figure(kepala, "skp_diajukan")
    with listen(kedua, tiket) as saluran:
        assert heard(saluran, "skp_diajukan", str(sebelum))
        pejabat = buka("kapus-rejosari", layar=MEJA)
        pejabat.goto("/pantau/daftar/skp_diajukan/")
        pejabat.locator("main td a").first.click()
        press(pejabat, "Tetapkan SKP")

        assert heard(saluran, "skp_diajukan", str(sebelum - 1))
    expect(kepala.locator('[data-angka="skp_diajukan"]').first).to_have_text(str(sebelum - 1))
