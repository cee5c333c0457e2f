"""What waits from my team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.lingkup import instansi_ids, lingkup
from kinerja.penilaian import actions
from kinerja.penilaian.queries.periode import daftar_periode_evaluasi, periode_terpilih
from kinerja.penilaian.queries.tim import tim as queries_tim

if TYPE_CHECKING:
    from kinerja.www.http import Request


def tim(request: Request) -> HttpResponse:
    on = timezone.localdate()
    pegawai = lingkup(request.user).pegawai
    daftar = daftar_periode_evaluasi([pegawai.instansi_id] if pegawai else [], on=on)
    periode = periode_terpilih(daftar, request.GET.get("periode", ""), on=on)
    isi = queries_tim(pegawai, periode=periode, on=on) if pegawai and periode else None
    buka = bool(isi and isi.belum_dibuka and periode and periode.terbuka and on >= periode.jendela_mulai_on)
    konteks = {"daftar_periode": daftar, "periode": periode, "tim": isi, "boleh_buka": buka, "on": on}
    return render(request, "penilaian/tim.html", konteks)


@require_POST
def evaluasi_open(request: Request, periode_id: int) -> HttpResponse:
    periode = get_object_or_404(
        Periode.objects.select_related("instansi").filter(instansi_id__in=instansi_ids(request.user)),
        pk=periode_id,
    )
    try:
        hasil = actions.open_evaluasi(periode, by=request.user, at=timezone.now())
    except actions.CannotOpenEvaluasi as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"{hasil.dibuka} evaluasi dibuka untuk {periode.nama}.")
    asal = "rekap" if request.POST.get("asal") == "rekap" else "tim"
    return redirect(f"{reverse(f'penilaian:{asal}')}?periode={periode.pk}")
