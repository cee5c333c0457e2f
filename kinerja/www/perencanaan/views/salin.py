"""Last year's plan as a start: what will come over, and what wants to be read again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kinerja.lib.angka import parse_nomor
from kinerja.perencanaan import actions, permissions
from kinerja.perencanaan.models import SKP, RencanaHasilKerja
from kinerja.www.perencanaan.views import dasar

if TYPE_CHECKING:
    from kinerja.www.http import Request

_TAHUN = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True)
class Salinan:
    """A result of the earlier plan with what has to be looked at after copying."""

    rhk: RencanaHasilKerja
    perlu_dibaca: tuple[str, ...]


@require_http_methods(["GET", "POST"])
def skp_copy(request: Request, skp_id: int) -> HttpResponse:
    skp = dasar.find_own(request, skp_id)
    if not permissions.can_edit_skp(request.user, skp):
        return dasar.to_detail(skp)
    lama = SKP.objects.owned_by(request.user).exclude(pk=skp.pk).order_by("-mulai_on", "-id")
    dari = lama.filter(mulai_on__lt=skp.mulai_on).with_content().first()
    if request.method == "POST":
        asal = dari = get_object_or_404(lama, pk=parse_nomor(request.POST.get("dari")))
        pilihan = [nomor for teks in request.POST.getlist("rhk") if (nomor := parse_nomor(teks))]
        at, revisi = timezone.now(), parse_nomor(request.POST.get("revisi"))
        if dasar.run(
            request,
            lambda: actions.copy_last_year(
                skp, dari=asal, daftar_rhk_id=pilihan, by=request.user, at=at, revisi=revisi
            ),
            pesan="Isi tersalin. Baca lagi setiap hasil: target dan kata-katanya mungkin sudah berubah.",
        ):
            return redirect("perencanaan:skp_edit", skp.pk)
        skp.refresh_from_db(fields=["revisi"])
        dari = lama.with_content().get(pk=asal.pk)
    daftar = [Salinan(rhk, _perlu_dibaca(rhk)) for rhk in dari.daftar_rhk.all()] if dari else []
    konteks = {"skp": skp, "dari": dari, "daftar": daftar}
    return render(
        request, "perencanaan/skp_copy.html", konteks, status=422 if request.method == "POST" else 200
    )


def _perlu_dibaca(rhk: RencanaHasilKerja) -> tuple[str, ...]:
    catatan = []
    daftar_indikator = list(rhk.daftar_indikator.all())
    tahun = {t for teks in (rhk.teks, *(i.teks for i in daftar_indikator)) for t in _TAHUN.findall(teks)}
    if tahun:
        catatan.append(f"Menyebut tahun {', '.join(sorted(tahun))}.")
    if rhk.rhk_pimpinan_id:
        catatan.append("Hubungan ke hasil kerja pimpinan dicari lagi dalam SKP pimpinan tahun ini.")
    if any(i.baseline is not None for i in daftar_indikator):
        catatan.append("Angka awal adalah angka lama.")
    if any(i.target_bulanan for i in daftar_indikator):
        catatan.append("Target per bulan ikut tersalin.")
    return tuple(catatan)
