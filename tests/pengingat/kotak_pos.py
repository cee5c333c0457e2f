"""A real mail server on the loopback that can be stopped, refuses whom it is told to, and holds its answer."""

from __future__ import annotations

import asyncio
import email
import email.policy
import socket
import threading
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller


class KotakPos:
    def __init__(self) -> None:
        with socket.socket() as soket:
            soket.bind(("127.0.0.1", 0))
            self.port: int = soket.getsockname()[1]
        self.isi: list[EmailMessage] = []
        self.tolak: dict[str, str] = {}  # address → answer
        self.tahan_ke = 0  # this letter is taken, and the answer never comes
        self.tertahan = threading.Event()
        self._server: Controller | None = None

    def buka(self) -> None:
        self._server = Controller(self, hostname="127.0.0.1", port=self.port)
        self._server.start()

    def tutup(self) -> None:
        if self._server is not None:
            self._server.stop()
            self._server = None

    async def handle_RCPT(  # noqa: N802 - named by aiosmtpd
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if address in self.tolak:
            return self.tolak[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - named by aiosmtpd
        self, server: Any, session: Any, envelope: Any
    ) -> str:
        pesan = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(pesan, EmailMessage)
        self.isi.append(pesan)
        if len(self.isi) == self.tahan_ke:
            self.tertahan.set()
            await asyncio.sleep(30)
        return "250 Diterima"

    @property
    def penerima(self) -> list[str]:
        return [str(pesan["To"]) for pesan in self.isi]
