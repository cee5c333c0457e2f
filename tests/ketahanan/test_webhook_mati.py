"""A worker is killed while messages are on their way: none is lost, and whoever gets one twice can tell by its id."""

from __future__ import annotations

import json
import signal
import threading
from collections import Counter

import pytest

from tests.integrasi.penerima import Penerima
from tests.ketahanan.mesin_webhook import BANYAK

MESIN = "mesin_webhook"
pytestmark = pytest.mark.enable_socket


@pytest.fixture
def tujuan(lingkungan):
    penerima = Penerima()
    lingkungan |= {"KINERJA_UJI_TUJUAN": penerima.alamat, "KINERJA_WEBHOOK_JARINGAN": "127.0.0.0/8"}
    yield penerima
    penerima.tutup()


@pytest.mark.parametrize("mati_pada", [1, 7, 14])
def test_a_worker_killed_with_messages_on_their_way(tujuan, jalankan, tuntas, lingkungan, mati_pada):
    tuntas("prepare", "ask")
    sampai, lanjut = threading.Event(), threading.Event()

    def hold(jumlah: int) -> None:
        if jumlah == mati_pada:
            sampai.set()
            lanjut.wait(30)

    tujuan.sesudah = hold
    with jalankan("work") as korban:
        assert sampai.wait(60)
        korban.send_signal(signal.SIGKILL)
    lanjut.set()

    lingkungan["KINERJA_UJI_MENIT"] = "10"  # the dead one's lease is over
    tuntas("work", "ask", "work")

    kali = Counter(json.loads(badan)["id"] for _, badan in tujuan.isi)
    assert len(kali) == BANYAK
    assert max(kali.values()) <= 2
    assert [keadaan for _, keadaan, _ in tuntas("report")] == ["terkirim"] * BANYAK
