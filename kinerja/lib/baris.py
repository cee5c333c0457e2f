"""A row locked against everybody else, with its relations as they are once the lock is held."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

Baris = TypeVar("Baris", bound="Model")


def lock_row(daftar: QuerySet[Baris], pk: object) -> Baris:
    """The row `pk` of `daftar`, locked until the transaction ends.

    The lock is taken on the bare row and the relations are read after it. In one query PostgreSQL would drop the row, or
    leave a relation empty, when what it joins was changed by whoever held the lock before.

    Raises the model's `DoesNotExist` when the row is gone or does not belong to `daftar`.
    """
    daftar.model._base_manager.select_for_update().only("pk").get(pk=pk)
    return daftar.get(pk=pk)
