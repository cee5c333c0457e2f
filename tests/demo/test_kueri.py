"""Every main page asks the database at most eight times, sign-in included, and in a larger house no more often."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kinerja.demo.tanam.tumbuh import grow_demo
from tests.akses import without_note
from tests.bench.halaman import DAFTAR_HALAMAN, Halaman, pegawai_of
from tests.demo.test_tanam import (
    HARI,
    PADA,
    demo,  # noqa: F401 - the planted year, which pytest finds by its name
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
BATAS = 8
# Pages that gather what every stage of the year left behind, and a list whose first look of the day is noted.
BATAS_LEBIH = {"pengembangan:pengembangan_own": 10, "karier:perjalanan": 10, "laporan:laporan_detail": 11}
BERANDA = ("pak-budi", "bu-sari", "sekda-pekanbaru", "pak-anton", "analis-pontianak", "kepala-dinkes")
DAFTAR_DIBACA = [halaman for halaman in DAFTAR_HALAMAN if not halaman.tulis]


@pytest.fixture(autouse=True)
def one_day(monkeypatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: PADA)


def jumlah_kueri(halaman: Halaman) -> int:
    pegawai = pegawai_of(halaman.slug)
    alamat = reverse(halaman.nama_url, args=halaman.argumen(pegawai))
    client = Client()
    client.force_login(pegawai.user, backend="kinerja.akun.backends.NIPBackend")
    with CaptureQueriesContext(connection) as hitungan:
        assert client.get(alamat).status_code == 200
    return len(without_note(hitungan))


@pytest.mark.parametrize("slug", BERANDA)
def test_the_first_page_asks_at_most_eight_times_when_a_deadline_needs_the_holidays(slug, monkeypatch):
    """Two days later results wait for their receipts."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 22, 2, tzinfo=UTC))

    assert jumlah_kueri(Halaman("beranda:home", slug)) <= BATAS


@pytest.mark.parametrize("halaman", DAFTAR_DIBACA, ids=lambda h: f"{h.nama_url}-{h.slug}")
def test_a_page_asks_at_most_eight_times(halaman):
    assert jumlah_kueri(halaman) <= BATAS_LEBIH.get(halaman.nama_url, BATAS)


def test_a_larger_house_costs_no_more_queries():
    kecil = {h: jumlah_kueri(h) for h in DAFTAR_DIBACA}

    grow_demo(300, on=HARI, at=PADA)

    assert {h: n for h in DAFTAR_DIBACA if (n := jumlah_kueri(h)) > kecil[h]} == {}
