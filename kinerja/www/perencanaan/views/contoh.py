"""A plan may begin with the example of one's post: look, choose, and agree on the figures oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kinerja.lib.angka import parse_nomor
from kinerja.perencanaan import actions, permissions, queries
from kinerja.perencanaan.actions.contoh import bare
from kinerja.perencanaan.models import TemplatSKP
from kinerja.www.perencanaan.forms.templat import CariTemplatForm
from kinerja.www.perencanaan.views import dasar

if TYPE_CHECKING:
    from kinerja.perencanaan.models import SKP
    from kinerja.www.http import Request

_TERBANYAK = 5


@require_http_methods(["GET", "POST"])
def skp_templat(request: Request, skp_id: int) -> HttpResponse:
    skp = dasar.find_own(request, skp_id)
    if not permissions.can_edit_skp(request.user, skp):
        return dasar.to_detail(skp)
    milik = TemplatSKP.objects.visible_to(request.user).filter(instansi_id=skp.instansi_id)
    if request.method == "POST":
        templat = get_object_or_404(milik, pk=parse_nomor(request.POST.get("templat")))
        if _take(request, skp, templat):
            return redirect("perencanaan:skp_edit", skp.pk)
        skp.refresh_from_db(fields=["revisi"])
    daftar = list(milik.order_by("jabatan", "id"))
    nomor = parse_nomor((request.POST or request.GET).get("templat"))
    form = CariTemplatForm(request.GET if "cari" in request.GET else None)
    cari = form.cleaned_data["cari"] if form.is_valid() else ""
    mirip = [t for t in daftar if cari.casefold() in t.jabatan.casefold()] if cari else []
    mirip = mirip or queries.terdekat(cari or skp.penempatan.jabatan.nama, daftar)
    terpilih = next((t for t in daftar if t.pk == nomor), mirip[0] if mirip else None)
    konteks = {
        "skp": skp,
        "form": form,
        "cari": cari,
        "semua": daftar,
        "templat": queries.load_hasil(terpilih) if terpilih else None,
        "lainnya": [t for t in mirip if t != terpilih][:_TERBANYAK],
        "sudah": _already(skp, terpilih),
        "dipilih": set(request.POST.getlist("hasil")),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "perencanaan/skp_templat.html", konteks, status=status)


def _take(request: Request, skp: SKP, templat: TemplatSKP) -> bool:
    pilihan = [nomor for teks in request.POST.getlist("hasil") if (nomor := parse_nomor(teks))]
    at, revisi = timezone.now(), parse_nomor(request.POST.get("revisi"))
    return dasar.run(
        request,
        lambda: actions.take_templat(
            skp, templat=templat, daftar_hasil_id=pilihan, by=request.user, at=at, revisi=revisi
        ),
        pesan="Contoh sudah masuk. Ubah kata-katanya sesuai unit Anda, lalu isi targetnya.",
    )


def _already(skp: SKP, templat: TemplatSKP | None) -> set[int]:
    """Results of the example that the plan says in the same words."""
    if templat is None:
        return set()
    ada = set(map(bare, skp.daftar_rhk.values_list("teks", flat=True)))
    return {hasil.pk for hasil in templat.daftar_hasil.all() if bare(hasil.teks) in ada}
