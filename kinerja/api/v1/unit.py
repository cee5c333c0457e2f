"""Units of the instansi."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router, Schema

from kinerja.api.halaman import GAGAL, Isi, Nomor, Saring, halaman, jawab, only, satu
from kinerja.api.kunci import Kunci, token_of
from kinerja.api.masalah import Masalah
from kinerja.integrasi import lingkup
from kinerja.integrasi.istilah import Cakupan

if TYPE_CHECKING:
    from kinerja.integrasi.models import TokenAPI

router = Router(tags=["Unit kerja"], auth=Kunci(Cakupan.UNIT))
KOLOM = ("id", "kode", "nama", "jenis", "induk_id", "mandiri", "hari_kerja", "dibubarkan_on")


class UnitOut(Schema):
    id: int
    kode: str
    nama: str
    jenis: str
    induk_id: int | None
    mandiri: bool
    hari_kerja: int
    dibubarkan_on: date | None


class HalamanUnit(Schema):
    data: list[UnitOut]
    berikutnya: str | None


class SaringUnit(Saring):
    induk_id: Nomor | None = None


def as_is(daftar: Sequence[Any]) -> list[Isi]:
    """Rows whose columns are the answer."""
    return list(daftar)


def jalur_unit(token: TokenAPI, unit_id: int) -> str:
    """The path of a unit that the token sees: a filter by unit takes along everything below it."""
    jalur = lingkup.daftar_unit(token).filter(pk=unit_id).order_by().values_list("jalur", flat=True).first()
    if jalur is None:
        raise Masalah(404, f"Unit nomor {unit_id} tidak ada di instansi token ini.")
    return jalur


@router.get("/unit", response={200: HalamanUnit, **GAGAL}, url_name="unit_list", summary="Daftar unit kerja")
def unit_list(request: HttpRequest, saring: Query[SaringUnit]) -> HttpResponse:
    daftar = lingkup.daftar_unit(token_of(request)).values(*KOLOM)
    if saring.induk_id is not None:
        daftar = daftar.filter(induk_id=saring.induk_id)
    return halaman(request, saring, daftar, bentuk=as_is)


@router.get("/unit/{unit_id}", response={200: UnitOut, **GAGAL}, url_name="unit", summary="Satu unit kerja")
def unit(request: HttpRequest, unit_id: Annotated[Nomor, Path()]) -> HttpResponse:
    only(request)
    return jawab(request, satu(lingkup.daftar_unit(token_of(request)).values(*KOLOM), unit_id))
