"""A worker is killed while an invitation is on its way: the others arrive, and none arrives twice."""

from __future__ import annotations

import signal
from collections import Counter

from tests.ketahanan.mesin_undangan import BANYAK
from tests.ketahanan.test_surat_mati import pos, pytestmark

__all__ = ["pos", "pytestmark"]
MESIN = "mesin_undangan"


def test_a_worker_killed_with_an_invitation_on_its_way(pos, jalankan, tuntas, lingkungan):
    tuntas("prepare", "ask")
    pos.tahan_ke = 3
    with jalankan("work") as korban:
        assert pos.tertahan.wait(60)
        korban.send_signal(signal.SIGKILL)
    assert len(pos.isi) == 3

    lingkungan["KINERJA_UJI_MENIT"] = "30"  # the dead one's lease is over
    tuntas("ask", "work", "work")

    laporan = tuntas("report")
    assert Counter(keadaan for *_, keadaan in laporan) == {"terkirim": 2 * BANYAK - 1, "tidak_pasti": 1}
    assert Counter(pos.penerima) == Counter(surel for _, surel, _ in laporan)
