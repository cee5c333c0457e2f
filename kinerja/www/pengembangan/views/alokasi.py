"""The year's budget for BKPSDM: what is asked for, what the machine proposes, what people make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.lib.angka import parse_nomor
from kinerja.metode.alokasi_pelatihan import Keputusan
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pelatihan.models import Pelatihan
from kinerja.pengembangan import actions
from kinerja.pengembangan.istilah import KeadaanAlokasi
from kinerja.pengembangan.models import BarisAlokasi, RencanaAlokasi
from kinerja.pengembangan.queries.alokasi import daftar_kelas_tahun, ringkas_alokasi
from kinerja.www.pengembangan.forms import AlokasiForm, TambahBarisForm, UbahBarisForm
from kinerja.www.pengembangan.views.dampak import managed_instansi
from kinerja.www.pengembangan.views.orang import sections

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet

    from kinerja.kepegawaian.models import Instansi
    from kinerja.www.http import Request

SEHALAMAN = 25
TAMPIL = {
    "ikut": "Diusulkan ikut",
    "belum": "Belum dapat",
    "diubah": "Diubah orang",
    "terhalang": "Belum masuk kelas",
}


def _house(request: Request) -> Instansi:
    instansi = managed_instansi(request)
    if instansi is None:
        raise PermissionDenied
    return instansi


def _find(request: Request, alokasi_id: int) -> RencanaAlokasi:
    daftar = RencanaAlokasi.objects.visible_to(request.user).select_related("instansi", "disetujui_oleh")
    alokasi: RencanaAlokasi = get_object_or_404(daftar, pk=alokasi_id)
    return alokasi


@require_safe
def alokasi_list(request: Request) -> HttpResponse:
    _house(request)
    daftar = RencanaAlokasi.objects.visible_to(request.user).select_related("dibuat_oleh")
    page = Paginator(daftar.order_by("-tahun", "-id"), SEHALAMAN).get_page(request.GET.get("halaman"))
    return render(request, "pengembangan/alokasi_list.html", {"page": page, **sections(request)})


def alokasi_create(request: Request) -> HttpResponse:
    instansi, on = _house(request), timezone.localdate()
    tahun = (on.year, on.year + 1)
    daftar = daftar_kelas_tahun(instansi.pk, tahun=tahun[0], on=on) | daftar_kelas_tahun(
        instansi.pk, tahun=tahun[1], on=on
    )
    daftar = daftar.order_by("mulai_on", "pelatihan__nama", "id")
    form = AlokasiForm(request.POST or None, daftar_kelas=daftar, tahun=tahun)
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        isian = actions.IsianAlokasi(
            tahun=isi["tahun"], anggaran=isi["anggaran"], daftar_kelas=tuple(isi["kelas"])
        )
        try:
            alokasi = actions.plan_alokasi(instansi, isian, by=request.user, at=timezone.now())
            messages.success(request, "Usulan sedang dihitung.")
            return redirect("pengembangan:alokasi_detail", alokasi.pk)
        except actions.CannotPlanAlokasi as error:
            form.add_error(None, str(error))
    konteks = {"form": form, "daftar_kelas": list(daftar)}
    return render(request, "pengembangan/alokasi_create.html", konteks, status=422 if form.errors else 200)


@require_safe
def alokasi_detail(request: Request, alokasi_id: int) -> HttpResponse:
    alokasi = _find(request, alokasi_id)
    return _page(request, alokasi, None)


def _page(request: Request, alokasi: RencanaAlokasi, tambah: TambahBarisForm | None) -> HttpResponse:
    tampil = request.GET.get("tampil", "")
    tampil = tampil if tampil in TAMPIL else "ikut"
    pelatihan_id = parse_nomor(request.GET.get("pelatihan"))
    daftar = _rows(alokasi, tampil)
    daftar = daftar.filter(pelatihan_id=pelatihan_id) if pelatihan_id else daftar
    dihitung = alokasi.keadaan == KeadaanAlokasi.DIHITUNG
    ringkas, form = ringkas_alokasi(alokasi), tambah or _add_form(alokasi)
    form.offer((satu.pelatihan_id, satu.nama) for satu in ringkas.daftar)
    konteks = {
        "alokasi": alokasi,
        "ringkas": ringkas,
        "page": Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman")),
        "tampil": tampil,
        "pilihan_tampil": TAMPIL,
        "pelatihan_id": pelatihan_id,
        "pekerjaan": Pekerjaan.objects.filter(pk=alokasi.pekerjaan_id or 0).first() if dihitung else None,
        "terbuka": alokasi.keadaan == KeadaanAlokasi.USULAN,
        "terhalang": alokasi.daftar_baris.exclude(halangan="").count()
        if alokasi.keadaan == KeadaanAlokasi.DISETUJUI
        else 0,
        "form_tambah": form,
    }
    status = 422 if tambah is not None and tambah.errors else 200
    return render(request, "pengembangan/alokasi_detail.html", konteks, status=status)


def _rows(alokasi: RencanaAlokasi, tampil: str) -> QuerySet[BarisAlokasi]:
    daftar = alokasi.daftar_baris.select_related("pegawai", "unit_kerja", "pelatihan", "kelas", "peserta")
    daftar = daftar.order_by("urutan", "id")
    if tampil == "diubah":
        return daftar.filter(oleh_orang=True)
    if tampil == "terhalang":
        return daftar.exclude(halangan="")
    ikut = {"keputusan": Keputusan.DIUSULKAN, "dikeluarkan": False}
    return daftar.filter(**ikut) if tampil == "ikut" else daftar.exclude(**ikut)


def _add_form(alokasi: RencanaAlokasi, data: object = None) -> TambahBarisForm:
    pelatihan = Pelatihan.objects.filter(
        pk__in=alokasi.daftar_kelas.order_by().values("kelas__pelatihan")
    ).order_by("nama", "id")
    return TambahBarisForm(data, instansi_id=alokasi.instansi_id, daftar_pelatihan=pelatihan)


@require_POST
def alokasi_compute(request: Request, alokasi_id: int) -> HttpResponse:
    return _done(
        request, alokasi_id, actions.recompute_alokasi, "Usulan sedang dihitung ulang dari minat terbaru."
    )


@require_POST
def alokasi_approve(request: Request, alokasi_id: int) -> HttpResponse:
    """Approving; and once it is approved, trying those again whom a class would not take."""
    alokasi = _find(request, alokasi_id)
    if alokasi.keadaan == KeadaanAlokasi.DISETUJUI:
        return _done(
            request, alokasi_id, actions.register_again, "Peserta yang terhalang dicoba didaftarkan lagi."
        )
    kalimat = "Rencana disetujui. Peserta sedang didaftarkan ke kelasnya masing-masing."
    return _done(request, alokasi_id, actions.approve_alokasi, kalimat)


def _done(request: Request, alokasi_id: int, lakukan: Callable[..., object], kalimat: str) -> HttpResponse:
    try:
        lakukan(_find(request, alokasi_id), by=request.user, at=timezone.now())
        messages.success(request, kalimat)
    except actions.CannotPlanAlokasi as error:
        messages.error(request, str(error))
    return redirect("pengembangan:alokasi_detail", alokasi_id)


@require_POST
def baris_add(request: Request, alokasi_id: int) -> HttpResponse:
    alokasi = _find(request, alokasi_id)
    form = _add_form(alokasi, request.POST)
    if form.is_valid():
        isi = form.cleaned_data
        try:
            actions.add_baris(
                alokasi, isi["pegawai"], pelatihan=isi["pelatihan"], alasan=isi["alasan"], by=request.user, at=timezone.now()
            )  # fmt: skip
            messages.success(request, f"{isi['pegawai'].nama} ditambahkan.")
            return redirect("pengembangan:alokasi_detail", alokasi.pk)
        except actions.CannotPlanAlokasi as error:
            form.add_error(None, str(error))
    return _page(request, alokasi, form)


_LANGKAH: dict[str, tuple[Callable[..., object], dict[str, object], str]] = {
    "naik": (actions.move_baris, {"naik": True}, "dinaikkan satu urutan"),
    "turun": (actions.move_baris, {"naik": False}, "diturunkan satu urutan"),
    "keluarkan": (actions.remove_baris, {}, "dikeluarkan dari usulan"),
    "masukkan": (actions.include_baris, {}, "dimasukkan ke usulan"),
}


def baris_edit(request: Request, baris_id: int) -> HttpResponse:
    """One row with its reason: which of the steps was meant is the button that was pressed."""
    daftar = BarisAlokasi.objects.visible_to(request.user)
    baris: BarisAlokasi = get_object_or_404(
        daftar.select_related("alokasi__instansi", "pegawai", "pelatihan", "unit_kerja", "kelas"), pk=baris_id
    )
    form = UbahBarisForm(request.POST or None)
    langkah = _LANGKAH.get(request.POST.get("langkah", ""))
    if request.method == "POST" and form.is_valid() and langkah is not None:
        lakukan, pilihan, kata = langkah
        try:
            lakukan(baris, alasan=form.cleaned_data["alasan"], by=request.user, at=timezone.now(), **pilihan)
            messages.success(request, f"{baris.pegawai.nama} {kata}.")
            return redirect("pengembangan:alokasi_detail", baris.alokasi_id)
        except actions.CannotPlanAlokasi as error:
            form.add_error(None, str(error))
    konteks = {"form": form, "baris": baris, "terbuka": baris.alokasi.keadaan == KeadaanAlokasi.USULAN}
    return render(request, "pengembangan/baris_edit.html", konteks, status=422 if form.errors else 200)
