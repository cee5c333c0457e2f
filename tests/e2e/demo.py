"""The demo as the journeys get it: planted once for all workers of a run, copied for each file."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg

AKAR = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Demo:
    """Its folder, its database on the cluster under test ("" for SQLite), and when its clock began."""

    folder: Path
    database: str
    mulai: str

    def lingkungan(self) -> dict[str, str]:
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.e2e.jam",
            "KINERJA_DATA": str(self.folder),
            "KINERJA_DATABASE": self.database,
            "KINERJA_MULAI": self.mulai,
        }


def plant_once(rumah: Path) -> Demo:
    """By whoever comes first; the others wait for it."""
    catatan = rumah / "mulai"
    with (rumah / "kunci").open("w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        if catatan.exists():
            return Demo(rumah / "data", _at(rumah.name), catatan.read_text())
        demo = Demo(rumah / "data", _create(rumah.name), str(time.time()))
        demo.folder.mkdir()
        perintah = [sys.executable, str(AKAR / "manage.py"), "siapkan"]
        subprocess.run(perintah, env=demo.lingkungan(), cwd=AKAR, check=True, stdout=subprocess.DEVNULL)
        catatan.write_text(demo.mulai)
        return demo


@contextmanager
def copied(demo: Demo, folder: Path) -> Iterator[Demo]:
    shutil.copytree(demo.folder, folder, dirs_exist_ok=True)
    nama = f"{_name(demo.database)}_{os.getpid()}"
    try:
        yield replace(demo, folder=folder, database=_create(nama, asal=_name(demo.database)))
    finally:
        _drop(nama)


def clear(rumah: Path) -> None:
    _drop(rumah.name)
    shutil.rmtree(rumah, ignore_errors=True)


def _cluster() -> str:
    return os.environ.get("KINERJA_TEST_DATABASE", "")


def _at(nama: str) -> str:
    depan, tanda, belakang = _cluster().partition("?")
    return f"{depan.rsplit('/', 1)[0]}/{nama}{tanda}{belakang}" if depan else ""


def _name(alamat: str) -> str:
    return alamat.partition("?")[0].rpartition("/")[2]


def _create(nama: str, *, asal: str = "") -> str:
    if _cluster():
        with psycopg.connect(_cluster(), autocommit=True) as koneksi:
            koneksi.execute(f'CREATE DATABASE "{nama}"' + (f' TEMPLATE "{asal}"' if asal else ""))
    return _at(nama)


def _drop(nama: str) -> None:
    if _cluster():
        with psycopg.connect(_cluster(), autocommit=True) as koneksi:
            koneksi.execute(f'DROP DATABASE IF EXISTS "{nama}" WITH (FORCE)')
