"""The power fails between two writes: a real process is killed inside its transaction."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ketahanan.mesin import ORANG

AKAR = Path(__file__).parents[2]
TABEL = ("akun_user", "kepegawaian_pegawai", "kepegawaian_penempatan", "kepegawaian_hubunganpenilai", "jejak_catatan")  # fmt: skip


def start(folder, perintah) -> subprocess.Popen[str]:
    lingkungan = {
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "KINERJA_TEST_DATABASE": "",
        "KINERJA_TEST_DATA": str(folder),
    }
    program = f"import django; django.setup(); from tests.ketahanan import mesin; mesin.{perintah}"
    return subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=AKAR,
        env=os.environ | lingkungan,
        stdout=subprocess.PIPE,
        text=True,
    )


def counts(folder) -> dict[str, int]:
    with sqlite3.connect(folder / "kinerja.sqlite3") as basis_data:
        assert basis_data.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert basis_data.execute("PRAGMA foreign_key_check").fetchall() == []
        return {tabel: basis_data.execute(f"SELECT count(*) FROM {tabel}").fetchone()[0] for tabel in TABEL}


def status_impor(folder) -> str:
    with sqlite3.connect(folder / "kinerja.sqlite3") as basis_data:
        return basis_data.execute("SELECT status FROM kepegawaian_impor").fetchone()[0]


@pytest.fixture(scope="module")
def siap(tmp_path_factory):
    folder = tmp_path_factory.mktemp("siap")
    assert start(folder, "prepare()").wait(timeout=120) == 0
    return folder


@pytest.mark.parametrize("tabel", ["kepegawaian_pegawai", "kepegawaian_hubunganpenilai", "jejak_catatan"])
def test_a_server_killed_half_way_keeps_nothing_of_it_and_starts_again(siap, tmp_path, tabel):
    folder = Path(shutil.copytree(siap, tmp_path / "data"))
    sebelum = counts(folder)

    proses = start(folder, f"confirm('{tabel}')")
    assert proses.stdout.readline() == "di tengah\n"
    proses.send_signal(signal.SIGKILL)

    assert proses.wait(timeout=30) == -signal.SIGKILL
    assert counts(folder) == sebelum
    assert status_impor(folder) == "diperiksa"
    assert start(folder, "confirm()").wait(timeout=60) == 0
    assert counts(folder)["kepegawaian_pegawai"] == sebelum["kepegawaian_pegawai"] + ORANG
    assert status_impor(folder) == "diterapkan"
