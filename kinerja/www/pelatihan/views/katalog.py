"""The first page of trainings, and the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.permissions import is_admin
from kinerja.lib.sekaligus import read_together
from kinerja.pelatihan import actions
from kinerja.pelatihan.istilah import BERJALAN, KeadaanKelas, KeadaanSertifikat
from kinerja.pelatihan.models import KelasPelatihan, Pelatihan, PesertaPelatihan, Sertifikat
from kinerja.pelatihan.permissions import can_manage_pelatihan
from kinerja.pelatihan.queries import kelas_terbuka, pemakaian_pelatihan
from kinerja.pelatihan.queries.jp import jp_setahun
from kinerja.pelatihan.queries.katalog import nama_kompetensi
from kinerja.pelatihan.queries.tugas import menunggu_saya
from kinerja.www.kepegawaian.views.impor import instansi_of
from kinerja.www.pelatihan.forms import PelatihanForm, SaringKatalog

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet
    from django.http import HttpResponse

    from kinerja.kepegawaian.models import Pegawai
    from kinerja.www.http import Request

SEHALAMAN = 25


@require_safe
def pelatihan_list(request: Request) -> HttpResponse:
    """What is on offer, where one's own requests stand, and the hours of the year."""
    on, pegawai = timezone.localdate(), lingkup(request.user).pegawai
    instansi_id = pegawai.instansi_id if pegawai else instansi_of(request).pk
    menunggu = Sertifikat.objects.visible_to(request.user).filter(keadaan=KeadaanSertifikat.DIAJUKAN)
    kelola = is_admin(request.user)
    konteks = {
        "on": on,
        "daftar_kelas": kelas_terbuka(instansi_id, on=on),
        "setahun": jp_setahun(pegawai, on.year) if pegawai else None,
        "kelola": kelola,
        "periksa": menunggu.count() if kelola else 0,
        "disiapkan": _prepared(request) if kelola else (),
        **(_own(pegawai, on=on) if pegawai else {"ajuan": [], "petugas": [], "tugas": []}),
    }
    return render(request, "pelatihan/pelatihan_list.html", konteks)


def _prepared(request: Request) -> QuerySet[KelasPelatihan]:
    daftar = KelasPelatihan.objects.visible_to(request.user).filter(keadaan=KeadaanKelas.DISIAPKAN)
    return daftar.select_related("pelatihan").order_by("mulai_on", "id")


def _own(pegawai: Pegawai, *, on: date) -> dict[str, list[object]]:
    return read_together(
        ajuan=PesertaPelatihan.objects.filter(pegawai=pegawai, keadaan__in=BERJALAN)
        .select_related("kelas__pelatihan")
        .order_by("kelas__mulai_on", "id"),
        petugas=KelasPelatihan.objects.filter(petugas=pegawai, keadaan=KeadaanKelas.DIBUKA)
        .select_related("pelatihan")
        .order_by("mulai_on", "id"),
        tugas=menunggu_saya(pegawai, on=on),
    )


@require_safe
def katalog_list(request: Request) -> HttpResponse:
    form = SaringKatalog(request.GET or None)
    isi = form.cleaned_data if form.is_valid() else {}
    kelola = is_admin(request.user)
    daftar = Pelatihan.objects.visible_to(request.user)
    if not kelola:
        daftar = daftar.filter(aktif=True)
    if isi.get("cari"):
        daftar = daftar.filter(Q(nama__icontains=isi["cari"]) | Q(sasaran__icontains=isi["cari"]))
    if isi.get("jenis"):
        daftar = daftar.filter(jenis_kompetensi=isi["jenis"])
    terbuka = Q(
        daftar_kelas__keadaan=KeadaanKelas.DIBUKA, daftar_kelas__batas_daftar_on__gte=timezone.localdate()
    )
    daftar = daftar.annotate(kelas_dibuka=Count("daftar_kelas", filter=terbuka))
    page = Paginator(daftar.order_by("nama", "id"), SEHALAMAN).get_page(request.GET.get("halaman"))
    konteks = {"form": form, "page": page, "kelola": kelola}
    return render(request, "pelatihan/katalog_list.html", konteks)


def get_pelatihan(request: Request, pelatihan_id: int) -> Pelatihan:
    daftar = Pelatihan.objects.visible_to(request.user).select_related("instansi")
    pelatihan: Pelatihan = get_object_or_404(daftar, pk=pelatihan_id)
    return pelatihan


@require_safe
def pelatihan_detail(request: Request, pelatihan_id: int) -> HttpResponse:
    pelatihan = get_pelatihan(request, pelatihan_id)
    kelas = KelasPelatihan.objects.visible_to(request.user).filter(pelatihan=pelatihan)
    konteks = {
        "pelatihan": pelatihan,
        "menguatkan": nama_kompetensi(pelatihan),
        "pemakaian": pemakaian_pelatihan([pelatihan]).get(pelatihan.pk),
        "daftar_kelas": kelas.order_by("-mulai_on", "id")[:12],
        "kelola": can_manage_pelatihan(request.user, pelatihan.instansi),
        "on": timezone.localdate(),
    }
    return render(request, "pelatihan/pelatihan_detail.html", konteks)


def pelatihan_create(request: Request) -> HttpResponse:
    return _edit(request, None)


def pelatihan_edit(request: Request, pelatihan_id: int) -> HttpResponse:
    return _edit(request, get_pelatihan(request, pelatihan_id))


def _edit(request: Request, pelatihan: Pelatihan | None) -> HttpResponse:
    instansi = pelatihan.instansi if pelatihan else instansi_of(request)
    if not can_manage_pelatihan(request.user, instansi):
        raise PermissionDenied
    awal = PelatihanForm.awal(pelatihan) if pelatihan else None
    form = PelatihanForm(request.POST or None, initial=awal, instansi_id=instansi.pk)
    if request.method == "POST" and form.is_valid():
        try:
            disimpan = actions.save_pelatihan(
                instansi, form.isian(), pelatihan=pelatihan, by=request.user, at=timezone.now()
            )
            messages.success(request, f"“{disimpan.nama}” tersimpan di katalog.")
            return redirect("pelatihan:pelatihan_detail", disimpan.pk)
        except actions.CannotSavePelatihan as error:
            form.add_error(None, str(error))
    konteks = {"form": form, "pelatihan": pelatihan}
    return render(request, "pelatihan/pelatihan_edit.html", konteks, status=422 if form.errors else 200)
