"""One draft, one page: its parts as sentences, what is still wrong, and the button that puts it in force."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.kebijakan import actions
from kinerja.kebijakan.formulir import IsianKebijakan, beda, isian_dari
from kinerja.kebijakan.formulir.kalimat import kalimat_aspek
from kinerja.kebijakan.istilah import Bagian
from kinerja.kebijakan.models import Kebijakan, StatusKebijakan
from kinerja.kebijakan.permissions import can_manage_kebijakan
from kinerja.kebijakan.queries import kebijakan_berlaku, kebijakan_terdekat
from kinerja.kompetensi.models import Kompetensi
from kinerja.sumber.queries.metode import jangkar_bawaan
from kinerja.www.http import Request
from kinerja.www.kebijakan.forms_aspek import AspekForm, tanpa_aspek
from kinerja.www.kebijakan.forms_draf import FORMULIR, BagianForm, TetapkanForm
from kinerja.www.kebijakan.uraian import uraikan
from kinerja.www.perencanaan.forms.medan import with_revisi


def _draf(request: Request, draf_id: int) -> Kebijakan:
    daftar = Kebijakan.objects.visible_to(request.user).with_method().filter(status=StatusKebijakan.DRAF)
    draf = get_object_or_404(daftar, pk=draf_id)
    if not can_manage_kebijakan(request.user, draf.unit_kerja):
        raise PermissionDenied
    return draf


def draf_detail(request: Request, draf_id: int) -> HttpResponse:
    draf = _draf(request, draf_id)
    mulai = actions.tanggal_paling_awal(
        draf.unit_kerja,
        frekuensi_evaluasi=draf.frekuensi_evaluasi,
        mulai=max(draf.berlaku_on, timezone.localdate()),
    )
    awal = {"revisi": draf.revisi, "berlaku_on": mulai.isoformat(), "irama": draf.frekuensi_evaluasi}
    form = TetapkanForm(request.POST or None, initial=awal)
    if request.method == "POST" and form.is_valid() and _put_in_force(request, draf, form):
        return redirect("kebijakan:kebijakan_unit", draf.unit_kerja_id)
    return render(
        request, "kebijakan/draf_detail.html", _page(draf, form), status=422 if form.errors else 200
    )


def _put_in_force(request: Request, draf: Kebijakan, form: TetapkanForm) -> bool:
    isi = form.cleaned_data
    try:
        actions.tetapkan(
            draf, berlaku_on=isi["berlaku_on"], revisi=isi["revisi"], by=request.user, at=timezone.now(),
            catatan_dibaca=form.irama_dibaca,
        )  # fmt: skip
    except actions.DrafDitolak as error:
        form.tolak(error.daftar)
        return False
    except (actions.DrafBerubah, actions.BukanDraf) as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, f"Versi {draf.versi} ditetapkan untuk {draf.unit_kerja} dan unit di bawahnya.")
    return True


def _page(draf: Kebijakan, form: TetapkanForm) -> dict[str, object]:
    isian, daftar = isian_dari(draf), kebijakan_berlaku(draf.unit_kerja.instansi_id, on=draf.berlaku_on)
    temuan = actions.periksa_draf(draf, daftar=daftar)
    lama = kebijakan_terdekat(daftar, draf.unit_kerja.jalur)
    return {
        "draf": draf,
        "isian": isian,
        "kalimat_aspek": kalimat_aspek,
        "form": form,
        "daftar_bagian": uraikan(isian),
        "temuan": {bagian: [t for t in temuan if t.bagian is bagian] for bagian in Bagian},
        "jumlah_temuan": len(temuan),
        "lama": lama,
        "perubahan": beda(isian_dari(lama), isian),
        "catatan": actions.catatan_hukum(draf),
    }


@require_POST
def draf_drop(request: Request, draf_id: int) -> HttpResponse:
    draf = _draf(request, draf_id)
    actions.drop_draf(draf, by=request.user, at=timezone.now())
    messages.success(request, "Draf dibuang. Kebijakan yang berlaku tidak berubah.")
    return redirect("kebijakan:kebijakan_unit", draf.unit_kerja_id)


def draf_edit(request: Request, draf_id: int, bagian: str) -> HttpResponse:
    draf = _draf(request, draf_id)
    if bagian not in set(FORMULIR):
        raise Http404
    jenis = Bagian(bagian)
    isian = isian_dari(draf)
    form = FORMULIR[jenis](
        request.POST or None, initial=FORMULIR[jenis].awal(isian) | {"revisi": draf.revisi}
    )
    form.siapkan(isian)
    if _saved(request, draf, isian, form):
        return redirect(reverse("kebijakan:draf_detail", args=[draf.pk]) + f"#{jenis}")
    konteks = {"draf": draf, "form": form, "bagian": jenis, "isian": isian}
    return render(request, "kebijakan/draf_edit.html", konteks, status=422 if form.errors else 200)


def _saved(request: Request, draf: Kebijakan, isian: IsianKebijakan, form: BagianForm) -> bool:
    if request.method != "POST" or not form.is_valid():
        return False
    return _changed(request, draf, form.terapkan(isian), form)


def _changed(request: Request, draf: Kebijakan, isian: IsianKebijakan, form: BagianForm) -> bool:
    try:
        actions.change_draf(
            draf, isian, revisi=form.cleaned_data["revisi"], by=request.user, at=timezone.now()
        )
        return True
    except actions.DrafDitolak as error:
        form.tolak(error.daftar)
    except (actions.DrafBerubah, actions.BukanDraf) as error:
        form.add_error(None, str(error))
        # What was typed may be sent once more, now knowing of the other change.
        form.data = with_revisi(request.POST, Kebijakan.objects.only("revisi").get(pk=draf.pk).revisi)
    return False


def aspek_add(request: Request, draf_id: int) -> HttpResponse:
    return _aspek(request, _draf(request, draf_id), kode="")


def aspek_edit(request: Request, draf_id: int, kode: str) -> HttpResponse:
    return _aspek(request, _draf(request, draf_id), kode=kode)


def _aspek(request: Request, draf: Kebijakan, *, kode: str) -> HttpResponse:
    isian = isian_dari(draf)
    lama = isian.aspek(kode)
    if kode and lama is None:
        raise Http404
    form = AspekForm(request.POST or None, initial=AspekForm.awal_aspek(lama) | {"revisi": draf.revisi})
    kamus = Kompetensi.objects.visible_to(request.user).filter(instansi=draf.unit_kerja.instansi_id)
    form.pilih_kompetensi([(k.kode, k.nama) for k in kamus.order_by("nama", "id")])
    form.lama = lama
    form.siapkan(isian)
    if (
        _dropped(request, draf, isian, form)
        if "hapus" in request.POST
        else _saved(request, draf, isian, form)
    ):
        return redirect(reverse("kebijakan:draf_detail", args=[draf.pk]) + f"#{Bagian.ASPEK}")
    konteks = {"draf": draf, "form": form, "aspek": lama, "bawaan": jangkar_bawaan(kode)}
    return render(request, "kebijakan/aspek_edit.html", konteks, status=422 if form.errors else 200)


def _dropped(request: Request, draf: Kebijakan, isian: IsianKebijakan, form: AspekForm) -> bool:
    """Taking an aspect away does not ask whether its fields are right."""
    form.is_valid()
    if form.lama is None or "revisi" not in form.cleaned_data:
        return False
    return _changed(request, draf, tanpa_aspek(isian, form.lama.kode), form)
