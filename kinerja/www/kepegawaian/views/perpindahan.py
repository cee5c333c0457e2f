"""Moves, a change of penilai, Plt. and Plh.: typed, looked at, confirmed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.kepegawaian.queries.penilai import penempatan_kini
from kinerja.penilaian.actions import mutasi
from kinerja.www.http import Request
from kinerja.www.kepegawaian.forms import (
    AkhiriForm,
    PelaksanaForm,
    PenilaiForm,
    PerpindahanForm,
    PilihUnit,
    PindahForm,
    today_initial,
)
from kinerja.www.kepegawaian.views.pegawai import find_managed


def pegawai_move(request: Request, pegawai_id: int) -> HttpResponse:
    pegawai = find_managed(request, pegawai_id)
    isian = request.POST or request.GET
    pilih = PilihUnit(isian or None, pegawai=pegawai)
    judul = f"Pindahkan {pegawai}"
    if not pilih.is_valid():
        konteks = {"pegawai": pegawai, "judul": judul, "form": pilih, "pratinjau": None, "langkah": "unit"}
        return render(request, "kepegawaian/perpindahan.html", konteks, status=422 if pilih.is_bound else 200)
    awal = {"initial": {**today_initial(timezone.localdate()), "unit": pilih.cleaned_data["unit"].pk}}
    unit = pilih.cleaned_data["unit"]
    form = PindahForm(isian if "jabatan" in isian else None, pegawai=pegawai, unit=unit, **awal)
    return _step(request, pegawai, form, judul=f"{judul} ke {unit}")


def penilai_change(request: Request, pegawai_id: int) -> HttpResponse:
    pegawai = find_managed(request, pegawai_id)
    on = timezone.localdate()
    penempatan = penempatan_kini(pegawai, on=on)
    if penempatan is None:
        messages.error(request, f"{pegawai} belum mempunyai jabatan. Pindahkan dahulu ke sebuah jabatan.")
        return redirect("kepegawaian:pegawai_detail", pegawai.pk)
    form = PenilaiForm(_typed(request), penempatan=penempatan, initial=today_initial(on))
    return _step(request, pegawai, form, judul=f"Ganti penilai {pegawai}")


def plt_appoint(request: Request, pegawai_id: int) -> HttpResponse:
    pegawai = find_managed(request, pegawai_id)
    form = PelaksanaForm(_typed(request), pegawai=pegawai, initial=today_initial(timezone.localdate()))
    return _step(request, pegawai, form, judul=f"Tunjuk {pegawai} sebagai Plt. atau Plh.")


def plt_end(request: Request, penempatan_id: int) -> HttpResponse:
    daftar = Penempatan.objects.visible_to(request.user).with_people().select_related("pegawai__instansi")
    penempatan = get_object_or_404(daftar, pk=penempatan_id)
    pegawai = find_managed(request, penempatan.pegawai_id)
    form = AkhiriForm(_typed(request), penempatan=penempatan, initial=today_initial(timezone.localdate()))
    return _step(request, pegawai, form, judul=f"Akhiri tugas {penempatan.jabatan}")


def _typed(request: Request) -> QueryDict | None:
    return request.POST or request.GET or None


def _step(request: Request, pegawai: Pegawai, form: PerpindahanForm, *, judul: str) -> HttpResponse:
    """GET shows what would move, POST moves it; a refusal keeps what was typed."""
    pratinjau, status = None, 422 if form.is_bound and not form.is_valid() else 200
    if form.is_bound and form.is_valid():
        try:
            if request.method == "POST":
                mutasi.carry_out(form.rencana(), by=request.user, at=timezone.now())
                messages.success(
                    request, f"Tersimpan. Jabatan, penilai, SKP, dan evaluasi {pegawai} sudah disesuaikan."
                )
                return redirect("kepegawaian:pegawai_detail", pegawai.pk)
            pratinjau = mutasi.preview(form.rencana())
        except mutasi.CannotMove as error:
            form.add_error(None, str(error))
            status = 422
    konteks = {"pegawai": pegawai, "judul": judul, "form": form, "pratinjau": pratinjau, "langkah": "isi"}
    return render(request, "kepegawaian/perpindahan.html", konteks, status=status)
