"""Which evaluation documents a bundle holds, and what its index says of each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.laporan.queries.bentuk import Kolom, Saringan, Sumber
from kinerja.laporan.queries.evaluasi import PYB

if TYPE_CHECKING:
    from kinerja.akun.models import User

KOLOM_INDEKS = (
    Kolom("Nomor", "kode", 8),
    Kolom("NIP", lebar=21),
    Kolom("Nama", lebar=30),
    Kolom("Unit kerja", lebar=34),
    Kolom("Predikat", lebar=18),
    Kolom("Status", lebar=20),
    Kolom("Format", lebar=10),
    Kolom("Keadaan", lebar=34),
    Kolom("Berkas", lebar=60),
)


def sumber_dokumen(user: User, saringan: Saringan, *, on: date) -> Sumber:
    """The same people as in the report to the PyB."""
    return PYB.susun(user, saringan, on)
