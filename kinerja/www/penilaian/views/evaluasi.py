"""Rating one person, and the steps from the signature to the hand-over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.kebijakan.models import JenisAspek
from kinerja.penilaian import actions, permissions
from kinerja.penilaian.actions.isian import IsianPenilaian
from kinerja.penilaian.models import BELUM_DITETAPKAN, Evaluasi
from kinerja.penilaian.queries.lembar import Lembar, lembar_evaluasi
from kinerja.penilaian.queries.timbangan import timbang
from kinerja.sumber.queries import with_kamus
from kinerja.www.penilaian.forms import PenilaianForm, with_suggestions

if TYPE_CHECKING:
    from kinerja.www.http import Request


PESAN_DRAF = {
    "draf": "Draf tersimpan. Belum ada yang diputuskan.",
    "saran": "Saran dipakai untuk hasil yang belum Anda nilai, dan disimpan sebagai draf. Ubah yang tidak sesuai, "
    "lalu lanjutkan ke perilaku kerja.",
}


def get_evaluasi(request: Request, evaluasi_id: int) -> Evaluasi:
    daftar = Evaluasi.objects.visible_to(request.user).with_people()
    lengkap = daftar.select_related("instansi", "periode__instansi", "kebijakan__unit_kerja")
    return get_object_or_404(lengkap, pk=evaluasi_id)


def evaluasi_edit(request: Request, evaluasi_id: int) -> HttpResponse:
    evaluasi = get_evaluasi(request, evaluasi_id)
    boleh = permissions.can_rate(request.user, evaluasi)
    if request.method == "POST" and not boleh:
        raise PermissionDenied
    if not boleh or evaluasi.status not in BELUM_DITETAPKAN:
        if request.method == "POST":
            messages.error(
                request, "Evaluasi ini sudah ditetapkan, jadi penilaiannya tidak dapat diubah lagi."
            )
        return redirect("penilaian:hasil_detail", evaluasi.pk)
    lembar = lembar_evaluasi(evaluasi, on=timezone.localdate())
    if request.method == "POST":
        return _save(request, lembar)
    return _page(request, PenilaianForm(lembar))


@require_POST
def evaluasi_preview(request: Request, evaluasi_id: int) -> HttpResponse:
    """Writes nothing: what would follow from the choices on the form."""
    evaluasi = get_evaluasi(request, evaluasi_id)
    if not permissions.can_rate(request.user, evaluasi):
        raise PermissionDenied
    form = PenilaianForm(lembar_evaluasi(evaluasi, on=timezone.localdate()), request.POST, draf=True)
    form.is_valid()
    return render(request, "penilaian/bagian/pratinjau.html", _weighed(form, form.isian()))


def _save(request: Request, lembar: Lembar) -> HttpResponse:
    langkah = request.POST.get("langkah")
    draf = langkah in PESAN_DRAF
    isi = with_suggestions(lembar, request.POST) if langkah == "saran" else request.POST
    form = PenilaianForm(lembar, isi, draf=draf)
    if not form.is_valid():
        return _page(request, form, status=422)
    simpan = actions.save_draf if draf else actions.rate_evaluasi
    try:
        simpan(lembar.evaluasi, form.isian(), by=request.user, at=timezone.now())
    except actions.CannotRate as error:
        for nama, pesan in error.daftar:
            form.add_error(nama, pesan)
    except actions.StaleEvaluasi as error:
        form = _refreshed(request, lembar, draf=draf)
        form.add_error(None, str(error))
    except actions.CannotEvaluate as error:
        form.add_error(None, str(error))
    if form.errors:
        return _page(request, form, status=422)
    if langkah in PESAN_DRAF:
        messages.success(request, PESAN_DRAF[langkah])
        return redirect("penilaian:evaluasi_edit", lembar.evaluasi.pk)
    messages.success(request, "Penilaian tersimpan. Periksa penjelasan di bawah ini, lalu tetapkan.")
    return redirect("penilaian:hasil_detail", lembar.evaluasi.pk)


def _refreshed(request: Request, lembar: Lembar, *, draf: bool) -> PenilaianForm:
    """What was typed, under the number of the row as it stands now: saving again is a decision."""
    lembar.evaluasi.refresh_from_db(fields=["revisi"])
    isi = request.POST.copy()
    isi["revisi"] = str(lembar.evaluasi.revisi)
    form = PenilaianForm(lembar, isi, draf=draf)
    form.is_valid()
    return form


def _page(request: Request, form: PenilaianForm, *, status: int = 200) -> HttpResponse:
    lembar = form.lembar
    isian = form.isian() if form.is_bound else lembar.isian
    konteks = {
        "lembar": lembar,
        "evaluasi": lembar.evaluasi,
        "form": form,
        "kamus": _levels(lembar),
        **_weighed(form, isian),
    }
    return render(request, "penilaian/evaluasi_edit.html", konteks, status=status)


def _levels(lembar: Lembar) -> dict[str, tuple[str, ...]]:
    """What the dictionary says of the competences among the aspects."""
    metode = with_kamus(lembar.bahan.metode, instansi_id=lembar.evaluasi.instansi_id)
    return {a.kode: a.jangkar for a in metode.daftar_aspek if a.jenis == JenisAspek.KOMPETENSI}


def _weighed(form: PenilaianForm, isian: IsianPenilaian) -> dict[str, object]:
    lembar = form.lembar
    return {
        "timbangan": timbang(lembar.bahan, isian),
        "sudah": {
            "hasil": sum(satu.rating is not None for satu in isian.daftar_hasil.values()),
            "perilaku": sum(satu.rating is not None for satu in isian.daftar_perilaku.values()),
        },
        "semua": {
            "hasil": len(lembar.bahan.daftar_hasil),
            "perilaku": len(lembar.bahan.daftar_aspek_penilai),
        },
    }


Aksi = Callable[..., Evaluasi]


def _step(request: Request, evaluasi_id: int, aksi: Aksi, pesan: str) -> HttpResponse:
    evaluasi = get_evaluasi(request, evaluasi_id)
    try:
        aksi(evaluasi, by=request.user, at=timezone.now())
    except actions.CannotEvaluate as error:
        messages.error(request, str(error))
    else:
        messages.success(request, pesan)
    return redirect("penilaian:hasil_detail", evaluasi.pk)


@require_POST
def evaluasi_approve(request: Request, evaluasi_id: int) -> HttpResponse:
    pesan = "Evaluasi ditetapkan. Serahkan kepada pegawai paling lambat 14 hari kerja."
    return _step(request, evaluasi_id, actions.approve_evaluasi, pesan)


@require_POST
def evaluasi_hand_over(request: Request, evaluasi_id: int) -> HttpResponse:
    pesan = "Hasil evaluasi diserahkan. Pegawai kini dapat membacanya."
    return _step(request, evaluasi_id, actions.hand_over_evaluasi, pesan)


@require_POST
def evaluasi_take_over(request: Request, evaluasi_id: int) -> HttpResponse:
    pesan = "Evaluasi ini sekarang Anda yang menilai. Hasilnya final sejak Anda tetapkan."
    return _step(request, evaluasi_id, actions.take_over_evaluasi, pesan)


@require_POST
def hasil_lama_agree(request: Request, evaluasi_id: int) -> HttpResponse:
    pesan = "Hasil dari unit lama dipakai untuk periode ini. Periksa, lalu tetapkan."
    return _step(request, evaluasi_id, actions.agree_hasil_lama, pesan)
