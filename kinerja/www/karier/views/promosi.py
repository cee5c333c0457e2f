"""The list from which a promotion may be considered."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.karier import actions
from kinerja.karier.models import CalonPromosi
from kinerja.karier.permissions import can_read_kelayakan
from kinerja.www.http import Request
from kinerja.www.karier.forms import AlasanForm
from kinerja.www.karier.views.perjalanan import get_pegawai

SEHALAMAN = 25


@require_safe
def promosi_list(request: Request) -> HttpResponse:
    if not can_read_kelayakan(request.user):
        raise PermissionDenied
    daftar = CalonPromosi.objects.visible_to(request.user).exclude(pegawai__user=request.user)
    page = Paginator(
        daftar.select_related("pegawai", "listed_by").order_by(
            "-tahun", "withdrawn_at", "pegawai__nama", "id"
        ),
        SEHALAMAN,
    ).get_page(request.GET.get("halaman"))
    return render(request, "karier/promosi_list.html", {"page": page, "form": AlasanForm(auto_id=False)})


@require_POST
def promosi_add(request: Request, pegawai_id: int) -> HttpResponse:
    pegawai, at = get_pegawai(request, pegawai_id), timezone.now()
    try:
        actions.list_for_promotion(
            pegawai,
            tahun=timezone.localdate(at).year,
            alasan=request.POST.get("alasan", ""),
            by=request.user,
            at=at,
        )
    except actions.CannotList as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"{pegawai.nama} masuk daftar pertimbangan promosi.")
    return redirect("karier:perjalanan_pegawai", pegawai.pk)


@require_POST
def promosi_withdraw(request: Request, promosi_id: int) -> HttpResponse:
    calon = get_object_or_404(CalonPromosi.objects.visible_to(request.user), pk=promosi_id)
    try:
        actions.withdraw_promotion(
            calon, alasan=request.POST.get("alasan", ""), by=request.user, at=timezone.now()
        )
    except actions.CannotList as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "Nama itu dikeluarkan dari daftar; alasannya tersimpan.")
    return redirect("karier:promosi_list")
