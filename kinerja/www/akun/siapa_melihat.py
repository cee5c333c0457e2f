"""Who looked at my data, day by day. Nobody but I reads this page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.integrasi.queries import pembaca_orang
from kinerja.jejak.models import AksesData
from kinerja.kepegawaian.lingkup import lingkup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpResponse

    from kinerja.www.http import Request

SATU_HALAMAN = 60


@dataclass(frozen=True)
class Pembaca:
    """One person on one day, in one office; all that he opened in one line."""

    nama: str
    sebagai: str
    daftar_halaman: tuple[str, ...]


@require_safe
def siapa_melihat(request: Request) -> HttpResponse:
    pegawai = lingkup(request.user).pegawai
    daftar = AksesData.objects.about(pegawai.pk) if pegawai else AksesData.objects.none()
    urut = daftar.select_related("pembaca").order_by("-on", "pembaca__nama", "pembaca_id", "sebagai", "id")
    page = Paginator(urut, SATU_HALAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "page": page,
        "per_hari": _per_hari(page.object_list),
        "daftar_sistem": pembaca_orang(pegawai.instansi, on=timezone.localdate()) if pegawai else [],
        "tahun_simpan": settings.KINERJA_SIMPAN_AKSES_HARI // 365,
    }
    return render(request, "akun/siapa_melihat.html", konteks)


def _per_hari(daftar: Iterable[AksesData]) -> list[tuple[date, list[Pembaca]]]:
    return [(on, _pembaca(baris)) for on, baris in groupby(daftar, key=lambda akses: akses.on)]


def _pembaca(daftar: Iterable[AksesData]) -> list[Pembaca]:
    kelompok = groupby(daftar, key=lambda akses: (akses.pembaca, akses.get_sebagai_display()))
    return [
        Pembaca(pembaca.nama, sebagai, tuple(akses.get_halaman_display() for akses in baris))
        for (pembaca, sebagai), baris in kelompok
    ]
