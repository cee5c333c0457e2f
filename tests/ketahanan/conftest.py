"""Processes of their own on a database of their own, which a test may kill."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

AKAR = Path(__file__).parents[2]


@pytest.fixture
def lingkungan(tmp_path):
    """An empty database of its own, of the kind this run of the suite is about."""
    isi = {"DJANGO_SETTINGS_MODULE": "config.settings.test", "KINERJA_TEST_DATA": str(tmp_path)}
    alamat = os.environ.get("KINERJA_TEST_DATABASE", "")
    if not alamat:
        yield os.environ | isi | {"KINERJA_TEST_DATABASE": ""}
        return
    nama = f"kinerja_pekerja_{os.getpid()}"
    depan, tanda, belakang = alamat.partition("?")
    with psycopg.connect(alamat, autocommit=True) as koneksi:
        koneksi.execute(f"CREATE DATABASE {nama}")
        yield (
            os.environ | isi | {"KINERJA_TEST_DATABASE": f"{depan.rsplit('/', 1)[0]}/{nama}{tanda}{belakang}"}
        )
        koneksi.execute(f"DROP DATABASE {nama} WITH (FORCE)")


@pytest.fixture
def jalankan(lingkungan, request):
    """Starts a process that runs functions of the module which the test names as its MESIN."""

    def start(*daftar_perintah):
        langkah = "; ".join(f"mesin.{perintah}()" for perintah in daftar_perintah)
        program = f"import django; django.setup(); from tests.ketahanan import {request.module.MESIN} as mesin; {langkah}"
        return subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", program], cwd=AKAR, env=lingkungan, text=True,
            stdout=subprocess.PIPE,
        )  # fmt: skip

    return start


@pytest.fixture
def tuntas(jalankan):
    def run(*daftar_perintah) -> list[list[str]]:
        with jalankan(*daftar_perintah) as proses:
            keluaran, _ = proses.communicate(timeout=90)
        assert proses.returncode == 0
        return [baris.split() for baris in keluaran.splitlines()]

    return run
