"""Kinds of job that exist for one test, and a clock that is wound by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kinerja.pekerjaan import daftar
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.pekerja import Pekerja
from tests.conftest import SEKARANG


class Jam:
    def __init__(self) -> None:
        self.kini = SEKARANG

    def __call__(self):
        return self.kini

    def maju(self, **lama) -> None:
        self.kini += timedelta(**lama)


@pytest.fixture
def jam() -> Jam:
    return Jam()


@pytest.fixture
def pekerja(jam) -> Pekerja:
    return Pekerja(clock=jam)


@pytest.fixture
def jenis(monkeypatch):
    """`jenis(fungsi, sewa=…)`: declares the function as the kind "uji.coba" for this test."""

    def declare(fungsi, nama="uji.coba", **pilihan):
        daftar.daftar_jenis()
        monkeypatch.setattr(daftar, "_DAFTAR", dict(daftar._DAFTAR))
        daftar.pekerjaan(nama, judul="Mencoba", **pilihan)(fungsi)

    return declare


@pytest.fixture
def minta(akun):
    """`minta(n=3)`: Pak Budi asks for the job."""

    def ask(nama="uji.coba", *, kunci="", slug="pak-budi", **argumen):
        return enqueue(nama, argumen=argumen, kunci=kunci, by=akun(slug), at=SEKARANG)

    return ask
