"""Which unit somebody looks at, among the subtrees he may."""

from __future__ import annotations

from django.db.models import Q

from kinerja.kepegawaian.models import UnitKerja


def unit_dalam(jalur: list[str], nomor: int | None) -> tuple[UnitKerja | None, list[UnitKerja]]:
    """The unit asked for when it lies in one of the subtrees, else the highest; and their tops, to choose from. One query."""
    q = Q(jalur__in=jalur) | Q(pk=nomor) if nomor else Q(jalur__in=jalur)
    ada = {satu.jalur: satu for satu in UnitKerja.objects.filter(q).select_related("induk").order_by("jalur")}
    puncak = [ada[satu] for satu in jalur if satu in ada]
    if not nomor:
        return next(iter(puncak), None), puncak
    diminta = (satu for satu in ada.values() if satu.pk == nomor and satu.jalur.startswith(tuple(jalur)))
    return next(diminta, None), puncak
