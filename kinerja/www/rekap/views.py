"""Attendance and learning: one's own year, one's people, and how the instansi counts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.jejak.models import JenisHalaman
from kinerja.kebijakan.queries import kebijakan_untuk
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.kepegawaian.permissions import is_admin
from kinerja.kepegawaian.queries.daftar import search_pegawai
from kinerja.lib.angka import parse_nomor
from kinerja.lib.sekaligus import read_together
from kinerja.peraturan.disiplin import ambang_disiplin, jenjang_disiplin, sisa_hari_disiplin
from kinerja.peraturan.identitas import JenisASN
from kinerja.rekap import actions
from kinerja.rekap.lingkup import terlihat
from kinerja.rekap.models import BelajarTercatat, PengaturanKehadiran, RekapBelajar, RekapKehadiran
from kinerja.rekap.permissions import can_manage_rekap
from kinerja.rekap.queries import (
    KehadiranSetahun,
    jumlah_setahun,
    kehadiran_setahun,
    learning_of,
    nilai_belajar,
    pengaturan_of,
)
from kinerja.www.http import Request
from kinerja.www.kepegawaian.views.impor import instansi_of
from kinerja.www.penglihatan import note_penilai_or_admin
from kinerja.www.rekap.forms import PengaturanForm, SaringRekap

_KOSONG = KehadiranSetahun(0, 0, 0, 0, 0)


def _people(request: Request) -> QuerySet[Pegawai]:
    return Pegawai.objects.visible_to(request.user).filter(terlihat(request.user, kolom="pk"))


def _looks_after_others(request: Request) -> bool:
    return bool(getattr(request.user, "jumlah_tim", 0)) or is_admin(request.user)


@require_safe
def rekap_list(request: Request) -> HttpResponse:
    if not _looks_after_others(request):
        return redirect("rekap:rekap_own")
    form = SaringRekap(request.GET or None, tahun_ini=timezone.localdate().year)
    isi = form.cleaned_data if form.is_valid() else {}
    tahun = isi.get("tahun") or timezone.localdate().year
    lain = _people(request).exclude(user_id=request.user.pk)
    daftar = search_pegawai(lain, isi.get("cari", "")).order_by("nama", "id")
    page = Paginator(daftar, 25).get_page(request.GET.get("halaman"))
    nomor = [pegawai.pk for pegawai in page.object_list]
    hadir, jp = kehadiran_setahun(nomor, tahun), nilai_belajar(nomor, tahun)
    konteks = {
        "form": form,
        "page": page,
        "tahun": tahun,
        "daftar_baris": [
            (p, hadir.get(p.pk), jp.get(p.pk), _step(p, hadir.get(p.pk))) for p in page.object_list
        ],
        "kelola": is_admin(request.user),
    }
    return render(request, "rekap/rekap_list.html", konteks)


def _step(pegawai: Pegawai, setahun: KehadiranSetahun | None, *, tambahan: int = 0) -> object:
    if setahun is None or not pegawai.jenis_asn:
        return None
    return ambang_disiplin(
        alpa_setahun=setahun.alpa + tambahan,
        alpa_berturut=setahun.alpa_berturut,
        jenis_asn=JenisASN(pegawai.jenis_asn),
    )


@require_safe
def rekap_own(request: Request) -> HttpResponse:
    pegawai = lingkup(request.user).pegawai
    if pegawai is None:
        raise Http404
    return _page(request, pegawai.pk)


@require_safe
def rekap_detail(request: Request, pegawai_id: int) -> HttpResponse:
    return _page(request, pegawai_id)


def _page(request: Request, pegawai_id: int) -> HttpResponse:
    on = timezone.localdate()
    orang = _people(request).select_related("instansi__pengaturan_kehadiran")
    pegawai = get_object_or_404(orang, pk=pegawai_id)
    note_penilai_or_admin(request, JenisHalaman.KEHADIRAN, pegawai.pk)
    diminta = parse_nomor(request.GET.get("tahun")) or on.year
    tahun = diminta if 2000 <= diminta <= on.year else on.year
    baca = _read_year(request, pegawai, tahun, on=on)
    setahun = jumlah_setahun(baca["kehadiran"])
    pengaturan = getattr(pegawai.instansi, "pengaturan_kehadiran", None) or PengaturanKehadiran()
    setara = pengaturan.hari_dari((setahun or _KOSONG).menit)
    tempat_kini = next(iter(baca["tempat"]), None)
    kebijakan = kebijakan_untuk(tempat_kini.unit_kerja, on=on) if tempat_kini else None
    alpa = (setahun or _KOSONG).alpa + setara
    konteks = {
        "pegawai": pegawai,
        "diri": pegawai.user_id == request.user.pk,
        "orang_lain": _looks_after_others(request),
        "tahun": tahun,
        "tahun_ini": on.year,
        "daftar": baca["kehadiran"],
        "setahun": setahun,
        "belajar": next(iter(baca["belajar"]), None),
        "tercatat": baca["tercatat"],
        "jp": learning_of(baca["belajar"], baca["tercatat"]),
        "target_jp": kebijakan.target_jp if kebijakan else None,
        "pengaturan": pengaturan,
        "setara": setara,
        "ambang": _step(pegawai, setahun, tambahan=setara),
        "sisa": sisa_hari_disiplin(alpa_setahun=alpa) if alpa else None,
        "alpa": alpa,
        "jenjang": jenjang_disiplin(),
        "pppk": pegawai.jenis_asn in (JenisASN.PPPK, JenisASN.PPPK_PARUH_WAKTU),
        "kelola": is_admin(request.user) and can_manage_rekap(request.user, pegawai.instansi),
    }
    return render(request, "rekap/rekap_detail.html", konteks)


def _read_year(request: Request, pegawai: Pegawai, tahun: int, *, on: date) -> dict[str, list[Any]]:
    kehadiran = RekapKehadiran.objects.visible_to(request.user).filter(pegawai=pegawai, mulai_on__year=tahun)
    tempat = Penempatan.objects.berlaku(on).filter(pegawai=pegawai, jenis="definitif")
    return read_together(
        kehadiran=kehadiran.order_by("mulai_on"),
        tempat=tempat.select_related("unit_kerja").order_by("-mulai_on", "id"),
        belajar=RekapBelajar.objects.filter(pegawai=pegawai, tahun=tahun).order_by("id"),
        tercatat=BelajarTercatat.objects.filter(pegawai=pegawai, selesai_on__year=tahun).order_by(
            "-selesai_on"
        ),
    )


@require_POST
def kehadiran_remove(request: Request, kehadiran_id: int) -> HttpResponse:
    daftar = RekapKehadiran.objects.visible_to(request.user)
    rekap = get_object_or_404(daftar.select_related("pegawai__instansi"), pk=kehadiran_id)
    actions.remove_kehadiran(rekap, by=request.user, at=timezone.now())
    messages.success(request, "Rekap kehadiran dihapus. Impor lagi bila perlu.")
    return redirect("rekap:rekap_detail", rekap.pegawai_id)


def pengaturan_edit(request: Request) -> HttpResponse:
    instansi = instansi_of(request)
    if not can_manage_rekap(request.user, instansi):
        raise PermissionDenied
    kini = pengaturan_of(instansi.pk)
    awal = {"menit_per_hari": kini.menit_per_hari, "sumber": kini.sumber}
    form = PengaturanForm(request.POST or None, initial=awal)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_pengaturan(instansi, **form.cleaned_data, by=request.user, at=timezone.now())
            messages.success(request, "Cara menghitung menit sudah disimpan.")
            return redirect("rekap:rekap_list")
        except actions.CannotSetPengaturan as error:
            form.add_error("sumber", str(error))
    return render(request, "rekap/pengaturan_edit.html", {"form": form}, status=422 if form.errors else 200)
