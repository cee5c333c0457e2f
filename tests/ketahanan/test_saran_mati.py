"""The suggestions of a period, and a worker that is killed between writing a part and keeping it."""

from __future__ import annotations

import signal

MESIN = "mesin_saran"


def read(laporan) -> dict[str, list[str]]:
    return {nama: isi for nama, *isi in laporan}


def test_a_worker_killed_between_writing_and_keeping_leaves_neither_a_double_nor_a_gap(jalankan, tuntas):
    tuntas("prepare")
    with jalankan("work_slowly") as korban:
        for _ in range(3):
            assert korban.stdout.readline() == "di tengah\n"
        korban.send_signal(signal.SIGKILL)
    assert korban.returncode == -signal.SIGKILL

    setengah = read(tuntas("report"))
    assert setengah["efek"] == setengah["terisi"] == setengah["semua"][:4]
    assert setengah["status"] == ["jalan", "4"]

    tuntas("work_later")

    akhir = read(tuntas("report"))
    assert len(akhir["semua"]) >= 8
    assert akhir["efek"] == akhir["terisi"] == akhir["benar"] == akhir["semua"]
    assert akhir["status"] == ["selesai", str(len(akhir["semua"]))]
