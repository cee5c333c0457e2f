"""The power fails between two writes: a real process is killed inside its transaction."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
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


def run(folder, perintah) -> int:
    with start(folder, perintah) as proses:
        proses.communicate(timeout=120)
    return proses.returncode


def counts(folder) -> dict[str, int]:
    with closing(sqlite3.connect(folder / "kinerja.sqlite3")) as basis_data:
        # With any tool: nothing in the tables may need a function that only the product brings along.
        assert basis_data.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert basis_data.execute("PRAGMA foreign_key_check").fetchall() == []
        return {tabel: basis_data.execute(f"SELECT count(*) FROM {tabel}").fetchone()[0] for tabel in TABEL}


def status_impor(folder) -> str:
    with closing(sqlite3.connect(folder / "kinerja.sqlite3")) as basis_data:
        return basis_data.execute("SELECT status FROM kepegawaian_impor").fetchone()[0]


@pytest.fixture(scope="module")
def siap(tmp_path_factory):
    folder = tmp_path_factory.mktemp("siap")
    assert run(folder, "prepare()") == 0
    return folder


@pytest.mark.parametrize("tabel", ["kepegawaian_pegawai", "kepegawaian_hubunganpenilai", "jejak_catatan"])
def test_a_server_killed_half_way_keeps_nothing_of_it_and_starts_again(siap, tmp_path, tabel):
    folder = Path(shutil.copytree(siap, tmp_path / "data"))
    sebelum = counts(folder)

    with start(folder, f"confirm('{tabel}')") as proses:
        assert proses.stdout.readline() == "di tengah\n"
        proses.send_signal(signal.SIGKILL)

    assert proses.returncode == -signal.SIGKILL
    assert counts(folder) == sebelum
    assert status_impor(folder) == "diperiksa"
    assert run(folder, "confirm()") == 0
    assert counts(folder)["kepegawaian_pegawai"] == sebelum["kepegawaian_pegawai"] + ORANG
    assert status_impor(folder) == "diterapkan"
