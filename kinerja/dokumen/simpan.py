"""An official form as plain JSON and back, so that an issued paper can be printed again years later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import datetime
from functools import lru_cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from kinerja.dokumen.bentuk import FORMAT_PER_KODE
from kinerja.dokumen.isian import Isian


def isian_as_dict(isian: Isian) -> dict[str, Any]:
    """Text, numbers, lists and objects only."""
    return {nama: _plain(isi) for nama, isi in asdict(isian).items()}


def isian_from_dict(kode: str, isi: Mapping[str, Any]) -> Isian:
    """The dataclass of the form with this code; fields that a later version added take their default."""
    isian: Isian = _build(FORMAT_PER_KODE[kode], isi)
    return isian


def _plain(nilai: Any) -> Any:  # noqa: ANN401 - a tree of JSON values
    if isinstance(nilai, datetime):
        return nilai.isoformat()
    if isinstance(nilai, dict):
        return {kunci: _plain(satu) for kunci, satu in nilai.items()}
    if isinstance(nilai, list | tuple):
        return [_plain(satu) for satu in nilai]
    return nilai


@lru_cache
def _types(kelas: Any) -> dict[str, Any]:  # noqa: ANN401 - mypy takes no type variable as a cache key
    return get_type_hints(kelas)


def _build(kelas: Any, isi: Mapping[str, Any]) -> Any:  # noqa: ANN401 - the dataclass its annotation names
    jenis = _types(kelas)
    nama = [satu.name for satu in fields(kelas) if satu.name in isi]
    return kelas(**{satu: _value(jenis[satu], isi[satu]) for satu in nama})


def _value(jenis: Any, nilai: Any) -> Any:  # noqa: ANN401 - follows the annotation of each field
    if nilai is None:
        return None
    asal = get_origin(jenis)
    if asal in (Union, UnionType):
        return _value(next(satu for satu in get_args(jenis) if satu is not type(None)), nilai)
    if asal is tuple:
        return tuple(_value(get_args(jenis)[0], satu) for satu in nilai)
    if jenis is datetime:
        return datetime.fromisoformat(nilai)
    return _build(jenis, nilai) if isinstance(jenis, type) and is_dataclass(jenis) else nilai
