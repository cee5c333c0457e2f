"""Pantau: figures at a glance, all of them as a table, and the list behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.lib.angka import parse_nomor
from kinerja.pantau.istilah import Tahapan, kolom_daftar
from kinerja.pantau.queries.daftar import baris_dari, daftar_baris
from kinerja.pantau.queries.hitungan import Papan
from kinerja.pantau.queries.tampilan import awalan_baris, susunan, tampilan, tingkat
from kinerja.pantau.queries.tren import tren_unit
from kinerja.penilaian.queries.rekap import dalam_lingkup
from kinerja.www.beranda.siklus import siklus_hari_ini
from kinerja.www.pantau.hidup import asal_hidup, dengan_hidup, tiket_baru
from kinerja.www.pantau.kata import KARTU, KELOMPOK, PERINGATAN
from kinerja.www.pantau.layar import Layar, pilih_layar

if TYPE_CHECKING:
    from kinerja.www.http import Request

SEHALAMAN = 50


@require_safe
def pantau(request: Request) -> HttpResponse:
    at = timezone.now()
    layar = pilih_layar(request, on=timezone.localdate(at))
    konteks = _konteks(request, layar) | {
        "at": at,
        "siklus": siklus_hari_ini(list(layar.saat.daftar_periode), on=layar.saat.on),
        "kartu": KARTU,
        "peringatan": PERINGATAN,
        "tren": tren_unit(layar.unit.pk, on=layar.saat.on) if layar.unit else None,
        "lihat_rekap": layar.unit is not None and dalam_lingkup(request.user, layar.unit),
        "hidup": asal_hidup(request),
        "tiket": tiket_baru(request.user, layar),
    }
    return dengan_hidup(request, render(request, "pantau/pantau.html", konteks))


@require_safe
def tabel(request: Request) -> HttpResponse:
    """Every figure of every unit, for paper and for a screen reader."""
    at = timezone.now()
    layar = pilih_layar(request, on=timezone.localdate(at))
    konteks = _konteks(request, layar) | {"at": at, "kelompok": KELOMPOK}
    return render(request, "pantau/tabel.html", konteks)


def _konteks(request: Request, layar: Layar) -> dict[str, Any]:
    papan: Papan = layar.papan()
    tampil = tampilan(papan)
    return {
        "layar": layar,
        "saat": layar.saat,
        "papan": papan,
        "daftar": [(baris, awalan_baris(baris.unit_id, sendiri=baris.sendiri)) for baris in papan.daftar],
        "teks": tampil.teks,
        "persen": tampil.persen,
        "tingkat": {kunci: tingkat(n if n >= 0 else None) for kunci, n in tampil.persen.items()},
        "susunan": susunan(papan),
        "daftar_tahapan": list(Tahapan),
    }


@require_safe
def daftar(request: Request, kode: str) -> HttpResponse:
    """Who is behind a figure, and what it waits for."""
    ketemu = kolom_daftar(kode)
    if ketemu is None:
        raise Http404
    layar = pilih_layar(request, on=timezone.localdate())
    nomor = parse_nomor(request.GET.get("bagian", ""))
    cakupan = layar.cakupan(unit_id=nomor or None, sendiri=request.GET.get("sendiri") == "1")
    baris = daftar_baris(request.user, layar.saat, cakupan, ketemu[1])
    page = Paginator(baris, SEHALAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "layar": layar,
        "judul_daftar": ketemu[0],
        "page": page,
        "daftar": baris_dari(page.object_list, user=request.user),
        "sendiri": cakupan.sendiri,
    }
    return render(request, "pantau/daftar.html", konteks)
