"""Feedback: what one received, what one gave, and writing some."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.jejak.models import JenisHalaman
from kinerja.kebijakan.models import Periode
from kinerja.lib.angka import parse_nomor
from kinerja.metode.catatan import Tingkat
from kinerja.metode.telaah_umpan_balik import KonteksUmpanBalik, telaah_umpan_balik
from kinerja.pelaksanaan import actions, permissions, queries
from kinerja.pelaksanaan.models import Nada, UmpanBalik
from kinerja.pelaksanaan.queries import SasaranUmpanBalik
from kinerja.perencanaan.models import SKP, RencanaHasilKerja
from kinerja.www.http import Request
from kinerja.www.pelaksanaan.forms import CariForm, UmpanBalikForm, read_sasaran
from kinerja.www.pelaksanaan.views.realisasi import SUDAH_DITETAPKAN
from kinerja.www.penglihatan import note_skp

SEHALAMAN = 20


def umpan_balik_list(request: Request) -> HttpResponse:
    """What one has received on one's own plans of this year."""
    on = timezone.localdate()
    daftar_skp = list(
        SKP.objects.owned_by(request.user)
        .filter(tahun=on.year, status__in=SUDAH_DITETAPKAN)
        .select_related("penilai")
        .order_by("mulai_on", "id")
    )
    periode, belum = queries.belum_diberi_umpan_balik(request.user, on=on)
    diterima = list(
        UmpanBalik.objects.filter(skp__in=daftar_skp)
        .select_related("rhk", "pemberi")
        .order_by("given_at", "id")
    )
    konteks = {
        "daftar_kelompok": queries.kelompok_umpan_balik(diterima),
        "penilai_diam": bool(daftar_skp) and _penilai_diam(daftar_skp[-1], periode, diterima),
        "daftar_skp": daftar_skp,
        "periode": periode,
        "belum": belum,
        "menunggu": queries.permintaan_menunggu(request.user),
    }
    return render(request, "pelaksanaan/umpan_balik_list.html", konteks)


def umpan_balik_sent(request: Request) -> HttpResponse:
    daftar = UmpanBalik.objects.filter(pemberi=request.user).select_related("rhk", "skp__pegawai")
    page = Paginator(daftar.order_by("-given_at", "-id"), SEHALAMAN).get_page(request.GET.get("halaman"))
    return render(request, "pelaksanaan/umpan_balik_sent.html", {"page": page})


def umpan_balik_skp(request: Request, skp_id: int) -> HttpResponse:
    """The same as its owner reads, for those who see the plan."""
    daftar = SKP.objects.visible_to(request.user).filter(status__in=SUDAH_DITETAPKAN)
    skp = get_object_or_404(daftar.with_people(), pk=skp_id)
    note_skp(request, JenisHalaman.UMPAN_BALIK, skp)
    diterima = UmpanBalik.objects.filter(skp=skp).select_related("rhk", "pemberi").order_by("given_at", "id")
    konteks = {
        "skp": skp,
        "daftar_kelompok": queries.kelompok_umpan_balik(diterima),
        "boleh_beri": permissions.can_give_feedback(request.user, skp) and skp.status in permissions.BERJALAN,
        "boleh_minta": permissions.can_request_feedback(request.user, skp),
    }
    return render(request, "pelaksanaan/umpan_balik_skp.html", konteks)


def rekan_list(request: Request) -> HttpResponse:
    """To whom one may say something: names and posts, nothing else."""
    form = CariForm(request.GET or None)
    daftar = queries.rekan_ber_skp(request.user, on=timezone.localdate())
    cari = form.cleaned_data["cari"].strip() if form.is_valid() else ""
    daftar = daftar.filter(pegawai__nama__icontains=cari) if cari else daftar
    page = Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    return render(request, "pelaksanaan/rekan_list.html", {"page": page, "form": form})


def umpan_balik_give(request: Request, skp_id: int) -> HttpResponse:
    sasaran = _sasaran(request, skp_id)
    form = UmpanBalikForm(request.POST or None, sasaran=sasaran)
    if request.method == "POST" and form.is_valid():
        try:
            _give(request, sasaran, form)
        except actions.CannotGiveFeedback as error:
            messages.error(request, str(error))
        else:
            messages.success(
                request, f"Umpan balik tersimpan. {sasaran.nama} dan penilainya dapat membacanya."
            )
            return redirect("pelaksanaan:umpan_balik_sent")
    konteks = {
        "sasaran": sasaran,
        "form": form,
        "telaah": _review(request, form["teks"].value() or "") if form.is_bound else [],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "pelaksanaan/umpan_balik_give.html", konteks, status=status)


@require_POST
def umpan_balik_review(request: Request) -> HttpResponse:
    """The coach beside the text, asked by htmx while one types."""
    telaah = _review(request, request.POST.get("teks", "")[:4000])
    return render(request, "pelaksanaan/umpan_balik_review.html", {"telaah": telaah})


def _penilai_diam(skp: SKP, periode: Periode | None, diterima: list[UmpanBalik]) -> bool:
    """Has the penilai of the running plan said nothing yet in the running evaluation period?"""
    if skp.penilai is None or skp.penilai.user_id is None or periode is None:
        return False
    mulai, sesudah = queries.batas_waktu(periode)
    return not any(
        u.skp_id == skp.pk and u.pemberi_id == skp.penilai.user_id and mulai <= u.given_at < sesudah
        for u in diterima
    )


def _sasaran(request: Request, skp_id: int) -> SasaranUmpanBalik:
    nomor = parse_nomor(request.GET.get("permintaan"))
    if nomor is None and request.GET.get("permintaan"):
        raise Http404
    sasaran = queries.sasaran_umpan_balik(request.user, skp_id, on=timezone.localdate(), permintaan_id=nomor)
    if sasaran is None:
        raise Http404
    return sasaran


def _give(request: Request, sasaran: SasaranUmpanBalik, form: UmpanBalikForm) -> None:
    rhk_id, nilai = read_sasaran(form.cleaned_data["sasaran"])
    actions.give_feedback(
        SKP.objects.get(pk=sasaran.skp_id),
        rhk=RencanaHasilKerja.objects.get(pk=rhk_id) if rhk_id else None,
        nilai=nilai,
        nada=Nada(form.cleaned_data["nada"]),
        teks=form.cleaned_data["teks"],
        bukti_tautan=form.cleaned_data["bukti_tautan"],
        permintaan=sasaran.permintaan,
        by=request.user,
        at=timezone.now(),
    )


def _review(request: Request, teks: str) -> list[dict[str, str]]:
    """Remarks in the shape of the component; one's own other feedback shows what was merely copied."""
    lain = UmpanBalik.objects.filter(~Q(teks=teks.strip()), pemberi=request.user).order_by("-given_at", "-id")
    konteks = KonteksUmpanBalik(daftar_teks_lain=tuple(lain.values_list("teks", flat=True)[:20]))
    return [
        {
            "tingkat": "kekurangan" if catatan.tingkat is Tingkat.PERINGATAN else "nasihat",
            "pesan": catatan.pesan,
            "contoh": catatan.contoh,
            "rujukan": catatan.rujukan,
        }
        for catatan in telaah_umpan_balik(teks, konteks=konteks, bidang="teks")
    ]
