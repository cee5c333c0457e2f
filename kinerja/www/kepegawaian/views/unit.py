"""The tree of units, and one unit."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kebijakan.queries import kebijakan_untuk
from kinerja.kepegawaian.actions.perpindahan import set_hari_kerja
from kinerja.kepegawaian.models import UnitKerja
from kinerja.kepegawaian.permissions import can_manage_kepegawaian, is_admin
from kinerja.kepegawaian.queries.daftar import people_of_unit, people_per_unit, pohon_unit, without_password
from kinerja.www.http import Request
from kinerja.www.kepegawaian.forms import CariUnit


@require_safe
def unit_list(request: Request) -> HttpResponse:
    on = timezone.localdate()
    form = CariUnit(request.GET or None)
    teks = form.cleaned_data["cari"].strip() if form.is_valid() else ""
    daftar = UnitKerja.objects.visible_to(request.user)
    konteks: dict[str, object] = {
        "form": form,
        "kelola": is_admin(request.user),
        "teks": teks,
        "pohon": [],
        "page": None,
    }
    if teks:
        cocok = daftar.filter(Q(nama__icontains=teks) | Q(kode__icontains=teks)).select_related("induk")
        konteks["page"] = Paginator(cocok.order_by("jalur", "id"), 30).get_page(request.GET.get("halaman"))
    else:
        konteks["pohon"] = pohon_unit(daftar, on=on)
    return render(request, "kepegawaian/unit_list.html", konteks)


@require_safe
def unit_detail(request: Request, unit_id: int) -> HttpResponse:
    on = timezone.localdate()
    unit = get_object_or_404(
        UnitKerja.objects.visible_to(request.user).select_related("instansi", "induk"), pk=unit_id
    )
    kelola = can_manage_kepegawaian(request.user, jalur=unit.jalur)
    anak = UnitKerja.objects.filter(induk=unit, dibubarkan_on__isnull=True).order_by("nama", "id")
    konteks = {
        "unit": unit,
        "kelola": kelola,
        "daftar_anak": anak,
        "jumlah": people_per_unit(anak, on=on),
        "kebijakan": kebijakan_untuk(unit, on=on),
        "page": Paginator(people_of_unit(unit, on=on), 25).get_page(request.GET.get("halaman")),
        "belum_bersandi": without_password(unit, on=on).count() if kelola else 0,
    }
    return render(request, "kepegawaian/unit_detail.html", konteks)


@require_POST
def hari_kerja_set(request: Request, unit_id: int) -> HttpResponse:
    unit = get_object_or_404(UnitKerja.objects.visible_to(request.user), pk=unit_id)
    hari = 6 if request.POST.get("hari_kerja") == "6" else 5
    jumlah = set_hari_kerja(unit, hari_kerja=hari, by=request.user, at=timezone.now())
    messages.success(
        request,
        f"{jumlah} unit kini bekerja {hari} hari seminggu. Tenggat yang dihitung mulai sekarang memakainya.",
    )
    return redirect("kepegawaian:unit_detail", unit.pk)
