""" "Atasan saya salah": the report, and settling it with everything that will move in sight."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.kepegawaian.actions import laporan as actions
from kinerja.kepegawaian.istilah import StatusLaporan
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import LaporanPenilaiSalah, Pegawai
from kinerja.kepegawaian.permissions import can_manage_kepegawaian, is_admin
from kinerja.kepegawaian.queries.penilai import penempatan_kini, penilai_kini
from kinerja.kepegawaian.rancangan import GantiPenilai
from kinerja.penilaian.actions import mutasi
from kinerja.www.http import Request
from kinerja.www.kepegawaian.forms import LaporForm, PutusanLaporanForm, TanggapanForm


def laporan_penilai(request: Request) -> HttpResponse:
    """One's own page: who assesses me, and a word when that is wrong."""
    pegawai = lingkup(request.user).pegawai
    on = timezone.localdate()
    penempatan = penempatan_kini(pegawai, on=on) if pegawai else None
    if pegawai is None or penempatan is None:
        return render(request, "kepegawaian/laporan_penilai.html", {"penempatan": None})
    form = LaporForm(request.POST or None, daftar=_colleagues(request, pegawai))
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        try:
            laporan = actions.report_penilai(
                penempatan,
                usulan=isi["usulan"],
                keterangan=isi["keterangan"],
                by=request.user,
                at=timezone.now(),
            )
            messages.success(
                request,
                "Terima kasih. Laporan Anda sudah sampai ke admin instansi; jawabannya akan tampil di sini.",
            )
            return redirect("kepegawaian:laporan_detail", laporan.pk)
        except actions.CannotReport as error:
            form.add_error(None, str(error))
    riwayat = LaporanPenilaiSalah.objects.visible_to(request.user).filter(penempatan__pegawai=pegawai)
    konteks = {
        "penempatan": penempatan,
        "penilai": penilai_kini(penempatan),
        "form": form,
        "riwayat": riwayat.with_people().order_by("-dilaporkan_at", "-id")[:10],
        "berjalan": any(laporan.status == StatusLaporan.BARU for laporan in riwayat),
    }
    return render(request, "kepegawaian/laporan_penilai.html", konteks, status=422 if form.errors else 200)


@require_safe
def laporan_list(request: Request) -> HttpResponse:
    daftar = LaporanPenilaiSalah.objects.visible_to(request.user).with_people()
    menunggu = request.GET.get("status", "") == "baru"
    daftar = daftar.filter(status=StatusLaporan.BARU) if menunggu else daftar
    page = Paginator(daftar.order_by("-dilaporkan_at", "-id"), 20).get_page(request.GET.get("halaman"))
    konteks = {"page": page, "menunggu": menunggu, "kelola": is_admin(request.user)}
    return render(request, "kepegawaian/laporan_list.html", konteks)


def laporan_detail(request: Request, laporan_id: int) -> HttpResponse:
    laporan = get_object_or_404(
        LaporanPenilaiSalah.objects.visible_to(request.user).with_people(), pk=laporan_id
    )
    kelola = can_manage_kepegawaian(request.user, jalur=laporan.penempatan.unit_kerja.jalur)
    boleh = kelola and laporan.status == StatusLaporan.BARU
    konteks: dict[str, object] = {
        "laporan": laporan,
        "penilai": penilai_kini(laporan.penempatan),
        "boleh": boleh,
        "pratinjau": None,
    }
    if not boleh and request.method == "POST":
        messages.error(request, "Laporan ini tidak dapat diputus dari akun Anda, atau sudah diputus.")
        return redirect("kepegawaian:laporan_detail", laporan.pk)
    if not boleh:
        return render(request, "kepegawaian/laporan_detail.html", konteks)
    return _settle(request, laporan, konteks)


def _settle(request: Request, laporan: LaporanPenilaiSalah, konteks: dict[str, object]) -> HttpResponse:
    rekan = _colleagues(request, laporan.penempatan.pegawai)
    putusan = PutusanLaporanForm(_proposal(request, laporan), daftar=rekan)
    tanggapan = TanggapanForm(request.POST or None)
    tolak = request.POST.get("putusan") == "tolak"
    sah = putusan.is_valid() or tolak
    try:
        if request.method == "POST" and sah and tanggapan.is_valid():
            _decide(request, laporan, putusan, tanggapan.cleaned_data["tanggapan"], tolak=tolak)
            messages.success(
                request, f"Laporan ditutup. {laporan.penempatan.pegawai} dapat membaca jawaban Anda."
            )
            return redirect("kepegawaian:laporan_detail", laporan.pk)
        if putusan.is_bound and putusan.is_valid():
            isi = putusan.cleaned_data
            konteks["pratinjau"] = mutasi.preview(
                GantiPenilai(penempatan=laporan.penempatan, penilai=isi["penilai"], on=isi["on"])
            )
    except (actions.CannotReport, mutasi.CannotMove) as error:
        putusan.add_error(None, str(error))
    konteks |= {"form": putusan, "form_tanggapan": tanggapan}
    salah = request.method == "POST" or bool(request.GET and putusan.errors)
    return render(request, "kepegawaian/laporan_detail.html", konteks, status=422 if salah else 200)


def _colleagues(request: Request, pegawai: Pegawai) -> QuerySet[Pegawai]:
    return Pegawai.objects.visible_to(request.user).filter(instansi_id=pegawai.instansi_id)


def _proposal(request: Request, laporan: LaporanPenilaiSalah) -> Mapping[str, str] | None:
    """What was typed; on the first look the person's own proposal from the day of his report."""
    if isian := request.POST or request.GET:
        return isian
    if laporan.usulan is None:
        return None
    usulan = {"penilai": laporan.usulan.nama, "penilai-orang": str(laporan.usulan.pk)}
    return usulan | {"on": timezone.localdate(laporan.dilaporkan_at).isoformat()}


def _decide(
    request: Request, laporan: LaporanPenilaiSalah, form: PutusanLaporanForm, tanggapan: str, *, tolak: bool
) -> None:
    at = timezone.now()
    if tolak:
        actions.reject_laporan(laporan, tanggapan=tanggapan, by=request.user, at=at)
        return
    isi = form.cleaned_data
    mutasi.approve_laporan(
        laporan, penilai=isi["penilai"], on=isi["on"], tanggapan=tanggapan, by=request.user, at=at
    )
