"""Who may be proposed: the list for the personnel unit, with every yes and no, and its sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.dokumen.xlsx import KolomXLSX, LembarXLSX, Sel, tulis_xlsx
from kinerja.karier.istilah import Jalur
from kinerja.karier.permissions import can_read_kelayakan
from kinerja.karier.queries.atur import karier_setelan, masa_reguler
from kinerja.karier.queries.kelayakan import (
    BarisKelayakan,
    DaftarKelayakan,
    SaringKelayakan,
    daftar_kelayakan,
)
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import UnitKerja
from kinerja.peraturan.kenaikan import periode_kenaikan_pangkat
from kinerja.www.http import Request
from kinerja.www.karier.forms import SaringKelayakanForm
from kinerja.www.kepegawaian.views.impor import XLSX

if TYPE_CHECKING:
    from django.db.models import QuerySet

SEHALAMAN = 25
_DALAM = 3  # units of the first levels: enough to choose from
_JAWAB = {"ya": "Ya", "tidak": "Tidak", "kosong": "Belum tercatat"}


@require_safe
def kelayakan_first(request: Request) -> HttpResponse:
    if not can_read_kelayakan(request.user):
        raise PermissionDenied
    return redirect("karier:kelayakan_list", Jalur.PANGKAT_JF)


@require_safe
def kelayakan_list(request: Request, jalur: str) -> HttpResponse:
    form, daftar = _read(request, jalur)
    page = Paginator(daftar.daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "form": form,
        "daftar": daftar,
        "page": page,
        "daftar_jalur": list(Jalur),
        "syarat_dipilih": form.label_syarat(daftar.per_syarat),
        "periode": periode_kenaikan_pangkat(pada=timezone.localdate()),
    }
    return render(request, "karier/kelayakan_list.html", konteks)


@require_safe
def kelayakan_export(request: Request, jalur: str) -> HttpResponse:
    """What the address shows, all pages of it."""
    _, daftar = _read(request, jalur)
    isi = tulis_xlsx(_sheet(daftar))
    respons = HttpResponse(isi, content_type=XLSX)
    respons["Content-Disposition"] = f'attachment; filename="kelayakan-{jalur}.xlsx"'
    respons["Cache-Control"] = "private, no-store"
    return respons


def _read(request: Request, jalur: str) -> tuple[SaringKelayakanForm, DaftarKelayakan]:
    if jalur not in set(Jalur):
        raise Http404
    if not can_read_kelayakan(request.user):
        raise PermissionDenied
    dari = lingkup(request.user)
    cabang = dari.jalur_peran(JenisPeran.ADMIN_INSTANSI)
    form = SaringKelayakanForm(request.GET or None, daftar_unit=_units(cabang))
    isi = form.cleaned_data if form.is_valid() else {}
    unit: UnitKerja | None = isi.get("unit")
    instansi = dari.instansi
    masa = masa_reguler(karier_setelan(min(instansi))) if instansi else None
    return form, daftar_kelayakan(
        Jalur(jalur),
        instansi_ids=instansi,
        lingkup_jalur=cabang,
        on=timezone.localdate(),
        masa=masa,
        saring=SaringKelayakan(
            cari=isi.get("cari", ""),
            unit_jalur=unit.jalur if unit else "",
            hasil=isi.get("hasil", ""),
            syarat=isi.get("syarat", ""),
        ),
    )


def _units(cabang: list[str]) -> QuerySet[UnitKerja]:
    daftar = UnitKerja.objects.filter(di_bawah(cabang, kolom="jalur"), dibubarkan_on=None)
    # A path has two slashes more than levels above it.
    return daftar.filter(jalur__regex=rf"^/(\d+/){{1,{_DALAM}}}$").order_by("jalur")


def _sheet(daftar: DaftarKelayakan) -> LembarXLSX:
    teks = ("NIP", "NAMA", "JABATAN", "UNIT KERJA", "GOLONGAN", "ANGKA KREDIT", "HASIL PERIKSA")
    lebar = (22, 34, 36, 36, 12, 14, 26)
    kolom = [
        KolomXLSX(judul=judul, lebar=n, jenis="angka" if judul == "ANGKA KREDIT" else "teks")
        for judul, n in zip(teks, lebar, strict=True)
    ]
    for syarat in daftar.per_syarat:
        kolom += [
            KolomXLSX(judul=syarat.nama.upper(), lebar=18),
            KolomXLSX(judul=f"ALASAN: {syarat.nama.upper()}", lebar=44),
        ]
    belum = [satu.nama for satu in daftar.syarat_lain if not satu.diperiksa]
    if belum:
        kolom.append(KolomXLSX(judul="PERIKSA SENDIRI", lebar=44))
    kode = [syarat.kode for syarat in daftar.per_syarat]
    return LembarXLSX(
        nama=daftar.jalur.label,
        daftar_kolom=tuple(kolom),
        daftar_baris=(
            [*_cells(baris, kode), *(["; ".join(belum)] if belum else [])] for baris in daftar.daftar
        ),
    )


def _cells(baris: BarisKelayakan, daftar_kode: list[str]) -> Iterator[Sel]:
    tempat = baris.tempat
    yield from (tempat.nip, tempat.nama, tempat.jabatan, tempat.unit, baris.bahan.golongan)
    yield baris.angka_kredit
    yield baris.hasil.label
    per_kode = {syarat.aturan: syarat for syarat in baris.kelayakan.daftar_syarat}
    for kode in daftar_kode:
        syarat = per_kode.get(kode)
        yield _JAWAB[syarat.jawaban] if syarat else None
        yield syarat.alasan if syarat else None
