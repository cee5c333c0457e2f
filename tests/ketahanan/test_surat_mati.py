"""A worker is killed while a letter is on its way: nobody gets one twice, and nothing stays untold."""

from __future__ import annotations

import signal
from collections import Counter

import pytest

from tests.ketahanan.mesin_surat import BANYAK
from tests.pengingat.kotak_pos import KotakPos

MESIN = "mesin_surat"
pytestmark = pytest.mark.enable_socket


@pytest.fixture
def pos(lingkungan):
    kotak = KotakPos()
    lingkungan |= {
        "KINERJA_MAIL_HOST": "127.0.0.1",
        "KINERJA_MAIL_PORT": str(kotak.port),
        "KINERJA_MAIL_TLS": "0",
    }
    kotak.buka()
    yield kotak
    kotak.tutup()


def test_a_worker_killed_with_a_letter_on_its_way(pos, jalankan, tuntas, lingkungan):
    tuntas("prepare", "ask")
    pos.tahan_ke = 5
    with jalankan("work") as korban:
        assert pos.tertahan.wait(60)
        korban.send_signal(signal.SIGKILL)
    assert len(pos.isi) == 5

    lingkungan["KINERJA_UJI_MENIT"] = "15"  # the dead one's lease is over
    tuntas("work", "ask", "work")
    hari_ini = Counter(pos.penerima)
    assert hari_ini == Counter({f"p{nomor}@contoh.go.id": 1 for nomor in range(BANYAK)})

    lingkungan["KINERJA_UJI_MENIT"] = str(24 * 60)
    tuntas("ask", "work")
    laporan = tuntas("report")
    assert Counter(keadaan for _, _, keadaan in laporan) == {"terkirim": BANYAK, "tidak_pasti": 1}
    # Nobody knows whether the fifth was kept, so tomorrow's letter tells it once more; nobody else gets another.
    assert Counter(pos.penerima) - hari_ini == Counter({pos.penerima[4]: 1})
