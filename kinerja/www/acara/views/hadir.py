"""Answering an invitation, being there, and having understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from markupsafe import Markup

from kinerja.acara import actions
from kinerja.acara.istilah import JawabanAcara
from kinerja.acara.models import Acara, MateriAcara, PesertaAcara
from kinerja.acara.queries.kode import KODE
from kinerja.acara.queries.rekap import daftar_lembar
from kinerja.acara.queries.undangan import diundang, tempat_diundang
from kinerja.dokumen.xlsx import tulis_xlsx
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.kepegawaian.queries.daftar import posts_in_force, search_pegawai
from kinerja.lib.angka import parse_nomor
from kinerja.lib.sekaligus import read_together
from kinerja.www.acara.forms import CariHadir, KodeForm
from kinerja.www.acara.views.acara import get_acara, get_managed, show_acara

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.www.http import Request

SEHALAMAN = 50
_TERJAWAB = {
    JawabanAcara.HADIR: "Terima kasih, kami tunggu.",
    JawabanAcara.TIDAK: "Tercatat. Ringkasannya nanti dapat dibaca di sini.",
}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_POST
def acara_answer(request: Request, acara_id: int) -> HttpResponse:
    acara = get_acara(request, acara_id)
    teks = request.POST.get("jawaban", "")
    if teks not in set(JawabanAcara):
        messages.error(request, "Pilih dahulu: hadir atau tidak dapat hadir.")
        return redirect("acara:acara_detail", acara.pk)
    try:
        actions.answer_acara(acara, jawaban=JawabanAcara(teks), by=request.user, at=timezone.now())
        messages.success(request, _TERJAWAB[JawabanAcara(teks)])
    except actions.CannotHold as error:
        messages.error(request, str(error))
    return redirect("acara:acara_detail", acara.pk)


@require_POST
def acara_enter(request: Request, acara_id: int) -> HttpResponse:
    """The short code, typed."""
    acara, form = get_acara(request, acara_id), KodeForm(request.POST)
    if form.is_valid():
        try:
            actions.enter_code(acara, kode=form.cleaned_data["kode"], by=request.user, at=timezone.now())
            messages.success(request, "Kehadiran Anda tercatat.")
            return redirect("acara:acara_detail", acara.pk)
        except actions.CannotHold as error:
            form.add_error("kode", str(error))
    return show_acara(request, acara, kode=form)


def hadir_confirm(request: Request, kode: str) -> HttpResponse:
    """What a scan opens: who is signed in says with one press that he is here."""
    at, pegawai = timezone.now(), lingkup(request.user).pegawai
    if request.method == "POST":
        try:
            hadir = actions.confirm_attendance(request.POST.get("konfirmasi", ""), by=request.user, at=at)
            messages.success(request, "Kehadiran Anda tercatat.")
            return redirect("acara:acara_detail", hadir.acara_id)
        except actions.CannotHold as error:
            messages.error(request, str(error))
            return redirect("acara:acara_list")
    nomor = KODE.read(kode, at=at)
    acara = (
        Acara.objects.invited(pegawai.pk).filter(pk=parse_nomor(nomor) or 0).order_by("pk").first()
        if nomor and pegawai
        else None
    )
    konteks = {
        "acara": acara,
        "pegawai": pegawai,
        "berlaku": nomor is not None,
        "konfirmasi": KODE.new_konfirmasi(str(acara.pk), user_id=request.user.pk, at=at) if acara else "",
    }
    return render(request, "acara/hadir_confirm.html", konteks)


@require_safe
def kehadiran_qr(request: Request, acara_id: int) -> HttpResponse:
    """For the screen of the room; htmx brings the next code before this one is too old."""
    acara, at = get_managed(request, acara_id), timezone.now()
    konteks: dict[str, object] = {"acara": acara, "pintu": acara.pintu_terbuka(at)}
    if konteks["pintu"]:
        kode = KODE.new(str(acara.pk), at=at)
        alamat = request.build_absolute_uri(reverse("acara:hadir_confirm", args=[kode]))
        gambar = segno.make(alamat, error="m", micro=False).svg_inline(omitsize=True, border=2)
        konteks |= {
            "gambar": Markup(gambar),
            "pendek": KODE.new_pendek(str(acara.pk), at=at),
            "hadir": acara.daftar_peserta.filter(hadir_at__isnull=False).count(),
        }
    templat = "acara/_qr.html" if request.htmx else "acara/kehadiran_qr.html"
    return render(request, templat, konteks)


def kehadiran_edit(request: Request, acara_id: int) -> HttpResponse:
    """The list that the organiser ticks: those who answered first, then the others."""
    acara = get_managed(request, acara_id)
    ditolak, alasan = False, request.POST.get("alasan", "")
    if request.method == "POST":
        if (respons := _saved(request, acara, alasan)) is not None:
            return respons
        ditolak = True
    on = acara.instansi.tanggal(acara.mulai_at)
    unit = _units(acara)
    form = CariHadir(request.GET or None, daftar_unit=unit)
    isi = form.cleaned_data if form.is_valid() else {}
    daftar = diundang(acara, on=on)
    if isi.get("unit"):
        daftar = _of_unit(daftar, acara, isi["unit"])
    daftar = _ordered(search_pegawai(daftar, isi.get("cari", "")), acara)
    halaman = Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    orang = list(halaman.object_list)
    nomor = [satu.pk for satu in orang]
    baca = read_together(
        tempat=posts_in_force(on).filter(pegawai__in=nomor),
        peserta=acara.daftar_peserta.filter(pegawai__in=nomor).order_by("id"),
        unit=unit,
    )
    form.offer(baca["unit"])
    konteks = {
        "acara": acara,
        "form": form,
        "page": halaman,
        "orang": orang,
        # The definitive post comes first and stays.
        "unit_kini": {satu.pegawai_id: satu.unit_kerja.nama for satu in reversed(baca["tempat"])},
        "peserta": {satu.pegawai_id: satu for satu in baca["peserta"]},
        "dicentang": set(_numbers(request, "hadir")) if ditolak else None,
        "alasan": alasan,
    }
    return render(request, "acara/kehadiran_edit.html", konteks, status=422 if ditolak else 200)


def _ordered(daftar: QuerySet[Pegawai], acara: Acara) -> QuerySet[Pegawai]:
    ikut = PesertaAcara.objects.filter(acara=acara, pegawai=OuterRef("pk"))
    return daftar.annotate(ikut=Exists(ikut)).order_by("-ikut", "nama", "id")


def _units(acara: Acara) -> QuerySet[UnitKerja]:
    daftar = UnitKerja.objects.filter(di_bawah(acara.jalur_sasaran, kolom="jalur"), dibubarkan_on=None)
    return daftar.order_by("nama", "id")


def _of_unit(daftar: QuerySet[Pegawai], acara: Acara, unit: UnitKerja) -> QuerySet[Pegawai]:
    tempat = tempat_diundang(acara, on=acara.instansi.tanggal(acara.mulai_at))
    di_unit = tempat.filter(unit_kerja__jalur__startswith=unit.jalur).order_by()
    return daftar.filter(pk__in=di_unit.values("pegawai"))


def _saved(request: Request, acara: Acara, alasan: str) -> HttpResponse | None:
    """None where it was refused: the ticks stay on the page."""
    try:
        baru, dicoret = actions.save_attendance(
            acara,
            daftar_tampil=_numbers(request, "tampil"),
            daftar_hadir=_numbers(request, "hadir"),
            alasan=alasan,
            by=request.user,
            at=timezone.now(),
        )
    except actions.CannotHold as error:
        messages.error(request, str(error))
        return None
    messages.success(request, f"Tersimpan: {baru} orang ditambahkan, {dicoret} orang dicoret.")
    return redirect(request.get_full_path())


def _numbers(request: Request, nama: str) -> list[int]:
    return [nomor for teks in request.POST.getlist(nama) if (nomor := parse_nomor(teks)) is not None]


@require_safe
def kehadiran_file(request: Request, acara_id: int) -> HttpResponse:
    acara = get_managed(request, acara_id)
    hari = acara.instansi.tanggal(acara.mulai_at)
    respons = HttpResponse(tulis_xlsx(*daftar_lembar(acara, on=hari)), content_type=XLSX)
    respons["Content-Disposition"] = f'attachment; filename="kehadiran-{acara.pk}-{hari:%Y-%m-%d}.xlsx"'
    return respons


@require_POST
def materi_understand(request: Request, materi_id: int) -> HttpResponse:
    daftar = MateriAcara.objects.filter(acara__in=Acara.objects.visible_to(request.user).order_by())
    materi = get_object_or_404(daftar, pk=materi_id)
    try:
        actions.understand_materi(materi, by=request.user, at=timezone.now())
        messages.success(request, "Tercatat. Terima kasih sudah membacanya.")
    except actions.CannotHold as error:
        messages.error(request, str(error))
    return redirect("acara:acara_detail", materi.acara_id)
