"""The numbers that are ours or only hearsay: read by everybody, changed by the admin with a source."""

from __future__ import annotations

from collections import Counter

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kepegawaian.models import Instansi
from kinerja.kepegawaian.permissions import is_admin
from kinerja.setelan import actions
from kinerja.setelan.daftar import KelompokSetelan, daftar_kelompok, find_kelompok
from kinerja.setelan.models import Setelan
from kinerja.setelan.permissions import can_manage_setelan
from kinerja.setelan.queries import keadaan_kelompok, per_bagian
from kinerja.www.http import Request
from kinerja.www.kepegawaian.views.impor import instansi_of
from kinerja.www.setelan.forms import AWALAN, SetelanForm


@require_safe
def setelan_list(request: Request) -> HttpResponse:
    instansi = instansi_of(request)
    baris = Setelan.objects.visible_to(request.user).filter(instansi=instansi)
    diubah = Counter(baris.order_by("kelompok").values_list("kelompok", flat=True))
    konteks = {
        "instansi": instansi,
        "daftar": [(satu, diubah[satu.kode]) for satu in daftar_kelompok()],
        "kelola": is_admin(request.user),
    }
    return render(request, "setelan/setelan_list.html", konteks)


@require_safe
def setelan_detail(request: Request, kelompok: str) -> HttpResponse:
    bagian, instansi = _find(kelompok), instansi_of(request)
    daftar = keadaan_kelompok(instansi.pk, bagian)
    konteks = {
        "bagian": bagian,
        "instansi": instansi,
        "per_bagian": per_bagian(daftar),
        "diubah": [satu for satu in daftar if satu.diubah],
        "kelola": can_manage_setelan(request.user, instansi),
    }
    return render(request, "setelan/setelan_detail.html", konteks)


def setelan_edit(request: Request, kelompok: str) -> HttpResponse:
    bagian, instansi = _find(kelompok), _managed(request)
    form = SetelanForm(request.POST or None, daftar_keadaan=keadaan_kelompok(instansi.pk, bagian))
    if request.method == "POST" and form.is_valid():
        try:
            berubah = actions.set_setelan(
                instansi,
                kelompok=kelompok,
                isi=form.isi(),
                dasar=form.dasar(),
                by=request.user,
                at=timezone.now(),
            )
            messages.success(request, _saved(bagian, berubah))
            return redirect("setelan:setelan_detail", kelompok)
        except actions.CannotSetSetelan as error:
            medan = error.kode if error.kode in form.fields else f"{AWALAN}{error.kode}"
            form.add_error(medan if medan in form.fields else None, str(error))
    konteks = {"bagian": bagian, "form": form}
    return render(request, "setelan/setelan_edit.html", konteks, status=422 if form.errors else 200)


@require_POST
def setelan_restore(request: Request, kelompok: str) -> HttpResponse:
    _find(kelompok)
    try:
        berubah = actions.restore_setelan(
            _managed(request),
            kelompok=kelompok,
            kode=request.POST.get("kode", ""),
            by=request.user,
            at=timezone.now(),
        )
    except actions.CannotSetSetelan as error:
        messages.error(
            request,
            f"Belum dapat dikembalikan sendirian. {error} Kembalikan semuanya, atau ubah dahulu yang lain.",
        )
        return redirect("setelan:setelan_detail", kelompok)
    messages.success(
        request, f"{len(berubah)} nilai kembali ke bawaannya." if berubah else "Semuanya sudah nilai bawaan."
    )
    return redirect("setelan:setelan_detail", kelompok)


def _find(kode: str) -> KelompokSetelan:
    bagian = find_kelompok(kode)
    if bagian is None:
        raise Http404
    return bagian


def _managed(request: Request) -> Instansi:
    instansi = instansi_of(request)
    if not can_manage_setelan(request.user, instansi):
        raise PermissionDenied
    return instansi


def _saved(bagian: KelompokSetelan, berubah: list[str]) -> str:
    if not berubah:
        return "Tidak ada nilai yang berubah."
    label = [butir.label for butir in bagian.daftar_butir if butir.kode in berubah]
    return f"Disimpan: {', '.join(label)}. Berlaku mulai sekarang."
