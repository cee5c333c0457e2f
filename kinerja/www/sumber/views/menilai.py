"""Rating colleagues and superiors: the list, the sheet, and saying no."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from kinerja.kebijakan.models import Kebijakan
from kinerja.kebijakan.queries import metode_dari
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.metode.agregasi import Sumber
from kinerja.sumber import actions, queries
from kinerja.sumber.istilah import AlasanMenolak, KeadaanHak
from kinerja.sumber.models import HakMenilai
from kinerja.www.http import Request
from kinerja.www.sumber.forms import LembarForm, TolakForm, isian_awal
from kinerja.www.sumber.views.lembar import hints, show_lembar


def tugas_list(request: Request) -> HttpResponse:
    pegawai, on = lingkup(request.user).pegawai, timezone.localdate()
    daftar = list(queries.hak_terbuka(pegawai, on=on)) if pegawai else []
    konteks = {
        "daftar_hak": daftar,
        "sudah": sum(hak.keadaan == KeadaanHak.TERISI for hak in daftar),
        "daftar_diri": queries.diri_terbuka(pegawai, on=on) if pegawai else [],
        "daftar_tim": list(queries.nilai_tim_terbuka(pegawai, on=on)) if pegawai else [],
        "on": on,
    }
    return render(request, "sumber/tugas_list.html", konteks)


@sensitive_post_parameters()
def hak_answer(request: Request, hak_id: int) -> HttpResponse:
    """Never kept as a draft in the browser: shared computers would tell the next one what was written."""
    hak = _own(request, hak_id)
    if not _is_open(hak):
        return render(
            request, "sumber/tertutup.html", {"hak": hak}, status=200 if request.method == "GET" else 409
        )
    sumber = Sumber(hak.sumber)
    metode = metode_dari(Kebijakan.objects.with_method().get(pk=hak.putaran.kebijakan_id))
    lama, kunci_hilang = _read_again(request, hak)
    metode_kamus = queries.with_kamus(metode, instansi_id=hak.dinilai.instansi_id)
    butir = queries.daftar_butir(metode_kamus, sumber)
    form = LembarForm(request.POST or None, daftar_butir=butir, initial=isian_awal(lama))

    def save() -> str:
        actions.answer_hak(hak, form.jawaban, by=request.user, at=timezone.now())
        messages.success(request, f"Jawaban tentang {hak.dinilai.pegawai} tersimpan. Terima kasih.")
        return "sumber:tugas_list"

    konteks = {
        "hak": hak,
        "lama": lama,
        "minimum": queries.minimum_anonim(metode, sumber),
        "kunci_hilang": kunci_hilang,
    }
    return show_lembar(request, form, "sumber/hak_answer.html", konteks, save=save)


def hak_decline(request: Request, hak_id: int) -> HttpResponse:
    hak = _own(request, hak_id)
    if not _is_open(hak):
        return render(
            request, "sumber/tertutup.html", {"hak": hak}, status=200 if request.method == "GET" else 409
        )
    form = TolakForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            alasan = AlasanMenolak(form.cleaned_data["alasan"])
            actions.decline_hak(
                hak,
                alasan=alasan,
                keterangan=form.cleaned_data["keterangan"],
                by=request.user,
                at=timezone.now(),
            )
            messages.success(
                request, "Terima kasih sudah terus terang. Orang lain diminta menggantikan Anda."
            )
            return redirect("sumber:tugas_list")
        except actions.CannotAnswer as error:
            form.add_error("keterangan", str(error))
    return render(
        request, "sumber/hak_decline.html", {"hak": hak, "form": form}, status=422 if form.errors else 200
    )


@require_POST
@sensitive_post_parameters()
def kalimat_review(request: Request) -> HttpResponse:
    """The coach beside the sentence, asked by htmx while one types; nothing is kept."""
    telaah = hints(request.POST.get("kalimat", "")[:4000])
    return render(request, "sumber/bagian/telaah.html", {"telaah": telaah, "tanya": False})


def _own(request: Request, hak_id: int) -> HakMenilai:
    daftar = HakMenilai.objects.visible_to(request.user).select_related(
        "putaran__periode", "dinilai__pegawai", "dinilai__penempatan__jabatan", "dinilai__unit_kerja"
    )
    hak: HakMenilai = get_object_or_404(daftar, pk=hak_id)
    return hak


def _is_open(hak: HakMenilai) -> bool:
    berdiri = hak.keadaan in (KeadaanHak.MENUNGGU, KeadaanHak.TERISI)
    return berdiri and hak.putaran.terbuka(timezone.localdate())


def _read_again(request: Request, hak: HakMenilai) -> tuple[actions.Jawaban | None, str]:
    """What he answered before; with a lost key nothing, and the sentence that says so."""
    if hak.keadaan != KeadaanHak.TERISI or request.method == "POST":
        return None, ""
    try:
        return actions.reopen_jawaban(hak, by=request.user), ""
    except actions.KunciHilang as error:
        return None, str(error)
