"""What I fear, answered: nobody's data but the reader's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.sosialisasi.queries.khawatir import HARI_MELIHAT, fakta_khawatir

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kinerja.www.http import Request


@require_safe
def khawatir(request: Request) -> HttpResponse:
    pegawai = lingkup(request.user).pegawai
    if pegawai is None:
        raise Http404
    fakta = fakta_khawatir(request.user, pegawai, on=timezone.localdate())
    return render(request, "sosialisasi/khawatir.html", {"fakta": fakta, "hari_melihat": HARI_MELIHAT})
