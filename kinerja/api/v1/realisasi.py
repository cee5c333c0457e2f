"""What indicators have come to, period by period."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema

from kinerja.api.halaman import GAGAL, Nomor, Saring, Tahun, halaman
from kinerja.api.kunci import Kunci, token_of
from kinerja.api.v1.unit import as_is
from kinerja.integrasi import lingkup
from kinerja.integrasi.istilah import Cakupan

router = Router(tags=["Realisasi"], auth=Kunci(Cakupan.REALISASI))
KOLOM = ("id", "skp_id", "indikator_id", "periode_id", "nilai", "uraian", "terlambat")
LAIN = {"pegawai_id": F("skp__pegawai_id"), "tahun": F("skp__tahun"), "dicatat_at": F("recorded_at")}


class RealisasiOut(Schema):
    id: int
    skp_id: int
    pegawai_id: int
    tahun: int
    indikator_id: int
    periode_id: int
    nilai: Decimal | None
    uraian: str
    terlambat: bool
    dicatat_at: datetime


class HalamanRealisasi(Schema):
    data: list[RealisasiOut]
    berikutnya: str | None


class SaringRealisasi(Saring):
    tahun: Tahun | None = None
    skp_id: Nomor | None = None
    periode_id: Nomor | None = None


@router.get(
    "/realisasi",
    response={200: HalamanRealisasi, **GAGAL},
    url_name="realisasi_list",
    summary="Daftar realisasi",
)
def realisasi_list(request: HttpRequest, saring: Query[SaringRealisasi]) -> HttpResponse:
    daftar = lingkup.daftar_realisasi(token_of(request)).values(*KOLOM, **LAIN)
    if saring.tahun is not None:
        daftar = daftar.filter(skp__tahun=saring.tahun)
    if saring.skp_id is not None:
        daftar = daftar.filter(skp_id=saring.skp_id)
    if saring.periode_id is not None:
        daftar = daftar.filter(periode_id=saring.periode_id)
    return halaman(request, saring, daftar, bentuk=as_is)
