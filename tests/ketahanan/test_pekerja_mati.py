"""Real workers on a real database: one is killed, one is asked to end, two share the work."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from tests.ketahanan.mesin_pekerja import BANYAK, KECIL

MESIN = "mesin_pekerja"


def read(laporan) -> tuple[list[int], set[str], list[tuple[str, int]]]:
    """Numbers written, by which processes, and how the jobs stand."""
    efek = [baris for baris in laporan if baris[0] == "efek"]
    status = [(baris[1], int(baris[2])) for baris in laporan if baris[0] == "status"]
    return [int(baris[1]) for baris in efek], {baris[2] for baris in efek}, status


def test_a_worker_killed_in_the_middle_leaves_neither_a_double_nor_a_gap(jalankan, tuntas):
    tuntas("prepare", "ask_panjang")
    with jalankan("work") as korban:
        for _ in range(4):
            assert korban.stdout.readline() == "di tengah\n"
        korban.send_signal(signal.SIGKILL)
    assert korban.returncode == -signal.SIGKILL
    setengah, _, status = read(tuntas("report"))
    assert setengah == list(range(15))
    assert status == [("jalan", 0)]

    with jalankan("work") as satu, jalankan("work") as dua:
        satu.communicate(timeout=60)
        dua.communicate(timeout=60)

    nomor, proses, status = read(tuntas("report"))
    assert nomor == list(range(BANYAK))
    assert len(proses) >= 2
    assert status == [("selesai", 0)]


def test_two_workers_share_the_queue_and_do_nothing_twice(jalankan, tuntas):
    tuntas("prepare", "ask_kecil")

    with jalankan("work") as satu, jalankan("work") as dua:
        satu.communicate(timeout=60)
        dua.communicate(timeout=60)

    nomor, _, status = read(tuntas("report"))
    assert nomor == list(range(KECIL))
    assert {kata for kata, _ in status} == {"selesai"}


def test_a_worker_that_is_asked_to_end_finishes_its_part_and_frees_the_job_at_once(jalankan, tuntas):
    tuntas("prepare", "ask_panjang")

    with jalankan("work_until_told") as proses:
        assert proses.stdout.readline() == "di tengah\n"
        proses.terminate()
        proses.communicate(timeout=20)

    assert proses.returncode == 0
    nomor, _, status = read(tuntas("report"))
    assert nomor == list(range(len(nomor)))
    assert len(nomor) % 5 == 0
    assert 0 < len(nomor) < BANYAK
    assert status == [("antre", 0)]


def children(nomor: int) -> list[int]:
    return [int(satu) for satu in Path(f"/proc/{nomor}/task/{nomor}/children").read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="membaca anak proses dari /proc")
def test_the_keeper_starts_another_worker_when_one_is_killed(jalankan, tuntas):
    tuntas("prepare", "ask_panjang")

    with jalankan("work_until_told") as penjaga:
        assert penjaga.stdout.readline() == "di tengah\n"
        [pekerja] = children(penjaga.pid)
        os.kill(pekerja, signal.SIGKILL)
        for _ in range(3):
            assert penjaga.stdout.readline() == "di tengah\n"
        assert children(penjaga.pid) != [pekerja]
        penjaga.terminate()
        penjaga.communicate(timeout=20)

    nomor, proses, _ = read(tuntas("report"))
    assert nomor == list(range(len(nomor)))
    assert str(pekerja) not in proses or len(proses) == 2


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="membaca anak proses dari /proc")
def test_workers_end_with_the_server_they_stand_beside_even_when_it_is_killed(jalankan, tuntas):
    tuntas("prepare", "ask_panjang")

    with jalankan("serve_with_worker") as pelayan:
        penjaga = int(pelayan.stdout.readline())
        assert pelayan.stdout.readline() == "di tengah\n"
        [pekerja] = children(penjaga)
        pelayan.kill()
        pelayan.communicate(timeout=20)

    assert ends(penjaga)
    assert ends(pekerja)
    nomor, _, status = read(tuntas("report"))
    assert nomor == list(range(len(nomor)))
    assert status == [("antre", 0)]


def ends(nomor: int) -> bool:
    """Within a few seconds: a process closes its files a moment before it is gone."""
    for _ in range(50):
        if not is_alive(nomor):
            return True
        time.sleep(0.1)
    return False


def is_alive(nomor: int) -> bool:
    """A process that has ended and that nobody has asked about yet is not."""
    try:
        keadaan = Path(f"/proc/{nomor}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return keadaan != "Z"
