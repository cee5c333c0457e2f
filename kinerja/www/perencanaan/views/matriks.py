"""The matriks peran dan hasil: a grid on a desk, one cell a screen on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.kepegawaian.models import Penempatan
from kinerja.lib.angka import parse_nomor
from kinerja.perencanaan import actions, permissions, queries
from kinerja.perencanaan.models import SKP
from kinerja.www.perencanaan.forms import SelForm
from kinerja.www.perencanaan.views import dasar

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.www.http import Request

_HASIL_TERBANYAK = 20


@require_safe
def matriks(request: Request, skp_id: int) -> HttpResponse:
    skp = get_object_or_404(SKP.objects.visible_to(request.user).with_people(), pk=skp_id)
    konteks = {
        "skp": skp,
        "matriks": queries.matriks_dari(skp, on=dasar.hari_ini()),
        "boleh": permissions.can_edit_matriks(request.user, skp),
    }
    return render(request, "perencanaan/matriks.html", konteks)


@require_http_methods(["GET", "POST"])
def sel_edit(request: Request, skp_id: int, indikator_id: int, penempatan_id: int) -> HttpResponse:
    skp = _editable(request, skp_id)
    isi = queries.matriks_dari(skp, on=dasar.hari_ini())
    sel = isi.find(indikator_id=indikator_id, penempatan_id=penempatan_id)
    if sel is None:
        raise Http404
    form, at = SelForm(request.POST or None, initial={"peran_hasil": sel.peran_hasil}), timezone.now()
    lanjut = isi.after(sel)

    def simpan() -> object:
        peran = form.cleaned_data["peran_hasil"]
        return actions.write_sel(
            sel.indikator, penempatan=sel.penempatan, peran_hasil=peran, by=request.user, at=at
        )

    tersimpan = f"Peran {sel.penempatan.pegawai.nama} disimpan."
    if request.method == "POST" and form.is_valid() and dasar.run(request, simpan, pesan=tersimpan):
        if lanjut and "lanjut" in request.POST:
            return redirect("perencanaan:sel_edit", skp.pk, lanjut.indikator.pk, lanjut.penempatan.pk)
        return redirect("perencanaan:matriks", skp.pk)
    konteks = {"skp": skp, "sel": sel, "form": form, "lanjut": lanjut}
    return render(
        request, "perencanaan/sel_edit.html", konteks, status=422 if request.method == "POST" else 200
    )


@require_http_methods(["GET", "POST"])
def matriks_add(request: Request, skp_id: int) -> HttpResponse:
    """Somebody of another unit, found by name or NIP."""
    skp = _editable(request, skp_id)
    cari = request.GET.get("cari", "").strip()[:100]
    daftar = _orang(request, skp, cari)
    if request.method == "POST":
        orang = Penempatan.objects.visible_to(request.user).berlaku(dasar.hari_ini()).with_people()
        penempatan = get_object_or_404(orang, pk=parse_nomor(request.POST.get("penempatan")))
        at = timezone.now()
        dasar.run(
            request,
            lambda: actions.add_to_matriks(skp, penempatan=penempatan, by=request.user, at=at),
            pesan=f"{penempatan.pegawai.nama} masuk ke matriks.",
        )
        return redirect("perencanaan:matriks", skp.pk)
    return render(request, "perencanaan/matriks_add.html", {"skp": skp, "cari": cari, "daftar": daftar})


@require_POST
def matriks_remove(request: Request, skp_id: int, penempatan_id: int) -> HttpResponse:
    skp, at = _editable(request, skp_id), timezone.now()
    penempatan = get_object_or_404(Penempatan.objects.visible_to(request.user), pk=penempatan_id)
    dasar.run(
        request,
        lambda: actions.remove_from_matriks(skp, penempatan=penempatan, by=request.user, at=at),
        pesan="Baris dikeluarkan dari matriks.",
    )
    return redirect("perencanaan:matriks", skp.pk)


def _editable(request: Request, skp_id: int) -> SKP:
    skp = dasar.find_own(request, skp_id)
    if not permissions.can_edit_matriks(request.user, skp):
        raise Http404
    return skp


def _orang(request: Request, skp: SKP, cari: str) -> QuerySet[Penempatan]:
    daftar = Penempatan.objects.visible_to(request.user).berlaku(dasar.hari_ini()).with_people()
    if len(cari) < 3:
        return daftar.none()
    daftar = daftar.filter(pegawai__instansi_id=skp.instansi_id).exclude(pegawai_id=skp.pegawai_id)
    cocok = Q(pegawai__nama__icontains=cari) | Q(pegawai__nip__startswith=cari.replace(" ", ""))
    return daftar.filter(cocok | Q(jabatan__nama__icontains=cari)).order_by("pegawai__nama", "id")[
        :_HASIL_TERBANYAK
    ]
