"""One person in a meeting: the evidence, my mark, proposing a change, and the answer of his penilai."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.jejak.models import JenisHalaman
from kinerja.kalibrasi import actions
from kinerja.kalibrasi.istilah import KeadaanSidang, KeadaanUsulan
from kinerja.kalibrasi.models import Peserta, Sidang, Usulan
from kinerja.kalibrasi.permissions import has_voice
from kinerja.kalibrasi.queries import papan, terlihat
from kinerja.kalibrasi.queries.bukti import Bukti, bukti, next_unmarked
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.metode.kalibrasi import telaah_alasan_kalibrasi
from kinerja.penilaian.actions.kalibrasi import obstacle
from kinerja.penilaian.models import BELUM_DISERAHKAN, Evaluasi
from kinerja.penilaian.permissions import can_rate
from kinerja.www.kalibrasi.forms import JawabanForm, TandaForm, UsulanForm
from kinerja.www.kalibrasi.views.sidang import get_sidang
from kinerja.www.penglihatan import note_akses

if TYPE_CHECKING:
    from django import forms

    from kinerja.www.http import Request


def _find(request: Request, sidang_id: int, evaluasi_id: int) -> tuple[Sidang, Evaluasi]:
    """404 for oneself, one's superiors and one's conflicts: for them this page does not exist."""
    sidang = get_sidang(request, sidang_id)
    daftar = terlihat(sidang, lingkup(request.user).pegawai, on=timezone.localdate())
    lengkap = daftar.select_related(
        "skp__pegawai", "skp__penempatan__jabatan", "skp__unit_kerja", "penilai", "atasan_penilai", "periode"
    )
    return sidang, get_object_or_404(lengkap, pk=evaluasi_id)


def _find_with_voice(request: Request, sidang_id: int, evaluasi_id: int) -> tuple[Sidang, Evaluasi]:
    sidang, evaluasi = _find(request, sidang_id, evaluasi_id)
    if not has_voice(request.user, sidang):
        raise PermissionDenied
    return sidang, evaluasi


@require_safe
def orang_detail(request: Request, sidang_id: int, evaluasi_id: int) -> HttpResponse:
    """The whole page; for htmx only the evidence, to unfold it in the list."""
    sidang, evaluasi = _find(request, sidang_id, evaluasi_id)
    note_akses(request, JenisHalaman.HASIL, evaluasi.skp.pegawai_id, dinilai=evaluasi)
    if request.htmx:
        isi = bukti(sidang, evaluasi, user=request.user)
        return render(request, "kalibrasi/laci.html", {"sidang": sidang, "bukti": isi})
    return _page(request, sidang, evaluasi)


@require_POST
def tanda_save(request: Request, sidang_id: int, evaluasi_id: int) -> HttpResponse:
    sidang, evaluasi = _find_with_voice(request, sidang_id, evaluasi_id)
    form = TandaForm(request.POST)
    if form.is_valid():
        try:
            actions.mark_person(sidang, evaluasi, form.isian(), by=request.user, at=timezone.now())
        except actions.CannotMark as error:
            form.add_error(None, str(error))
    if form.errors:
        return _page(request, sidang, evaluasi, tanda=form)
    berikut = None
    if request.POST.get("langkah") == "berikutnya":
        berikut = next_unmarked(papan(sidang, user=request.user, on=timezone.localdate()), evaluasi.pk)
    messages.success(request, f"Tanda untuk {evaluasi.skp.pegawai.nama} tersimpan.")
    if berikut is not None:
        return redirect("kalibrasi:orang_detail", sidang.pk, berikut)
    return redirect(_row(sidang, evaluasi))


@require_POST
def usulan_propose(request: Request, sidang_id: int, evaluasi_id: int) -> HttpResponse:
    """A reason that argues by distribution is remarked upon once; sent again it goes through."""
    sidang, evaluasi = _find_with_voice(request, sidang_id, evaluasi_id)
    form = UsulanForm(request.POST)
    if form.is_valid():
        telaah = telaah_alasan_kalibrasi(form.cleaned_data["alasan"])
        if telaah and not request.POST.get("telaah_dibaca"):
            return _page(request, sidang, evaluasi, usulan=form, telaah=telaah[0].pesan)
        try:
            actions.propose_usulan(sidang, evaluasi, form.isian(), by=request.user, at=timezone.now())
        except actions.CannotPropose as error:
            form.add_error(None, str(error))
    if form.errors:
        return _page(request, sidang, evaluasi, usulan=form)
    messages.success(request, f"Usul tersampaikan. {evaluasi.penilai.nama} sebagai penilai yang memutuskan.")
    return redirect("kalibrasi:orang_detail", sidang.pk, evaluasi.pk)


@require_POST
def usulan_accept(request: Request, usulan_id: int) -> HttpResponse:
    usulan = _usulan(request, usulan_id)
    try:
        actions.accept_usulan(usulan, by=request.user, at=timezone.now())
        messages.success(
            request, "Rating berubah, dan predikatnya mengikuti kuadran. Pegawai membaca alasannya."
        )
    except actions.CannotCalibrate as error:
        messages.error(request, str(error))
    return redirect("kalibrasi:orang_detail", usulan.sidang_id, usulan.evaluasi_id)


@require_POST
def usulan_decline(request: Request, usulan_id: int) -> HttpResponse:
    usulan = _usulan(request, usulan_id)
    if not can_rate(request.user, usulan.evaluasi):
        raise PermissionDenied
    form = JawabanForm(request.POST)
    if form.is_valid():
        try:
            actions.decline_usulan(
                usulan, jawaban=form.cleaned_data["jawaban"], by=request.user, at=timezone.now()
            )
            messages.success(request, "Usul ditolak dengan alasan Anda. Ratingnya tetap.")
            return redirect("kalibrasi:orang_detail", usulan.sidang_id, usulan.evaluasi_id)
        except actions.CannotAnswer as error:
            form.add_error("jawaban", str(error))
    sidang, evaluasi = _find(request, usulan.sidang_id, usulan.evaluasi_id)
    return _page(request, sidang, evaluasi, jawaban=form)


def _usulan(request: Request, usulan_id: int) -> Usulan:
    daftar = Usulan.objects.visible_to(request.user).select_related("sidang", "evaluasi__skp")
    usulan: Usulan = get_object_or_404(daftar, pk=usulan_id)
    return usulan


def _row(sidang: Sidang, evaluasi: Evaluasi) -> str:
    """Back to the line of the list that one came from."""
    return f"{reverse('kalibrasi:sidang_detail', args=[sidang.pk])}?ke={evaluasi.pk}#orang-{evaluasi.pk}"


def _page(
    request: Request, sidang: Sidang, evaluasi: Evaluasi, *, telaah: str = "", **form: forms.Form
) -> HttpResponse:
    isi = bukti(sidang, evaluasi, user=request.user)
    saya = Peserta.objects.filter(sidang=sidang, pegawai=lingkup(request.user).pegawai).first()
    konteks = {
        "sidang": sidang,
        "evaluasi": evaluasi,
        "bukti": isi,
        "bersuara": saya is not None and saya.bersuara,
        "halangan": obstacle(evaluasi),
        "telaah": telaah,
        **_forms(request, sidang, evaluasi, isi, saya, form),
    }
    status = 422 if telaah or any(satu.errors for satu in form.values()) else 200
    return render(request, "kalibrasi/orang_detail.html", konteks, status=status)


def _forms(
    request: Request,
    sidang: Sidang,
    evaluasi: Evaluasi,
    isi: Bukti,
    saya: Peserta | None,
    form: dict[str, forms.Form],
) -> dict[str, object]:
    """What this person may fill in now; a form that was sent keeps what was typed."""
    tanda_saya = next((t for t in isi.daftar_tanda if saya and t.peserta_id == saya.pk), None)
    menunggu = next((u for u in isi.daftar_usulan if u.keadaan == KeadaanUsulan.MENUNGGU), None)
    bersuara, keadaan = saya is not None and saya.bersuara, sidang.keadaan
    berlangsung = keadaan == KeadaanSidang.BERLANGSUNG
    boleh_usul = bersuara and berlangsung and menunggu is None and not obstacle(evaluasi)
    menjawab = berlangsung and menunggu is not None and can_rate(request.user, evaluasi)
    boleh_tanda = bersuara and sidang.tertutup_tanda and evaluasi.status in BELUM_DISERAHKAN
    return {
        "menunggu": menunggu,
        "form_tanda": form.get("tanda") or (TandaForm.of(tanda_saya) if boleh_tanda else None),
        "form_usulan": form.get("usulan") or (UsulanForm.of(evaluasi) if boleh_usul else None),
        "form_jawaban": form.get("jawaban") or (JawabanForm() if menjawab else None),
    }
