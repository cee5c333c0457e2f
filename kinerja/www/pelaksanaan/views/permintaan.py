"""Asking a colleague for feedback, and answering or declining what one is asked."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.pelaksanaan import actions, permissions, queries
from kinerja.pelaksanaan.models import PermintaanUmpanBalik
from kinerja.perencanaan.models import SKP, RencanaHasilKerja
from kinerja.www.http import Request
from kinerja.www.pelaksanaan.forms import PermintaanForm, read_sasaran

SEHALAMAN = 20


def permintaan_list(request: Request) -> HttpResponse:
    """Asked of me, and what I asked or what was asked about my plan."""
    tentang_saya = PermintaanUmpanBalik.objects.filter(
        Q(peminta=request.user) | Q(skp__in=SKP.objects.owned_by(request.user))
    )
    daftar = tentang_saya.select_related("skp__pegawai", "rhk", "kepada", "peminta")
    konteks = {
        "menunggu": queries.permintaan_menunggu(request.user),
        "page": Paginator(daftar.order_by("-requested_at", "-id"), SEHALAMAN).get_page(
            request.GET.get("halaman")
        ),
    }
    return render(request, "pelaksanaan/permintaan_list.html", konteks)


def permintaan_create(request: Request, skp_id: int) -> HttpResponse:
    daftar = SKP.objects.visible_to(request.user).filter(status__in=permissions.BERJALAN).with_people()
    skp = get_object_or_404(daftar, pk=skp_id)
    if not permissions.can_request_feedback(request.user, skp):
        raise Http404
    daftar_rhk = list(RencanaHasilKerja.objects.filter(skp=skp).order_by("-jenis", "urutan", "id"))
    form = PermintaanForm(
        request.POST or None, daftar_pegawai=_colleagues(request, skp), daftar_rhk=daftar_rhk
    )
    if request.method == "POST" and form.is_valid():
        try:
            _ask(request, skp, form, daftar_rhk)
        except actions.CannotRequestFeedback as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "Permintaan terkirim. Anda melihat jawabannya di halaman umpan balik.")
            return redirect("pelaksanaan:permintaan_list")
    status = 422 if request.method == "POST" else 200
    return render(request, "pelaksanaan/permintaan_create.html", {"skp": skp, "form": form}, status=status)


@require_POST
def permintaan_decline(request: Request, permintaan_id: int) -> HttpResponse:
    milik_saya = PermintaanUmpanBalik.objects.filter(kepada=lingkup(request.user).pegawai)
    permintaan = get_object_or_404(milik_saya, pk=permintaan_id)
    try:
        actions.decline_request(permintaan, by=request.user, at=timezone.now())
        messages.success(request, "Permintaan ditolak. Anda tetap dapat memberi umpan balik kapan saja.")
    except actions.CannotRequestFeedback as error:
        messages.error(request, str(error))
    return redirect("pelaksanaan:permintaan_list")


def _ask(
    request: Request, skp: SKP, form: PermintaanForm, daftar_rhk: list[RencanaHasilKerja]
) -> PermintaanUmpanBalik:
    rhk_id, nilai = read_sasaran(form.cleaned_data["sasaran"])
    return actions.request_feedback(
        skp,
        kepada=form.daftar_pegawai[form.cleaned_data["kepada"]],
        rhk=next((rhk for rhk in daftar_rhk if rhk.pk == rhk_id), None),
        nilai=nilai,
        pesan=form.cleaned_data["pesan"],
        by=request.user,
        at=timezone.now(),
    )


def _colleagues(request: Request, skp: SKP) -> QuerySet[Pegawai]:
    """Those of the same unit or with the same penilai, and the penilai himself: people who saw the work."""
    on = timezone.localdate()
    dekat = queries.rekan_kerja(skp, on=on)
    return dekat.exclude(user=None).exclude(user=request.user)
