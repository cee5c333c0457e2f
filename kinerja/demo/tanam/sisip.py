"""Inserting tens of thousands of rows: what `bulk_create` does, without asking every field anew for every row."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection, models

Olah = Callable[[Any], Any]


def insert_many(model: type[models.Model], daftar: Iterable[models.Model]) -> None:
    """Gives every row its key. Expects to run inside a transaction, and fields without automatic values."""
    baris = list(daftar)
    if not baris:
        return
    for nomor, satu in zip(_keys(model, len(baris)), baris, strict=True):
        satu.pk = nomor
        satu._state.adding, satu._state.db = False, "default"
        _take_keys(satu)
    kolom = [(f.attname, _adapter(f)) for f in model._meta.concrete_fields]
    kutip = connection.ops.quote_name
    nama_kolom = ", ".join(kutip(str(f.column)) for f in model._meta.concrete_fields)
    perintah = (
        f"INSERT INTO {kutip(model._meta.db_table)} ({nama_kolom}) VALUES ({', '.join(['%s'] * len(kolom))})"
    )
    with connection.cursor() as cursor:
        cursor.executemany(
            perintah, [tuple(olah(getattr(satu, nama)) for nama, olah in kolom) for satu in baris]
        )


def _take_keys(satu: models.Model) -> None:
    """A row that was made before the one it points at was saved does not know its key yet."""
    for nama, tujuan in satu._state.fields_cache.items():
        if tujuan is not None and satu.__dict__.get(f"{nama}_id", 0) is None:
            # Straight into the row: the descriptor would throw the loaded object away.
            satu.__dict__[f"{nama}_id"] = tujuan.pk


def _keys(model: type[models.Model], jumlah: int) -> Iterable[int]:
    if connection.vendor != "postgresql":
        terakhir: int | None = model._default_manager.aggregate(n=models.Max("pk"))["n"]
        return range((terakhir or 0) + 1, (terakhir or 0) + 1 + jumlah)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, jumlah],
        )
        return [nomor for (nomor,) in cursor.fetchall()]


def _adapter(field: models.Field[Any, Any]) -> Olah:
    """How a value of the field reaches the database; numbers and keys need nothing."""
    ops = connection.ops
    if isinstance(field, models.DecimalField):
        angka, desimal = field.max_digits, field.decimal_places
        return lambda nilai: ops.adapt_decimalfield_value(nilai, angka, desimal)
    if isinstance(field, models.DateTimeField):
        return ops.adapt_datetimefield_value
    if isinstance(field, models.JSONField):
        return json.dumps
    if isinstance(field, models.CharField | models.TextField | models.FileField):
        return str
    return _same


def _same(nilai: object) -> object:
    return nilai
