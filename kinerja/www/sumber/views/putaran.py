"""The draw: its fingerprint and numbers for everybody, buttons for the admin, names for nobody."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.models import UnitKerja
from kinerja.kepegawaian.permissions import is_admin
from kinerja.sumber import actions, queries
from kinerja.sumber.amplop import has_key
from kinerja.sumber.istilah import KeadaanPutaran
from kinerja.sumber.models import Putaran
from kinerja.sumber.permissions import can_manage_putaran
from kinerja.www.http import Request
from kinerja.www.kepegawaian.views.impor import instansi_of


@require_safe
def putaran_list(request: Request) -> HttpResponse:
    on = timezone.localdate()
    daftar = queries.undian_tersedia(instansi_of(request).pk, on=on)
    kelola = {
        t.kebijakan.unit_kerja_id for t in daftar if can_manage_putaran(request.user, t.kebijakan.unit_kerja)
    }
    konteks = {"daftar": daftar, "kelola": kelola, "admin": is_admin(request.user), "on": on}
    return render(request, "sumber/putaran_list.html", konteks)


@require_safe
def putaran_detail(request: Request, putaran_id: int) -> HttpResponse:
    putaran, on = _putaran(request, putaran_id), timezone.localdate()
    kelola = can_manage_putaran(request.user, putaran.unit_kerja)
    berjalan = putaran.keadaan == KeadaanPutaran.BERJALAN
    konteks = {
        "putaran": putaran,
        "kelola": kelola,
        "terbuka": putaran.terbuka(on),
        "kemajuan": queries.kemajuan(putaran),
        "kunci_hilang": kelola and berjalan and not has_key(putaran.kode),
    }
    return render(request, "sumber/putaran_detail.html", konteks)


@require_POST
def putaran_draw(request: Request, unit_id: int, periode_id: int) -> HttpResponse:
    unit = get_object_or_404(UnitKerja.objects.visible_to(request.user), pk=unit_id)
    periode = get_object_or_404(Periode, pk=periode_id, instansi_id=unit.instansi_id)
    try:
        putaran = actions.draw_putaran(periode, unit, by=request.user, at=timezone.now())
        messages.success(
            request, f"Undian {periode} selesai. Yang terpilih melihatnya di beranda masing-masing."
        )
        return redirect("sumber:putaran_detail", putaran.pk)
    except actions.CannotDraw as error:
        messages.error(request, str(error))
    return redirect("sumber:putaran_list")


@require_POST
def putaran_close(request: Request, putaran_id: int) -> HttpResponse:
    putaran = _putaran(request, putaran_id)
    try:
        hasil = actions.close_putaran(putaran, by=request.user, at=timezone.now())
        pesan = f"Putaran ditutup: {hasil.terisi} dari {hasil.hak} jawaban masuk, {hasil.dihitung} kelompok jawaban dihitung."
        if hasil.tidak_dibuka:
            pesan += (
                f" {hasil.tidak_dibuka} kelompok terlalu sedikit dan tidak dibuka demi melindungi penjawab."
            )
        messages.success(request, pesan)
    except actions.CannotClose as error:
        messages.error(request, str(error))
    return redirect("sumber:putaran_detail", putaran.pk)


@require_POST
def putaran_restart(request: Request, putaran_id: int) -> HttpResponse:
    putaran = _putaran(request, putaran_id)
    try:
        jumlah = actions.restart_putaran(putaran, by=request.user, at=timezone.now())
        messages.success(
            request, f"Pengisian dimulai ulang. {jumlah} jawaban yang tidak terbaca perlu diisi lagi."
        )
    except actions.CannotRestart as error:
        messages.error(request, str(error))
    return redirect("sumber:putaran_detail", putaran.pk)


def _putaran(request: Request, putaran_id: int) -> Putaran:
    daftar = Putaran.objects.visible_to(request.user).select_related("periode", "unit_kerja", "kebijakan")
    putaran: Putaran = get_object_or_404(daftar, pk=putaran_id)
    return putaran
