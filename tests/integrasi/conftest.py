"""Targets that behave well and badly, and a worker whose clock is wound by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from kinerja.integrasi.actions import IsianSistem, IsianWebhook, create_sistem, create_webhook
from kinerja.integrasi.actions.antar import jaringan_boleh
from kinerja.integrasi.istilah import Peristiwa
from kinerja.integrasi.models import Sistem, Webhook
from kinerja.jejak.actions import record
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pekerjaan.pekerja import Pekerja
from tests.conftest import SEKARANG
from tests.factories.skp import buat_skp
from tests.integrasi.penerima import Penerima


@pytest.fixture
def penerima(settings) -> Iterator[Callable[[str], Penerima]]:
    settings.KINERJA_WEBHOOK_JARINGAN = ["127.0.0.0/8"]
    settings.KINERJA_WEBHOOK_DETIK = 0.6
    daftar: list[Penerima] = []

    def open_target(cara: str = "ok") -> Penerima:
        daftar.append(Penerima(cara))
        return daftar[-1]

    yield open_target
    for satu in daftar:
        satu.tutup()


@pytest.fixture
def sistem(orang) -> Callable[..., Sistem]:
    def create(nama: str = "Gudang data", admin: str = "pak-anton") -> Sistem:
        anton = orang(admin)
        isian = IsianSistem(nama=nama, tujuan="Laporan gabungan")
        return create_sistem(anton.instansi, isian=isian, by=anton.user, at=SEKARANG)

    return create


@pytest.fixture
def pasang(sistem) -> Callable[..., tuple[Webhook, str]]:
    def create(
        alamat: str,
        *,
        peristiwa=(Peristiwa.SKP_DITETAPKAN,),
        nama: str = "Gudang data",
        admin: str = "pak-anton",
    ) -> tuple[Webhook, str]:
        milik = sistem(nama, admin)
        isian = IsianWebhook(alamat=alamat, daftar_peristiwa=tuple(peristiwa))
        return create_webhook(
            milik, isian=isian, jaringan=jaringan_boleh(), by=milik.dibuat_oleh, at=SEKARANG
        )

    return create


@pytest.fixture
def tetapkan(orang) -> Callable[[int], list[int]]:
    """`tetapkan(3)`: three lines of the trail that say a plan was set."""

    def write(jumlah: int = 1) -> list[int]:
        budi = orang("pak-budi")
        skp = budi.daftar_skp.order_by("id").first() or buat_skp(budi, status="ditetapkan")
        return [
            record("skp.approve", skp, by=budi.user, at=SEKARANG, rincian={"versi": 1}).pk
            for _ in range(jumlah)
        ]

    return write


@pytest.fixture
def jalankan(db) -> Callable[..., Pekerjaan]:
    def run(at: datetime = SEKARANG) -> Pekerjaan:
        pekerjaan = enqueue("integrasi.webhook", by=None, at=at, kunci="sekarang")
        Pekerja(clock=lambda: at).drain()
        pekerjaan.refresh_from_db()
        return pekerjaan

    return run
