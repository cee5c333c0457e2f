"""One result on one screen, with the coach beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.lib.angka import parse_nomor
from kinerja.peraturan.skp import KategoriSKP
from kinerja.perencanaan import actions, permissions, queries
from kinerja.perencanaan.models import SKP, RencanaHasilKerja
from kinerja.www.perencanaan.forms import RHKForm, daftar_indikator_form
from kinerja.www.perencanaan.forms.hasil import initial_rhk, is_kuantitatif
from kinerja.www.perencanaan.forms.medan import with_revisi, with_row_added, with_row_removed
from kinerja.www.perencanaan.views import dasar
from kinerja.www.perencanaan.views.telaah import telaah_isian

if TYPE_CHECKING:
    from django.forms.formsets import BaseFormSet

    from kinerja.www.http import Request
    from kinerja.www.perencanaan.forms import IndikatorForm


@require_http_methods(["GET", "POST"])
def rhk_add(request: Request, skp_id: int) -> HttpResponse:
    skp = dasar.find_own(request, skp_id)
    if tutup := dasar.closed(request, skp, dapat=permissions.can_edit_skp(request.user, skp)):
        return tutup
    return _rhk_page(request, skp, None)


@require_http_methods(["GET", "POST"])
def rhk_edit(request: Request, skp_id: int, rhk_id: int) -> HttpResponse:
    skp = dasar.find_own(request, skp_id)
    rhk = dasar.find_rhk(skp, rhk_id)
    if tutup := dasar.closed(request, skp, dapat=permissions.can_edit_skp(request.user, skp)):
        return tutup
    return _rhk_page(request, skp, rhk)


@require_POST
def telaah(request: Request, skp_id: int) -> HttpResponse:
    """What the coach says to the words as they stand in the form; nothing is written."""
    skp = dasar.find_own(request, skp_id)
    form, rincian = _forms(request, skp, None, isian=request.POST)
    return render(request, "perencanaan/telaah.html", {"telaah": telaah_isian(skp, form, rincian)})


@require_POST
def rhk_remove(request: Request, skp_id: int, rhk_id: int) -> HttpResponse:
    skp = dasar.find_own(request, skp_id)
    rhk = dasar.find_rhk(skp, rhk_id)
    at = timezone.now()
    dasar.run(
        request,
        lambda: actions.remove_rhk(rhk, by=request.user, at=at),
        pesan="Hasil kerja dihapus dari SKP.",
    )
    return redirect("perencanaan:skp_edit", skp.pk)


@require_POST
def rhk_move(request: Request, skp_id: int, rhk_id: int) -> HttpResponse:
    skp = dasar.find_own(request, skp_id)
    rhk = dasar.find_rhk(skp, rhk_id)
    naik = request.POST.get("arah") == "naik"
    at = timezone.now()
    dasar.run(
        request, lambda: actions.move_rhk(rhk, naik=naik, by=request.user, at=at), pesan="Urutan diperbarui."
    )
    return redirect("perencanaan:skp_edit", skp.pk)


@require_POST
def rhk_link(request: Request, skp_id: int, rhk_id: int) -> HttpResponse:
    skp = dasar.find_skp(request, skp_id)
    rhk = dasar.find_rhk(skp, rhk_id)
    nomor = parse_nomor(request.POST.get("rhk_pimpinan"))
    atas = get_object_or_404(queries.daftar_rhk_pimpinan(skp), pk=nomor)
    at = timezone.now()
    dasar.run(
        request,
        lambda: actions.link_waiting_rhk(rhk, rhk_pimpinan=atas, by=request.user, at=at),
        pesan="Hasil kerja sudah dihubungkan dengan hasil kerja pimpinan.",
    )
    return dasar.to_detail(skp)


def _rhk_page(request: Request, skp: SKP, rhk: RencanaHasilKerja | None) -> HttpResponse:
    langkah = request.POST.get("langkah", "")
    if request.method == "POST" and langkah:
        return _show(request, skp, rhk, isian=_with_rows(request.POST, langkah))
    if request.method == "POST":
        form, rincian = _forms(request, skp, rhk, isian=request.POST)
        if form.is_valid() and rincian.is_valid():
            return _save(request, skp, rhk, form, rincian)
        return _show(request, skp, rhk, isian=request.POST, status=422)
    return _show(request, skp, rhk, isian=None)


def _save(
    request: Request,
    skp: SKP,
    rhk: RencanaHasilKerja | None,
    form: RHKForm,
    rincian: BaseFormSet[IndikatorForm],
) -> HttpResponse:
    isi = form.to_isi(filter(None, (baris.to_isi() for baris in rincian)))
    at, revisi = timezone.now(), form.cleaned_data["revisi"]

    def simpan() -> None:
        if rhk is None:
            actions.add_rhk(skp, isi, by=request.user, at=at, revisi=revisi)
        else:
            actions.edit_rhk(rhk, isi, by=request.user, at=at, revisi=revisi)

    if dasar.run(request, simpan, pesan="Hasil kerja disimpan."):
        return redirect("perencanaan:skp_edit", skp.pk)
    # The words stay; the number of the newest state comes along, so that the next press saves them.
    skp.refresh_from_db()
    return _show(request, skp, rhk, isian=with_revisi(request.POST, skp.revisi), status=422)


def _show(
    request: Request, skp: SKP, rhk: RencanaHasilKerja | None, *, isian: QueryDict | None, status: int = 200
) -> HttpResponse:
    form, rincian = _forms(request, skp, rhk, isian=isian)
    if status == 200 and isian is not None:
        # A row was added or taken away: what is not finished yet is not wrong yet.
        for baris in (form, *rincian.forms):
            baris.full_clean()
            baris.errors.clear()
    konteks = {
        "skp": skp,
        "rhk": rhk,
        "form": form,
        "rincian": rincian,
        "pimpinan": skp.kategori == KategoriSKP.PIMPINAN,
        "kuantitatif": is_kuantitatif(skp),
        "telaah": telaah_isian(skp, form, rincian),
    }
    return render(request, "perencanaan/rhk_edit.html", konteks, status=status)


def _forms(
    request: Request, skp: SKP, rhk: RencanaHasilKerja | None, *, isian: QueryDict | None
) -> tuple[RHKForm, BaseFormSet[IndikatorForm]]:
    awal = initial_rhk(skp, rhk) | (_from_matriks(request, skp) if rhk is None and isian is None else {})
    form = RHKForm(isian, initial=awal, skp=skp, daftar_pimpinan=queries.daftar_rhk_pimpinan(skp))
    return form, daftar_indikator_form(skp, isian, rhk=rhk)


def _from_matriks(request: Request, skp: SKP) -> dict[str, object]:
    nomor = request.GET.get("sel", "")
    if not nomor:
        return {}
    sel = queries.sel_untuk(skp).filter(pk=parse_nomor(nomor) or 0).first()
    if sel is None:
        raise Http404
    atas = sel.indikator.rhk
    return {
        "teks": sel.peran_hasil,
        "rhk_pimpinan": atas.pk,
        "rhk_pimpinan_teks": atas.teks,
        "penugasan_dari": atas.skp.pegawai.nama if atas.skp.pegawai_id != skp.penilai_id else "",
    }


def _with_rows(isian: QueryDict, langkah: str) -> QueryDict:
    if langkah == "tambah_indikator":
        return with_row_added(isian, prefix="indikator")
    _, _, nomor = langkah.partition("hapus_indikator_")
    return with_row_removed(isian, prefix="indikator", nomor=parse_nomor(nomor))
