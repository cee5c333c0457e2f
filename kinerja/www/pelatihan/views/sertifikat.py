"""Certificates: one's own and where the hours come from, those to be checked, and the paper itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import OuterRef, Q, Subquery
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from kinerja.dokumen.sertifikat import KODE_SERTIFIKAT, cetak_sertifikat
from kinerja.jejak.models import DokumenTerbit, JenisHalaman
from kinerja.jejak.sidik import kode_periksa
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.permissions import is_admin
from kinerja.lib.angka import parse_nomor
from kinerja.lib.berkas import BerkasDitolak, JenisBerkas
from kinerja.pelatihan import actions
from kinerja.pelatihan.istilah import KeadaanSertifikat
from kinerja.pelatihan.models import Sertifikat
from kinerja.pelatihan.permissions import can_check_sertifikat
from kinerja.pelatihan.queries import jp_setahun
from kinerja.www.dokumen.views import pdf
from kinerja.www.pelatihan.forms import AlasanForm, PeriksaForm, SertifikatForm
from kinerja.www.pelatihan.views.katalog import SEHALAMAN
from kinerja.www.penglihatan import note_penilai_or_admin

if TYPE_CHECKING:
    from kinerja.www.http import Request


@require_safe
def sertifikat_own(request: Request) -> HttpResponse:
    pegawai, on = lingkup(request.user).pegawai, timezone.localdate()
    if pegawai is None:
        raise Http404
    diminta = parse_nomor(request.GET.get("tahun", "")) or on.year
    tahun = diminta if 2000 <= diminta <= on.year else on.year
    daftar = Sertifikat.objects.filter(pegawai=pegawai).order_by("-selesai_on", "-id")
    page = Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "page": page,
        "tahun": tahun,
        "tahun_ini": on.year,
        "setahun": jp_setahun(pegawai, tahun),
    }
    return render(request, "pelatihan/sertifikat_own.html", konteks)


def sertifikat_submit(request: Request) -> HttpResponse:
    pegawai = lingkup(request.user).pegawai
    if pegawai is None:
        raise Http404
    form = SertifikatForm(request.POST or None, request.FILES or None, instansi_id=pegawai.instansi_id)
    if request.method == "POST" and form.is_valid():
        try:
            sertifikat = actions.submit_sertifikat(form.isian(), by=request.user, at=timezone.now())
            messages.success(
                request, "Sertifikat terkirim. JP-nya dihitung setelah diperiksa pengelola kepegawaian."
            )
            return redirect("pelatihan:sertifikat_detail", sertifikat.pk)
        except (actions.CannotSubmitSertifikat, BerkasDitolak) as error:
            form.add_error(None, str(error))
    return render(
        request, "pelatihan/sertifikat_submit.html", {"form": form}, status=422 if form.errors else 200
    )


@require_safe
def sertifikat_queue(request: Request) -> HttpResponse:
    if not is_admin(request.user):
        raise PermissionDenied
    daftar = Sertifikat.objects.visible_to(request.user).filter(keadaan=KeadaanSertifikat.DIAJUKAN)
    page = Paginator(daftar.select_related("pegawai").order_by("diajukan_at", "id"), SEHALAMAN)
    konteks = {"page": page.get_page(request.GET.get("halaman"))}
    return render(request, "pelatihan/sertifikat_queue.html", konteks)


def _get(request: Request, sertifikat_id: int) -> Sertifikat:
    daftar = Sertifikat.objects.visible_to(request.user)
    daftar = daftar.select_related("pegawai__instansi").annotate(kembar=_twin())
    sertifikat: Sertifikat = get_object_or_404(daftar, pk=sertifikat_id)
    note_penilai_or_admin(request, JenisHalaman.PELATIHAN, sertifikat.pegawai_id)
    return sertifikat


@require_safe
def sertifikat_detail(request: Request, sertifikat_id: int) -> HttpResponse:
    return _page(request, _get(request, sertifikat_id))


def _page(request: Request, sertifikat: Sertifikat, **form: forms.Form) -> HttpResponse:
    periksa = can_check_sertifikat(request.user, sertifikat)
    menunggu = sertifikat.keadaan == KeadaanSertifikat.DIAJUKAN
    setahun = jp_setahun(sertifikat.pegawai, sertifikat.selesai_on.year)
    kunci = f"sertifikat:{sertifikat.pk}"
    konteks = {
        "sertifikat": sertifikat,
        "diri": sertifikat.pegawai.user_id == request.user.pk,
        "periksa": periksa,
        "menunggu": menunggu,
        "setahun": setahun,
        "hitungan": next((b for b in setahun.daftar if b.catatan.kunci == kunci), None),
        "kembar": sertifikat.kembar if periksa and menunggu else None,  # type: ignore[attr-defined]
        "form_sah": form.get("sah") or PeriksaForm.of(sertifikat),
        "form_kembali": form.get("kembali") or AlasanForm(auto_id="kembali_%s"),
    }
    status = 422 if any(satu.errors for satu in form.values()) else 200
    return render(request, "pelatihan/sertifikat_detail.html", konteks, status=status)


def _twin() -> Subquery:
    """Who in the house has the very same file, or who else the same number of the same house: worth a look, not yet a fault."""
    berkas = Q(sidik=OuterRef("sidik")) & ~Q(sidik="")
    nomor = Q(nomor_kunci=OuterRef("nomor_kunci"), penyelenggara__iexact=OuterRef("penyelenggara"))
    lain = Sertifikat.objects.filter(
        berkas | (nomor & ~Q(pegawai=OuterRef("pegawai"))), pegawai__instansi=OuterRef("pegawai__instansi")
    ).exclude(pk=OuterRef("pk"))
    return Subquery(lain.order_by("id").values("pegawai__nama")[:1])


@require_safe
def sertifikat_open(request: Request, sertifikat_id: int) -> HttpResponse:
    """The uploaded file, or the certificate of our own class printed from what was kept when it was issued."""
    sertifikat = _get(request, sertifikat_id)
    if sertifikat.berkas:
        return _file(sertifikat)
    daftar = DokumenTerbit.objects.filter(kode=KODE_SERTIFIKAT, objek_id=str(sertifikat.pk))
    dokumen = get_object_or_404(daftar.order_by("id"), objek_jenis=sertifikat._meta.label_lower)
    alamat = request.build_absolute_uri(reverse("dokumen:verifikasi", args=[dokumen.token]))
    isi = cetak_sertifikat(
        dokumen.isian, at=dokumen.diterbitkan_at, alamat=alamat, kode=kode_periksa(dokumen.token)
    )
    return pdf(isi, nama=f"sertifikat-{sertifikat.pk}")


def _file(sertifikat: Sertifikat) -> HttpResponse:
    try:
        with sertifikat.berkas.open("rb") as berkas:
            isi = berkas.read()
    except FileNotFoundError:
        raise Http404 from None
    respons = HttpResponse(isi, content_type=JenisBerkas(sertifikat.jenis_berkas).tipe_mime)
    nama = content_disposition_header(as_attachment=False, filename=sertifikat.nama_berkas)
    respons["Content-Disposition"] = nama or "inline"
    respons["X-Content-Type-Options"] = "nosniff"
    respons["Cache-Control"] = "private, no-store"
    return respons


@require_POST
def sertifikat_verify(request: Request, sertifikat_id: int) -> HttpResponse:
    sertifikat = _checked(request, sertifikat_id)
    form = PeriksaForm(request.POST)
    if form.is_valid():
        try:
            actions.verify_sertifikat(sertifikat, **form.cleaned_data, by=request.user, at=timezone.now())
            messages.success(request, "Sertifikat sah. Apakah JP-nya menambah rekap, terbaca di bawah.")
            return redirect("pelatihan:sertifikat_queue")
        except actions.CannotSubmitSertifikat as error:
            form.add_error("jp", str(error))
    return _page(request, sertifikat, sah=form)


@require_POST
def sertifikat_return(request: Request, sertifikat_id: int) -> HttpResponse:
    sertifikat = _checked(request, sertifikat_id)
    form = AlasanForm(request.POST, auto_id="kembali_%s")
    if form.is_valid():
        try:
            actions.return_sertifikat(
                sertifikat, alasan=form.cleaned_data["alasan"], by=request.user, at=timezone.now()
            )
            messages.success(request, f"Dikembalikan. {sertifikat.pegawai.nama} membaca alasannya.")
            return redirect("pelatihan:sertifikat_queue")
        except actions.CannotTrain as error:
            form.add_error("alasan", str(error))
    return _page(request, sertifikat, kembali=form)


@require_POST
def sertifikat_count(request: Request, sertifikat_id: int) -> HttpResponse:
    sertifikat = _checked(request, sertifikat_id)
    di_luar = request.POST.get("di_luar_rekap") == "ya"
    try:
        actions.count_apart(sertifikat, di_luar_rekap=di_luar, by=request.user, at=timezone.now())
        messages.success(request, "Cara menghitung sertifikat ini sudah diubah.")
    except actions.CannotSubmitSertifikat as error:
        messages.error(request, str(error))
    return redirect("pelatihan:sertifikat_detail", sertifikat.pk)


def _checked(request: Request, sertifikat_id: int) -> Sertifikat:
    sertifikat = _get(request, sertifikat_id)
    if not can_check_sertifikat(request.user, sertifikat):
        raise PermissionDenied
    return sertifikat
