"""A wire between the browser and the server that can be cut and mended: what a dead signal is to a browser."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit


class Kabel:
    """Carries bytes both ways. Cut, it swallows them: connections open, and nothing ever answers."""

    def __init__(self, server: str) -> None:
        self._tujuan = urlsplit(server).port
        self._telinga = socket.create_server(("127.0.0.1", 0))
        self._hidup: set[socket.socket] = set()
        self.terputus = False
        self.alamat = f"http://localhost:{self._telinga.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        self.terputus = True
        for satu in list(self._hidup):
            with suppress(OSError):
                satu.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        self.terputus = False

    def close(self) -> None:
        self.cut()
        self._telinga.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                dari, _ = self._telinga.accept()
                if self.terputus:
                    dari.close()
                    continue
                ke = socket.create_connection(("127.0.0.1", self._tujuan))
                self._hidup |= {dari, ke}
                for a, b in ((dari, ke), (ke, dari)):
                    threading.Thread(target=self._carry, args=(a, b), daemon=True).start()

    def _carry(self, a: socket.socket, b: socket.socket) -> None:
        with suppress(OSError):
            while isi := a.recv(65536):
                b.sendall(isi)
        for satu in (a, b):
            self._hidup.discard(satu)
            with suppress(OSError):
                satu.shutdown(socket.SHUT_RDWR)
            satu.close()


@contextmanager
def kabel_ke(server: str) -> Iterator[Kabel]:
    kabel = Kabel(server)
    try:
        yield kabel
    finally:
        kabel.close()
