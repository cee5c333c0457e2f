"""A code on the screen of a room that changes by the clock, and the confirmation that belongs to one person.

A code works until the next one has been shown for as long, so that a photo sent to somebody at home is soon worth nothing.
Opening it gives a confirmation bound to who is signed in: nobody confirms for another.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime

from django.core.signing import BadSignature, Signer
from django.utils.crypto import salted_hmac

from kinerja.lib.tanda_kirim import ABJAD_KODE

DETIK_KONFIRMASI = 600
_PANJANG_PENDEK = 6


@dataclass(frozen=True)
class KodeBergilir:
    """`isi` is what a code stands for; `garam` keeps the codes of one purpose from serving another."""

    garam: str
    detik: int

    def new(self, isi: str, *, at: datetime) -> str:
        return Signer(salt=self.garam).sign(f"{isi}.{self._window(at)}").replace(":", "~")

    def read(self, kode: str, *, at: datetime) -> str | None:
        """None for what we did not sign or what has been replaced."""
        try:
            isi, _, jendela = Signer(salt=self.garam).unsign(kode.replace("~", ":")).rpartition(".")
            umur = self._window(at) - int(jendela)
        except (BadSignature, ValueError):
            return None
        return isi if 0 <= umur <= 1 else None

    def new_konfirmasi(self, isi: str, *, user_id: int, at: datetime) -> str:
        return self._diri().sign(f"{isi}.{user_id}.{int(at.timestamp())}")

    def read_konfirmasi(self, teks: str, *, user_id: int, at: datetime) -> str | None:
        """None for another person's confirmation, or one left lying about."""
        try:
            isi, siapa, detik = self._diri().unsign(teks).rsplit(".", 2)
            umur = at.timestamp() - int(detik)
        except (BadSignature, ValueError):
            return None
        return isi if siapa == str(user_id) and 0 <= umur <= DETIK_KONFIRMASI else None

    def new_pendek(self, isi: str, *, at: datetime) -> str:
        """To be typed where no camera helps: "K7M-4QP"."""
        return self._short(isi, self._window(at))

    def cocok_pendek(self, teks: str, isi: str, *, at: datetime) -> bool:
        diketik = "".join(huruf for huruf in teks[:40].upper() if huruf in ABJAD_KODE)
        jendela = self._window(at)
        sah = [self._short(isi, satu).replace("-", "") for satu in (jendela, jendela - 1)]
        return any(hmac.compare_digest(diketik, satu) for satu in sah)

    def _short(self, isi: str, jendela: int) -> str:
        bilangan = int.from_bytes(salted_hmac(f"{self.garam}.pendek", f"{isi}.{jendela}").digest()[:12])
        huruf = ""
        for _ in range(_PANJANG_PENDEK):
            bilangan, sisa = divmod(bilangan, len(ABJAD_KODE))
            huruf += ABJAD_KODE[sisa]
        return f"{huruf[:3]}-{huruf[3:]}"

    def _diri(self) -> Signer:
        return Signer(salt=f"{self.garam}.diri")

    def _window(self, at: datetime) -> int:
        return int(at.timestamp()) // self.detik
