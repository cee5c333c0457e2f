"""What a job sees of itself while it runs, and the one way in which it may write."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

from kinerja.pekerjaan.daftar import Jenis
from kinerja.pekerjaan.istilah import StatusPekerjaan
from kinerja.pekerjaan.models import Pekerjaan

if TYPE_CHECKING:
    from kinerja.akun.models import User

Clock = Callable[[], datetime]


class PekerjaanGagal(Exception):
    """It cannot succeed however often it is tried; the message is fit for the user."""


class Lepas(BaseException):
    """The job belongs to somebody else by now, or was cancelled. Not an `Exception`: no job may swallow it."""


class Berhenti(BaseException):
    """The worker was asked to end; what is stored stays, the rest is for another worker."""


class WritesOutsideBagian(RuntimeError):
    """What a job writes outside `bagian` would be written twice after a crash."""


class Kerja:
    MENULIS = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)

    def __init__(
        self, pekerjaan: Pekerjaan, jenis: Jenis, *, clock: Clock, berhenti: Callable[[], bool]
    ) -> None:
        self.nomor: int = pekerjaan.pk
        self.argumen: dict[str, Any] = pekerjaan.argumen
        self.posisi: Any = pekerjaan.posisi  # whatever JSON the job left there
        self.kemajuan: int = pekerjaan.kemajuan
        self.total: int = pekerjaan.total
        self._pekerjaan, self._jenis, self._clock, self._berhenti = pekerjaan, jenis, clock, berhenti
        self._boleh_menulis = False

    @property
    def at(self) -> datetime:
        return self._clock()

    @property
    def diminta_oleh(self) -> User | None:
        return self._pekerjaan.diminta_oleh

    @contextmanager
    def bagian(
        self, posisi: object, *, kemajuan: int | None = None, total: int | None = None, kalimat: str = ""
    ) -> Iterator[None]:
        """One transaction: what the block writes and the new `posisi` are stored together, or neither is.

        The job's own row is written first, so that on PostgreSQL nobody takes the job over in the middle of a part.
        """
        self.kemajuan = self.kemajuan if kemajuan is None else kemajuan
        self.total = self.total if total is None else total
        with self._writing():
            self.update(posisi=posisi, kegagalan=0, **self._progress(kalimat))
            yield
        self.posisi = posisi
        if self._berhenti():
            raise Berhenti

    def lapor(self, kalimat: str, *, total: int | None = None) -> None:
        """Says what is going on before the first part, and keeps the job from being taken over."""
        self.total = self.total if total is None else total
        with self._writing():
            self.update(**self._progress(kalimat))

    def update(self, **isi: object) -> None:
        """Writes the job's row if it is still ours."""
        milik = Pekerjaan.objects.filter(
            pk=self.nomor, percobaan=self._pekerjaan.percobaan, status=StatusPekerjaan.JALAN
        )
        if not milik.update(**isi):
            raise Lepas

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """While the job runs, a statement that writes outside `bagian` fails at once."""
        with connection.execute_wrapper(self._refuse):
            yield

    @contextmanager
    def whole(self) -> Iterator[None]:
        """For a job that is one transaction from its first statement to the word "done"."""
        with self._writing():
            self.update(lease_ends_at=self.at + self._jenis.sewa)
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self._boleh_menulis:
            raise WritesOutsideBagian("Bagian di dalam bagian.")
        self._boleh_menulis = True
        try:
            with transaction.atomic(durable=True):
                yield
        finally:
            self._boleh_menulis = False

    def _progress(self, kalimat: str) -> dict[str, object]:
        isi: dict[str, object] = {
            "kemajuan": self.kemajuan,
            "total": self.total,
            "lease_ends_at": self.at + self._jenis.sewa,
        }
        return isi | ({"kalimat": kalimat[:200]} if kalimat else {})

    def _refuse(
        self, execute: Callable[..., Any], sql: str, params: object, many: object, context: object
    ) -> object:
        if not self._boleh_menulis and self.MENULIS.match(sql):
            raise WritesOutsideBagian(f"{self._jenis.nama} menulis di luar bagian: {sql[:120]}")
        return execute(sql, params, many, context)
