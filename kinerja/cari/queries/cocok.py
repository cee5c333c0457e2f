"""Comparing in the database: see ADR 0023."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.db.models import BooleanField, F, Func, Q

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models.sql.compiler import SQLCompiler

# The index of the migration stands on exactly this expression.
VEKTOR = "to_tsvector('simple', regexp_replace(lower({kolom}), '[^[:alnum:]]+', ' ', 'g'))"
# What stands before a word in a sentence, the blank first: it is nearly always the one.
_PEMBATAS = (" ", "-", "/", "(", '"', "\n")


def mengandung(kolom: Sequence[str], kata: Iterable[str]) -> Q:
    """Every word somewhere in one of the columns. For short tables: it looks at each row."""
    q = Q()
    for satu in kata:
        salah_satu = Q()
        for nama in kolom:
            salah_satu |= Q(**{f"{nama}__icontains": satu})
        q &= salah_satu
    return q


class AwalKata(Func):
    """Every one of the words begins a word of the column."""

    output_field = BooleanField()

    def __init__(self, kolom: str, kata: Sequence[str]) -> None:
        super().__init__(F(kolom))
        self.kata = tuple(kata)

    def as_sql(  # type: ignore[override]  # nobody gives it another template
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, tuple[str, ...]]:
        """SQLite reads three hundred thousand sentences in 30 ms: what it cannot contain is refused first."""
        kolom, _param = compiler.compile(self.source_expressions[0])
        per_kata = f"({kolom} LIKE %s AND ({' OR '.join([f'{kolom} LIKE %s'] * (len(_PEMBATAS) + 1))}))"
        isi = tuple(
            pola for k in self.kata for pola in (f"%{k}%", f"{k}%", *(f"%{batas}{k}%" for batas in _PEMBATAS))
        )
        return " AND ".join([per_kata] * len(self.kata)), isi

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, tuple[str, ...]]:
        kolom, _param = compiler.compile(self.source_expressions[0])
        syarat = " & ".join(f"{satu}:*" for satu in self.kata)
        return f"{VEKTOR.format(kolom=kolom)} @@ to_tsquery('simple', %s)", (syarat,)
