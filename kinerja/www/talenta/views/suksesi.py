"""Key posts and those who may follow: the rule proposes, people decide."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.dokumen.xlsx import KolomXLSX, LembarXLSX, tulis_xlsx
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import Jabatan, Pegawai
from kinerja.kepegawaian.permissions import is_admin
from kinerja.talenta import actions
from kinerja.talenta.istilah import PutusanCalon
from kinerja.talenta.models import JabatanKunci, PoolSuksesi
from kinerja.talenta.permissions import can_decide_calon
from kinerja.talenta.queries.penempatan import peta_talenta
from kinerja.talenta.queries.suksesi import (
    JENIS_PEMEGANG,
    CalonDibaca,
    baca_calon,
    daftar_kunci,
    pertimbangan,
    with_people,
)
from kinerja.www.http import Request
from kinerja.www.talenta.bacaan import is_admin_of, read_aturan, scope_of
from kinerja.www.talenta.forms import AlasanForm, CalonForm, KunciForm
from kinerja.www.talenta.unduh import respond_xlsx

_KOLOM = (
    KolomXLSX(judul="Jabatan kunci", lebar=36),
    KolomXLSX(judul="Unit kerja", lebar=36),
    KolomXLSX(judul="NIP", lebar=24),
    KolomXLSX(judul="Nama", lebar=36),
    KolomXLSX(judul="Putusan", lebar=20),
    KolomXLSX(judul="Kotak saat diputus", lebar=12, jenis="angka"),
    KolomXLSX(judul="Kotak sekarang", lebar=12, jenis="angka"),
    KolomXLSX(judul="Alasan", lebar=60),
    KolomXLSX(judul="Diputus tanggal", lebar=14, jenis="tanggal"),
    KolomXLSX(judul="Diputus oleh", lebar=30),
    KolomXLSX(judul="Berlaku sampai", lebar=14, jenis="tanggal"),
    KolomXLSX(judul="Yang berubah sejak itu", lebar=60),
)


@require_safe
def suksesi_list(request: Request) -> HttpResponse:
    scope_of(request)
    daftar = daftar_kunci(JabatanKunci.objects.visible_to(request.user).berlaku(), on=timezone.localdate())
    konteks = {
        "page": Paginator(daftar, 25).get_page(request.GET.get("halaman")),
        "kelola": is_admin(request.user),
        "jenis_pemegang": JENIS_PEMEGANG,
    }
    return render(request, "talenta/suksesi_list.html", konteks)


_BUKAN_TAMPIL = 30  # the nearest ones; the boxes show everybody


@require_safe
def suksesi_detail(request: Request, kunci_id: int) -> HttpResponse:
    on, jalur = timezone.localdate(), scope_of(request)
    kunci = get_object_or_404(daftar_kunci(JabatanKunci.objects.visible_to(request.user), on=on), pk=kunci_id)
    aturan = read_aturan(request, on=on)
    peta = peta_talenta(jalur, aturan=aturan, on=on)
    semua = baca_calon(_decided(kunci), peta, on=on)
    berjalan = [satu for satu in semua if satu.calon.keluar_at is None]
    semua_orang = pertimbangan(peta, kunci, sudah=[satu.calon.pegawai_id for satu in berjalan])
    usulan = [satu for satu in semua_orang if satu.diusulkan]
    bukan = [satu for satu in semua_orang if not satu.diusulkan]
    saya = lingkup(request.user).pegawai
    konteks = {
        "kunci": kunci,
        "masuk": [satu for satu in berjalan if satu.calon.putusan == PutusanCalon.MASUK],
        "tidak": [satu for satu in berjalan if satu.calon.putusan == PutusanCalon.TIDAK],
        "lewat": [satu.calon for satu in semua if satu.calon.keluar_at is not None],
        "page": Paginator(usulan, 25).get_page(request.GET.get("halaman")),
        "bukan": bukan[:_BUKAN_TAMPIL],
        "jumlah_bukan": len(bukan),
        "aturan": aturan,
        "saya_id": saya.pk if saya else None,
        "kelola": is_admin_of(request, kunci.jabatan.unit_kerja.jalur),
        "jenis_pemegang": JENIS_PEMEGANG,
    }
    return render(request, "talenta/suksesi_detail.html", konteks)


def _decided(kunci: JabatanKunci) -> list[PoolSuksesi]:
    daftar = with_people(PoolSuksesi.objects.filter(jabatan_kunci=kunci))
    return list(daftar.order_by("-kotak", "pegawai__nama", "-diputus_at", "pk"))


@require_safe
def suksesi_download(request: Request) -> HttpResponse:
    on, jalur = timezone.localdate(), scope_of(request)
    daftar = with_people(
        PoolSuksesi.objects.berjalan().filter(
            di_bawah(jalur, kolom="jabatan_kunci__jabatan__unit_kerja__jalur")
        )
    )
    peta = peta_talenta(jalur, aturan=read_aturan(request, on=on), on=on)
    urut = daftar.order_by(
        "jabatan_kunci__jabatan__unit_kerja__jalur",
        "jabatan_kunci",
        "putusan",
        "-kotak",
        "pegawai__nama",
        "pk",
    )
    baris = (_row(satu) for satu in baca_calon(urut, peta, on=on))
    isi = tulis_xlsx(LembarXLSX(nama="Pool suksesi", daftar_kolom=_KOLOM, daftar_baris=baris))
    return respond_xlsx(isi, f"pool-suksesi-{on:%Y-%m-%d}.xlsx")


def _row(satu: CalonDibaca) -> tuple[str | int | date | None, ...]:
    calon = satu.calon
    jabatan = calon.jabatan_kunci.jabatan
    return (
        jabatan.nama,
        jabatan.unit_kerja.nama,
        calon.pegawai.nip,
        calon.pegawai.nama,
        calon.get_putusan_display(),
        calon.kotak,
        satu.kotak_kini,
        calon.alasan,
        timezone.localdate(calon.diputus_at),
        calon.diputus_oleh.nama,
        calon.berlaku_sampai_on,
        " ".join(satu.daftar_perubahan) or None,
    )


def kunci_mark(request: Request) -> HttpResponse:
    if not is_admin(request.user):
        raise PermissionDenied
    cari = request.GET.get("cari", "").strip()
    daftar = _markable(request, cari)
    form = KunciForm(request.POST or None, daftar_jabatan=daftar)
    if request.method == "POST" and form.is_valid():
        jabatan = next(j for j in daftar if str(j.pk) == form.cleaned_data["jabatan"])
        try:
            kunci = actions.mark_kunci(
                jabatan, alasan=form.cleaned_data["alasan"], by=request.user, at=timezone.now()
            )
            messages.success(request, f"{jabatan} ditandai sebagai jabatan kunci.")
            return redirect("talenta:suksesi_detail", kunci.pk)
        except actions.CannotMarkKunci as error:
            form.add_error("jabatan", str(error))
    konteks = {"form": form, "cari": cari, "ada": bool(daftar)}
    return render(request, "talenta/kunci_mark.html", konteks, status=422 if form.errors else 200)


def _markable(request: Request, cari: str) -> list[Jabatan]:
    """Heads of units unless somebody looks for another post."""
    jalur = lingkup(request.user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
    daftar = Jabatan.objects.filter(
        di_bawah(jalur, kolom="unit_kerja__jalur"), unit_kerja__dibubarkan_on=None
    )
    daftar = daftar.exclude(jenis="").exclude(
        pk__in=JabatanKunci.objects.berlaku().order_by().values("jabatan_id")
    )
    if cari:
        daftar = daftar.filter(Q(nama__icontains=cari) | Q(unit_kerja__nama__icontains=cari))
    else:
        daftar = daftar.filter(kepala=True)
    return list(
        daftar.select_related("unit_kerja").order_by("unit_kerja__jalur", "-kepala", "nama", "pk")[:20]
    )


@require_POST
def kunci_release(request: Request, kunci_id: int) -> HttpResponse:
    kunci = get_object_or_404(
        JabatanKunci.objects.visible_to(request.user).select_related("jabatan"), pk=kunci_id
    )
    try:
        actions.release_kunci(kunci, by=request.user, at=timezone.now())
    except actions.CannotMarkKunci as error:
        messages.error(request, str(error))
        return redirect("talenta:suksesi_detail", kunci.pk)
    messages.success(request, f"{kunci.jabatan} bukan lagi jabatan kunci.")
    return redirect("talenta:suksesi_list")


def calon_decide(request: Request, kunci_id: int, pegawai_id: int) -> HttpResponse:
    on = timezone.localdate()
    kunci = get_object_or_404(
        JabatanKunci.objects.visible_to(request.user).select_related("jabatan__unit_kerja"), pk=kunci_id
    )
    pegawai = get_object_or_404(Pegawai.objects.visible_to(request.user), pk=pegawai_id)
    if not can_decide_calon(request.user, kunci.jabatan, pegawai):
        raise PermissionDenied
    aturan = read_aturan(request, on=on)
    peta = peta_talenta([], aturan=aturan, on=on, pegawai_id=pegawai.pk)
    titik = peta.daftar[0] if peta.daftar else None
    form = CalonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            calon = actions.decide_calon(
                kunci, pegawai, isian=form.isian(), by=request.user, at=timezone.now()
            )
            messages.success(
                request, f"{pegawai}: {calon.get_putusan_display().lower()}. Alasannya tersimpan."
            )
            return redirect("talenta:suksesi_detail", kunci.pk)
        except (actions.CannotDecideCalon, actions.CannotMarkKunci) as error:
            form.add_error(None, str(error))
    konteks = {"form": form, "kunci": kunci, "pegawai": pegawai, "titik": titik, "penempatan": peta.jelaskan(titik) if titik else None, "aturan": aturan}  # fmt: skip
    return render(request, "talenta/calon_decide.html", konteks, status=422 if form.errors else 200)


def calon_end(request: Request, calon_id: int) -> HttpResponse:
    daftar = with_people(PoolSuksesi.objects.visible_to(request.user))
    calon = get_object_or_404(daftar, pk=calon_id)
    if not can_decide_calon(request.user, calon.jabatan_kunci.jabatan, calon.pegawai):
        raise PermissionDenied
    form = AlasanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.remove_calon(
                calon, alasan=form.cleaned_data["alasan"], by=request.user, at=timezone.now()
            )
            messages.success(request, f"Putusan tentang {calon.pegawai} diakhiri.")
            return redirect("talenta:suksesi_detail", calon.jabatan_kunci_id)
        except actions.CannotDecideCalon as error:
            form.add_error("alasan", str(error))
    konteks = {"form": form, "calon": calon}
    return render(request, "talenta/calon_end.html", konteks, status=422 if form.errors else 200)
