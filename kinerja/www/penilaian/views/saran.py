"""The admin asks the queue for the suggestions of a period."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.lingkup import instansi_ids
from kinerja.penilaian.actions.hitung_saran import CannotSuggest, request_saran
from kinerja.www.http import Request


@require_POST
def saran_request(request: Request, periode_id: int) -> HttpResponse:
    daftar = Periode.objects.filter(instansi__in=instansi_ids(request.user)).select_related("instansi")
    periode = get_object_or_404(daftar, pk=periode_id)
    kembali = f"{reverse('kebijakan:periode_list')}?tahun={periode.tahun}"
    try:
        pekerjaan = request_saran(periode, by=request.user, at=timezone.now())
    except CannotSuggest as error:
        messages.error(request, str(error))
        return redirect(kembali)
    if pekerjaan.diminta_oleh_id != request.user.pk:
        nama = pekerjaan.diminta_oleh.nama if pekerjaan.diminta_oleh else "sistem"
        messages.info(request, f"Saran {periode.nama} sedang dihitung atas permintaan {nama}.")
        return redirect(kembali)
    return redirect("pekerjaan:pekerjaan_detail", pekerjaan.pk)
