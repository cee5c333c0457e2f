"""The jury and the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.kepegawaian.queries.penilai import daftar_pemimpin
from kinerja.penghargaan import actions
from kinerja.penghargaan.istilah import KeadaanProgram
from kinerja.penghargaan.models import JuriPenghargaan
from kinerja.penghargaan.queries.halaman import halaman_program
from kinerja.www.penghargaan.forms import OrangForm, PutusanForm, SuaraForm, bekerja
from kinerja.www.penghargaan.views.program import get_decided, get_program, note_nominees

if TYPE_CHECKING:
    from kinerja.penghargaan.queries.halaman import BarisCalon
    from kinerja.www.http import Request


def juri_add(request: Request, program_id: int) -> HttpResponse:
    """Appointing, with the number of jurors that are free to judge each nominee beside it."""
    program = get_decided(request, program_id)
    form = OrangForm(request.POST or None, daftar=bekerja(program.instansi_id))
    form.fields["pegawai"].label = "Juri baru"
    if request.method == "POST" and form.is_valid():
        try:
            juri = actions.appoint_juri(
                program, form.cleaned_data["pegawai"], by=request.user, at=timezone.now()
            )
            messages.success(request, f"{juri.pegawai.nama} menjadi juri dan melihatnya di beranda.")
            return redirect("penghargaan:juri_add", program.pk)
        except actions.CannotAppoint as error:
            form.add_error(None, str(error))
    isi = halaman_program(program, user=request.user, on=program.instansi.tanggal(timezone.now()))
    konteks = {
        "program": program,
        "form": form,
        "isi": isi,
        "orang": {str(j.pegawai_id): j.pegawai.nama for j in isi.juri},
    }
    return render(request, "penghargaan/juri_add.html", konteks, status=422 if form.errors else 200)


@require_POST
def juri_remove(request: Request, juri_id: int) -> HttpResponse:
    daftar = JuriPenghargaan.objects.visible_to(request.user).select_related("program__unit_kerja")
    juri = get_object_or_404(daftar, pk=juri_id)
    try:
        actions.dismiss_juri(juri, by=request.user, at=timezone.now())
        messages.success(request, "Juri dilepas. Suaranya tidak dihitung, dan ia dapat ditunjuk lagi.")
    except actions.CannotAppoint as error:
        messages.error(request, str(error))
    return redirect("penghargaan:juri_add", juri.program_id)


def suara_give(request: Request, program_id: int) -> HttpResponse:
    program = get_program(request, program_id)
    on = program.instansi.tanggal(timezone.now())
    isi = halaman_program(program, user=request.user, on=on)
    if isi.saya_juri is None:
        raise Http404
    bebas, terhalang = _split(isi.calon, isi.saya_juri)
    note_nominees(request, bebas, juri=True)
    tersimpan = getattr(isi.saya_juri, "suara", None)
    awal = {"setuju": tersimpan.setuju if tersimpan else []}
    # A ballot without any name is a vote, too.
    form = SuaraForm(
        request.POST if request.method == "POST" else None, initial=awal, daftar=[b.calon for b in isi.calon]
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.vote(program, setuju=form.cleaned_data["setuju"], by=request.user, at=timezone.now())
            messages.success(
                request,
                "Suara Anda tersimpan. Tidak ada yang dapat melihatnya, dan Anda dapat mengubahnya selama masa penilaian.",
            )
            return redirect("penghargaan:program_detail", program.pk)
        except actions.CannotVote as error:
            form.add_error(None, str(error))
    dipilih = {str(nilai) for nilai in form["setuju"].value() or []}
    konteks = {
        "program": program,
        "form": form,
        "bebas": bebas,
        "terhalang": terhalang,
        "dipilih": dipilih,
        "tersimpan": tersimpan,
        "terbuka": program.terbuka_untuk_suara(on),
    }
    return render(request, "penghargaan/suara_give.html", konteks, status=422 if form.errors else 200)


def _split(
    daftar: list[BarisCalon], juri: JuriPenghargaan
) -> tuple[list[BarisCalon], list[tuple[BarisCalon, str]]]:
    bebas, terhalang = [], []
    for baris in daftar:
        alasan = next((b.alasan for b in baris.daftar_benturan if b.juri == str(juri.pegawai_id)), "")
        if alasan:
            terhalang.append((baris, alasan))
        else:
            bebas.append(baris)
    return bebas, terhalang


@require_POST
def suara_count(request: Request, program_id: int) -> HttpResponse:
    program = get_decided(request, program_id)
    try:
        actions.count_votes(program, by=request.user, at=timezone.now())
        messages.success(
            request,
            "Suara sudah dihitung dan tidak dapat berubah lagi. Sekarang pimpinan atau admin memutuskan.",
        )
    except actions.CannotCount as error:
        messages.error(request, str(error))
    return redirect("penghargaan:program_detail", program.pk)


def program_decide(request: Request, program_id: int) -> HttpResponse:
    program = get_decided(request, program_id)
    if program.keadaan != KeadaanProgram.DIHITUNG:
        sudah = program.keadaan == KeadaanProgram.DIPUTUS
        messages.info(
            request,
            "Program ini sudah diputuskan."
            if sudah
            else "Suara juri belum dihitung, jadi belum dapat diputuskan.",
        )
        return redirect("penghargaan:program_detail", program.pk)
    calon = sorted(
        program.daftar_calon.on_ballot().select_related("pegawai").order_by("pegawai__nama", "id"),
        key=lambda c: (c.hasil != "terpilih", c.hasil != "seri", -(c.setuju or 0) if c.angka_terbuka else 0),
    )
    on = program.instansi.tanggal(timezone.now())
    pejabat = daftar_pemimpin(program.unit_kerja, on=on)
    pimpinan = actions.signatory(program, None, on=on)
    awal = {
        "terpilih": [c.pk for c in calon if c.hasil == "terpilih"],
        "kutipan": "atas ",
        "penanda_tangan": pimpinan.pk if pimpinan else None,
    }
    form = PutusanForm(request.POST or None, initial=awal, daftar=calon, daftar_pejabat=pejabat)
    if request.method == "POST" and form.is_valid():
        isian = actions.IsianPutusan(**form.cleaned_data)
        try:
            daftar = actions.decide_program(program, isian, by=request.user, at=timezone.now())
            messages.success(
                request,
                f"Putusan tersimpan: {len(daftar)} penerima. Piagamnya siap diunduh; nama mereka tampil di dinding setelah mereka setuju.",
            )
            return redirect("penghargaan:program_detail", program.pk)
        except actions.CannotDecide as error:
            form.add_error(None, str(error))
    konteks = {"program": program, "form": form, "calon": calon, "pimpinan": pimpinan}
    return render(request, "penghargaan/program_decide.html", konteks, status=422 if form.errors else 200)
