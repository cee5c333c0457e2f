"""Competence gaps: one's own, one person's for who looks after him, and a unit's in numbers."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.jejak.models import JenisHalaman
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.kepegawaian.permissions import is_admin
from kinerja.kepegawaian.queries.penilai import penempatan_kini
from kinerja.lib.angka import parse_nomor
from kinerja.penilaian.permissions import can_read_sumber
from kinerja.penilaian.queries.kesenjangan import kesenjangan_pegawai
from kinerja.penilaian.queries.kesenjangan_unit import daftar_unit_dibaca, kesenjangan_unit
from kinerja.rekap.lingkup import terlihat
from kinerja.www.http import Request
from kinerja.www.penglihatan import note_penilai_or_admin


@require_safe
def kesenjangan_own(request: Request) -> HttpResponse:
    pegawai = lingkup(request.user).pegawai
    if pegawai is None:
        raise Http404
    return _page(request, pegawai)


@require_safe
def kesenjangan_detail(request: Request, pegawai_id: int) -> HttpResponse:
    orang = Pegawai.objects.visible_to(request.user).filter(terlihat(request.user, kolom="pk"))
    pegawai = get_object_or_404(orang, pk=pegawai_id)
    note_penilai_or_admin(request, JenisHalaman.KOMPETENSI, pegawai.pk)
    return _page(request, pegawai)


def _page(request: Request, pegawai: Pegawai) -> HttpResponse:
    on, diri = timezone.localdate(), pegawai.user_id == request.user.pk
    tempat = penempatan_kini(pegawai, on=on)
    kesenjangan = kesenjangan_pegawai(pegawai, jabatan=tempat.jabatan if tempat else None)
    dari = kesenjangan.evaluasi
    konteks = {
        "pegawai": pegawai,
        "diri": diri,
        "kelola": is_admin(request.user),
        "rekap": diri and bool(daftar_unit_dibaca(request.user, on=on)),
        "kesenjangan": kesenjangan,
        "tertutup": dari is not None and not can_read_sumber(request.user, dari),
    }
    return render(request, "kompetensi/kesenjangan_detail.html", konteks)


@require_safe
def kesenjangan_rekap(request: Request) -> HttpResponse:
    on, dari = timezone.localdate(), lingkup(request.user)
    daftar = daftar_unit_dibaca(request.user, on=on)
    if not daftar:
        raise PermissionDenied
    unit = _chosen(daftar, request.GET.get("unit", ""))
    admin = any(unit.jalur.startswith(atas) for atas in dari.jalur_peran(JenisPeran.ADMIN_INSTANSI))
    konteks = {
        "daftar_unit": daftar,
        "rekap": kesenjangan_unit(
            unit, on=on, pembaca_id=dari.pegawai.pk if dari.pegawai else None, semua_angka=admin
        ),
        "admin": admin,
    }
    return render(request, "kompetensi/kesenjangan_rekap.html", konteks)


def _chosen(daftar: list[UnitKerja], diminta: str) -> UnitKerja:
    """What is not in the list is as good as nothing asked."""
    nomor = parse_nomor(diminta)
    return next((unit for unit in daftar if unit.pk == nomor), daftar[0])
