"""The guides: all of them in the order of one's work, one of them, a sheet of it for the wall, a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.cari.queries import Pertanyaan, Temuan
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.sosialisasi.panduan import Panduan, daftar_gambar, daftar_panduan, find_panduan, folder
from kinerja.sosialisasi.queries import cari_panduan, kata_pokok
from kinerja.tanya.queries import faq_cocok, faq_terbit, temuan_faq

if TYPE_CHECKING:
    from kinerja.www.http import Request


FAQ_TERBANYAK = 5


@require_safe
def panduan_list(request: Request) -> HttpResponse:
    q = request.GET.get("q", "").strip()[:100]
    konteks = {
        "q": q,
        "daftar_faq": _faqs(request, q),
        "daftar_temuan": cari_panduan(q),
        "daftar_panduan": _in_order(request),
    }
    return render(request, "sosialisasi/panduan_list.html", konteks)


def _faqs(request: Request, q: str) -> list[Temuan]:
    """What colleagues have asked already stands before the guides."""
    tanya = Pertanyaan(" ".join(kata_pokok(q)))
    return temuan_faq(faq_cocok(request.user, tanya), tanya)[:FAQ_TERBANYAK] if tanya.cukup else []


@require_safe
def panduan_detail(request: Request, kode: str) -> HttpResponse:
    konteks = {
        "panduan": _panduan(kode),
        "daftar_panduan": _in_order(request),
        "daftar_faq": faq_terbit(request.user, topik=kode),
    }
    return render(request, "sosialisasi/panduan_detail.html", konteks)


@require_safe
def panduan_lembar(request: Request, kode: str) -> HttpResponse:
    panduan = _panduan(kode)
    if not panduan.lembar:
        raise Http404
    return render(request, "sosialisasi/panduan_lembar.html", {"panduan": panduan})


@require_safe
def panduan_gambar(request: Request, nama: str) -> HttpResponse:
    if nama not in daftar_gambar():
        raise Http404
    respons = HttpResponse((folder() / "gambar" / nama).read_bytes(), content_type="image/png")
    respons["Cache-Control"] = "private, max-age=86400"  # it shows the demo, and nobody's data
    return respons


def _panduan(kode: str) -> Panduan:
    panduan = find_panduan(kode)
    if panduan is None:
        raise Http404
    return panduan


def _in_order(request: Request) -> list[Panduan]:
    """One's own work first; nothing is hidden, for everybody may know how the others work."""
    dari = lingkup(request.user)
    milik = [
        ("admin", dari.punya(JenisPeran.ADMIN_INSTANSI)),
        ("auditor", dari.punya(JenisPeran.AUDITOR)),
        ("pimpinan", dari.punya(JenisPeran.PIMPINAN)),
        ("penilai", bool(getattr(request.user, "jumlah_tim", 0))),
    ]
    dahulu = [kode for kode, ya in milik if ya]
    return sorted(daftar_panduan(), key=lambda panduan: panduan.kode not in dahulu)
