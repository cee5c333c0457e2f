"""Many keys as one parameter of a statement."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.db import connection
from django.db.models.expressions import RawSQL


def among(daftar: Iterable[int]) -> RawSQL:
    """For `…__in` with hundreds of keys and more: of a plain list Django prepares, resolves and writes every member."""
    nomor = list(daftar)
    if connection.vendor == "postgresql":
        # Written by hand: of a list the driver quotes every member.
        return RawSQL("SELECT unnest(%s::bigint[])", ["{" + ",".join(map(str, nomor)) + "}"])
    return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(nomor)])
