"""Meetings: the list, preparing one, its board, its minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.dokumen.berita_acara import KODE_BERITA_ACARA, cetak_berita_acara
from kinerja.jejak.models import DokumenTerbit, JenisHalaman, Sebagai
from kinerja.jejak.sidik import kode_periksa
from kinerja.kalibrasi import actions, permissions
from kinerja.kalibrasi.istilah import KeadaanSidang, KeadaanUsulan
from kinerja.kalibrasi.models import Sidang
from kinerja.kalibrasi.queries import Papan, papan
from kinerja.kalibrasi.queries.bukti import next_unmarked
from kinerja.kalibrasi.queries.papan import BarisPapan
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, instansi_ids, lingkup
from kinerja.kepegawaian.models import UnitKerja
from kinerja.lib.angka import parse_nomor
from kinerja.www.dokumen.views import pdf
from kinerja.www.kalibrasi.forms import NotulenForm, SaringanForm, SidangForm
from kinerja.www.penglihatan import note_akses

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from kinerja.www.http import Request

SEHALAMAN = 25


def get_sidang(request: Request, sidang_id: int) -> Sidang:
    sidang: Sidang = get_object_or_404(Sidang.objects.visible_to(request.user).with_place(), pk=sidang_id)
    return sidang


@require_safe
def sidang_list(request: Request) -> HttpResponse:
    daftar = Sidang.objects.visible_to(request.user).with_place().order_by("-periode__selesai_on", "-id")
    page = Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    boleh = _units(request, on=timezone.localdate()).exists()
    return render(request, "kalibrasi/sidang_list.html", {"page": page, "boleh_siapkan": boleh})


def _units(request: Request, *, on: date) -> QuerySet[UnitKerja]:
    """Units whose meeting this person may convene: with a head, in his admin's scope or led by himself."""
    dari = lingkup(request.user)
    q = di_bawah(dari.jalur_peran(JenisPeran.ADMIN_INSTANSI), kolom="jalur")
    if dari.pegawai:
        q |= Q(pk__in=permissions.unit_dipimpin(dari.pegawai.pk, on=on))
    daftar = UnitKerja.objects.filter(q, dibubarkan_on=None, daftar_jabatan__kepala=True)
    return daftar.distinct().order_by("jalur")


def sidang_create(request: Request) -> HttpResponse:
    on = timezone.localdate()
    daftar_unit = _units(request, on=on)
    if not daftar_unit.exists():
        raise PermissionDenied
    periode = Periode.objects.exclude(tahap=Tahap.DOKUMENTASI).filter(
        instansi_id__in=instansi_ids(request.user), dibuka_at__isnull=False, mulai_on__lte=on
    )
    form = SidangForm(
        request.POST or None, daftar_unit=daftar_unit, daftar_periode=periode.order_by("-selesai_on", "id")
    )
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        try:
            sidang = actions.convene_sidang(
                isi["unit"], periode=isi["periode"], batas_tanda_on=isi["batas_tanda_on"], by=request.user, at=timezone.now()
            )  # fmt: skip
            messages.success(request, "Sidang disiapkan. Para peserta melihatnya di beranda masing-masing.")
            return redirect("kalibrasi:sidang_detail", sidang.pk)
        except actions.CannotConvene as error:
            form.add_error(None, str(error))
    return render(request, "kalibrasi/sidang_create.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def sidang_detail(request: Request, sidang_id: int) -> HttpResponse:
    sidang = get_sidang(request, sidang_id)
    isi = papan(sidang, user=request.user, on=timezone.localdate())
    _note_people(request, isi)
    form = SaringanForm(request.GET or {}, papan=isi)
    saringan = form.saringan()
    konteks = {
        "sidang": sidang,
        "papan": isi,
        "form": form,
        "saringan": saringan,
        "page": _list_page(request, isi.daftar(saringan)),
        "ketua": permissions.can_chair(request.user, sidang),
        "notulis": _takes_minutes(isi),
        "menunggu_saya": _waiting(isi),
        "mulai_tandai": next_unmarked(isi, 0) if isi.saya and isi.saya.bersuara else None,
    }
    return render(request, "kalibrasi/sidang_detail.html", konteks)


def _note_people(request: Request, papan: Papan) -> None:
    """The board names everybody with his ratings, whatever the filter; one query after the first look of a day."""
    saya = papan.saya.pegawai_id if papan.saya else None
    for baris in papan.semua:
        sebagai = Sebagai.PENILAI if saya is not None and baris.penilai_id == saya else None
        note_akses(request, JenisHalaman.HASIL, baris.pegawai_id, sebagai=sebagai)


def _list_page(request: Request, daftar: list[BarisPapan]) -> Page[BarisPapan]:
    """The page asked for; `ke` asks for the one on which a person stands, so that one comes back to his line."""
    tujuan = parse_nomor(request.GET.get("ke", ""))
    nomor = next((n for n, b in enumerate(daftar) if b.evaluasi_id == tujuan), None)
    halaman = request.GET.get("halaman") if nomor is None else nomor // SEHALAMAN + 1
    return Paginator(daftar, SEHALAMAN).get_page(halaman)


def _takes_minutes(papan: Papan) -> bool:
    return papan.saya is not None and papan.saya.peran in ("ketua", "notulis")


def _waiting(papan: Papan) -> list[object]:
    """Proposals about people whom the reader rates himself."""
    saya = papan.saya
    return [b for b in papan.semua if b.usulan and saya and b.penilai_id == saya.pegawai_id]


@require_POST
def sidang_open(request: Request, sidang_id: int) -> HttpResponse:
    sidang = get_sidang(request, sidang_id)
    try:
        actions.open_sidang(sidang, by=request.user, at=timezone.now())
        messages.success(
            request, "Sidang dibuka. Tanda semua peserta kini terlihat, perbedaan terbesar di atas."
        )
    except actions.CannotCalibrate as error:
        messages.error(request, str(error))
    return redirect("kalibrasi:sidang_detail", sidang.pk)


def notulen_edit(request: Request, sidang_id: int) -> HttpResponse:
    """Saving, and for the chair closing: the minutes are the last thing before the meeting ends."""
    sidang = get_sidang(request, sidang_id)
    if not permissions.can_write_minutes(request.user, sidang):
        raise PermissionDenied
    if sidang.keadaan == KeadaanSidang.SELESAI:
        return redirect("kalibrasi:sidang_detail", sidang.pk)
    awal = {"notulen": sidang.notulen, "revisi": sidang.revisi}
    form = NotulenForm(request.POST or None, initial=awal)
    if request.method == "POST" and form.is_valid() and _saved(request, sidang, form):
        return redirect("kalibrasi:sidang_detail", sidang.pk)
    konteks = {
        "sidang": sidang,
        "form": form,
        "ketua": permissions.can_chair(request.user, sidang),
        "menunggu": sidang.daftar_usulan.filter(keadaan=KeadaanUsulan.MENUNGGU).count(),
    }
    return render(request, "kalibrasi/notulen_edit.html", konteks, status=422 if form.errors else 200)


def _saved(request: Request, sidang: Sidang, form: NotulenForm) -> bool:
    tutup = request.POST.get("langkah") == "tutup"
    lakukan = actions.close_sidang if tutup else actions.save_notulen
    try:
        lakukan(
            sidang,
            notulen=form.cleaned_data["notulen"],
            revisi=form.cleaned_data["revisi"],
            by=request.user,
            at=timezone.now(),
        )
    except actions.StaleNotulen as error:
        sidang.refresh_from_db(fields=["revisi", "notulen"])
        form.data = {**request.POST.dict(), "revisi": str(sidang.revisi)}
        form.add_error(None, str(error))
    except actions.CannotCalibrate as error:
        form.add_error("notulen", str(error))
    else:
        messages.success(
            request, "Sidang selesai. Berita acaranya siap diunduh." if tutup else "Notulen tersimpan."
        )
        return True
    return False


@require_safe
def berita_acara(request: Request, sidang_id: int) -> HttpResponse:
    """The identical paper, from what was kept when the meeting was closed."""
    sidang = get_sidang(request, sidang_id)
    daftar = DokumenTerbit.objects.filter(kode=KODE_BERITA_ACARA, objek_id=str(sidang.pk))
    dokumen = get_object_or_404(daftar.order_by("id"), objek_jenis=sidang._meta.label_lower)
    alamat = request.build_absolute_uri(reverse("dokumen:verifikasi", args=[dokumen.token]))
    isi = cetak_berita_acara(
        dokumen.isian, at=dokumen.diterbitkan_at, alamat=alamat, kode=kode_periksa(dokumen.token)
    )
    return pdf(isi, nama=f"berita-acara-kalibrasi-{sidang.pk}")
