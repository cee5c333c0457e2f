"""People of the instansi, and where they work today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Path, Query, Router, Schema
from pydantic import Field

from kinerja.api.halaman import GAGAL, Isi, Nomor, Saring, halaman, jawab, only, satu
from kinerja.api.kunci import Kunci, token_of
from kinerja.api.v1.unit import jalur_unit
from kinerja.integrasi import lingkup
from kinerja.integrasi.istilah import Cakupan
from kinerja.lib.berdekatan import at_least

if TYPE_CHECKING:
    from kinerja.integrasi.models import TokenAPI

router = Router(tags=["Pegawai"], auth=Kunci(Cakupan.PEGAWAI))
KOLOM = ("id", "nip", "nama", "jenis_asn", "golongan", "status")


class PenempatanOut(Schema):
    jenis: str
    unit_id: int
    jabatan: str
    jenis_jabatan: str
    mulai_on: date


class PegawaiOut(Schema):
    id: int
    nip: str
    nama: str
    jenis_asn: str
    golongan: str
    status: str
    penempatan: list[PenempatanOut]


class HalamanPegawai(Schema):
    data: list[PegawaiOut]
    berikutnya: str | None


class SaringPegawai(Saring):
    nip: Annotated[str, Field(pattern=r"^[0-9]{18}$")] | None = None
    unit_id: (
        Annotated[int, Field(ge=1, le=2**63 - 1, description="Unit ini dan semua di bawahnya.")] | None
    ) = None


@router.get(
    "/pegawai", response={200: HalamanPegawai, **GAGAL}, url_name="pegawai_list", summary="Daftar pegawai"
)
def pegawai_list(request: HttpRequest, saring: Query[SaringPegawai]) -> HttpResponse:
    token, on = token_of(request), timezone.localdate()
    daftar = lingkup.daftar_pegawai(token).values(*KOLOM)
    if saring.nip is not None:
        daftar = daftar.filter(nip=saring.nip)
    if saring.unit_id is not None:
        jalur = jalur_unit(token, saring.unit_id)
        di_sana = lingkup.daftar_penempatan(token, on=on).filter(unit_kerja__jalur__startswith=jalur)
        daftar = daftar.filter(pk__in=di_sana.order_by().values("pegawai"))
    return halaman(request, saring, daftar, bentuk=_with_posts(token, on))


@router.get(
    "/pegawai/{pegawai_id}", response={200: PegawaiOut, **GAGAL}, url_name="pegawai", summary="Satu pegawai"
)
def pegawai(request: HttpRequest, pegawai_id: Annotated[Nomor, Path()]) -> HttpResponse:
    only(request)
    token = token_of(request)
    baris = satu(lingkup.daftar_pegawai(token).values(*KOLOM), pegawai_id)
    return jawab(request, _with_posts(token, timezone.localdate())([baris])[0])


def _with_posts(token: TokenAPI, on: date) -> Callable[[Sequence[Any]], list[Isi]]:
    """One query more for a page of people, however many posts they hold."""

    def shape(daftar: Sequence[Any]) -> list[Isi]:
        tempat: dict[int, list[Isi]] = {baris["id"]: [] for baris in daftar}
        penempatan = (
            lingkup.daftar_penempatan(token, on=on).filter(at_least("pegawai_id", tempat)).order_by("id")
        )
        kolom = ("pegawai_id", "jenis", "unit_kerja_id", "jabatan__nama", "jabatan__jenis", "mulai_on")
        for nomor, jenis, unit_id, nama, jenis_jabatan, mulai_on in penempatan.values_list(*kolom):
            if nomor not in tempat:
                continue
            tempat[nomor].append(
                {
                    "jenis": jenis,
                    "unit_id": unit_id,
                    "jabatan": nama,
                    "jenis_jabatan": jenis_jabatan,
                    "mulai_on": mulai_on,
                }
            )
        return [{**baris, "penempatan": tempat[baris["id"]]} for baris in daftar]

    return shape
