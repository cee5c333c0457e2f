"""Following the trail (docs/adr/0019-pengikut-jejak.md)."""

from __future__ import annotations

from datetime import datetime

from kinerja.jejak import actions as jejak
from kinerja.notifikasi.actions import notify
from kinerja.pengingat.istilah import PENGIKUT
from kinerja.pengingat.queries.penerima import kabar_dari


def follow_trail(*, sampai: int, at: datetime) -> bool:
    """Tells the next lines, in the caller's transaction. Whether more are waiting."""
    with jejak.next_lines(PENGIKUT, sampai=sampai) as bagian:
        notify(kabar_dari(list(bagian.baris.defer("sidik")), at=at), at=at)
    return not bagian.terakhir
