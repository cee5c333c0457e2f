"""Setting angka kredit, and its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.dokumen.angka_kredit import cetak_angka_kredit
from kinerja.jejak.models import JenisHalaman, Sebagai
from kinerja.jejak.sidik import kode_periksa
from kinerja.karier import actions
from kinerja.karier.istilah import JenisPenetapan
from kinerja.karier.models import PenetapanAngkaKredit
from kinerja.karier.permissions import can_set_angka_kredit
from kinerja.karier.queries.atur import daftar_unsur, karier_setelan
from kinerja.karier.queries.bahan import Bahan, hitung
from kinerja.karier.queries.penetapan import (
    IsianPenetapan,
    Rancangan,
    TidakAdaHitungan,
    pilihan_sampai,
    susun_rancangan,
)
from kinerja.karier.queries.seorang import Berkas, bahan_of, berkas_of
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai, Penempatan
from kinerja.lib.tanggal import TanggalTidakSah, parse_tanggal
from kinerja.metode.pak import PAKTidakSah
from kinerja.www.dokumen.views import pdf
from kinerja.www.http import Request
from kinerja.www.karier.forms import PenetapanForm
from kinerja.www.karier.views.perjalanan import get_pegawai
from kinerja.www.penglihatan import note_akses

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet


def penetapan_set(request: Request, pegawai_id: int, jenis: str) -> HttpResponse:
    if jenis not in set(JenisPenetapan):
        raise Http404
    kode, on = JenisPenetapan(jenis), timezone.localdate()
    pegawai = get_pegawai(request, pegawai_id)
    if not can_set_angka_kredit(request.user, pegawai, on=on):
        raise PermissionDenied
    berkas = berkas_of(pegawai)
    bahan = bahan_of(pegawai, berkas, on=on)
    daftar_sampai = pilihan_sampai(bahan, berkas)
    form = PenetapanForm(
        request.POST or None,
        jenis=kode,
        daftar_sampai=daftar_sampai,
        daftar_penetap=_officials(pegawai, on),
        initial=_initial(request, pegawai, berkas),
    )
    if request.method == "POST" and form.is_valid() and (penetapan := _set(request, pegawai, kode, form)):
        messages.success(request, f"{kode.label} nomor {penetapan.nomor} sudah ditetapkan.")
        return redirect("karier:perjalanan_pegawai", pegawai.pk)
    konteks = {
        "pegawai": pegawai,
        "jenis": kode,
        "form": form,
        "bahan": bahan,
        "galat": hitung(bahan).galat,
        "daftar_sampai": daftar_sampai,
        "rancangan": _preview(request, kode, bahan, daftar_sampai, pegawai.instansi_id),
    }
    return render(request, "karier/penetapan_set.html", konteks, status=422 if form.errors else 200)


def _officials(pegawai: Pegawai, on: date) -> QuerySet[Pegawai]:
    """Whoever leads a unit, and whoever assesses the person."""
    kepala = Penempatan.objects.berlaku(on).filter(jabatan__kepala=True, pegawai__instansi=pegawai.instansi)
    penilai = HubunganPenilai.objects.filter(penempatan__pegawai=pegawai, selesai_on=None)
    nomor = kepala.order_by().values("pegawai").union(penilai.order_by().values("penilai"))
    return Pegawai.objects.filter(pk__in=nomor).exclude(pk=pegawai.pk).order_by("nama", "id")


def _initial(request: Request, pegawai: Pegawai, berkas: Berkas) -> dict[str, Any]:
    """The penilai, as the line above the signature says; whoever signed last where there is none."""
    hubungan = HubunganPenilai.objects.filter(penempatan__pegawai=pegawai, selesai_on=None)
    penilai = hubungan.select_related("penilai").order_by("-id").first()
    dulu = next((satu.penetap_id for satu in berkas.penetapan), None)
    penetap = penilai.penilai if penilai else Pegawai.objects.filter(pk=dulu or 0).first()
    return {
        "sampai": request.GET.get("sampai"),
        "penetap": penetap,
        "jabatan_penetap": "Pejabat Penilai Kinerja,",
    }


def _set(
    request: Request, pegawai: Pegawai, jenis: JenisPenetapan, form: PenetapanForm
) -> PenetapanAngkaKredit | None:
    isi = form.cleaned_data
    isian = IsianPenetapan(
        nomor=isi["nomor"],
        penetap=isi["penetap"],
        jabatan_penetap=isi["jabatan_penetap"],
        karpeg=isi["karpeg"],
        tempat_lahir=isi["tempat_lahir"],
        tambahan=form.tambahan,
        keterangan=isi["keterangan"],
        alasan=isi["alasan"],
    )
    try:
        return actions.set_angka_kredit(
            pegawai, jenis=jenis, sampai_on=isi["sampai"], isian=isian, by=request.user, at=timezone.now()
        )
    except actions.CannotSetAngkaKredit as error:
        form.add_error(None, str(error))
        return None


def _preview(
    request: Request, jenis: JenisPenetapan, bahan: Bahan, daftar_sampai: list[date], instansi_id: int
) -> Rancangan | None:
    """The numbers as they would be set, for the day that is chosen."""
    diminta = request.POST.get("sampai") or request.GET.get("sampai", "")
    try:
        sampai = parse_tanggal(diminta)
    except TanggalTidakSah:
        sampai = None
    if sampai not in daftar_sampai:
        sampai = daftar_sampai[0] if daftar_sampai else None
    if sampai is None:
        return None
    unsur = daftar_unsur(karier_setelan(instansi_id))
    try:
        return susun_rancangan(jenis, bahan, sampai_on=sampai, daftar_unsur=unsur)
    except (TidakAdaHitungan, PAKTidakSah):
        return None


@require_safe
def penetapan_pdf(request: Request, penetapan_id: int) -> HttpResponse:
    """The identical paper, from what was kept when it was set."""
    daftar = PenetapanAngkaKredit.objects.visible_to(request.user).select_related("dokumen")
    penetapan = get_object_or_404(daftar, pk=penetapan_id)
    dokumen = penetapan.dokumen
    if dokumen is None:
        raise Http404
    note_akses(request, JenisHalaman.KARIER, penetapan.pegawai_id, sebagai=Sebagai.ADMIN)
    alamat = request.build_absolute_uri(reverse("dokumen:verifikasi", args=[dokumen.token]))
    isi = cetak_angka_kredit(
        dokumen.isian, at=dokumen.diterbitkan_at, alamat=alamat, kode=kode_periksa(dokumen.token)
    )
    return pdf(isi, nama=f"{dokumen.kode.lower()}-{penetapan.pk}-v{penetapan.versi}")
