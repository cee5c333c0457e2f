"""Did it help? Per training, and never about one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import UnitKerja
from kinerja.metode.dampak_pelatihan import Kesimpulan
from kinerja.pelatihan.models import Pelatihan
from kinerja.pelatihan.queries import pemakaian_pelatihan
from kinerja.pengembangan import actions
from kinerja.pengembangan.models import DampakPelatihan
from kinerja.www.pengembangan.tampilan import BarisDampak
from kinerja.www.pengembangan.views.orang import sections

if TYPE_CHECKING:
    from kinerja.kepegawaian.models import Instansi
    from kinerja.www.http import Request

_URUTAN = list(Kesimpulan)


def managed_instansi(request: Request) -> Instansi | None:
    """The instansi that this person administers as a whole. One query, and none for who has no such role."""
    jalur = lingkup(request.user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
    if not jalur:
        return None
    akar = UnitKerja.objects.filter(induk=None, jalur__in=jalur).select_related("instansi")
    unit = akar.order_by("id").first()
    return unit.instansi if unit else None


@require_safe
def dampak_list(request: Request) -> HttpResponse:
    daftar = DampakPelatihan.objects.visible_to(request.user).select_related("pelatihan")
    urut = sorted(
        daftar.order_by("pelatihan__nama", "ukuran", "id"),
        key=lambda satu: _URUTAN.index(Kesimpulan(satu.kesimpulan)),
    )
    pemakaian = pemakaian_pelatihan(Pelatihan.objects.visible_to(request.user).order_by())
    # What participants say of a training is told once, beside the first comparison of it, or by itself.
    baris = [BarisDampak(satu, pemakaian=pemakaian.pop(satu.pelatihan_id, None)) for satu in urut]
    konteks = {
        "daftar": [satu for satu in baris if satu.kesimpulan is not Kesimpulan.BELUM_CUKUP],
        "belum": [satu for satu in baris if satu.kesimpulan is Kesimpulan.BELUM_CUKUP],
        "ditanyakan": list(pemakaian.values()),
        "dihitung_at": max((satu.dampak.dihitung_at for satu in baris), default=None),
        **sections(request),
    }
    return render(request, "pengembangan/dampak_list.html", konteks)


@require_POST
def dampak_compute(request: Request) -> HttpResponse:
    instansi = managed_instansi(request)
    if instansi is None:
        raise PermissionDenied
    actions.request_dampak(instansi, by=request.user, at=timezone.now())
    messages.success(request, "Perbandingan sedang dihitung. Hasilnya tampil di sini sesudah selesai.")
    return redirect("pengembangan:dampak_list")
