"""Certificates that were verified, and hours of learning in a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema

from kinerja.api.halaman import GAGAL, Isi, Nomor, Saring, Tahun, halaman
from kinerja.api.kunci import Kunci, token_of
from kinerja.api.v1.unit import as_is
from kinerja.integrasi import lingkup
from kinerja.integrasi.istilah import Cakupan
from kinerja.pelatihan.queries.jp import jp_tahun

router = Router(tags=["Pelatihan"], auth=Kunci(Cakupan.PELATIHAN))
KOLOM = (
    "id", "pegawai_id", "pelatihan_id", "nama", "penyelenggara", "nomor", "jp", "mulai_on", "selesai_on",
)  # fmt: skip


class SertifikatOut(Schema):
    id: int
    pegawai_id: int
    pelatihan_id: int | None
    nama: str
    penyelenggara: str
    nomor: str
    jp: int
    mulai_on: date
    selesai_on: date


class HalamanSertifikat(Schema):
    data: list[SertifikatOut]
    berikutnya: str | None


class SaringSertifikat(Saring):
    pegawai_id: Nomor | None = None
    tahun: Tahun | None = None


class JPOut(Schema):
    id: int
    nip: str
    tahun: int
    jp: int


class HalamanJP(Schema):
    data: list[JPOut]
    berikutnya: str | None


class SaringJP(Saring):
    tahun: Tahun


@router.get(
    "/pelatihan/sertifikat",
    response={200: HalamanSertifikat, **GAGAL},
    url_name="sertifikat_list",
    summary="Daftar sertifikat yang sah",
)
def sertifikat_list(request: HttpRequest, saring: Query[SaringSertifikat]) -> HttpResponse:
    daftar = lingkup.daftar_sertifikat(token_of(request)).values(*KOLOM)
    if saring.pegawai_id is not None:
        daftar = daftar.filter(pegawai_id=saring.pegawai_id)
    if saring.tahun is not None:
        daftar = daftar.filter(selesai_on__year=saring.tahun)
    return halaman(request, saring, daftar, bentuk=as_is)


@router.get(
    "/pelatihan/jp",
    response={200: HalamanJP, **GAGAL},
    url_name="jp_list",
    summary="Jam pelajaran setiap pegawai dalam setahun",
)
def jp_list(request: HttpRequest, saring: Query[SaringJP]) -> HttpResponse:
    """`id` adalah nomor pegawai."""

    def shape(daftar: Sequence[Any]) -> list[Isi]:
        jp = jp_tahun([baris["id"] for baris in daftar], saring.tahun)
        return [{**baris, "tahun": saring.tahun, "jp": jp.get(baris["id"], 0)} for baris in daftar]

    return halaman(
        request, saring, lingkup.daftar_pegawai(token_of(request)).values("id", "nip"), bentuk=shape
    )
