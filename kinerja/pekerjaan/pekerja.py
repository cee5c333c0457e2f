"""The worker: takes the next job, runs it, says how it ended. Any number of them on any number of hosts."""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime, timedelta

from django.db import DatabaseError, connection, transaction

from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.daftar import Hasil, Jenis, UnknownJenis, daftar_jenis, find_jenis
from kinerja.pekerjaan.istilah import TERJADWAL, StatusPekerjaan
from kinerja.pekerjaan.kerja import Berhenti, Clock, Kerja, Lepas, PekerjaanGagal
from kinerja.pekerjaan.models import Pekerjaan

logger = logging.getLogger(__name__)

GAGAL_TERBANYAK = 5
JEDA_JADWAL = timedelta(minutes=1)
TUNGGU = timedelta(seconds=10)  # ×3 after each failure: 10 s, 30 s, 90 s, 4½ minutes
MENYERAH = (
    "Pekerjaan ini sudah dicoba {kali} kali dan belum berhasil. Bagian yang sudah selesai tetap tersimpan. "
    "Tekan “Coba lagi”; kalau tetap begini, sampaikan nomor {nomor} kepada pengelola aplikasi."
)

TANPA_IZIN = (
    "Yang meminta pekerjaan ini tidak lagi berwenang memintanya, jadi pekerjaan dihentikan. Bagian yang sudah selesai tetap "
    "tersimpan."
)


class Pekerja:
    def __init__(self, *, clock: Clock, berhenti: Callable[[], bool] = lambda: False) -> None:
        self._clock, self._berhenti = clock, berhenti
        self._jadwal_at: datetime | None = None

    def run(self, *, jeda: float = 0.5) -> None:
        """Until it is told to stop. A database that is away for a while is waited for."""
        while not self._berhenti():
            _refresh_connection()
            try:
                self._start_scheduled()
                ada = self.run_next()
            except DatabaseError:
                logger.exception("Antrean tidak terjangkau; dicoba lagi.")
                connection.close()
                ada = False
            if not ada:
                time.sleep(jeda)

    def drain(self) -> int:
        """Runs what is due now, and returns how many that were."""
        jumlah = 0
        while not self._berhenti() and self.run_next():
            jumlah += 1
        return jumlah

    def run_next(self) -> bool:
        pekerjaan = claim(at=self._clock())
        if pekerjaan is None or pekerjaan.usai:
            return pekerjaan is not None
        try:
            jenis = find_jenis(pekerjaan.jenis)
        except UnknownJenis:
            # A worker of an older version must not spoil what a newer one can do.
            _postpone(pekerjaan, at=self._clock())
            return True
        kerja = Kerja(pekerjaan, jenis, clock=self._clock, berhenti=self._berhenti)
        try:
            with _few_collections():
                self._run(kerja, jenis, pekerjaan)
        except Lepas:
            logger.warning("Pekerjaan %s sudah dipegang yang lain atau dibatalkan.", pekerjaan.pk)
        return True

    def _run(self, kerja: Kerja, jenis: Jenis, pekerjaan: Pekerjaan) -> None:
        try:
            with kerja.guarded():
                if not jenis.may_ask(kerja.diminta_oleh, kerja.argumen):
                    raise PekerjaanGagal(TANPA_IZIN)
                if jenis.syarat is not None and (sebab := jenis.syarat(kerja.at)):
                    logger.warning("Pekerjaan %s tidak dijalankan: %s", pekerjaan, sebab)
                    raise PekerjaanGagal(sebab)
                if not jenis.satu_transaksi:
                    hasil = jenis.fungsi(kerja)
                else:
                    with kerja.whole():
                        hasil = jenis.fungsi(kerja)
                        _finish(kerja, hasil)
                    return
        except Berhenti:
            kerja.update(status=StatusPekerjaan.ANTRE, jalan_lagi_at=kerja.at, lease_ends_at=None)
        except PekerjaanGagal as galat:
            kerja.update(**_failed(str(galat), at=kerja.at))
        except Exception:
            logger.exception("Pekerjaan %s gagal.", pekerjaan)
            _refresh_connection()
            _fail(kerja, pekerjaan.pk)
        else:
            _finish(kerja, hasil)

    def _start_scheduled(self) -> None:
        at = self._clock()
        # A clock that was set back is no reason to wait until it has caught up.
        if self._jadwal_at is not None and self._jadwal_at - JEDA_JADWAL <= at < self._jadwal_at:
            return
        self._jadwal_at = at + JEDA_JADWAL
        for jenis in daftar_jenis():
            if jenis.setiap is not None:
                _schedule(jenis, setiap=jenis.setiap, at=at)


@contextmanager
def _few_collections() -> Iterator[None]:
    """A job drops what it makes by itself; the search for cycles among it took a fifth of the time of a large one."""
    ambang = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, *ambang[1:])
    try:
        yield
    finally:
        gc.set_threshold(*ambang)
        gc.unfreeze()


def _refresh_connection() -> None:
    """A worker lives for weeks; its connection need not."""
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()


@transaction.atomic
def _schedule(jenis: Jenis, *, setiap: timedelta, at: datetime) -> None:
    terjadwal = Pekerjaan.objects.filter(jenis=jenis.nama, kunci=TERJADWAL)
    # What a clock that ran far ahead has started does not count: it would hold up the work until that day comes.
    if not terjadwal.filter(dibuat_at__gt=at - setiap, dibuat_at__lt=at + setiap).exists():
        enqueue(jenis.nama, by=None, at=at, kunci=TERJADWAL)


def claim(*, at: datetime) -> Pekerjaan | None:
    """The next job, held for its kind's lease. On PostgreSQL workers step over what another one is just taking."""
    # A look costs nothing; on SQLite the transaction below would hold up every writer twice a second.
    if not Pekerjaan.objects.ready(at).exists():
        return None
    with transaction.atomic():
        daftar = Pekerjaan.objects.ready(at).select_for_update(skip_locked=True)
        pekerjaan = daftar.order_by("jalan_lagi_at", "id").first()
        if pekerjaan is not None:
            _take(pekerjaan, at=at)
    return pekerjaan


def _take(pekerjaan: Pekerjaan, *, at: datetime) -> None:
    if pekerjaan.status == StatusPekerjaan.JALAN:
        pekerjaan.kegagalan += 1  # its worker vanished without a word
        if pekerjaan.kegagalan >= GAGAL_TERBANYAK:
            _give_up(pekerjaan, at=at)
            return
    try:
        sewa = find_jenis(pekerjaan.jenis).sewa
    except UnknownJenis:
        sewa = TUNGGU
    pekerjaan.status = StatusPekerjaan.JALAN.value
    pekerjaan.percobaan += 1
    pekerjaan.lease_ends_at = at + sewa
    pekerjaan.dimulai_at = pekerjaan.dimulai_at or at
    pekerjaan.save(update_fields=["status", "percobaan", "kegagalan", "lease_ends_at", "dimulai_at"])


def _give_up(pekerjaan: Pekerjaan, *, at: datetime) -> None:
    """A job that kills its worker each time would kill the next one, too."""
    kalimat = MENYERAH.format(kali=pekerjaan.kegagalan, nomor=pekerjaan.pk)
    pekerjaan.status, pekerjaan.galat = StatusPekerjaan.GAGAL.value, kalimat
    pekerjaan.selesai_at, pekerjaan.lease_ends_at = at, None
    pekerjaan.save(update_fields=["status", "kegagalan", "galat", "selesai_at", "lease_ends_at"])


def _finish(kerja: Kerja, hasil: Hasil | None) -> None:
    isi: dict[str, object] = {"hasil": asdict(hasil)} if hasil else {}
    if kerja.total:
        isi["kemajuan"] = kerja.total
    kerja.update(
        status=StatusPekerjaan.SELESAI, selesai_at=kerja.at, lease_ends_at=None, kegagalan=0, galat="", **isi
    )


def _fail(kerja: Kerja, nomor: int) -> None:
    """The next try after a pause that grows; after the last one the person is told."""
    kali = Pekerjaan.objects.values_list("kegagalan", flat=True).get(pk=nomor) + 1
    if kali >= GAGAL_TERBANYAK:
        kerja.update(**_failed(MENYERAH.format(kali=kali, nomor=nomor), at=kerja.at), kegagalan=kali)
        return
    lagi = kerja.at + TUNGGU * 3 ** (kali - 1)
    kerja.update(status=StatusPekerjaan.ANTRE, kegagalan=kali, jalan_lagi_at=lagi, lease_ends_at=None)


def _failed(kalimat: str, *, at: datetime) -> dict[str, object]:
    return {
        "status": StatusPekerjaan.GAGAL,
        "galat": kalimat[:500],
        "selesai_at": at,
        "lease_ends_at": None,
    }


def _postpone(pekerjaan: Pekerjaan, *, at: datetime) -> None:
    milik = Pekerjaan.objects.filter(pk=pekerjaan.pk, percobaan=pekerjaan.percobaan)
    milik.update(status=StatusPekerjaan.ANTRE, jalan_lagi_at=at + timedelta(minutes=1), lease_ends_at=None)
    logger.error("Jenis pekerjaan %s tidak dikenal pekerja ini.", pekerjaan.jenis)
