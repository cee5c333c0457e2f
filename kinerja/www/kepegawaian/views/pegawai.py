"""People: the list, and one person with his posts, penilai, roles and account."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.akun.queries import langkah_kedua
from kinerja.kepegawaian.actions import akun
from kinerja.kepegawaian.actions.perpindahan import set_status
from kinerja.kepegawaian.istilah import JenisPeran, StatusPegawai
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import Pegawai, Peran, UnitKerja
from kinerja.kepegawaian.permissions import (
    can_give_credentials,
    can_manage_kepegawaian,
    can_manage_pegawai,
    is_admin,
)
from kinerja.kepegawaian.queries.daftar import history_of, search_pegawai, with_placements, without_password
from kinerja.www.http import Request
from kinerja.www.kepegawaian.forms import PeranForm, SaringPegawai, StatusForm


def find_pegawai(request: Request, pegawai_id: int) -> Pegawai:
    daftar = Pegawai.objects.visible_to(request.user).select_related("instansi", "user")
    return get_object_or_404(daftar, pk=pegawai_id)


def find_managed(request: Request, pegawai_id: int) -> Pegawai:
    """Refused before anything is said about what was typed."""
    pegawai = find_pegawai(request, pegawai_id)
    if not can_manage_pegawai(request.user, pegawai, on=timezone.localdate()):
        raise PermissionDenied
    return pegawai


@require_safe
def pegawai_list(request: Request) -> HttpResponse:
    form = SaringPegawai(request.GET or None)
    daftar: QuerySet[Pegawai] = Pegawai.objects.visible_to(request.user).order_by("nama", "id")
    if form.is_valid():
        daftar = search_pegawai(daftar, form.cleaned_data["cari"], sebagian_nip=is_admin(request.user))
        if form.cleaned_data["status"]:
            daftar = daftar.filter(status=form.cleaned_data["status"])
    page = Paginator(with_placements(daftar, on=timezone.localdate()), 25).get_page(
        request.GET.get("halaman")
    )
    return render(
        request,
        "kepegawaian/pegawai_list.html",
        {"form": form, "page": page, "kelola": is_admin(request.user)},
    )


@require_safe
def pegawai_detail(request: Request, pegawai_id: int) -> HttpResponse:
    return _page(request, find_pegawai(request, pegawai_id))


def _page(
    request: Request,
    pegawai: Pegawai,
    *,
    form_status: StatusForm | None = None,
    form_peran: PeranForm | None = None,
) -> HttpResponse:
    """With a form that was refused, the page shows what was typed and what to do about it."""
    on = timezone.localdate()
    kelola = can_manage_pegawai(request.user, pegawai, on=on)
    riwayat = list(history_of(pegawai))
    konteks = {
        "pegawai": pegawai,
        "kelola": kelola,
        # Who assessed him is his own and the admin's business; posts are public inside the house.
        "rinci": kelola or pegawai.user_id == request.user.pk,
        "kini": [tempat for tempat in riwayat if tempat.berlaku(on)],
        "riwayat": riwayat,
        "diri": pegawai.user_id == request.user.pk,
        "langkah_kedua": langkah_kedua(pegawai.user) if kelola and pegawai.user else None,
        "daftar_peran": _roles(pegawai) if kelola else [],
        "form_status": form_status or StatusForm(initial={"status": pegawai.status}),
        "form_peran": form_peran or PeranForm(daftar_unit=units_managed(request)),
    }
    status = 422 if form_status or form_peran else 200
    return render(request, "kepegawaian/pegawai_detail.html", konteks, status=status)


def _roles(pegawai: Pegawai) -> list[Peran]:
    if pegawai.user is None:
        return []
    daftar = Peran.objects.filter(user=pegawai.user, selesai_on__isnull=True).select_related("unit_kerja")
    return list(daftar.order_by("jenis", "id"))


def units_managed(request: Request) -> QuerySet[UnitKerja]:
    jalur = lingkup(request.user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
    daftar = UnitKerja.objects.filter(di_bawah(jalur, kolom="jalur"), dibubarkan_on__isnull=True)
    return daftar.order_by("jalur", "id")


@require_POST
def status_set(request: Request, pegawai_id: int) -> HttpResponse:
    pegawai = find_managed(request, pegawai_id)
    form = StatusForm(request.POST)
    if not form.is_valid():
        return _page(request, pegawai, form_status=form)
    status = StatusPegawai(form.cleaned_data["status"])
    set_status(pegawai, status=status, by=request.user, at=timezone.now())
    messages.success(request, f"Status {pegawai} sekarang: {status.label}.")
    return redirect("kepegawaian:pegawai_detail", pegawai.pk)


@require_POST
def peran_assign(request: Request, pegawai_id: int) -> HttpResponse:
    pegawai = find_managed(request, pegawai_id)
    form = PeranForm(request.POST, daftar_unit=units_managed(request))
    if not form.is_valid():
        return _page(request, pegawai, form_peran=form)
    jenis, unit, at = JenisPeran(form.cleaned_data["jenis"]), form.cleaned_data["unit"], timezone.now()
    try:
        akun.assign_peran(pegawai, jenis=jenis, unit=unit, on=timezone.localdate(at), by=request.user, at=at)
    except akun.CannotAssignPeran as error:
        form.add_error(None, str(error))
        return _page(request, pegawai, form_peran=form)
    messages.success(request, f"{pegawai} sekarang {jenis.label} untuk {unit} dan semua unit di bawahnya.")
    return redirect("kepegawaian:pegawai_detail", pegawai.pk)


@require_POST
def peran_end(request: Request, peran_id: int) -> HttpResponse:
    peran = get_object_or_404(
        Peran.objects.visible_to(request.user).select_related("user__pegawai"), pk=peran_id
    )
    at = timezone.now()
    try:
        akun.end_peran(peran, on=timezone.localdate(at), by=request.user, at=at)
    except akun.CannotAssignPeran as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"Peran {peran.get_jenis_display()} sudah dicabut.")
    return redirect("kepegawaian:pegawai_detail", peran.user.pegawai.pk)


@require_POST
def sandi_reset(request: Request, pegawai_id: int) -> HttpResponse:
    pegawai = find_pegawai(request, pegawai_id)
    try:
        daftar = akun.give_passwords([pegawai], by=request.user, at=timezone.now())
    except akun.CannotGivePassword as error:
        messages.error(request, str(error))
        return redirect("kepegawaian:pegawai_detail", pegawai.pk)
    return _show_once(request, daftar)


@require_POST
def sandi_batch(request: Request, unit_id: int) -> HttpResponse:
    at = timezone.now()
    unit = get_object_or_404(UnitKerja.objects.visible_to(request.user), pk=unit_id)
    if not can_manage_kepegawaian(request.user, jalur=unit.jalur):
        raise PermissionDenied
    on = timezone.localdate(at)
    daftar = without_password(unit, on=on)[: akun.SEKALI]
    belum = [pegawai for pegawai in daftar if can_give_credentials(request.user, pegawai, on=on)]
    if not belum:
        messages.info(request, "Semua pegawai unit ini sudah mempunyai kata sandi.")
        return redirect("kepegawaian:unit_detail", unit.pk)
    return _show_once(request, akun.give_passwords(belum, by=request.user, at=at))


def _show_once(request: Request, daftar: list[tuple[Pegawai, str]]) -> HttpResponse:
    """The one page that answers a POST itself: the passwords are kept nowhere, so there is nothing to redirect to."""
    response = render(request, "kepegawaian/sandi.html", {"daftar": daftar})
    response["Cache-Control"] = "no-store"
    return response


@require_POST
def second_steps_remove(request: Request, pegawai_id: int) -> HttpResponse:
    pegawai = find_pegawai(request, pegawai_id)
    try:
        jumlah = akun.remove_second_steps(pegawai, by=request.user, at=timezone.now())
    except akun.CannotGivePassword as error:
        messages.error(request, str(error))
        return redirect("kepegawaian:pegawai_detail", pegawai.pk)
    messages.success(
        request,
        f"{jumlah} langkah kedua milik {pegawai} dihapus. Ia masuk dengan kata sandinya lalu memasangnya lagi.",
    )
    return redirect("kepegawaian:pegawai_detail", pegawai.pk)
