"""A bundle of five hundred documents, whose worker is killed again and again."""

from __future__ import annotations

import signal

import pytest

MESIN = "mesin_unduhan"


@pytest.fixture
def finish(jalankan):
    """As `tuntas`, for what takes longer on a loaded machine."""

    def run(*daftar_perintah) -> None:
        with jalankan(*daftar_perintah) as proses:
            proses.communicate(timeout=1500)
        assert proses.returncode == 0

    return run


def read(laporan) -> dict[str, list[str]]:
    return {nama: isi for nama, *isi in laporan}


def test_a_worker_killed_in_the_middle_of_five_hundred_documents_leaves_none_missing_and_none_double(
    jalankan, tuntas, finish
):
    finish("prepare", "ask_zip")
    for batas in (45, 60, 30):  # killed three times, each time somewhere inside a part
        with jalankan("work_slowly" if batas == 45 else "work_slowly_later") as korban:
            for _ in range(batas):
                assert korban.stdout.readline().startswith("tersimpan ")
            korban.send_signal(signal.SIGKILL)
        assert korban.returncode == -signal.SIGKILL
    setengah = read(tuntas("report"))
    assert setengah["unduhan"][:2] == ["disiapkan", "jalan"]
    assert "hasil" not in setengah["folder"]

    finish("work_later")

    akhir = read(tuntas("report", "report_zip"))
    assert akhir["unduhan"] == ["siap", "selesai", "0"]
    assert akhir["rusak"] == ["tidak"]
    assert akhir["pdf"] == ["500", "500", "500"]
    assert akhir["indeks"] == ["500", "True"]
    assert akhir["ganda"] == ["1"]
    assert akhir["lain"] == ["indeks.html", "indeks.xlsx"]
    assert akhir["folder"] == ["hasil"]
    assert akhir["dicatat"] == ["500"]
