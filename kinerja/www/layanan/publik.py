"""Without an account: one page, one minute, one vote; then where its result can be read.

The form is exempt from CSRF: it knows no session that could be abused, its signed token is used once, and browsers
inside other applications keep no cookie.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from allauth.core.internal.httpkit import get_client_ip
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.layanan import queries
from kinerja.layanan.actions import CannotVote, IsianSuara, Kiriman, cast_vote
from kinerja.layanan.actions.suara import BIT_KERJA, hari_layanan
from kinerja.layanan.models import LayananPublik
from kinerja.lib.angka import parse_nomor
from kinerja.lib.tanda_kirim import clean_kode, format_kode, new_tanda, read_tanda
from kinerja.www.layanan.grafik import titik_tren
from kinerja.www.layanan.pertanyaan import PERTANYAAN

if TYPE_CHECKING:
    from django.http import HttpRequest

# A form of nine marks and a long letter is far below this.
BADAN_TERBESAR = 256 * 1024
# What is echoed of a text that is too long: enough to shorten it.
GEMA_TERPANJANG = 20_000
TIDAK_TAHU = "0"


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, slug: str) -> HttpResponse:
    layanan = _find(slug)
    if layanan is None:
        return _page(request, "tidak_dikenal", {}, status=404)
    at = timezone.now()
    if not layanan.terbuka(hari_layanan(layanan, at)):
        return _page(request, "tutup", {"layanan": layanan}, status=410)
    if (parse_nomor(request.META.get("CONTENT_LENGTH")) or 0) > BADAN_TERBESAR:
        return _page(request, "terlalu_besar", {"layanan": layanan}, status=413)
    if request.method != "POST":
        return _form(request, layanan, galat=None)
    try:
        cast_vote(layanan, isian=_read(request, layanan), kiriman=_sending(request), at=at)
    except CannotVote as error:
        return _form(request, layanan, galat=error)
    respons = redirect("suara:terima_kasih", slug)
    respons.status_code = 303
    return respons


@login_not_required
@require_safe
def terima_kasih(request: HttpRequest, slug: str) -> HttpResponse:
    layanan = _find(slug)
    if layanan is None:
        return _page(request, "tidak_dikenal", {}, status=404)
    return _page(request, "terima_kasih", {"layanan": layanan})


@login_not_required
@require_safe
def hasil(request: HttpRequest, slug: str) -> HttpResponse:
    """The last twelve months, when enough people have spoken."""
    layanan = _find(slug)
    if layanan is None:
        return _page(request, "tidak_dikenal", {}, status=404)
    nilai = queries.hasil_layanan(layanan, on=hari_layanan(layanan, timezone.now()))
    konteks = {
        "layanan": layanan,
        "hasil": nilai,
        "tren": titik_tren(nilai.tren),
        "daftar_kalimat": queries.daftar_kalimat(layanan)[:12] if nilai.cukup else [],
        "daftar_tanggapan": layanan.daftar_tanggapan.filter(suara=None)[:5],
    }
    return _page(request, "hasil", konteks)


def _find(slug: str) -> LayananPublik | None:
    return LayananPublik.objects.with_unit().filter(slug=slug.lower()).first()


def _read(request: HttpRequest, layanan: LayananPublik) -> IsianSuara:
    """What was chosen; "tidak tahu" and what was left open are no marks. An unknown answer is left to the rule."""
    terisi = {u: request.POST.get(u.value, "") for u in layanan.unsur}
    return IsianSuara(
        nilai={u: parse_nomor(teks) or -1 for u, teks in terisi.items() if teks not in ("", TIDAK_TAHU)},
        kalimat=request.POST.get("kalimat", "").strip(),
        kode=clean_kode(request.POST.get("kode", "")),
    )


def _sending(request: HttpRequest) -> Kiriman:
    return Kiriman(
        tanda=request.POST.get("tanda", "")[:200],
        kerja=request.POST.get("kerja", ""),
        alamat=get_client_ip(request),
    )


def _form(request: HttpRequest, layanan: LayananPublik, *, galat: CannotVote | None) -> HttpResponse:
    """Everything that was typed comes back; so does the token, as long as it is good."""
    at = timezone.now()
    tanda = read_tanda(request.POST.get("tanda", "")[:200], at=at)
    masih = tanda is not None and tanda.sasaran == layanan.slug and 0 <= tanda.umur <= 60 * 60
    kode = clean_kode(request.POST.get("kode") or request.GET.get("k") or "")
    konteks = {
        "layanan": layanan,
        "galat": galat,
        "tanda": tanda.teks if tanda and masih else new_tanda(layanan.slug, at=at),
        "bit": BIT_KERJA,
        "pertanyaan": [(u, PERTANYAAN[u], request.POST.get(u.value, "")) for u in layanan.unsur],
        "kalimat": request.POST.get("kalimat", "")[:GEMA_TERPANJANG],
        "kode": format_kode(kode) if len(kode) == 8 else kode,
        "tidak_tahu": TIDAK_TAHU,
    }
    return _page(request, "isi", konteks, status=422 if galat else 200)


def _page(
    request: HttpRequest, nama: str, konteks: Mapping[str, object], *, status: int = 200
) -> HttpResponse:
    respons = render(request, HALAMAN[nama], dict(konteks), status=status)
    respons["X-Robots-Tag"] = "noindex, nofollow"
    # Not "no-store": going back after the signal was lost must find what was typed.
    respons["Cache-Control"] = "private, no-cache"
    return respons


HALAMAN = {
    "isi": "layanan/publik/isi.html",
    "hasil": "layanan/publik/hasil.html",
    "terima_kasih": "layanan/publik/terima_kasih.html",
    "tutup": "layanan/publik/tutup.html",
    "tidak_dikenal": "layanan/publik/tidak_dikenal.html",
    "terlalu_besar": "layanan/publik/terlalu_besar.html",
}
