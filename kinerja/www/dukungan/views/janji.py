"""What lampiran SKP promised, and everything the people of a penilai asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.dukungan import actions, permissions
from kinerja.dukungan.models import PermintaanDukungan
from kinerja.dukungan.queries import baris_janji, lampiran_dukungan
from kinerja.peraturan.skp import JenisLampiran
from kinerja.perencanaan.models import LampiranSKP
from kinerja.www.dukungan.forms import CatatanForm, DiterimaForm
from kinerja.www.dukungan.views.permintaan import pegawai_of

if TYPE_CHECKING:
    from kinerja.www.http import Request

SEHALAMAN = 25


@require_safe
def dukungan_tim(request: Request) -> HttpResponse:
    saya = pegawai_of(request)
    if not getattr(request.user, "jumlah_tim", 0):
        raise PermissionDenied
    daftar = PermintaanDukungan.objects.visible_to(request.user).exclude(pegawai=saya).with_people()
    isi = lampiran_dukungan(Q(skp__penilai=saya), tahun=timezone.localdate().year)
    page_janji = Paginator(isi["lampiran"], SEHALAMAN).get_page(request.GET.get("janji"))
    konteks = {
        "page": Paginator(daftar.order_by("-asked_at", "-id"), SEHALAMAN).get_page(
            request.GET.get("halaman")
        ),
        "page_janji": page_janji,
        "daftar_janji": baris_janji(list(page_janji.object_list), isi["janji"]),
        "on": timezone.localdate(),
    }
    return render(request, "dukungan/dukungan_tim.html", konteks)


def _lampiran(request: Request, lampiran_id: int) -> LampiranSKP:
    """A line of one's own plan, or of a plan that one assesses."""
    saya = pegawai_of(request)
    daftar = LampiranSKP.objects.filter(
        Q(skp__pegawai=saya) | Q(skp__penilai=saya), jenis=JenisLampiran.DUKUNGAN_SUMBER_DAYA
    ).select_related("skp")
    lampiran: LampiranSKP = get_object_or_404(daftar, pk=lampiran_id)
    return lampiran


@require_POST
def janji_receive(request: Request, lampiran_id: int) -> HttpResponse:
    """Ticks a line off, or takes the tick back when the form says `batal`."""
    lampiran = _lampiran(request, lampiran_id)
    if not permissions.can_tick(request.user, lampiran.skp):
        raise PermissionDenied
    form = DiterimaForm(request.POST)
    try:
        if request.POST.get("batal"):
            actions.unreceive_janji(lampiran, by=request.user, at=timezone.now())
        elif form.is_valid():
            hari = form.cleaned_data["diterima_on"]
            actions.receive_janji(lampiran, diterima_on=hari, by=request.user, at=timezone.now())
            messages.success(request, "Dicatat: dukungan sudah Anda terima.")
        else:
            messages.error(request, " ".join(str(satu) for satu in form.errors["diterima_on"]))
    except actions.CannotSupport as error:
        messages.error(request, str(error))
    return redirect("dukungan:dukungan_list")


@require_POST
def janji_note(request: Request, lampiran_id: int) -> HttpResponse:
    lampiran = _lampiran(request, lampiran_id)
    if not permissions.can_note(request.user, lampiran.skp):
        raise PermissionDenied
    form = CatatanForm(request.POST)
    if form.is_valid():
        actions.note_janji(lampiran, catatan=form.cleaned_data["catatan"], by=request.user, at=timezone.now())
        messages.success(request, "Catatan tersimpan dan dibaca pegawai yang bersangkutan.")
    else:
        messages.error(request, "Catatan paling panjang 300 huruf. Ringkas dahulu, lalu simpan lagi.")
    return redirect("dukungan:dukungan_tim")
