"""For the penilai: who asks, what is to be looked back on, and the hours of his people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.pelatihan.queries import jp_tahun
from kinerja.pelatihan.queries.tugas import menunggu_saya, tim
from kinerja.peraturan.identitas import JenisASN
from kinerja.peraturan.jam_pelajaran import capaian_jp
from kinerja.www.pelatihan.views.katalog import SEHALAMAN

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kinerja.www.http import Request


@require_safe
def tim_list(request: Request) -> HttpResponse:
    on, saya = timezone.localdate(), lingkup(request.user).pegawai
    if saya is None or not getattr(request.user, "jumlah_tim", 0):
        raise PermissionDenied
    daftar = Pegawai.objects.filter(pk__in=tim(saya).values("penempatan__pegawai")).order_by("nama", "id")
    page = Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    jp = jp_tahun([p.pk for p in page.object_list], on.year)
    konteks = {
        "tahun": on.year,
        "page": page,
        "tugas": [satu for satu in menunggu_saya(saya, on=on) if satu.pegawai_id != saya.pk],
        "daftar": [
            (p, capaian_jp(jenis_asn=JenisASN(p.jenis_asn), jp=jp.get(p.pk, 0)) if p.jenis_asn else None)
            for p in page.object_list
        ],
    }
    return render(request, "pelatihan/tim_list.html", konteks)
