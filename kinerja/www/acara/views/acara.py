"""Events to look at, to plan, to move, to call off and to sum up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.acara import actions
from kinerja.acara.models import (
    Acara,
    LangkahSosialisasi,
    MateriAcara,
    PemahamanMateri,
    PesertaAcara,
    SasaranAcara,
)
from kinerja.acara.permissions import can_manage_acara, is_admin_of_whole, jalur_kelola
from kinerja.acara.queries.kalender import acara_kalender
from kinerja.acara.queries.rekap import rekap_acara
from kinerja.acara.queries.undangan import jumlah_hadir
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Instansi, Pegawai, Penempatan, UnitKerja
from kinerja.lib.acara import berkas_ics
from kinerja.lib.angka import parse_nomor
from kinerja.lib.sekaligus import read_together
from kinerja.www.acara.forms import AcaraForm, AlasanForm, KodeForm, RingkasanForm
from kinerja.www.kepegawaian.views.impor import instansi_of

if TYPE_CHECKING:
    from django.forms import Form

    from kinerja.www.http import Request

SEHALAMAN = 20


def own_instansi(request: Request) -> Instansi:
    pegawai = lingkup(request.user).pegawai
    return pegawai.instansi if pegawai else instansi_of(request)


def get_acara(request: Request, acara_id: int) -> Acara:
    daftar = Acara.objects.visible_to(request.user).select_related("instansi")
    acara: Acara = get_object_or_404(daftar, pk=acara_id)
    return acara


def get_managed(request: Request, acara_id: int) -> Acara:
    acara = get_acara(request, acara_id)
    if not _manages(request, acara):
        raise PermissionDenied
    return acara


def _manages(request: Request, acara: Acara) -> bool:
    return can_manage_acara(request.user, acara, on=acara.instansi.tanggal(timezone.now()))


@require_safe
def acara_list(request: Request) -> HttpResponse:
    """What is coming, the nearest first; what has been, on a page of its own."""
    at, pegawai, lalu = timezone.now(), lingkup(request.user).pegawai, "lalu" in request.GET
    daftar = Acara.objects.visible_to(request.user)
    daftar = daftar.filter(selesai_at__lt=at) if lalu else daftar.filter(selesai_at__gte=at)
    urut = ("-mulai_at", "-id") if lalu else ("mulai_at", "id")
    daftar = daftar.select_related("instansi").order_by(*urut)
    page = Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    nomor = [satu.pk for satu in page.object_list]
    saya = PesertaAcara.objects.filter(pegawai=pegawai, acara__in=nomor)
    kelola = bool(jalur_kelola(request.user, on=timezone.localdate()))
    konteks = {
        "page": page,
        "lalu": lalu,
        "at": at,
        "saya": {satu.acara_id: satu for satu in saya.order_by("id")} if pegawai else {},
        "kelola": kelola,
        "rencana": is_admin_of_whole(request.user),
        "diundang": _invited_to(pegawai, nomor) if kelola else set(nomor),
    }
    return render(request, "acara/acara_list.html", konteks)


def _invited_to(pegawai: Pegawai | None, nomor: list[int]) -> set[int]:
    """Who manages events sees more of them than he is invited to."""
    daftar = Acara.objects.invited(pegawai.pk) if pegawai else Acara.objects.none()
    return set(daftar.filter(pk__in=nomor).order_by().values_list("pk", flat=True))


@require_safe
def acara_detail(request: Request, acara_id: int) -> HttpResponse:
    return show_acara(request, get_acara(request, acara_id))


def show_acara(request: Request, acara: Acara, **form: Form) -> HttpResponse:
    """`form`: what was refused and keeps its words."""
    at, pegawai = timezone.now(), lingkup(request.user).pegawai
    sasaran = SasaranAcara.objects.filter(acara=acara).order_by().values("unit_kerja")
    isi = read_together(
        sasaran=UnitKerja.objects.filter(pk__in=sasaran).order_by("jalur", "id"),
        cabang=UnitKerja.objects.filter(induk__in=sasaran).order_by("id"),
        materi=MateriAcara.objects.filter(acara=acara),
        tempat=Penempatan.objects.filter(pegawai=pegawai, selesai_on=None).select_related("unit_kerja"),
        saya=PesertaAcara.objects.filter(acara=acara, pegawai=pegawai).order_by("id"),
        paham=PemahamanMateri.objects.filter(materi__acara=acara, peserta__pegawai=pegawai).order_by("id"),
    )
    acara.jalur_sasaran = [unit.jalur for unit in isi["sasaran"]]
    kelola = _manages(request, acara)
    konteks: dict[str, Any] = {
        "acara": acara,
        "at": at,
        "sasaran": isi["sasaran"],
        "materi": isi["materi"],
        "saya": next(iter(isi["saya"]), None),
        "paham": {satu.materi_id for satu in isi["paham"]},
        "diundang": bool(isi["saya"]) or _is_below(isi["tempat"], acara.jalur_sasaran),
        "pintu": acara.pintu_terbuka(at),
        "sisa": None,
        "kelola": kelola,
        "form_kode": form.get("kode") or KodeForm(),
        **(_of_organiser(acara, isi["sasaran"] + isi["cabang"], form) if kelola else {}),
    }
    if acara.kursi:
        terisi = konteks["rekap"].jumlah.akan_hadir if kelola else jumlah_hadir(acara)
        konteks["sisa"] = max(0, acara.kursi - terisi)
    galat = any(satu.errors for satu in form.values())
    return render(request, "acara/acara_detail.html", konteks, status=422 if galat else 200)


def _is_below(daftar: list[Penempatan], jalur: list[str]) -> bool:
    return any(satu.unit_kerja.jalur.startswith(atas) for satu in daftar for atas in jalur)


def _of_organiser(acara: Acara, daftar_unit: list[UnitKerja], form: dict[str, Form]) -> dict[str, Any]:
    return {
        "rekap": rekap_acara(
            acara,
            on=acara.instansi.tanggal(acara.mulai_at),
            nama={unit.jalur: unit.nama for unit in daftar_unit},
        ),
        "form_batal": form.get("batal") or AlasanForm(),
        "form_ringkasan": form.get("ringkasan") or RingkasanForm(initial={"ringkasan": acara.ringkasan}),
    }


def acara_plan(request: Request) -> HttpResponse:
    """Empty, or with what a step of the plan says already."""
    instansi = own_instansi(request)
    kelola = jalur_kelola(request.user, on=instansi.tanggal(timezone.now()))
    if not kelola:
        raise PermissionDenied
    nomor = parse_nomor(request.GET.get("langkah")) or 0
    langkah = LangkahSosialisasi.objects.visible_to(request.user).filter(pk=nomor, rencana__instansi=instansi)
    satu = langkah.select_related("unit_kerja").order_by("pk").first()
    form = AcaraForm(request.POST or None, instansi=instansi, kelola=kelola, awal=satu)
    if request.method == "POST" and form.is_valid():
        try:
            acara = actions.plan_acara(
                instansi, form.isian(), langkah=satu, by=request.user, at=timezone.now()
            )
            messages.success(request, "Acara tersimpan. Semua yang diundang mendapat kabarnya.")
            return redirect("acara:acara_detail", acara.pk)
        except actions.CannotHold as error:
            form.add_error(None, str(error))
    konteks = {"form": form, "acara": None, "langkah": satu}
    return render(request, "acara/acara_edit.html", konteks, status=422 if form.errors else 200)


def acara_edit(request: Request, acara_id: int) -> HttpResponse:
    acara = get_managed(request, acara_id)
    kelola = jalur_kelola(request.user, on=acara.instansi.tanggal(timezone.now()))
    form = AcaraForm(request.POST or None, instansi=acara.instansi, kelola=kelola, acara=acara)
    if request.method == "POST" and form.is_valid():
        revisi = form.cleaned_data["revisi"]
        try:
            actions.change_acara(
                acara,
                form.isian(),
                alasan=form.cleaned_data["alasan"],
                revisi=-1 if revisi is None else revisi,
                by=request.user,
                at=timezone.now(),
            )
            messages.success(request, "Perubahan tersimpan.")
            return redirect("acara:acara_detail", acara.pk)
        except actions.CannotHold as error:
            form.refresh(get_managed(request, acara_id).revisi)
            form.add_error(None, str(error))
    konteks = {"form": form, "acara": acara, "langkah": None}
    return render(request, "acara/acara_edit.html", konteks, status=422 if form.errors else 200)


@require_POST
def acara_cancel(request: Request, acara_id: int) -> HttpResponse:
    acara, form = get_managed(request, acara_id), AlasanForm(request.POST)
    if form.is_valid():
        try:
            actions.cancel_acara(
                acara, alasan=form.cleaned_data["alasan"], by=request.user, at=timezone.now()
            )
            messages.success(request, "Acara dibatalkan. Yang sudah menyatakan hadir diberi tahu.")
            return redirect("acara:acara_detail", acara.pk)
        except actions.CannotHold as error:
            form.add_error(None, str(error))
    return show_acara(request, acara, batal=form)


@require_POST
def acara_conclude(request: Request, acara_id: int) -> HttpResponse:
    acara, form = get_managed(request, acara_id), RingkasanForm(request.POST)
    if form.is_valid():
        try:
            actions.conclude_acara(
                acara, ringkasan=form.cleaned_data["ringkasan"], by=request.user, at=timezone.now()
            )
            messages.success(request, "Ringkasan tersimpan.")
            return redirect("acara:acara_detail", acara.pk)
        except actions.CannotHold as error:
            form.add_error(None, str(error))
    return show_acara(request, acara, ringkasan=form)


@require_safe
def acara_calendar(request: Request, acara_id: int) -> HttpResponse:
    acara = get_acara(request, acara_id)
    alamat = request.build_absolute_uri(reverse("acara:acara_detail", args=[acara.pk]))
    isi = berkas_ics(acara_kalender(acara, alamat=alamat))
    respons = HttpResponse(isi, content_type="text/calendar; charset=utf-8")
    respons["Content-Disposition"] = f'attachment; filename="acara-{acara.pk}.ics"'
    return respons
