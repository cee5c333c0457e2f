"""Work shown as an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kepegawaian.lingkup import instansi_ids, lingkup
from kinerja.penghargaan import actions, permissions
from kinerja.penghargaan.istilah import KeadaanKarya
from kinerja.penghargaan.models import KaryaTeladan
from kinerja.penghargaan.queries.keadaan import SUDAH_PASTI
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.predikat import Predikat
from kinerja.perencanaan.actions import CannotSaveTemplat
from kinerja.perencanaan.models import RencanaHasilKerja
from kinerja.perencanaan.permissions import can_manage_templat
from kinerja.www.penghargaan.forms import BagikanForm, KaryaForm

if TYPE_CHECKING:
    from kinerja.www.http import Request

SEHALAMAN = 12


@require_safe
def karya_list(request: Request) -> HttpResponse:
    daftar = KaryaTeladan.objects.shared(request.user).select_related("pegawai", "evaluasi__periode")
    page = Paginator(daftar.order_by("-dijawab_at", "-id"), SEHALAMAN).get_page(request.GET.get("halaman"))
    saya = lingkup(request.user).pegawai
    milik = KaryaTeladan.objects.filter(pegawai=saya) if saya else KaryaTeladan.objects.none()
    return render(request, "penghargaan/karya_list.html", {"page": page, "milik": milik.order_by("-id")})


@require_safe
def karya_choose(request: Request) -> HttpResponse:
    """Own final results that are good enough to learn from."""
    daftar = (
        Evaluasi.objects.owned_by(request.user)
        .filter(status__in=SUDAH_PASTI, predikat__in=(Predikat.BAIK, Predikat.SANGAT_BAIK))
        .select_related("periode", "skp__unit_kerja")
        .order_by("-periode__selesai_on", "-id")[:SEHALAMAN]
    )
    return render(request, "penghargaan/karya_choose.html", {"daftar": daftar})


def karya_share(request: Request, evaluasi_id: int) -> HttpResponse:
    daftar = Evaluasi.objects.visible_to(request.user).select_related(
        "periode", "skp__pegawai", "skp__unit_kerja"
    )
    evaluasi = get_object_or_404(daftar, pk=evaluasi_id)
    if not permissions.can_propose_karya(request.user, evaluasi):
        raise PermissionDenied
    saya = lingkup(request.user).pegawai
    sendiri = saya is not None and saya.pk == evaluasi.skp.pegawai_id
    rhk = {
        r.pk: r for r in RencanaHasilKerja.objects.filter(skp=evaluasi.skp).order_by("-jenis", "urutan", "id")
    }
    form = BagikanForm(
        request.POST or None, daftar_rhk=[(k, r.teks) for k, r in rhk.items()], sendiri=sendiri
    )
    if request.method == "POST" and form.is_valid():
        try:
            karya = actions.share_karya(
                evaluasi, rhk[form.cleaned_data["rhk"]], form.isian(), by=request.user, at=timezone.now()
            )
            pesan = (
                "Terima kasih sudah berbagi. Anda dapat menariknya kapan saja."
                if sendiri
                else f"Usul terkirim. {evaluasi.skp.pegawai.nama} yang memutuskan dibagikan atau tidak."
            )
            messages.success(request, pesan)
            return redirect("penghargaan:karya_detail", karya.pk)
        except actions.CannotShare as error:
            form.add_error(None, str(error))
    konteks = {
        "evaluasi": evaluasi,
        "form": form,
        "sendiri": sendiri,
        "halangan": actions.cannot_share(evaluasi),
    }
    return render(request, "penghargaan/karya_share.html", konteks, status=422 if form.errors else 200)


@require_safe
def karya_detail(request: Request, karya_id: int) -> HttpResponse:
    """What was taken back says so to whoever comes by an old link, and tells nothing else."""
    dekat = KaryaTeladan.objects.select_related(
        "instansi", "pegawai", "evaluasi__periode", "rhk", "evaluasi__skp__unit_kerja"
    )
    karya = dekat.visible_to(request.user).filter(pk=karya_id).first()
    if karya is None:
        ditarik = KaryaTeladan.objects.filter(
            instansi_id__in=instansi_ids(request.user), keadaan=KeadaanKarya.DITARIK
        )
        if not ditarik.filter(pk=karya_id).exists():
            raise Http404
        return render(request, "penghargaan/karya_gone.html", status=410)
    konteks = {
        "karya": karya,
        "milik": permissions.owns_karya(request.user, karya),
        "jadi_contoh": karya.contoh_skp
        and karya.keadaan == KeadaanKarya.TAMPIL
        and can_manage_templat(request.user, karya.instansi),
    }
    return render(request, "penghargaan/karya_detail.html", konteks)


def karya_answer(request: Request, karya_id: int) -> HttpResponse:
    """The owner reads what others want to show, changes it, and says yes or no."""
    karya = get_object_or_404(
        KaryaTeladan.objects.visible_to(request.user).select_related("rhk", "diusulkan_oleh"), pk=karya_id
    )
    if not permissions.owns_karya(request.user, karya):
        raise PermissionDenied
    menolak = request.method == "POST" and request.POST.get("langkah") == "tolak"
    form = KaryaForm(request.POST or None, initial=KaryaForm.initial_of(karya))
    if request.method == "POST" and (form.is_valid() or menolak):
        isian = actions.IsianKarya(judul=karya.judul, isi=karya.isi) if menolak else form.isian()
        try:
            actions.answer_karya(karya, isian, setuju=not menolak, by=request.user, at=timezone.now())
            messages.success(
                request,
                "Karya itu tidak dibagikan."
                if menolak
                else "Karya Anda kini dapat dibaca rekan seinstansi. Anda dapat menariknya kapan saja.",
            )
            return redirect("penghargaan:karya_detail", karya.pk)
        except actions.CannotShare as error:
            form.add_error(None, str(error))
    konteks = {"karya": karya, "form": form}
    return render(request, "penghargaan/karya_answer.html", konteks, status=422 if form.errors else 200)


@require_POST
def karya_withdraw(request: Request, karya_id: int) -> HttpResponse:
    karya = get_object_or_404(KaryaTeladan.objects.visible_to(request.user), pk=karya_id)
    try:
        actions.withdraw_karya(karya, by=request.user, at=timezone.now())
        messages.success(
            request, "Karya itu sudah ditarik. Mulai sekarang tidak ada rekan yang dapat membacanya."
        )
    except actions.CannotShare as error:
        messages.error(request, str(error))
    return redirect("penghargaan:karya_list")


@require_POST
def karya_templat(request: Request, karya_id: int) -> HttpResponse:
    """The admin reads what came of it, and puts it better."""
    karya = get_object_or_404(KaryaTeladan.objects.visible_to(request.user), pk=karya_id)
    try:
        hasil = actions.make_templat(karya, by=request.user, at=timezone.now())
    except (actions.CannotShare, CannotSaveTemplat) as error:
        messages.error(request, str(error))
        return redirect("penghargaan:karya_detail", karya.pk)
    messages.success(
        request,
        "Sudah menjadi contoh dan terbaca rekan sejabatan. Baca sekarang: hapus yang masih menunjuk orang atau tempat.",
    )
    return redirect("perencanaan:hasil_templat_edit", hasil.pk)
