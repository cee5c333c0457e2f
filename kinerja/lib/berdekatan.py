"""Rows of many records at once, whose numbers mostly follow each other: a page of a list, a whole house."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

JARANG = 3  # numbers in between that may be strangers, for each that is asked for
BANYAK = 2000  # more than these make a slow list of parameters


def at_least(kolom: str, dicari: Collection[int]) -> Q:
    """These numbers, and perhaps others: the reader keeps only what he asked for.

    A range costs the same however long it is; a list is made, sent and read number by number.
    """
    if not dicari:
        return Q(pk__in=())
    awal, akhir = min(dicari), max(dicari)
    if akhir - awal < JARANG * len(dicari) or len(dicari) > BANYAK:
        return Q(**{f"{kolom}__gte": awal, f"{kolom}__lte": akhir})
    return Q(**{f"{kolom}__in": dicari})
