"""Noting who looked at whose data. Nobody acts here: the note is the trace of a page that was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date

from django.db import connection

from kinerja.jejak.models import AksesData, JenisHalaman, Sebagai

# A page must not wait for somebody's long import: rather no note than a slow page.
SABAR_MS = 2000


@dataclass(frozen=True)
class Penglihatan:
    pembaca_id: int
    pegawai_id: int
    halaman: JenisHalaman
    sebagai: Sebagai
    on: date


def record_akses(daftar: Iterable[Penglihatan]) -> int:
    """Writes only the first look of the day; every later one costs a look-up in the index, a list of people one."""
    baru = _not_yet_noted(daftar)
    if not baru:
        return 0
    with _impatient():
        # Two first looks at once: the constraint lets one of them in, and neither fails.
        AksesData.objects.bulk_create([AksesData(**asdict(satu)) for satu in baru], ignore_conflicts=True)
    return len(baru)


def _not_yet_noted(daftar: Iterable[Penglihatan]) -> list[Penglihatan]:
    """One query for each reader, day and kind of page: as a rule one."""
    sekali = {_of_page(satu): satu for satu in daftar}
    halaman: dict[tuple[int, date, JenisHalaman], list[Penglihatan]] = defaultdict(list)
    for satu in sekali.values():
        halaman[satu.pembaca_id, satu.on, satu.halaman].append(satu)
    baru: list[Penglihatan] = []
    for (pembaca_id, on, jenis), isi in halaman.items():
        ada = AksesData.objects.filter(pegawai_id__in=[satu.pegawai_id for satu in isi])
        ada = ada.filter(on=on, pembaca_id=pembaca_id, halaman=jenis).order_by()
        sudah = set(ada.values_list("pegawai_id", flat=True))
        baru += [satu for satu in isi if satu.pegawai_id not in sudah]
    return baru


def _of_page(satu: Penglihatan) -> tuple[int, int, JenisHalaman, date]:
    return satu.pembaca_id, satu.pegawai_id, satu.halaman, satu.on


@contextmanager
def _impatient() -> Iterator[None]:
    """SQLite has one writer at a time, and other writes of ours wait for it as long as the settings say."""
    if connection.vendor != "sqlite":
        yield
        return
    _wait_at_most(SABAR_MS)
    try:
        yield
    finally:
        _wait_at_most(connection.settings_dict["OPTIONS"].get("timeout", 5) * 1000)


def _wait_at_most(milidetik: int) -> None:
    connection.ensure_connection()
    connection.connection.execute(f"PRAGMA busy_timeout = {int(milidetik)}")
