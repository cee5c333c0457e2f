"""One plan: reading it, writing it, signing it, its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.dokumen.pembinaan import KODE_BERITA_PEMBINAAN, KODE_RENCANA_PEMBINAAN, cetak_pembinaan
from kinerja.jejak.models import DokumenTerbit, JenisHalaman
from kinerja.jejak.sidik import kode_periksa
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.pembinaan import actions, permissions, queries
from kinerja.pembinaan.formulir import susun_cetakan
from kinerja.pembinaan.istilah import JenisButir, SikapPegawai, StatusPembinaan
from kinerja.pembinaan.models import ButirPembinaan, RencanaPembinaan, SasaranPembinaan
from kinerja.www.dokumen.views import pdf
from kinerja.www.pembinaan.forms import (
    ButirForm,
    JawabForm,
    PeninjauanForm,
    PertemuanForm,
    SasaranForm,
    TutupForm,
)
from kinerja.www.penglihatan import note_akses

if TYPE_CHECKING:
    from django import forms

    from kinerja.www.http import Request

_NASKAH = {"rencana": KODE_RENCANA_PEMBINAAN, "berita": KODE_BERITA_PEMBINAAN}


def get_rencana(request: Request, pembinaan_id: int) -> RencanaPembinaan:
    daftar = RencanaPembinaan.objects.visible_to(request.user).with_people()
    rencana: RencanaPembinaan = get_object_or_404(
        daftar.select_related("evaluasi__skp__penempatan__jabatan").defer(
            "evaluasi__jejak_hitung", "evaluasi__jejak_saran", "evaluasi__masukan"
        ),
        pk=pembinaan_id,
    )
    _show_as_taken_over(request, rencana)
    return rencana


def _show_as_taken_over(request: Request, rencana: RencanaPembinaan) -> None:
    """Who assesses the person since today reads it as his own; it is written down with his first step, or by the clock."""
    saya = lingkup(request.user).pegawai
    pihak = (rencana.pegawai_id, rencana.penilai_id, rencana.atasan_penilai_id)
    if saya is None or saya.pk in pihak or permissions.can_lead(request.user, rencana):
        return
    rencana.penilai = saya


def leader_only(request: Request, rencana: RencanaPembinaan) -> None:
    if not permissions.can_lead(request.user, rencana):
        raise PermissionDenied


@require_safe
def rencana_detail(request: Request, pembinaan_id: int) -> HttpResponse:
    return page(request, get_rencana(request, pembinaan_id))


@require_safe
def naskah(request: Request, pembinaan_id: int, jenis: str) -> HttpResponse:
    """The registered paper as it was kept; before that what it would say, marked as unregistered."""
    rencana = get_rencana(request, pembinaan_id)
    if jenis not in _NASKAH or (jenis == "berita" and rencana.terbuka):
        raise Http404
    note_akses(request, JenisHalaman.PEMBINAAN, rencana.pegawai_id, dinilai=rencana)
    dokumen = (
        DokumenTerbit.objects.filter(
            kode=_NASKAH[jenis], objek_jenis=rencana._meta.label_lower, objek_id=str(rencana.pk)
        )
        .order_by("id")
        .first()
    )
    nama = f"pembinaan-{jenis}-{rencana.pk}"
    if dokumen is None:
        isi = susun_cetakan(rencana, berita=jenis == "berita").as_dict()
        return pdf(cetak_pembinaan(isi, at=timezone.now()), nama=nama)
    alamat = request.build_absolute_uri(reverse("dokumen:verifikasi", args=[dokumen.token]))
    kode = kode_periksa(dokumen.token)
    return pdf(cetak_pembinaan(dokumen.isian, at=dokumen.diterbitkan_at, alamat=alamat, kode=kode), nama=nama)


@require_POST
def sasaran_add(request: Request, pembinaan_id: int) -> HttpResponse:
    rencana = get_rencana(request, pembinaan_id)
    leader_only(request, rencana)
    form = SasaranForm(request.POST)
    if form.is_valid():
        try:
            actions.add_sasaran(rencana, teks=form.cleaned_data["teks"], by=request.user, at=timezone.now())
            return redirect(f"{reverse('pembinaan:rencana_detail', args=[rencana.pk])}#sasaran")
        except actions.CannotCoach as error:
            form.add_error("teks", str(error))
    return page(request, rencana, sasaran=form)


@require_POST
def sasaran_drop(request: Request, sasaran_id: int) -> HttpResponse:
    terlihat = RencanaPembinaan.objects.visible_to(request.user).order_by().values("pk")
    sasaran = get_object_or_404(
        SasaranPembinaan.objects.select_related("rencana"), pk=sasaran_id, rencana__in=terlihat
    )
    try:
        actions.drop_sasaran(sasaran, by=request.user, at=timezone.now())
    except actions.CannotCoach as error:
        messages.error(request, str(error))
    return redirect(f"{reverse('pembinaan:rencana_detail', args=[sasaran.rencana_id])}#sasaran")


@require_POST
def butir_add(request: Request, pembinaan_id: int) -> HttpResponse:
    rencana = get_rencana(request, pembinaan_id)
    leader_only(request, rencana)
    form = ButirForm(request.POST, rencana=rencana)
    if form.is_valid():
        try:
            actions.add_butir(rencana, form.isian(), by=request.user, at=timezone.now())
            return redirect(f"{reverse('pembinaan:rencana_detail', args=[rencana.pk])}#langkah")
        except actions.CannotCoach as error:
            form.add_error(None, str(error))
    return page(request, rencana, butir=form)


@require_POST
def butir_drop(request: Request, butir_pembinaan_id: int) -> HttpResponse:
    butir = get_butir(request, butir_pembinaan_id)
    try:
        actions.drop_butir(butir, by=request.user, at=timezone.now())
    except actions.CannotCoach as error:
        messages.error(request, str(error))
    return redirect(f"{reverse('pembinaan:rencana_detail', args=[butir.rencana_id])}#langkah")


def get_butir(request: Request, nomor: int) -> ButirPembinaan:
    terlihat = RencanaPembinaan.objects.visible_to(request.user).order_by().values("pk")
    return get_object_or_404(ButirPembinaan.objects.select_related("rencana"), pk=nomor, rencana__in=terlihat)


@require_POST
def rencana_sign(request: Request, pembinaan_id: int) -> HttpResponse:
    rencana = get_rencana(request, pembinaan_id)
    try:
        actions.sign_rencana(rencana, by=request.user, at=timezone.now())
        messages.success(request, f"Anda menandatangani. {rencana.pegawai.nama} dapat menjawabnya sekarang.")
    except actions.CannotCoach as error:
        messages.error(request, str(error))
    return redirect("pembinaan:rencana_detail", rencana.pk)


@require_POST
def rencana_answer(request: Request, pembinaan_id: int) -> HttpResponse:
    rencana = get_rencana(request, pembinaan_id)
    if not permissions.is_person(request.user, rencana):
        raise PermissionDenied
    form = JawabForm(request.POST)
    if form.is_valid():
        isi = form.cleaned_data
        try:
            actions.answer_rencana(
                rencana,
                sikap=SikapPegawai(isi["sikap"]),
                keberatan=isi["keberatan"],
                by=request.user,
                at=timezone.now(),
            )
            messages.success(
                request, "Jawaban Anda tersimpan, dan naskahnya terbit. Bantuan berjalan seperti tertulis."
            )
            return redirect("pembinaan:rencana_detail", rencana.pk)
        except actions.CannotCoach as error:
            form.add_error(None, str(error))
    return page(request, rencana, jawab=form)


def page(request: Request, rencana: RencanaPembinaan, **form: forms.Form) -> HttpResponse:
    """The whole plan, with the forms that this reader may fill in; a form that was sent keeps what was typed."""
    note_akses(request, JenisHalaman.PEMBINAAN, rencana.pegawai_id, dinilai=rencana)
    isi = queries.rincian(rencana)
    jabatan = rencana.evaluasi.skp.penempatan.jabatan
    konteks = {
        "rencana": rencana,
        "isi": isi,
        "daftar_alih": [queries.kalimat_alih(satu) for satu in isi.daftar_alih],
        "tangga": queries.tangga(rencana, jabatan.jenis),
        "on": timezone.localdate(),
        "pegawai_sendiri": permissions.is_person(request.user, rencana),
        "penilai_sendiri": permissions.is_penilai(request.user, rencana),
        "memimpin": permissions.can_lead(request.user, rencana) and rencana.terbuka,
        "galat_form": next((satu for satu in form.values() if satu.errors), None),
        **_forms(request, rencana, isi, form),
    }
    status = 422 if any(satu.errors for satu in form.values()) else 200
    return render(request, "pembinaan/rencana_detail.html", konteks, status=status)


def _forms(
    request: Request, rencana: RencanaPembinaan, isi: queries.Rincian, form: dict[str, forms.Form]
) -> dict[str, forms.Form | None]:
    memimpin = permissions.can_lead(request.user, rencana) and rencana.terbuka
    berjalan = rencana.status == StatusPembinaan.BERJALAN
    ikut = berjalan and permissions.takes_part(request.user, rencana)
    menjawab = berjalan and not rencana.sikap and permissions.is_person(request.user, rencana)
    on = timezone.localdate()
    belum = memimpin and berjalan and len(isi.daftar_peninjauan) < 2 and not isi.ditinjau_akhir
    awal = "tengah" if not isi.daftar_peninjauan and on < rencana.batas_on else "akhir"
    return {
        "form_sasaran": form.get("sasaran")
        or (SasaranForm() if memimpin and rencana.status == StatusPembinaan.DISUSUN else None),
        "form_butir": form.get("butir")
        or (ButirForm(rencana=rencana, initial={"jenis": JenisButir.LANGKAH}) if memimpin else None),
        "form_jawab": form.get("jawab") or (JawabForm() if menjawab else None),
        "form_pertemuan": form.get("pertemuan") or (PertemuanForm(initial={"tanggal": on}) if ikut else None),
        "form_peninjauan": form.get("peninjauan")
        or (
            PeninjauanForm(daftar_sasaran=isi.daftar_sasaran, initial={"tanggal": on, "jenis": awal})
            if belum
            else None
        ),
        "form_tutup": form.get("tutup") or (TutupForm() if memimpin else None),
    }
