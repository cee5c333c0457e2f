"""The pulse of the month, what it said, and how ready units are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kepegawaian.lingkup import di_bawah, instansi_ids, lingkup
from kinerja.kepegawaian.models import UnitKerja
from kinerja.kepegawaian.permissions import is_admin
from kinerja.kesiapan import actions
from kinerja.kesiapan.models import Denyut, IkutDenyut
from kinerja.kesiapan.permissions import can_edit_pernyataan, can_read_kesiapan
from kinerja.kesiapan.queries.bulan import bulan_berikutnya, bulan_dari, bulan_lalu, pernyataan_bulan
from kinerja.kesiapan.queries.hasil import denyut_terakhir, hasil_denyut, kalimat_denyut
from kinerja.kesiapan.queries.papan import papan_kesiapan
from kinerja.kesiapan.queries.ukuran import Ukuran
from kinerja.lib.angka import parse_nomor
from kinerja.lib.tanggal import format_bulan
from kinerja.pantau.lingkup import jalur_pantau
from kinerja.pantau.queries.unit import unit_dalam
from kinerja.www.kepegawaian.views.impor import instansi_of
from kinerja.www.kesiapan.forms import DenyutForm, PernyataanForm, SaringanForm, isian_awal

if TYPE_CHECKING:
    from datetime import date

    from kinerja.www.http import Request

SEHALAMAN = 50
BELUM_DIBUKA = "Denyut bulan ini belum dibuka atau sudah ditutup."


def _running(request: Request) -> Denyut | None:
    pegawai = lingkup(request.user).pegawai
    if pegawai is None:
        return None
    daftar = Denyut.objects.visible_to(request.user).filter(instansi=pegawai.instansi_id)
    return daftar.running(bulan_dari(timezone.localdate())).select_related("instansi").order_by("pk").first()


def denyut(request: Request) -> HttpResponse:
    """The form, or thanks for having answered, with what last month said."""
    kini = _running(request)
    ikut = IkutDenyut.objects.visible_to(request.user).filter(denyut=kini).first() if kini else None
    galat, lama = "", None
    try:
        lama = actions.reopen_denyut(kini, by=request.user) if kini and ikut else None
    except actions.KunciHilang:
        galat = "Jawaban Anda tersimpan tertutup dan sedang tidak terbaca. Beri tahu admin instansi."
    form = DenyutForm(
        request.POST or None, pernyataan=kini.pernyataan if kini else (), initial=isian_awal(lama)
    )
    if request.method == "POST" and kini and form.is_valid() and _keep(request, kini, form):
        return redirect("kesiapan:denyut")
    konteks = {
        "denyut": kini,
        "ikut": ikut,
        "form": form,
        "galat": galat,
        "isi": kini is not None and (ikut is None or bool(form.errors) or "ubah" in request.GET),
        **_last_month(request),
    }
    return render(request, "kesiapan/denyut.html", konteks, status=422 if form.errors else 200)


def _keep(request: Request, kini: Denyut, form: DenyutForm) -> bool:
    try:
        actions.answer_denyut(kini, form.jawaban, by=request.user, at=timezone.now())
    except actions.CannotAnswerDenyut as error:
        form.add_error(None, str(error))
    except actions.KunciHilang:
        form.add_error(
            None, "Jawaban belum dapat disimpan dengan aman. Coba lagi nanti, atau beri tahu admin instansi."
        )
    return not form.errors


def _last_month(request: Request) -> dict[str, Any]:
    """Of the whole house, for everybody in it."""
    akar = (
        UnitKerja.objects.visible_to(request.user)
        .filter(induk=None, dibubarkan_on=None)
        .order_by("jalur")
        .first()
    )
    daftar = denyut_terakhir(request.user, akar, on=timezone.localdate()) if akar else []
    return {"lalu": daftar[0] if daftar else None, "hasil": hasil_denyut(daftar)}


@require_POST
def denyut_skip(request: Request) -> HttpResponse:
    kini = _running(request)
    if kini is None:
        messages.info(request, BELUM_DIBUKA)
        return redirect("kesiapan:denyut")
    try:
        actions.skip_denyut(kini, by=request.user, at=timezone.now())
        messages.success(request, "Baik, dilewati. Anda tidak ditanya lagi bulan ini.")
    except actions.CannotAnswerDenyut as error:
        messages.error(request, str(error))
        return redirect("kesiapan:denyut")
    return redirect("beranda:home")


@require_safe
def denyut_result(request: Request) -> HttpResponse:
    """Of a unit he leads, manages or heads, or of the whole house."""
    on = timezone.localdate()
    jalur = jalur_pantau(request.user, on=on)
    milik, rumah = di_bawah(jalur, kolom="jalur"), Q(induk=None, instansi__in=instansi_ids(request.user))
    unit = _unit(request, milik | rumah, awal=milik if jalur else rumah)
    daftar = denyut_terakhir(request.user, unit, on=on)
    kalimat = kalimat_denyut(request.user, daftar[0], unit, on=on) if daftar else ()
    konteks = {
        "unit": unit,
        "denyut": daftar[0] if daftar else None,
        "bulan_lalu": format_bulan(daftar[1].bulan) if len(daftar) > 1 else "",
        "hasil": hasil_denyut(daftar),
        "page": Paginator(kalimat, SEHALAMAN).get_page(request.GET.get("halaman")),
        "memimpin": any(unit.jalur.startswith(satu) for satu in jalur),
        "akar_id": None if unit.induk_id is None else unit.jalur.split("/")[1],
        "admin": is_admin(request.user),
    }
    return render(request, "kesiapan/denyut_result.html", konteks)


def pernyataan_edit(request: Request) -> HttpResponse:
    instansi = instansi_of(request)
    if not can_edit_pernyataan(request.user, instansi):
        raise PermissionDenied
    bulan = bulan_berikutnya(timezone.localdate())
    daftar = pernyataan_bulan(instansi.pk, bulan)
    awal = {f"pernyataan_{nomor}": teks for nomor, teks in enumerate(daftar, start=1)}
    form = PernyataanForm(request.POST or None, initial=awal)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_pernyataan(instansi, form.daftar, by=request.user, at=timezone.now())
        except actions.CannotSetPernyataan as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"Tersimpan. Dipakai mulai {format_bulan(bulan)}.")
            return redirect("kesiapan:denyut_result")
    konteks = {"form": form, "bulan": format_bulan(bulan)}
    return render(request, "kesiapan/pernyataan_edit.html", konteks, status=422 if form.errors else 200)


@require_safe
def kesiapan(request: Request) -> HttpResponse:
    on = timezone.localdate()
    if not can_read_kesiapan(request.user, on=on):
        raise PermissionDenied
    jalur = jalur_pantau(request.user, on=on)
    unit, puncak = unit_dalam(jalur, parse_nomor(request.GET.get("unit", "")))
    if unit is None:
        raise Http404
    form = SaringanForm(request.GET or {})
    isi = form.cleaned_data if form.is_valid() else {}
    papan = papan_kesiapan(
        request.user, unit, on=on, cari=isi.get("cari", "").strip(), urut=isi.get("urut", "")
    )
    konteks = {
        "unit": unit,
        "induk": _parent(request, unit, on),
        "pilihan": _choices(puncak, unit),
        "form": form,
        "papan": papan,
        "ukuran": Ukuran,
        "bulan": format_bulan(on),
        "bulan_lalu": format_bulan(bulan_lalu(on)),
        "disaring": bool(isi.get("cari")),
    }
    return render(request, "kesiapan/kesiapan.html", konteks)


def _unit(request: Request, boleh: Q, *, awal: Q) -> UnitKerja:
    """The one asked for among those he may see, else the highest of `awal`."""
    nomor = parse_nomor(request.GET.get("unit", ""))
    dalam = UnitKerja.objects.filter(boleh, pk=nomor) if nomor else UnitKerja.objects.filter(awal)
    unit: UnitKerja | None = dalam.select_related("induk").order_by("jalur").first()
    if unit is None:
        raise Http404
    return unit


def _choices(puncak: list[UnitKerja], unit: UnitKerja) -> list[tuple[str, str, bool]]:
    """The units he leads, for the tabs: nothing where there is only one."""
    asal = reverse("kesiapan:kesiapan")
    daftar = [(satu.nama, f"{asal}?unit={satu.pk}", unit.jalur.startswith(satu.jalur)) for satu in puncak]
    return daftar if len(daftar) > 1 else []


def _parent(request: Request, unit: UnitKerja, on: date) -> tuple[str, str] | None:
    """Name and address of the unit above, when he may see it too."""
    atas = unit.induk
    if atas is None or not atas.jalur.startswith(tuple(jalur_pantau(request.user, on=on))):
        return None
    return atas.nama, f"{reverse('kesiapan:kesiapan')}?unit={atas.pk}"
