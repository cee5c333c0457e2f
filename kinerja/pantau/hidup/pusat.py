"""Who watches what, and what each of them is sent. Lives in one event loop; nothing here asks the database."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from dataclasses import dataclass, field

from kinerja.pantau.hidup.tiket import BERLAKU, Tiket
from kinerja.pantau.queries.siaran import Siaran

PALING_BANYAK = 5  # open lines of one person; a browser allows six to one host
TERTAHAN = 256 * 1024  # bytes that wait for a watcher who does not read
DENYUT = 15.0
GANTI = b"event: ganti\ndata: {}\n\n"
PENUH = b"event: penuh\ndata: {}\n\n"


def pesan(isi: bytes) -> bytes:
    return b"data: " + isi + b"\n\n"


@dataclass(eq=False)
class Penonton:
    tiket: Tiket
    writer: asyncio.StreamWriter
    usai: float
    tutup: asyncio.Event = field(default_factory=asyncio.Event)

    def send(self, isi: bytes) -> None:
        """Never waits: who does not read for long loses the line and comes back for the whole."""
        if self.tutup.is_set():
            return
        if self.writer.transport.get_write_buffer_size() > TERTAHAN:
            self.tutup.set()
            return
        self.writer.write(isi)

    def dismiss(self, isi: bytes) -> None:
        self.send(isi)
        self.tutup.set()


@dataclass
class Saluran:
    """One screen, drawn once for all who watch it."""

    instansi_id: int
    siaran: Siaran | None = None
    daftar: set[Penonton] = field(default_factory=set)


class Pusat:
    def __init__(self) -> None:
        self.saluran: dict[str, Saluran] = {}
        self.ronde = 0
        self._orang: dict[int, list[Penonton]] = defaultdict(list)

    @property
    def banyak(self) -> int:
        return sum(len(satu.daftar) for satu in self.saluran.values())

    def join(self, tiket: Tiket, writer: asyncio.StreamWriter) -> Penonton:
        """With too many tabs of one person the oldest one goes on by asking now and then."""
        kini = asyncio.get_running_loop().time()
        lama = BERLAKU.total_seconds() * random.uniform(0.8, 1)
        penonton = Penonton(tiket, writer, kini + lama)
        milik = self._orang[tiket.user_id]
        milik.append(penonton)
        while len(milik) > PALING_BANYAK:
            milik.pop(0).dismiss(PENUH)
        self.saluran.setdefault(tiket.kunci, Saluran(tiket.instansi_id)).daftar.add(penonton)
        return penonton

    def leave(self, penonton: Penonton) -> None:
        saluran = self.saluran.get(penonton.tiket.kunci)
        if saluran is not None:
            saluran.daftar.discard(penonton)
            if not saluran.daftar:
                del self.saluran[penonton.tiket.kunci]
        milik = self._orang[penonton.tiket.user_id]
        if penonton in milik:
            milik.remove(penonton)
        if not milik:
            del self._orang[penonton.tiket.user_id]

    def publish(self, baru: dict[str, Siaran]) -> None:
        """The difference, as the same bytes to everybody who watches the same screen."""
        self.ronde += 1
        for kunci, siaran in baru.items():
            saluran = self.saluran.get(kunci)
            if saluran is None:
                continue
            lama, saluran.siaran = saluran.siaran, siaran
            beda = siaran.tampilan.sejak(lama.tampilan if lama else None)
            if not beda and lama is not None and lama.susunan == siaran.susunan:
                continue
            isi = pesan(beda.json(susunan=siaran.susunan))
            for penonton in saluran.daftar:
                penonton.send(isi)

    def dismiss_accounts(self, akun: set[int]) -> None:
        """They come back with a new ticket, if session and scope still hold."""
        for nomor in akun:
            for penonton in list(self._orang.get(nomor, ())):
                penonton.dismiss(GANTI)

    def beat(self) -> None:
        """Proxies cut a line that is silent, and a ticket does not last for ever."""
        kini = asyncio.get_running_loop().time()
        for saluran in self.saluran.values():
            for penonton in saluran.daftar:
                if kini > penonton.usai:
                    penonton.dismiss(GANTI)
                else:
                    penonton.send(b": \n\n")
