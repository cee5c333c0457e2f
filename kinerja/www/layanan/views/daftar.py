"""All service points of the instansi, and what the public says of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.db.models import Case, Q, When
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.kepegawaian.lingkup import berlaku_pada, di_bawah
from kinerja.layanan import permissions, queries
from kinerja.layanan.actions.suara import hari_layanan
from kinerja.layanan.models import LayananPublik
from kinerja.www.layanan.forms import CariLayanan
from kinerja.www.layanan.grafik import titik_tren

if TYPE_CHECKING:
    from kinerja.www.http import Request

PER_HALAMAN = 25


def find_layanan(request: Request, layanan_id: int) -> LayananPublik:
    layanan = LayananPublik.objects.visible_to(request.user).with_unit().filter(pk=layanan_id).first()
    if layanan is None:
        raise Http404
    return layanan


@require_safe
def layanan_list(request: Request) -> HttpResponse:
    """One's own first, then the others in the order of the unit tree."""
    on = timezone.localdate()
    milik = di_bawah(permissions.jalur_pengelola(request.user, on=on), kolom="unit_kerja__jalur")
    form = CariLayanan(request.GET or None)
    cari = form.cleaned_data["cari"] if form.is_bound and form.is_valid() else ""
    daftar = (
        LayananPublik.objects.visible_to(request.user)
        .with_unit()
        .filter(Q(nama__icontains=cari) | Q(unit_kerja__nama__icontains=cari))
        .order_by(Case(When(milik, then=0), default=1), "-aktif", "unit_kerja__jalur", "nama")
    )
    page = Paginator(daftar, PER_HALAMAN).get_page(request.GET.get("halaman"))
    nomor = [layanan.pk for layanan in page]
    at = timezone.now()
    konteks = {
        "page": page,
        "form": form,
        "nilai": queries.nilai_layanan({satu.pk: hari_layanan(satu, at) for satu in page}),
        "antrean": queries.antrean(nomor),
        "kelola": {s.pk for s in page if permissions.can_manage_layanan(request.user, s, on=on)},
        "boleh_buat": permissions.can_run_services(request.user, on=on),
        "on": on,
    }
    return render(request, "layanan/layanan_list.html", konteks)


@require_safe
def layanan_detail(request: Request, layanan_id: int) -> HttpResponse:
    layanan, on = find_layanan(request, layanan_id), timezone.localdate()
    hasil = queries.hasil_layanan(layanan, on=hari_layanan(layanan, timezone.now()))
    kelola = permissions.can_manage_layanan(request.user, layanan, on=on)
    konteks = {
        "layanan": layanan,
        "hasil": hasil,
        "tren": titik_tren(hasil.tren),
        "daftar_kalimat": queries.daftar_kalimat(layanan)[:20] if hasil.cukup else [],
        "daftar_petugas": layanan.daftar_petugas.filter(berlaku_pada(on)).select_related("pegawai"),
        "kelola": kelola,
        "menunggu": queries.antrean([layanan.pk]).get(layanan.pk, 0) if kelola else 0,
        "terbuka": layanan.terbuka(on),
        "tab": "hasil",
    }
    return render(request, "layanan/layanan_detail.html", konteks)
