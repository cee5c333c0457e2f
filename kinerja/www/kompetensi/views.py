"""The dictionary of competences for everybody, and its upkeep for the admin."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, instansi_ids, lingkup
from kinerja.kepegawaian.models import Jabatan, Penempatan
from kinerja.kepegawaian.permissions import is_admin
from kinerja.kompetensi import actions
from kinerja.kompetensi.istilah import JenisKompetensi
from kinerja.kompetensi.models import Kompetensi, StandarKompetensi
from kinerja.kompetensi.permissions import can_manage_kamus, can_manage_standar
from kinerja.kompetensi.queries import jabatan_senama, with_tingkat
from kinerja.www.http import Request
from kinerja.www.kepegawaian.views.impor import instansi_of
from kinerja.www.kompetensi.forms import KompetensiForm, SaringJabatan, SaringKompetensi, StandarForm


def _own_post(request: Request) -> Jabatan | None:
    """The definitive post that the person holds today."""
    pegawai = lingkup(request.user).pegawai
    tempat = (
        Penempatan.objects.berlaku(timezone.localdate())
        .filter(pegawai=pegawai, jenis="definitif")
        .select_related("jabatan")
        .order_by("-mulai_on", "id")
        .first()
    )
    return tempat.jabatan if tempat else None


@require_safe
def kompetensi_list(request: Request) -> HttpResponse:
    form = SaringKompetensi(request.GET or None)
    daftar: QuerySet[Kompetensi] = Kompetensi.objects.visible_to(request.user)
    if form.is_valid():
        cari, jenis = form.cleaned_data["cari"], form.cleaned_data["jenis"]
        daftar = daftar.filter(Q(nama__icontains=cari) | Q(kode__icontains=cari)) if cari else daftar
        daftar = daftar.filter(jenis=jenis) if jenis else daftar
    jabatan = _own_post(request)
    daftar_standar = list(StandarKompetensi.objects.filter(jabatan=jabatan).order_by("id")) if jabatan else []
    konteks = {
        "form": form,
        "page": Paginator(daftar.order_by("jenis", "nama", "id"), 25).get_page(request.GET.get("halaman")),
        "jabatan": jabatan,
        "daftar_standar": daftar_standar,
        "tingkat_wajib": {satu.kompetensi_id: satu.tingkat for satu in daftar_standar},
        "kelola": is_admin(request.user),
        "jenis_kompetensi": JenisKompetensi,
    }
    return render(request, "kompetensi/kompetensi_list.html", konteks)


def _find(request: Request, kompetensi_id: int) -> Kompetensi:
    daftar = with_tingkat(Kompetensi.objects.visible_to(request.user)).select_related("instansi")
    return get_object_or_404(daftar, pk=kompetensi_id)


def _find_managed(request: Request, kompetensi_id: int) -> Kompetensi:
    kompetensi = _find(request, kompetensi_id)
    if not can_manage_kamus(request.user, kompetensi.instansi):
        raise PermissionDenied
    return kompetensi


@require_safe
def kompetensi_detail(request: Request, kompetensi_id: int) -> HttpResponse:
    kompetensi = _find(request, kompetensi_id)
    jabatan = _own_post(request)
    daftar = StandarKompetensi.objects.filter(kompetensi=kompetensi)
    wajib = daftar.filter(jabatan=jabatan).order_by("id").first() if jabatan else None
    konteks = {
        "kompetensi": kompetensi,
        "jabatan": jabatan,
        "wajib": wajib,
        "jumlah_jabatan": daftar.count(),
        "kelola": can_manage_kamus(request.user, kompetensi.instansi),
    }
    return render(request, "kompetensi/kompetensi_detail.html", konteks)


def kompetensi_add(request: Request) -> HttpResponse:
    instansi = instansi_of(request)
    if not can_manage_kamus(request.user, instansi):
        raise PermissionDenied
    form = KompetensiForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            kompetensi = actions.add_kompetensi(
                instansi, isian=form.isian(), by=request.user, at=timezone.now()
            )
            messages.success(request, f"{kompetensi} ditambahkan ke kamus.")
            return redirect("kompetensi:kompetensi_detail", kompetensi.pk)
        except actions.CannotKeepKompetensi as error:
            form.add_error("kode", str(error))
    konteks = {"form": form, "kompetensi": None}
    return render(request, "kompetensi/kompetensi_edit.html", konteks, status=422 if form.errors else 200)


def kompetensi_edit(request: Request, kompetensi_id: int) -> HttpResponse:
    kompetensi = _find_managed(request, kompetensi_id)
    awal = {nama: getattr(kompetensi, nama) for nama in ("kode", "nama", "jenis", "definisi", "sumber")}
    awal |= {f"tingkat_{t.tingkat}": t.uraian for t in kompetensi.daftar_tingkat.all()}
    form = KompetensiForm(request.POST or None, initial=awal)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_kompetensi(kompetensi, isian=form.isian(), by=request.user, at=timezone.now())
            messages.success(request, "Kompetensi sudah diubah.")
            return redirect("kompetensi:kompetensi_detail", kompetensi.pk)
        except actions.CannotKeepKompetensi as error:
            form.add_error("kode", str(error))
    konteks = {"form": form, "kompetensi": kompetensi}
    return render(request, "kompetensi/kompetensi_edit.html", konteks, status=422 if form.errors else 200)


@require_POST
def kompetensi_remove(request: Request, kompetensi_id: int) -> HttpResponse:
    kompetensi = _find_managed(request, kompetensi_id)
    try:
        actions.remove_kompetensi(kompetensi, by=request.user, at=timezone.now())
    except actions.CannotKeepKompetensi as error:
        messages.error(request, str(error))
        return redirect("kompetensi:kompetensi_detail", kompetensi_id)
    messages.success(request, f"{kompetensi} dihapus dari kamus.")
    return redirect("kompetensi:kompetensi_list")


@require_safe
def standar_list(request: Request) -> HttpResponse:
    if not is_admin(request.user):
        raise PermissionDenied
    form = SaringJabatan(request.GET or None)
    jalur = lingkup(request.user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
    daftar = Jabatan.objects.filter(
        di_bawah(jalur, kolom="unit_kerja__jalur"), unit_kerja__dibubarkan_on=None
    )
    daftar = daftar.select_related("unit_kerja").annotate(jumlah_standar=Count("daftar_standar"))
    if form.is_valid():
        cari, isi = form.cleaned_data["cari"], form.cleaned_data["isi"]
        if cari:
            daftar = daftar.filter(Q(nama__icontains=cari) | Q(unit_kerja__nama__icontains=cari))
        if isi:
            daftar = daftar.filter(jumlah_standar=0) if isi == "belum" else daftar.exclude(jumlah_standar=0)
    page = Paginator(daftar.order_by("unit_kerja__jalur", "-kepala", "nama", "id"), 25)
    konteks = {"form": form, "page": page.get_page(request.GET.get("halaman"))}
    return render(request, "kompetensi/standar_list.html", konteks)


def standar_edit(request: Request, jabatan_id: int) -> HttpResponse:
    daftar = Jabatan.objects.filter(unit_kerja__instansi_id__in=instansi_ids(request.user))
    jabatan = get_object_or_404(daftar.select_related("unit_kerja"), pk=jabatan_id)
    if not can_manage_standar(request.user, jabatan):
        raise PermissionDenied
    kamus = list(
        Kompetensi.objects.filter(instansi_id=jabatan.unit_kerja.instansi_id).order_by("jenis", "nama", "id")
    )
    senama = [j for j in jabatan_senama(jabatan) if can_manage_standar(request.user, j)]
    ada = list(StandarKompetensi.objects.filter(jabatan=jabatan).order_by("id"))
    awal: dict[str, object] = {f"k{s.kompetensi_id}": str(s.tingkat) for s in ada}
    awal["sumber"] = ada[0].sumber if ada else ""
    form = StandarForm(request.POST or None, initial=awal, daftar_kompetensi=kamus, daftar_senama=senama)
    if request.method == "POST" and form.is_valid():
        sasaran = senama if form.cleaned_data.get("semua") else [jabatan]
        try:
            actions.set_standar(
                sasaran,
                tingkat=form.tingkat(),
                sumber=form.cleaned_data["sumber"],
                by=request.user,
                at=timezone.now(),
            )
            messages.success(request, f"Standar {jabatan} disimpan untuk {len(sasaran)} jabatan.")
            return redirect("kompetensi:standar_list")
        except actions.CannotSetStandar as error:
            form.add_error("sumber", str(error))
    konteks = {"form": form, "jabatan": jabatan}
    return render(request, "kompetensi/standar_edit.html", konteks, status=422 if form.errors else 200)
