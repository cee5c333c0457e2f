"""From the plain values of a case file to the types of a rule, and back for comparing."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


def to_arguments(aturan: Any, masukan: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments for a rule; an unknown or a missing key fails when the rule is called or here."""
    bentuk = get_type_hints(aturan)
    assert set(masukan) <= set(bentuk) - {"return"}, f"masukan tidak dikenal: {set(masukan) - set(bentuk)}"
    return {nama: to_type(bentuk[nama], nilai) for nama, nilai in masukan.items()}


def to_type(tipe: Any, nilai: Any) -> Any:
    asal, isi = get_origin(tipe), get_args(tipe)
    if asal in (Union, UnionType):
        return _to_union(isi, nilai)
    if asal is Literal:
        assert nilai in isi
        return nilai
    if asal in (tuple, frozenset):
        return asal(to_type(isi[0], satu) for satu in nilai)
    if asal is not None and issubclass(asal, Mapping):
        return {to_type(isi[0], kunci): to_type(isi[1], satu) for kunci, satu in nilai.items()}
    return _to_single(tipe, nilai)


def _to_single(tipe: Any, nilai: Any) -> Any:
    if is_dataclass(tipe):
        bentuk = get_type_hints(tipe)
        return tipe(**{nama: to_type(bentuk[nama], satu) for nama, satu in nilai.items()})
    if issubclass(tipe, Enum):
        return tipe(nilai)
    if tipe is Decimal:
        return Decimal(str(nilai))
    assert isinstance(nilai, tipe), f"{nilai!r} bukan {tipe.__name__}"
    return nilai


def _to_union(isi: tuple[Any, ...], nilai: Any) -> Any:
    pilihan = [tipe for tipe in isi if tipe is not NoneType]
    if nilai is None:
        assert NoneType in isi
        return None
    if len(pilihan) == 1:
        return to_type(pilihan[0], nilai)
    # Two vocabularies share codes, so the case names the one it means: StatusSKP.draf.
    kelas, _, kode = nilai.partition(".")
    return {tipe.__name__: tipe for tipe in pilihan}[kelas](kode)


def agrees(keluaran: Any, hasil: Any) -> bool:
    """Whether a result is what a case expects; of a record only the keys the case names are compared."""
    if isinstance(keluaran, dict):
        assert set(keluaran) <= {bidang.name for bidang in fields(hasil)}
        return all(agrees(satu, getattr(hasil, nama)) for nama, satu in keluaran.items())
    if isinstance(keluaran, list):
        return len(keluaran) == len(hasil) and all(map(agrees, keluaran, hasil))
    if isinstance(hasil, Decimal):
        return hasil == Decimal(str(keluaran))
    if isinstance(hasil, date | bool | NoneType):
        return hasil is keluaran if not isinstance(hasil, date) else hasil == keluaran
    return type(keluaran) in (str, int) and hasil == keluaran
