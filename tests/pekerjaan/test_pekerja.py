"""The worker: parts, leases, failures, and who may still write."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection

from kinerja.jejak.models import Segel
from kinerja.pekerjaan.actions import cancel_pekerjaan
from kinerja.pekerjaan.daftar import Hasil
from kinerja.pekerjaan.kerja import Lepas
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pekerjaan.pekerja import GAGAL_TERBANYAK, Pekerja, claim
from tests.conftest import SEKARANG


def write(nomor: int) -> None:
    """An effect that may happen twice: only the queue keeps it from that."""
    Segel.objects.create(at=SEKARANG, dari_id=Segel.objects.count() + 1, sampai_id=Segel.objects.count() + 1,
                         daftar_sidik=[nomor], sidik_sebelum="", sidik=f"{nomor}-{Segel.objects.count()}")  # fmt: skip


def effects() -> list[int]:
    return [satu.daftar_sidik[0] for satu in Segel.objects.order_by("id")]


def count_to(akhir, *, sesudah=lambda nomor: None, di_dalam=lambda nomor: None):
    """A job that writes 1, 2, 3…, one number a part."""

    def fungsi(kerja):
        for nomor in range((kerja.posisi or 0) + 1, akhir + 1):
            with kerja.bagian(nomor, kemajuan=nomor, total=akhir, kalimat=f"Nomor {nomor}"):
                write(nomor)
                di_dalam(nomor)
            sesudah(nomor)
        return Hasil("Semua nomor ditulis.", tautan="/penilaian/hasil/", rincian={"jumlah": akhir})

    return fungsi


def read(satu: Pekerjaan) -> Pekerjaan:
    satu.refresh_from_db()
    return satu


def test_a_job_says_how_far_it_is_and_how_it_ended(jenis, minta, pekerja):
    terlihat = []
    jenis(count_to(3, sesudah=lambda nomor: terlihat.append(Pekerjaan.objects.get().persen)))
    satu = minta()

    assert pekerja.drain() == 1

    read(satu)
    assert (satu.status, satu.kemajuan, satu.total, satu.kalimat) == ("selesai", 3, 3, "Nomor 3")
    assert satu.hasil["kalimat"] == "Semua nomor ditulis."
    assert satu.hasil["rincian"] == {"jumlah": 3}
    assert terlihat == [33, 66, 100]


def test_a_part_that_fails_leaves_nothing_and_is_tried_again_later(jenis, minta, pekerja, jam):
    sisa = [1]
    jenis(count_to(4, di_dalam=lambda nomor: 1 / 0 if nomor == 3 and sisa and sisa.pop() else None))
    satu = minta()

    pekerja.drain()

    assert (read(satu).status, satu.posisi, effects()) == ("antre", 2, [1, 2])
    assert satu.jalan_lagi_at == SEKARANG + timedelta(seconds=10)
    assert pekerja.drain() == 0
    jam.maju(seconds=10)
    pekerja.drain()
    assert (read(satu).status, effects()) == ("selesai", [1, 2, 3, 4])


def test_a_job_that_never_succeeds_waits_longer_each_time_and_says_so_in_the_end(jenis, minta, pekerja, jam):
    jenis(count_to(4, di_dalam=lambda nomor: 1 / 0 if nomor == 2 else None))
    satu, jeda = minta(), []

    while pekerja.drain() and read(satu).status == "antre":
        jeda.append((satu.jalan_lagi_at - jam.kini).total_seconds())
        jam.kini = satu.jalan_lagi_at

    assert jeda == [10, 30, 90, 270]
    assert (satu.status, satu.kegagalan, effects()) == ("gagal", GAGAL_TERBANYAK, [1])
    assert f"nomor {satu.pk}" in satu.galat
    assert "ZeroDivision" not in satu.galat


class Mati(BaseException):
    """Stands for a worker that vanishes; a real one is killed in tests/ketahanan."""


def test_another_worker_takes_over_after_the_lease_and_the_first_writes_no_more(jenis, minta, pekerja, jam):
    pegangan = []

    def fungsi(kerja):
        pegangan.append(kerja)
        count_to(4, sesudah=vanish if len(pegangan) == 1 else lambda nomor: None)(kerja)

    def vanish(nomor):
        if nomor == 2:
            raise Mati

    jenis(fungsi)
    satu = minta()
    with pytest.raises(Mati):
        pekerja.drain()
    assert pekerja.drain() == 0

    jam.maju(seconds=61)
    assert Pekerja(clock=jam).drain() == 1

    assert (read(satu).status, satu.percobaan, effects()) == ("selesai", 2, [1, 2, 3, 4])
    with pytest.raises(Lepas), pegangan[0].bagian(3):
        write(3)
    with pytest.raises(Lepas):
        pegangan[0].update(status="gagal")
    assert (read(satu).status, effects()) == ("selesai", [1, 2, 3, 4])


def test_nobody_takes_over_before_the_lease_ends(jenis, minta, jam):
    jenis(count_to(1), sewa=timedelta(minutes=5))
    minta()
    assert claim(at=jam())

    jam.maju(minutes=4, seconds=59)
    assert claim(at=jam()) is None
    jam.maju(seconds=1)
    assert claim(at=jam())


def test_each_part_lengthens_the_lease(jenis, minta, pekerja, jam):
    sampai = []

    def long(nomor):
        jam.maju(seconds=40)
        sampai.append(Pekerjaan.objects.get().lease_ends_at)

    jenis(count_to(3, sesudah=long))
    minta()
    pekerja.drain()

    assert sampai == [SEKARANG + timedelta(seconds=60 + 40 * n) for n in range(3)]


def test_the_late_word_done_of_a_worker_that_lost_the_job_does_not_count(jenis, minta, pekerja):
    def fungsi(kerja):
        with kerja.bagian(1):
            Pekerjaan.objects.filter(pk=kerja.nomor).update(percobaan=99)
        return Hasil("Terlambat")

    jenis(fungsi)
    satu = minta()
    pekerja.drain()

    assert (read(satu).status, satu.hasil) == ("jalan", {})


def test_a_job_cancelled_in_the_middle_stops_at_its_next_part(jenis, minta, pekerja, akun):
    def fungsi(kerja):
        for nomor in (1, 2, 3):
            with kerja.bagian(nomor):
                write(nomor)
                if nomor == 2:
                    cancel_pekerjaan(Pekerjaan.objects.get(), by=akun("pak-budi"), at=SEKARANG)

    jenis(fungsi)
    satu = minta()
    pekerja.drain()

    assert (read(satu).status, effects()) == ("dibatalkan", [1, 2])


def test_a_worker_that_is_asked_to_end_gives_the_rest_back(jenis, minta, jam):
    berhenti = []
    jenis(count_to(3, sesudah=lambda nomor: None, di_dalam=berhenti.append))
    satu = minta()

    Pekerja(clock=jam, berhenti=lambda: bool(berhenti)).drain()

    assert (read(satu).status, satu.posisi, satu.kegagalan, effects()) == ("antre", 1, 0, [1])
    Pekerja(clock=jam).drain()
    assert (read(satu).status, effects()) == ("selesai", [1, 2, 3])


def test_a_job_that_kills_its_worker_each_time_is_given_up(jenis, minta, pekerja, jam):
    jenis(count_to(1))
    satu = minta()

    for _ in range(GAGAL_TERBANYAK):
        assert claim(at=jam())
        jam.maju(minutes=2)
    pekerja.drain()

    assert (read(satu).status, effects()) == ("gagal", [])
    assert "belum berhasil" in satu.galat


def test_writing_outside_a_part_fails_instead_of_happening_twice(jenis, minta, pekerja):
    def careless(kerja):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE jejak_segel SET dari_id = 7")

    write(1)
    jenis(careless)
    satu = minta()

    pekerja.drain()

    assert (read(satu).kegagalan, Segel.objects.get().dari_id) == (1, 1)


@pytest.mark.parametrize(("gagal", "tersimpan"), [(False, [1]), (True, [])])
def test_a_small_job_is_done_with_its_effect_or_not_at_all(jenis, minta, pekerja, gagal, tersimpan):
    def fungsi(kerja):
        write(1)
        if gagal:
            raise RuntimeError

    jenis(fungsi, satu_transaksi=True)
    satu = minta()
    pekerja.drain()

    assert (read(satu).status == "selesai", effects()) == (not gagal, tersimpan)


def test_a_kind_this_worker_does_not_know_waits_for_one_that_does(jenis, minta, pekerja, monkeypatch):
    jenis(count_to(1))
    satu = minta()
    Pekerjaan.objects.update(jenis="versi.baru")

    pekerja.drain()

    assert (read(satu).status, satu.kegagalan) == ("antre", 0)
    assert satu.jalan_lagi_at > SEKARANG


def test_a_permission_that_went_meanwhile_ends_the_job(jenis, minta, pekerja):
    berwenang = [True]
    jenis(count_to(3), boleh=lambda user, argumen: bool(berwenang))
    satu = minta()
    berwenang.clear()

    pekerja.drain()

    assert (read(satu).status, effects()) == ("gagal", [])
    assert "tidak lagi berwenang" in satu.galat


def test_what_is_scheduled_starts_once_a_day(jenis, cast, jam):
    jalan = []
    jenis(lambda kerja: jalan.append(jam.kini.day), nama="uji.malam", setiap=timedelta(days=1))

    for _ in range(50):
        giliran = iter([False, True])
        Pekerja(clock=jam, berhenti=lambda giliran=giliran: next(giliran)).run(jeda=0)
        Pekerja(clock=jam).drain()
        jam.maju(hours=1)

    assert jalan == [2, 3, 4]


def test_a_clock_that_ran_ahead_and_came_back_holds_up_no_schedule(jenis, cast, jam):
    jalan = []
    jenis(lambda kerja: jalan.append(jam.kini.year), nama="uji.malam", setiap=timedelta(days=1))
    tetap = Pekerja(clock=jam, berhenti=lambda: next(giliran))

    for hari in (365, -365, 0):
        jam.maju(days=hari)
        giliran = iter([False, True])
        tetap.run(jeda=0)
        Pekerja(clock=jam).drain()

    assert jalan == [2027, 2026]


def test_what_runs_every_minute_is_soon_forgotten_and_what_runs_weekly_is_not(jenis, minta, pekerja, jam):
    jenis(count_to(1), nama="uji.menit", setiap=timedelta(minutes=1))
    menit = minta("uji.menit", kunci="terjadwal")
    jenis(count_to(1), nama="uji.minggu", setiap=timedelta(days=7))
    minggu = minta("uji.minggu", kunci="terjadwal")
    pekerja.drain()
    jam.maju(days=3)

    minta("pekerjaan.hapus_lama")
    pekerja.drain()

    assert not Pekerjaan.objects.filter(pk=menit.pk).exists()
    assert Pekerjaan.objects.filter(pk=minggu.pk).exists()


def test_old_jobs_are_forgotten_and_running_ones_are_not(jenis, minta, pekerja, jam):
    jenis(count_to(1))
    usai, menunggu = minta(), minta()
    Pekerjaan.objects.filter(pk=menunggu.pk).update(jalan_lagi_at=SEKARANG + timedelta(days=400))
    pekerja.drain()
    jam.maju(days=91)

    minta("pekerjaan.hapus_lama")
    pekerja.drain()

    sisa = set(Pekerjaan.objects.values_list("pk", flat=True))
    assert usai.pk not in sisa
    assert menunggu.pk in sisa


def test_the_command_drains_the_queue(jenis, minta, capsys):
    jenis(count_to(2))
    minta()

    call_command("kerjakan", "--sekali")

    assert "1 pekerjaan dikerjakan." in capsys.readouterr().out
    assert effects() == [1, 2]
