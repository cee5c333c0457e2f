"""Plans that are set, with their results and indicators."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router, Schema

from kinerja.api.halaman import GAGAL, Isi, Nomor, Saring, Tahun, halaman, jawab, only, satu
from kinerja.api.kunci import Kunci, token_of
from kinerja.api.v1.unit import as_is, jalur_unit
from kinerja.integrasi import lingkup
from kinerja.integrasi.istilah import Cakupan
from kinerja.perencanaan.models import IndikatorKinerja, RencanaHasilKerja

router = Router(tags=["Rencana (SKP)"], auth=Kunci(Cakupan.SKP))
KOLOM = (
    "id", "tahun", "pegawai_id", "penilai_id", "kategori", "pendekatan", "status", "versi", "mulai_on", "selesai_on",
)  # fmt: skip
LAIN = {"nip": F("pegawai__nip"), "unit_id": F("unit_kerja_id"), "ditetapkan_at": F("approved_at")}
KOLOM_RHK = ("id", "urutan", "jenis", "teks", "rhk_pimpinan_id")
KOLOM_INDIKATOR = (
    "id", "rhk_id", "urutan", "aspek", "teks", "satuan", "target_bawah", "target_atas", "target_teks", "arah",
)  # fmt: skip


class SKPOut(Schema):
    id: int
    tahun: int
    pegawai_id: int
    nip: str
    unit_id: int
    penilai_id: int | None
    kategori: str
    pendekatan: str
    status: str
    versi: int
    mulai_on: date
    selesai_on: date
    ditetapkan_at: datetime | None


class IndikatorOut(Schema):
    id: int
    urutan: int
    aspek: str
    teks: str
    satuan: str
    target_bawah: Decimal | None
    target_atas: Decimal | None
    target_teks: str
    arah: str


class RHKOut(Schema):
    id: int
    urutan: int
    jenis: str
    teks: str
    rhk_pimpinan_id: int | None
    daftar_indikator: list[IndikatorOut]


class SKPLengkapOut(SKPOut):
    daftar_rhk: list[RHKOut]


class HalamanSKP(Schema):
    data: list[SKPOut]
    berikutnya: str | None


class SaringSKP(Saring):
    tahun: Tahun | None = None
    unit_id: Nomor | None = None
    pegawai_id: Nomor | None = None


@router.get(
    "/skp", response={200: HalamanSKP, **GAGAL}, url_name="skp_list", summary="Daftar SKP yang ditetapkan"
)
def skp_list(request: HttpRequest, saring: Query[SaringSKP]) -> HttpResponse:
    token = token_of(request)
    daftar = lingkup.daftar_skp(token).values(*KOLOM, **LAIN)
    if saring.tahun is not None:
        daftar = daftar.filter(tahun=saring.tahun)
    if saring.pegawai_id is not None:
        daftar = daftar.filter(pegawai_id=saring.pegawai_id)
    if saring.unit_id is not None:
        daftar = daftar.filter(unit_kerja__jalur__startswith=jalur_unit(token, saring.unit_id))
    return halaman(request, saring, daftar, bentuk=as_is)


@router.get(
    "/skp/{skp_id}", response={200: SKPLengkapOut, **GAGAL}, url_name="skp", summary="Satu SKP dengan isinya"
)
def skp(request: HttpRequest, skp_id: Annotated[Nomor, Path()]) -> HttpResponse:
    only(request)
    baris = satu(lingkup.daftar_skp(token_of(request)).values(*KOLOM, **LAIN), skp_id)
    return jawab(request, {**baris, "daftar_rhk": _content(skp_id)})


def _content(skp_id: int) -> list[Isi]:
    indikator: dict[int, list[Isi]] = {}
    daftar = IndikatorKinerja.objects.filter(rhk__skp_id=skp_id).order_by("urutan", "id")
    for satu_indikator in daftar.values(*KOLOM_INDIKATOR):
        indikator.setdefault(satu_indikator.pop("rhk_id"), []).append(satu_indikator)
    daftar_rhk = RencanaHasilKerja.objects.filter(skp_id=skp_id).order_by("-jenis", "urutan", "id")
    return [
        {**rhk, "daftar_indikator": indikator.get(rhk["id"], [])} for rhk in daftar_rhk.values(*KOLOM_RHK)
    ]
