"""Several lists in one query: a page that shows a plan with all that hangs on it asks the database once.

Each list is an ordinary queryset, with its order, its `select_related` and its `defer`; its rows travel as JSON in one
`UNION ALL` and come back as ordinary objects.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db.models import (
    BooleanField,
    DateField,
    DecimalField,
    Expression,
    F,
    Field,
    JSONField,
    Model,
    QuerySet,
    Value,
    Window,
)
from django.db.models.functions import JSONArray, RowNumber

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models.sql.compiler import SQLCompiler

_BUKAN_APA_ADANYA = (BooleanField, DateField, DecimalField, JSONField)
Terkait = Mapping[str, Any]  # as `select_related` keeps it: {"rhk_pimpinan": {"skp": {}}}


# Targets and realisations are decimals: 0.1 is read as written, never by way of a float.
_PEMBACA = json.JSONDecoder(parse_float=Decimal)


class IsiJSON(JSONField):
    """Read by the one decoder: Django's own field makes a new one for every row."""

    def from_db_value(
        self,
        value: str | None,
        expression: object,
        connection: BaseDatabaseWrapper,
    ) -> Any:  # noqa: ANN401 - any JSON
        return None if value is None else _PEMBACA.decode(value)


class Objek(Expression):
    """A row as a JSON object, with the rows it points to inside. Written out in one go: a form has hundreds of columns."""

    output_field: Field[Any, Any] = IsiJSON()

    def __init__(
        self, model: type[Model], awalan: str, terkait: Terkait, tanpa: frozenset[str] = frozenset()
    ) -> None:
        super().__init__()
        # One column that no foreign key can stand in for tells under which alias the table was joined.
        penanda = next(f for f in model._meta.concrete_fields if not (f.primary_key or f.is_relation))
        self._kolom = [f for f in model._meta.concrete_fields if f.attname not in tanpa]
        self._dalam = list(terkait)
        self._isi: list[Any] = [F(awalan + penanda.attname)]
        self._isi += [Objek(_tujuan(model, nama), f"{awalan}{nama}__", di) for nama, di in terkait.items()]

    def get_source_expressions(self) -> list[Any]:
        return self._isi

    def set_source_expressions(self, exprs: Sequence[Any]) -> None:
        self._isi = list(exprs)

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, tuple[str | int, ...]]:
        penanda, *dalam = self._isi
        tabel, tulis = compiler.quote_name_unless_alias(penanda.alias), connection.ops.quote_name
        bagian = [f"'{f.attname}', {tabel}.{tulis(str(f.column))}" for f in self._kolom]
        bagian += [
            f"'{nama}', {compiler.compile(satu)[0]}" for nama, satu in zip(self._dalam, dalam, strict=True)
        ]
        fungsi = "JSONB_BUILD_OBJECT" if connection.vendor == "postgresql" else "JSON_OBJECT"
        return f"{fungsi}({', '.join(bagian)})", ()


def read_together(**daftar: QuerySet[Any]) -> dict[str, list[Any]]:
    """The rows of each queryset under its name, in one query; none may be sliced."""
    bagian = [_as_json(nama, satu) for nama, satu in daftar.items()]
    hasil: dict[str, list[Any]] = {nama: [] for nama in daftar}
    for nama, _, isi in sorted(bagian[0].union(*bagian[1:], all=True), key=lambda baris: baris[:2]):
        satu = daftar[nama]
        hasil[nama].append(_build(satu.model, isi, _terkait(satu), satu.db))
    return hasil


def read_rows_together(**daftar: QuerySet[Any, Any]) -> dict[str, list[tuple[Any, ...]]]:
    """The same for `values_list` of own columns: nothing is built from the rows, so a hundred thousand stay cheap."""
    bagian = [_as_array(nama, satu) for nama, satu in daftar.items()]
    olah = {nama: _converters(satu) for nama, satu in daftar.items()}
    hasil: dict[str, list[tuple[Any, ...]]] = {nama: [] for nama in daftar}
    for nama, _, isi in sorted(bagian[0].union(*bagian[1:], all=True), key=lambda baris: baris[:2]):
        for letak, baca in olah[nama]:
            if isi[letak] is not None:
                isi[letak] = baca(isi[letak])
        hasil[nama].append(tuple(isi))
    return hasil


def attach(daftar_induk: Iterable[Model], relasi: str, daftar_anak: Iterable[Model], *, oleh: str) -> None:
    """Hangs rows that were read already below their parents, as `prefetch_related` does."""
    per_induk: dict[int, list[Model]] = defaultdict(list)
    for anak in daftar_anak:
        per_induk[getattr(anak, oleh)].append(anak)
    for induk in daftar_induk:
        isi = getattr(induk, relasi).get_queryset()
        isi._result_cache, isi._prefetch_done = per_induk[induk.pk], True
        tersimpan: dict[str, object] = induk.__dict__.setdefault("_prefetched_objects_cache", {})
        tersimpan[relasi] = isi


def _as_json(nama: str, daftar: QuerySet[Any]) -> QuerySet[Any, tuple[str, int, dict[str, Any]]]:
    urut = [*(daftar.query.order_by or daftar.model._meta.ordering), "pk"]
    nama_kolom, ditunda = daftar.query.deferred_loading
    objek = Objek(daftar.model, "", _terkait(daftar), frozenset(nama_kolom) if ditunda else frozenset())
    tanpa_urutan = daftar.defer(None).select_related(None).order_by()
    return tanpa_urutan.values_list(Value(nama), Window(RowNumber(), order_by=urut), objek)


def _as_array(nama: str, daftar: QuerySet[Any, Any]) -> QuerySet[Any, tuple[str, int, list[Any]]]:
    urut = [*(daftar.query.order_by or daftar.model._meta.ordering), "pk"]
    isi = JSONArray(*daftar.query.values_select, output_field=IsiJSON())
    return daftar.order_by().values_list(Value(nama), Window(RowNumber(), order_by=urut), isi)


def _converters(daftar: QuerySet[Any, Any]) -> list[tuple[int, Callable[[Any], Any]]]:
    """Text and whole numbers travel as they are; days, which are many, go the short way."""
    kolom: list[Any] = [daftar.model._meta.get_field(nama) for nama in daftar.query.values_select]
    return [
        (letak, date.fromisoformat if type(satu) is DateField else partial(_value, satu))
        for letak, satu in enumerate(kolom)
        if isinstance(satu, _BUKAN_APA_ADANYA)
    ]


def _terkait(daftar: QuerySet[Any]) -> Terkait:
    return daftar.query.select_related if isinstance(daftar.query.select_related, dict) else {}


def _tujuan(model: type[Model], nama: str) -> type[Model]:
    tujuan = model._meta.get_field(nama).related_model
    assert isinstance(tujuan, type)
    return tujuan


def _build(model: type[Model], isi: dict[str, Any], terkait: Terkait, basis: str) -> Model:
    kolom = [f for f in model._meta.concrete_fields if f.attname in isi]
    objek = model.from_db(basis, [f.attname for f in kolom], [_value(f, isi[f.attname]) for f in kolom])
    for nama, dalam in terkait.items():
        tujuan = _tujuan(model, nama)
        # An outer join that found nothing brings an object of nulls.
        ada = isi[nama][tujuan._meta.pk.attname] is not None
        sambungan: Any = model._meta.get_field(nama)
        sambungan.set_cached_value(objek, _build(tujuan, isi[nama], dalam, basis) if ada else None)
    return objek


def _value(field: Field[Any, Any], isi: Any) -> Any:  # noqa: ANN401 - a value of whatever the field holds
    """From JSON to what the field gives; SQLite knows neither dates nor nested JSON."""
    if isi is None:
        return None
    if isinstance(field, JSONField):
        return json.loads(isi) if isinstance(isi, str) else isi
    nilai = field.to_python(isi)
    if isinstance(field, DecimalField):
        return nilai.quantize(Decimal(1).scaleb(-field.decimal_places))
    if isinstance(nilai, datetime) and nilai.tzinfo is None:
        return nilai.replace(tzinfo=UTC)
    return nilai
