"""One person in one class: what happened so far, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.jejak.models import JenisHalaman
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.sekaligus import read_together
from kinerja.pelatihan import actions
from kinerja.pelatihan.actions.kursi import gone
from kinerja.pelatihan.actions.tindak_lanjut import asked_on
from kinerja.pelatihan.istilah import BERJALAN, KeadaanPeserta
from kinerja.pelatihan.models import PesertaPelatihan
from kinerja.pelatihan.permissions import can_manage_pelatihan, is_penilai_of
from kinerja.pelatihan.queries.jp import jp_from, jp_sources
from kinerja.pelatihan.queries.tugas import penilai_dari
from kinerja.peraturan.identitas import JenisASN
from kinerja.peraturan.jam_pelajaran import capaian_jp
from kinerja.www.pelatihan.forms import AlasanForm, JawabanForm
from kinerja.www.penglihatan import note_penilai_or_admin

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from django.http import HttpResponse

    from kinerja.www.http import Request


def get_peserta(request: Request, peserta_id: int) -> PesertaPelatihan:
    daftar = PesertaPelatihan.objects.visible_to(request.user).with_people()
    peserta: PesertaPelatihan = get_object_or_404(daftar.select_related("sertifikat"), pk=peserta_id)
    return peserta


@require_safe
def peserta_detail(request: Request, peserta_id: int) -> HttpResponse:
    return _page(request, get_peserta(request, peserta_id))


def _page(request: Request, peserta: PesertaPelatihan, **form: forms.Form) -> HttpResponse:
    on, kelas = timezone.localdate(), peserta.kelas
    note_penilai_or_admin(request, JenisHalaman.PELATIHAN, peserta.pegawai_id)
    diri, saya = peserta.pegawai.user_id == request.user.pk, lingkup(request.user).pegawai
    tahun = kelas.selesai_on.year
    baca = _read(peserta, tahun=tahun, on=on)
    penilai = not diri and saya is not None and saya.pk in {h.penilai_id for h in baca["penilai"][:1]}
    kelola = can_manage_pelatihan(request.user, kelas.pelatihan.instansi)
    jp = jp_from(peserta.pegawai, tahun, rekap=baca["rekap"], catatan=baca["catatan"]).jp
    konteks = {
        "peserta": peserta,
        "kelas": kelas,
        "diri": diri,
        "penilai": penilai and peserta.keadaan == KeadaanPeserta.DIAJUKAN,
        "kelola": kelola,
        "pindah": gone(peserta),
        "tahun": tahun,
        "jp": jp,
        "melebihi": _beyond(peserta, int(jp)) if peserta.keadaan in BERJALAN else "",
        "daftar_hadir": baca["hadir"],
        "daftar_jawaban": baca["jawaban"],
        "tanya_on": asked_on(kelas.selesai_on),
        "on": on,
        "bertanya": diri or penilai,
        "dapat_undur": (diri or kelola) and peserta.keadaan in BERJALAN,
        "form_tolak": form.get("tolak") or AlasanForm(auto_id="tolak_%s"),
        "form_keluar": form.get("keluar") or AlasanForm(auto_id="keluar_%s"),
        "form_undur": form.get("undur") or AlasanForm(auto_id="undur_%s"),
    }
    status = 422 if any(satu.errors for satu in form.values()) else 200
    return render(request, "pelatihan/peserta_detail.html", konteks, status=status)


def _beyond(peserta: PesertaPelatihan, jp: int) -> str:
    """What the hours would come to with this class, where there is a maximum and it would be passed."""
    orang = peserta.pegawai
    if not orang.jenis_asn:
        return ""
    capaian = capaian_jp(jenis_asn=JenisASN(orang.jenis_asn), jp=jp + peserta.kelas.jp)
    return capaian.kalimat if capaian.lebih else ""


def _read(peserta: PesertaPelatihan, *, tahun: int, on: date) -> dict[str, list[Any]]:
    return read_together(
        hadir=peserta.daftar_kehadiran.order_by("hari_on"),
        jawaban=peserta.daftar_jawaban.order_by("pihak"),
        penilai=penilai_dari(peserta.pegawai_id, on=on),
        **jp_sources(peserta.pegawai, tahun),
    )


@require_POST
def peserta_approve(request: Request, peserta_id: int) -> HttpResponse:
    peserta = get_peserta(request, peserta_id)
    try:
        actions.approve_peserta(peserta, by=request.user, at=timezone.now())
        messages.success(request, f"{peserta.pegawai.nama} disetujui. Panitia memutuskan kursinya.")
    except actions.CannotTrain as error:
        messages.error(request, str(error))
    return redirect("pelatihan:peserta_detail", peserta.pk)


@require_POST
def peserta_accept(request: Request, peserta_id: int) -> HttpResponse:
    peserta = get_peserta(request, peserta_id)
    try:
        diputus = actions.accept_peserta(peserta, by=request.user, at=timezone.now())
        label = KeadaanPeserta(diputus.keadaan).label.lower()
        messages.success(request, f"{peserta.pegawai.nama}: {label}.")
    except actions.CannotTrain as error:
        messages.error(request, str(error))
    return redirect("pelatihan:kelas_detail", peserta.kelas_id)


@require_POST
def peserta_refuse(request: Request, peserta_id: int) -> HttpResponse:
    peserta = get_peserta(request, peserta_id)
    if not is_penilai_of(request.user, peserta.pegawai_id, on=timezone.localdate()):
        raise PermissionDenied
    pesan = f"Ajuan {peserta.pegawai.nama} ditolak; ia membaca alasan Anda."
    return _with_reason(request, peserta, actions.refuse_peserta, form="tolak", pesan=pesan)


@require_POST
def peserta_decline(request: Request, peserta_id: int) -> HttpResponse:
    peserta = get_peserta(request, peserta_id)
    if not can_manage_pelatihan(request.user, peserta.kelas.pelatihan.instansi):
        raise PermissionDenied
    pesan = f"{peserta.pegawai.nama} tidak diterima; ia membaca alasannya."
    return _with_reason(request, peserta, actions.decline_peserta, form="keluar", pesan=pesan)


@require_POST
def peserta_withdraw(request: Request, peserta_id: int) -> HttpResponse:
    peserta = get_peserta(request, peserta_id)
    kelola = can_manage_pelatihan(request.user, peserta.kelas.pelatihan.instansi)
    if not kelola and peserta.pegawai.user_id != request.user.pk:
        raise PermissionDenied
    pesan = "Pengunduran diri tercatat. Kursinya diberikan kepada orang berikutnya dalam daftar tunggu."
    return _with_reason(request, peserta, actions.withdraw_peserta, form="undur", pesan=pesan)


def _with_reason(
    request: Request,
    peserta: PesertaPelatihan,
    lakukan: Callable[..., PesertaPelatihan],
    *,
    form: str,
    pesan: str,
) -> HttpResponse:
    isian = AlasanForm(request.POST, auto_id=f"{form}_%s")
    if isian.is_valid():
        try:
            lakukan(peserta, alasan=isian.cleaned_data["alasan"], by=request.user, at=timezone.now())
            messages.success(request, pesan)
            return redirect("pelatihan:peserta_detail", peserta.pk)
        except actions.CannotTrain as error:
            isian.add_error("alasan", str(error))
    return _page(request, peserta, **{form: isian})


def tindak_lanjut_answer(request: Request, peserta_id: int) -> HttpResponse:
    peserta = get_peserta(request, peserta_id)
    diri = peserta.pegawai.user_id == request.user.pk
    if not diri and not is_penilai_of(request.user, peserta.pegawai_id, on=timezone.localdate()):
        raise PermissionDenied
    note_penilai_or_admin(request, JenisHalaman.PELATIHAN, peserta.pegawai_id)
    form = JawabanForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_tindak_lanjut(peserta, form.isian(), by=request.user, at=timezone.now())
            messages.success(request, "Terima kasih. Jawaban Anda membantu memilih pelatihan berikutnya.")
            return redirect("pelatihan:peserta_detail", peserta.pk)
        except actions.CannotAnswer as error:
            form.add_error(None, str(error))
    konteks = {"form": form, "peserta": peserta, "kelas": peserta.kelas, "diri": diri}
    return render(request, "pelatihan/tindak_lanjut_answer.html", konteks, status=422 if form.errors else 200)
