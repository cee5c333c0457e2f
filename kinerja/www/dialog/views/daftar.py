"""Talks at a glance: mine, those of my people, those that were, and how many there were further down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.dialog import permissions
from kinerja.dialog.istilah import TERBUKA
from kinerja.dialog.models import DialogKinerja, Kesepakatan
from kinerja.dialog.queries import BahanJarak, Pasangan, bahan_jarak, pasangan_dari, rekap_penilai
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.sekaligus import read_together

if TYPE_CHECKING:
    from kinerja.www.http import Request

SEHALAMAN = 25


@require_safe
def dialog_list(request: Request) -> HttpResponse:
    on = timezone.localdate()
    pegawai = lingkup(request.user).pegawai
    if pegawai is None:
        raise PermissionDenied
    terbuka = Kesepakatan.objects.carried_by(pegawai).berjalan().select_related("pemilik", "pegawai")
    baca = read_together(**bahan_jarak(pegawai, on=on), kesepakatan=terbuka.order_by("batas_on", "id"))
    kesepakatan = baca.pop("kesepakatan")
    daftar = pasangan_dari(BahanJarak(**baca), on=on)
    tim = sorted((p for p in daftar if p.hubungan.penilai_id == pegawai.pk), key=_urgency)
    konteks = {
        "saya": pegawai,
        "daftar_atasan": [p for p in daftar if p.hubungan.penilai_id != pegawai.pk],
        "page": Paginator(tim, SEHALAMAN).get_page(request.GET.get("halaman")),
        "jumlah_terlambat": sum(p.terlambat for p in tim),
        "kesepakatan": kesepakatan,
        "lama": _leftover(baca["dialog"], daftar),
        "boleh_rekap": permissions.can_count(request.user),
        "on": on,
    }
    return render(request, "dialog/dialog_list.html", konteks)


def _urgency(pasangan: Pasangan) -> tuple[bool, object, str]:
    return (not pasangan.terlambat, pasangan.batas_on, pasangan.hubungan.penempatan.pegawai.nama)


def _leftover(daftar: list[DialogKinerja], pasangan: list[Pasangan]) -> list[DialogKinerja]:
    """Still open, though the two are no pair any more."""
    dua = {(p.hubungan.penilai_id, p.hubungan.penempatan.pegawai_id) for p in pasangan}
    return [d for d in daftar if d.terbuka and (d.penilai_id, d.pegawai_id) not in dua]


@require_safe
def dialog_history(request: Request) -> HttpResponse:
    daftar = DialogKinerja.objects.visible_to(request.user).exclude(keadaan__in=TERBUKA)
    daftar = daftar.select_related("pegawai", "penilai").order_by("-mulai_at", "-id")
    page = Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    saya = lingkup(request.user).pegawai
    return render(request, "dialog/dialog_history.html", {"page": page, "saya": saya.pk if saya else None})


@require_safe
def dialog_count(request: Request) -> HttpResponse:
    """Counts for those above; there is no way from here to a talk."""
    if not permissions.can_count(request.user):
        raise PermissionDenied
    daftar = rekap_penilai(request.user, on=timezone.localdate())
    page = Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    return render(request, "dialog/dialog_count.html", {"page": page})
