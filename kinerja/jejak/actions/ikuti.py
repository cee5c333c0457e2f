"""Following the trail: each follower reads every line once (docs/adr/0019-pengikut-jejak.md)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db.models import Max, QuerySet

from kinerja.jejak.models import Catatan, PengikutJejak
from kinerja.jejak.queries import ujung_jejak

SEBAGIAN = 500
SABAR, JEDA = 25, 0.2


@dataclass(frozen=True)
class Bagian:
    """The next lines in order, not read yet; `terakhir` when no more are waiting behind them."""

    baris: QuerySet[Catatan]
    terakhir: bool


def await_end() -> int | None:
    """How far one may read. Writers are waited for a moment; None when one takes longer: the next run reads on."""
    ujung = ujung_jejak()
    for _ in range(SABAR):
        if ujung.tuntas:
            return ujung.nomor
        time.sleep(JEDA)
    return None


def start_following(kode: str, *, sesudah: int) -> None:
    """Where a new follower begins; one that has begun stays where it is."""
    PengikutJejak.objects.get_or_create(kode=kode, defaults={"sampai_id": sesudah})


@contextmanager
def next_lines(kode: str, *, sampai: int, sebagian: int = SEBAGIAN) -> Iterator[Bagian]:
    """Leaving the block moves the follower. In the caller's transaction, which also holds what came of the lines."""
    pengikut = PengikutJejak.objects.select_for_update().get(kode=kode)
    baru = Catatan.objects.filter(id__gt=pengikut.sampai_id, id__lte=sampai).order_by("id")
    ujung = baru.filter(pk__in=baru.values("pk")[:sebagian]).aggregate(n=Max("id"))["n"] or sampai
    yield Bagian(baru.filter(id__lte=ujung), terakhir=ujung >= sampai)
    PengikutJejak.objects.filter(pk=pengikut.pk, sampai_id__lt=ujung).update(sampai_id=ujung)
