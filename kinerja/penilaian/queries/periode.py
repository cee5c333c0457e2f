"""The periods of evaluation a page can be turned to, and the one it opens with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kinerja.kebijakan.models import Periode, Tahap


def daftar_periode_evaluasi(instansi_ids: Iterable[int], *, on: date) -> list[Periode]:
    """Of this year and the last one, newest first; those that have not begun are left out."""
    return list(
        Periode.objects.filter(
            instansi_id__in=set(instansi_ids),
            tahap__in=(Tahap.PERIODIK, Tahap.TAHUNAN),
            tahun__in=(on.year, on.year - 1),
            mulai_on__lte=on,
        )
        .select_related("instansi")
        .order_by("-selesai_on", "tahap", "id")
    )


def periode_terpilih(daftar: list[Periode], nomor: str, *, on: date) -> Periode | None:
    """The one asked for; else the one whose window is open, else the last whose window has begun."""
    dicari = [periode for periode in daftar if str(periode.pk) == nomor]
    if dicari:
        return dicari[0]
    mulai = [periode for periode in daftar if periode.jendela_mulai_on <= on]
    berjalan = [periode for periode in mulai if on <= periode.jendela_selesai_on]
    return next(iter(berjalan or mulai or daftar), None)
