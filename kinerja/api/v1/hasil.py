"""Results of evaluations that are final: nothing that may still be objected to leaves the house."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router, Schema

from kinerja.api.halaman import GAGAL, Nomor, Saring, Tahun, halaman, jawab, only, satu
from kinerja.api.kunci import Kunci, token_of
from kinerja.api.v1.unit import as_is, jalur_unit
from kinerja.integrasi import lingkup
from kinerja.integrasi.istilah import Cakupan

router = Router(tags=["Hasil"], auth=Kunci(Cakupan.HASIL))
KOLOM = (
    "id", "skp_id", "periode_id", "capaian_organisasi", "rating_hasil", "rating_perilaku", "predikat", "versi", "final_at",
)  # fmt: skip
LAIN = {
    "pegawai_id": F("skp__pegawai_id"),
    "nip": F("skp__pegawai__nip"),
    "unit_id": F("skp__unit_kerja_id"),
    "nama_periode": F("periode__nama"),
    "tahap": F("periode__tahap"),
    "tahun": F("periode__tahun"),
}


class HasilOut(Schema):
    id: int
    skp_id: int
    pegawai_id: int
    nip: str
    unit_id: int
    periode_id: int
    nama_periode: str
    tahap: str
    tahun: int
    capaian_organisasi: str
    rating_hasil: str
    rating_perilaku: str
    predikat: str
    versi: int
    final_at: datetime | None


class HalamanHasil(Schema):
    data: list[HasilOut]
    berikutnya: str | None


class SaringHasil(Saring):
    tahun: Tahun | None = None
    periode_id: Nomor | None = None
    unit_id: Nomor | None = None
    pegawai_id: Nomor | None = None


@router.get(
    "/hasil", response={200: HalamanHasil, **GAGAL}, url_name="hasil_list", summary="Daftar hasil final"
)
def hasil_list(request: HttpRequest, saring: Query[SaringHasil]) -> HttpResponse:
    token = token_of(request)
    daftar = lingkup.daftar_hasil(token).values(*KOLOM, **LAIN)
    if saring.tahun is not None:
        daftar = daftar.filter(periode__tahun=saring.tahun)
    if saring.periode_id is not None:
        daftar = daftar.filter(periode_id=saring.periode_id)
    if saring.pegawai_id is not None:
        daftar = daftar.filter(skp__pegawai_id=saring.pegawai_id)
    if saring.unit_id is not None:
        daftar = daftar.filter(skp__unit_kerja__jalur__startswith=jalur_unit(token, saring.unit_id))
    return halaman(request, saring, daftar, bentuk=as_is)


@router.get(
    "/hasil/{evaluasi_id}", response={200: HasilOut, **GAGAL}, url_name="hasil", summary="Satu hasil final"
)
def hasil(request: HttpRequest, evaluasi_id: Annotated[Nomor, Path()]) -> HttpResponse:
    only(request)
    return jawab(request, satu(lingkup.daftar_hasil(token_of(request)).values(*KOLOM, **LAIN), evaluasi_id))
