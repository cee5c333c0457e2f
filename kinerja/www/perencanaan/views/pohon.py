"""The cascade as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.lib.angka import parse_nomor
from kinerja.perencanaan import queries
from kinerja.perencanaan.queries.pohon import BUTIR_TERBANYAK, TINGKAT_TERBANYAK
from kinerja.www.perencanaan.views import dasar

if TYPE_CHECKING:
    from kinerja.www.http import Request


@require_safe
def pohon(request: Request) -> HttpResponse:
    kini = dasar.hari_ini().year
    diminta = parse_nomor(request.GET.get("tahun")) or kini
    tahun = diminta if 2000 <= diminta <= kini + 1 else kini
    isi = queries.pohon_untuk(request.user, tahun=tahun)
    konteks = {
        "pohon": isi,
        "batas": {"tingkat": TINGKAT_TERBANYAK, "butir": BUTIR_TERBANYAK},
        "tahun": tahun,
        "daftar_tahun": [kini + 1, kini, kini - 1],
    }
    return render(request, "perencanaan/pohon.html", konteks)
