"""How the predikat spread in one's own instansi: open to all its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.kepegawaian.lingkup import instansi_ids, lingkup
from kinerja.kepegawaian.queries.penilai import penempatan_kini
from kinerja.penilaian.queries.periode import periode_terpilih
from kinerja.penilaian.queries.sebaran_unit import daftar_periode_terbit, sebaran_unit
from kinerja.peraturan.predikat import Predikat

if TYPE_CHECKING:
    from kinerja.www.http import Request


@require_safe
def sebaran(request: Request) -> HttpResponse:
    instansi = next(iter(sorted(instansi_ids(request.user))), None)
    if instansi is None:
        raise Http404
    on, pegawai = timezone.localdate(), lingkup(request.user).pegawai
    penempatan = penempatan_kini(pegawai, on=on) if pegawai else None
    daftar = daftar_periode_terbit(instansi, on=on)
    periode = periode_terpilih(daftar, request.GET.get("periode", ""), on=on)
    unit = penempatan.unit_kerja if penempatan else None
    konteks = {
        "daftar_periode": daftar,
        "periode": periode,
        "sebaran": sebaran_unit(periode, unit_saya=unit) if periode else None,
        "daftar_predikat": list(Predikat)[::-1],
    }
    return render(request, "penilaian/sebaran.html", konteks)
