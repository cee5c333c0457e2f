"""The trail for the auditor of an instansi: what happened, one event, and whether the trail is whole."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.jejak.istilah import kalimat
from kinerja.jejak.models import Catatan, CatatanQuerySet
from kinerja.jejak.queries import Pemeriksaan
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import UnitKerja
from kinerja.lib.angka import parse_nomor
from kinerja.penilaian.models import BELUM_DISERAHKAN, Evaluasi
from kinerja.www.jejak.forms import SaringanForm
from kinerja.www.jejak.objek import name_objects

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kinerja.www.http import Request

SATU_HALAMAN = 30
SEGEL_DIPERIKSA = 5
TEMUAN_TERBANYAK = 50


@require_safe
def catatan_list(request: Request) -> HttpResponse:
    form = SaringanForm(request.GET or None)
    daftar = _visible(request)
    if form.is_valid():
        daftar = form.narrow(daftar)
    if sebelum := parse_nomor(request.GET.get("sebelum")):
        daftar = daftar.filter(pk__lt=sebelum)
    baris = list(daftar.select_related("pelaku").order_by("-id")[: SATU_HALAMAN + 1])
    konteks = {
        "form": form,
        "daftar": _rows(baris[:SATU_HALAMAN]),
        "lanjut": _next(request, baris),
        "di_tengah": bool(sebelum),
    }
    return render(request, "jejak/catatan_list.html", konteks)


@require_safe
def catatan_detail(request: Request, catatan_id: int) -> HttpResponse:
    catatan = get_object_or_404(_visible(request).select_related("pelaku"), pk=catatan_id)
    return render(request, "jejak/catatan_detail.html", _rows([catatan])[0])


@require_safe
def keutuhan(request: Request) -> HttpResponse:
    """Reads the last few thousand events now; the whole trail is the command's work."""
    _visible(request)
    pemeriksaan = Pemeriksaan(segel_terakhir=SEGEL_DIPERIKSA)
    temuan = list(islice(pemeriksaan.findings(), TEMUAN_TERBANYAK))
    konteks = {"pemeriksaan": pemeriksaan, "daftar_temuan": temuan, "diperiksa_at": timezone.now()}
    return render(request, "jejak/keutuhan.html", konteks)


def _visible(request: Request) -> CatatanQuerySet:
    """The trail is kept per instansi, so only an auditor of a whole instansi reads it."""
    jalur = lingkup(request.user).jalur_peran(JenisPeran.AUDITOR)
    if not jalur:
        raise PermissionDenied
    akar = UnitKerja.objects.filter(jalur__in=jalur, induk=None).order_by("id")
    daftar: CatatanQuerySet = Catatan.objects.filter(
        instansi_id__in=list(akar.values_list("instansi_id", flat=True))
    )
    return daftar.exclude(objek_jenis=Evaluasi._meta.label_lower, objek_id__in=_own_results(request))


def _own_results(request: Request) -> list[str]:
    """An auditor, too, learns his own result at the hand-over and not from the trail."""
    milik = Evaluasi.objects.filter(skp__pegawai=lingkup(request.user).pegawai, status__in=BELUM_DISERAHKAN)
    return [str(nomor) for nomor in milik.order_by().values_list("pk", flat=True)]


def _rows(daftar: list[Catatan]) -> list[dict[str, object]]:
    nama = name_objects(daftar)
    return [{"catatan": c, "kalimat": kalimat(c), "objek": nama[c.pk]} for c in daftar]


def _next(request: Request, baris: list[Catatan]) -> str:
    if len(baris) <= SATU_HALAMAN:
        return ""
    tanya = request.GET.copy()
    tanya["sebelum"] = str(baris[SATU_HALAMAN - 1].pk)
    return f"?{tanya.urlencode()}"
