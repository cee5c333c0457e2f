"""The process itself: an event loop for the watchers, a thread for the trail, a thread that draws a first screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime

from django.db import close_old_connections

from kinerja.pantau.hidup.pengikut import Pengikut
from kinerja.pantau.hidup.pintu import KEPALA_TERPANJANG, Pintu
from kinerja.pantau.hidup.pusat import DENYUT, Pusat
from kinerja.pantau.queries.siaran import Siaran, siaran


class Pelayan:
    def __init__(
        self, *, host: str, port: int, clock: Callable[[], datetime], berhenti: Callable[[], bool]
    ) -> None:
        self._host, self._port, self._clock, self._berhenti = host, port, clock, berhenti
        self._pusat = Pusat()
        self._penggambar = ThreadPoolExecutor(1, thread_name_prefix="gambar")

    async def serve(self) -> None:
        loop = asyncio.get_running_loop()
        pengikut = Pengikut(
            clock=self._clock,
            layar=lambda: asyncio.run_coroutine_threadsafe(self._watched(), loop).result(timeout=5),
            kabar=lambda baru, akun: _ignore(loop.call_soon_threadsafe(self._tell, baru, akun)),
        )
        pintu = Pintu(self._pusat, self._draw)
        server = await asyncio.start_server(
            pintu, self._host, self._port, limit=KEPALA_TERPANJANG, backlog=2048
        )
        pengikut.start()
        async with server:
            await self._live()
        pengikut.stop()

    async def _live(self) -> None:
        """Beats until its parent ends."""
        lalu = 0.0
        while not self._berhenti():
            await asyncio.sleep(0.5)
            lalu += 0.5
            if lalu >= DENYUT:
                lalu = 0.0
                self._pusat.beat()

    async def _watched(self) -> dict[str, tuple[int, frozenset[int]]]:
        return {
            kunci: (satu.instansi_id, satu.siaran.unit_ids if satu.siaran else frozenset())
            for kunci, satu in self._pusat.saluran.items()
        }

    def _tell(self, baru: dict[str, Siaran], akun: set[int]) -> None:
        self._pusat.publish(baru)
        self._pusat.dismiss_accounts(akun)

    def _draw(self, kunci: str, instansi_id: int) -> asyncio.Future[Siaran]:
        loop = asyncio.get_running_loop()
        return loop.run_in_executor(self._penggambar, self._drawn, kunci, instansi_id)

    def _drawn(self, kunci: str, instansi_id: int) -> Siaran:
        with suppress(Exception):
            close_old_connections()
        return siaran(kunci, instansi_id, at=self._clock())


def _ignore(_: object) -> None:
    return None
