"""Follows the trail beside the event loop: counts again what changed, and draws the screens that are watched."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import psycopg
from django.db import DatabaseError, connection

from kinerja.jejak.actions.catatan import SALURAN as SALURAN_JEJAK
from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.models import Pegawai
from kinerja.pantau.actions import follow
from kinerja.pantau.actions.hitung import SALURAN
from kinerja.pantau.actions.ikuti import TINDAKAN_AKUN, TINDAKAN_PEGAWAI
from kinerja.pantau.queries.siaran import Siaran, siaran, unit_sejak, versi_kini

logger = logging.getLogger(__name__)

INTIP = 0.7  # seconds between two looks where nobody calls
KUMPULKAN = 0.25  # what belongs together arrives together
SELANG = 30.0  # midnight and periods come without a line in the trail
KUNCI_PEMIMPIN = 0x6B696E65726A61  # one of all live processes counts; the others only show

Layar = Callable[[], Mapping[str, tuple[int, frozenset[int]]]]


class Pengikut(threading.Thread):
    """`layar` answers what is watched now: key → instansi and its units; `kabar` takes what is new."""

    def __init__(
        self,
        *,
        clock: Callable[[], datetime],
        layar: Layar,
        kabar: Callable[[dict[str, Siaran], set[int]], None],
    ) -> None:
        super().__init__(name="pengikut", daemon=True)
        self._clock, self._layar, self._kabar = clock, layar, kabar
        self._henti = threading.Event()
        self._dengar: psycopg.Connection[Any] | None = None
        self._versi, self._jejak, self._terakhir = -1, -1, 0.0

    def stop(self) -> None:
        self._henti.set()

    def run(self) -> None:
        while not self._henti.is_set():
            try:
                self.look()
                self._wait()
            except (DatabaseError, psycopg.Error):
                logger.exception("Basis data tidak terjangkau; dicoba lagi.")
                self._dengar = None
                connection.close()
                self._henti.wait(2)
        connection.close()

    def look(self) -> None:
        """One round: the trail, the counters, the screens."""
        jejak = Catatan.objects.order_by("-id").values_list("id", flat=True).first() or 0
        waktunya = time.monotonic() - self._terakhir > SELANG
        if (jejak != self._jejak or waktunya) and self._leads():
            follow(at=self._clock())
            self._terakhir = time.monotonic()
        akun = self._accounts_since(jejak)
        self._jejak = jejak
        versi = versi_kini()
        lama, self._versi = self._versi, versi
        baru = self._drawn(unit_sejak(lama)) if 0 <= lama < versi else {}
        if lama != versi or akun:
            self._kabar(baru, akun)

    def _accounts_since(self, jejak: int) -> set[int]:
        if self._jejak < 0 or jejak == self._jejak:
            return set()
        baru = Catatan.objects.filter(id__gt=self._jejak).order_by("id").values_list("objek_id", flat=True)
        akun = baru.filter(tindakan__in=TINDAKAN_AKUN, objek_jenis="akun.user")
        pindah = list(baru.filter(tindakan__in=TINDAKAN_PEGAWAI, objek_jenis="kepegawaian.pegawai"))
        milik = Pegawai.objects.filter(pk__in=pindah, user__isnull=False).order_by("pk")
        return {int(nomor) for nomor in akun} | set(milik.values_list("user_id", flat=True) if pindah else ())

    def _drawn(self, unit_ids: set[int]) -> dict[str, Siaran]:
        """Each watched screen in which one of these units stands, once."""
        at = self._clock()
        return {
            kunci: siaran(kunci, instansi, at=at)
            for kunci, (instansi, unit) in self._layar().items()
            if unit & unit_ids
        }

    def _leads(self) -> bool:
        """With several hosts only one counts; when it goes, its lock goes with it."""
        if connection.vendor != "postgresql":
            return True
        baris = self._listening().execute("SELECT pg_try_advisory_lock(%s)", [KUNCI_PEMIMPIN]).fetchone()
        return bool(baris and baris[0])

    def _wait(self) -> None:
        if connection.vendor != "postgresql":
            self._henti.wait(INTIP)
            return
        for _ in self._listening().notifies(timeout=INTIP * 3, stop_after=1):
            self._henti.wait(KUMPULKAN)
        for _ in self._listening().notifies(timeout=0):
            continue

    def _listening(self) -> psycopg.Connection[Any]:
        if self._dengar is None or self._dengar.closed:
            isi = {
                k: v
                for k, v in connection.get_connection_params().items()
                if k not in ("cursor_factory", "context")
            }
            self._dengar = psycopg.connect(**isi, autocommit=True)
            for saluran in (SALURAN_JEJAK, SALURAN):
                self._dengar.execute(f"LISTEN {saluran}")
        return self._dengar
