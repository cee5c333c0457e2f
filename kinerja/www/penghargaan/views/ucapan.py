"""Thank-you notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.metode.telaah_ucapan import telaah_ucapan
from kinerja.penghargaan import actions
from kinerja.penghargaan.istilah import KeadaanUcapan
from kinerja.penghargaan.models import TerimaKasih
from kinerja.www.penghargaan.forms import UcapanForm, bekerja
from kinerja.www.penghargaan.rekan import rekan_seunit

if TYPE_CHECKING:
    from kinerja.www.http import Request

SEHALAMAN = 20
_PESAN = {
    KeadaanUcapan.DIPAJANG: "Ucapan itu kini terpasang di dinding, dan rekan seinstansi dapat membacanya.",
    KeadaanUcapan.BERDUA: "Ucapan itu hanya Anda baca berdua.",
    KeadaanUcapan.DISEMBUNYIKAN: "Ucapan itu disembunyikan dari daftar Anda. Pengirimnya tidak diberi tahu.",
}


@require_safe
def ucapan_list(request: Request) -> HttpResponse:
    saya = lingkup(request.user).pegawai
    if saya is None:
        raise PermissionDenied
    terkirim = request.GET.get("kotak") == "terkirim"
    daftar = TerimaKasih.objects.with_people()
    if terkirim:
        daftar = daftar.filter(dari=saya)
    else:
        daftar = daftar.sampai().filter(kepada=saya)
        if not request.GET.get("semua"):
            daftar = daftar.exclude(keadaan=KeadaanUcapan.DISEMBUNYIKAN)
    page = Paginator(daftar.order_by("-dikirim_at", "-id"), SEHALAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "page": page,
        "terkirim": terkirim,
        "semua": bool(request.GET.get("semua")),
        "baru": any(u.dibaca_at is None for u in page.object_list),
    }
    return render(request, "penghargaan/ucapan_list.html", konteks)


def ucapan_send(request: Request) -> HttpResponse:
    saya = lingkup(request.user).pegawai
    if saya is None:
        raise PermissionDenied
    awal = {"pegawai": request.GET.get("kepada", "")[:150]}
    form = UcapanForm(request.POST or None, initial=awal, daftar=bekerja(saya.instansi_id))
    catatan: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        teks = form.cleaned_data["teks"].strip()
        catatan = telaah_ucapan(teks)
        # Read once, sent as it is: remarks advise, they do not decide. What hurts is refused by the action.
        if (not catatan or form.cleaned_data["sudah_dibaca"].strip() == teks) and _sent(request, form):
            return redirect("penghargaan:ucapan_list")
        form.data = {**request.POST.dict(), "sudah_dibaca": teks}
    konteks = {"form": form, "telaah": catatan, "rekan": rekan_seunit(saya, on=timezone.localdate())}
    return render(
        request, "penghargaan/ucapan_send.html", konteks, status=422 if form.errors or catatan else 200
    )


def _sent(request: Request, form: UcapanForm) -> bool:
    kepada = form.cleaned_data["pegawai"]
    try:
        ucapan = actions.send_ucapan(kepada, form.isian(), by=request.user, at=timezone.now())
    except actions.CannotThank as error:
        form.add_error("teks", str(error))
        return False
    if ucapan.ditunda:
        messages.info(
            request,
            f"Ucapan Anda tersimpan. {kepada.nama} sedang menilai Anda, jadi ucapan ini sampai kepadanya sesudah hasil "
            "diserahkan; begitu tidak ada yang menyangka maksud lain.",
        )
    else:
        messages.success(request, f"Ucapan Anda sudah sampai kepada {kepada.nama}.")
    return True


@require_POST
def ucapan_keep(request: Request, ucapan_id: int) -> HttpResponse:
    ucapan = get_object_or_404(TerimaKasih.objects.visible_to(request.user), pk=ucapan_id)
    keadaan = (
        KeadaanUcapan(request.POST["keadaan"])
        if request.POST.get("keadaan") in set(KeadaanUcapan)
        else KeadaanUcapan.BERDUA
    )
    actions.keep_ucapan(ucapan, keadaan=keadaan, by=request.user, at=timezone.now())
    messages.success(request, _PESAN[keadaan])
    return redirect("penghargaan:ucapan_list")


@require_POST
def ucapan_read(request: Request) -> HttpResponse:
    actions.mark_read(by=request.user, at=timezone.now())
    return redirect("penghargaan:ucapan_list")
