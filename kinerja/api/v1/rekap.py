"""Recaps: how predikat spread over units, as everybody may read it, and attendance."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router, Schema

from kinerja.api.halaman import GAGAL, Nomor, Saring, halaman, jawab, only
from kinerja.api.kunci import Kunci, token_of
from kinerja.api.masalah import Masalah
from kinerja.api.v1.unit import as_is
from kinerja.integrasi import lingkup
from kinerja.integrasi.istilah import Cakupan
from kinerja.penilaian.queries.sebaran_unit import daftar_periode_terbit, sebaran_unit

router = Router(tags=["Rekap"], auth=Kunci(Cakupan.REKAP))
KOLOM = (
    "id", "pegawai_id", "mulai_on", "selesai_on", "hari_kerja", "hadir", "alpa", "alpa_berturut", "terlambat_menit",
    "pulang_cepat_menit",
)  # fmt: skip


class PeriodeOut(Schema):
    id: int
    nama: str
    tahun: int
    tahap: str
    mulai_on: date
    selesai_on: date
    dibuka: bool
    ditutup: bool


class HalamanPeriode(Schema):
    data: list[PeriodeOut]
    berikutnya: str | None


class BarisPredikatOut(Schema):
    unit_id: int
    kode: str
    nama: str
    jumlah: int | None
    predikat: dict[str, int | None]


class RekapPredikatOut(Schema):
    periode_id: int
    jumlah: int | None
    predikat: dict[str, int | None]
    data: list[BarisPredikatOut]


class KehadiranOut(Schema):
    id: int
    pegawai_id: int
    mulai_on: date
    selesai_on: date
    hari_kerja: int
    hadir: int
    alpa: int
    alpa_berturut: int
    terlambat_menit: int
    pulang_cepat_menit: int


class HalamanKehadiran(Schema):
    data: list[KehadiranOut]
    berikutnya: str | None


class SaringKehadiran(Saring):
    pegawai_id: Nomor | None = None


class PilihPeriode(Schema):
    periode_id: Nomor


@router.get(
    "/rekap/periode",
    response={200: HalamanPeriode, **GAGAL},
    url_name="periode_list",
    summary="Daftar periode",
)
def periode_list(request: HttpRequest, saring: Query[Saring]) -> HttpResponse:
    kolom = ("id", "nama", "tahun", "tahap", "mulai_on", "selesai_on", "dibuka_at", "ditutup_at")
    return halaman(
        request,
        saring,
        lingkup.daftar_periode(token_of(request)).values(*kolom),
        bentuk=lambda daftar: [
            {
                **{nama: p[nama] for nama in kolom[:6]},
                "dibuka": p["dibuka_at"] is not None,
                "ditutup": p["ditutup_at"] is not None,
            }
            for p in daftar
        ],
    )


@router.get(
    "/rekap/predikat",
    response={200: RekapPredikatOut, **GAGAL},
    url_name="rekap_predikat",
    summary="Sebaran predikat per unit",
)
def rekap_predikat(request: HttpRequest, pilih: Query[PilihPeriode]) -> HttpResponse:
    """Hanya periode yang sudah ditutup. Angka yang akan menunjuk orang tertentu dikosongkan (null)."""
    only(request, "periode_id")
    terbit = daftar_periode_terbit(token_of(request).sistem.instansi_id, on=timezone.localdate())
    periode = next((satu for satu in terbit if satu.pk == pilih.periode_id), None)
    sebaran = sebaran_unit(periode, unit_saya=None) if periode else None
    if periode is None or sebaran is None:
        raise Masalah(
            404, "Sebaran periode ini tidak ada: periodenya belum ditutup, atau bukan milik instansi Anda."
        )
    data = [
        {
            "unit_id": baris.unit.pk,
            "kode": baris.unit.kode,
            "nama": baris.unit.nama,
            "jumlah": baris.jumlah,
            "predikat": baris.per_predikat,
        }
        for baris in sebaran.daftar
    ]
    isi = {
        "periode_id": periode.pk,
        "jumlah": sebaran.total,
        "predikat": sebaran.per_predikat,
        "data": data,
    }
    return jawab(request, isi)


@router.get(
    "/rekap/kehadiran",
    response={200: HalamanKehadiran, **GAGAL},
    url_name="kehadiran_list",
    summary="Daftar rekap kehadiran",
)
def kehadiran_list(request: HttpRequest, saring: Query[SaringKehadiran]) -> HttpResponse:
    daftar = lingkup.daftar_kehadiran(token_of(request)).values(*KOLOM)
    if saring.pegawai_id is not None:
        daftar = daftar.filter(pegawai_id=saring.pegawai_id)
    return halaman(request, saring, daftar, bentuk=as_is)
