"""Which unit has a method of its own, in which versions, and what changed between any two of them."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kebijakan import actions
from kinerja.kebijakan.formulir import beda, isian_dari
from kinerja.kebijakan.models import Kebijakan
from kinerja.kebijakan.permissions import can_manage_kebijakan
from kinerja.kebijakan.queries import kebijakan_untuk
from kinerja.kepegawaian.models import UnitKerja
from kinerja.lib.angka import parse_nomor
from kinerja.www.http import Request
from kinerja.www.kebijakan.pohon import daftar_versi, pohon_kebijakan
from kinerja.www.kepegawaian.views.impor import instansi_of


@require_safe
def kebijakan_list(request: Request) -> HttpResponse:
    """The tree: units with a policy of their own, and how many follow each."""
    instansi, on = instansi_of(request), timezone.localdate()
    kata = request.GET.get("cari", "").strip()
    konteks = {"daftar": pohon_kebijakan(instansi, request.user, on=on), "cari": kata, "hasil": []}
    if kata:
        unit = UnitKerja.objects.visible_to(request.user).filter(
            instansi=instansi, nama__icontains=kata, dibubarkan_on=None
        )
        konteks["hasil"] = list(unit.order_by("nama", "id")[:20])
    return render(request, "kebijakan/kebijakan_list.html", konteks)


def _unit(request: Request, unit_id: int) -> UnitKerja:
    return get_object_or_404(
        UnitKerja.objects.visible_to(request.user).select_related("instansi"), pk=unit_id
    )


@require_safe
def kebijakan_unit(request: Request, unit_id: int) -> HttpResponse:
    """Every version of one unit, newest first, and the difference between two of them."""
    unit, on = _unit(request, unit_id), timezone.localdate()
    versi = daftar_versi(unit, request.user, on=on)
    dari, ke = _two(request, [satu.kebijakan for satu in versi])
    prefetch_related_objects([satu for satu in (dari, ke) if satu], "daftar_sumber", "daftar_aspek")
    perubahan = beda(isian_dari(dari), isian_dari(ke)) if dari and ke else None
    konteks = {
        "unit": unit,
        "daftar": versi,
        "draf": next((satu.kebijakan for satu in versi if not satu.kebijakan.ditetapkan), None),
        "berlaku": kebijakan_untuk(unit, on=on),
        "kelola": can_manage_kebijakan(request.user, unit),
        "dari": dari,
        "ke": ke,
        "perubahan": perubahan,
    }
    return render(request, "kebijakan/kebijakan_unit.html", konteks)


def _two(request: Request, daftar: list[Kebijakan]) -> tuple[Kebijakan | None, Kebijakan | None]:
    """What was asked for, or the two newest."""
    per_nomor = {kebijakan.pk: kebijakan for kebijakan in daftar}
    dari, ke = (per_nomor.get(parse_nomor(request.GET.get(nama)) or 0) for nama in ("dari", "ke"))
    if dari is None and ke is None and len(daftar) > 1:
        return daftar[1], daftar[0]
    return dari, ke


@require_POST
def draf_start(request: Request, unit_id: int) -> HttpResponse:
    unit = _unit(request, unit_id)
    if not can_manage_kebijakan(request.user, unit):
        raise PermissionDenied
    draf = actions.start_draf(unit, by=request.user, at=timezone.now())
    return redirect("kebijakan:draf_detail", draf.pk)
