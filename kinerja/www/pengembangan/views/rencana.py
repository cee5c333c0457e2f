"""The individual plan: items, handing it in, answering it, and its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.dokumen.rencana_pengembangan import KODE_RENCANA_PENGEMBANGAN, cetak_rencana_pengembangan
from kinerja.jejak.models import DokumenTerbit, JenisHalaman
from kinerja.jejak.sidik import kode_periksa
from kinerja.kepegawaian.models import Pegawai
from kinerja.kepegawaian.queries.penilai import penempatan_kini
from kinerja.pelatihan.models import Pelatihan
from kinerja.pengembangan import actions, permissions
from kinerja.pengembangan.istilah import DAPAT_DIUBAH, CaraBelajar, KeadaanButir, KeadaanRencana
from kinerja.pengembangan.models import ButirRencana, RencanaPengembangan
from kinerja.pengembangan.queries.cetak import isian_rencana
from kinerja.pengembangan.queries.halaman import HalamanPengembangan, halaman_pengembangan
from kinerja.pengembangan.queries.rencana import asal_butir
from kinerja.www.dokumen.views import pdf
from kinerja.www.pengembangan.forms import AlasanForm, ButirForm, JawabanForm, KabarForm
from kinerja.www.pengembangan.views.orang import own_pegawai
from kinerja.www.penglihatan import note_penilai_or_admin

if TYPE_CHECKING:
    from django import forms
    from django.db.models import QuerySet

    from kinerja.www.http import Request


def _find(request: Request, rencana_id: int) -> RencanaPengembangan:
    daftar = RencanaPengembangan.objects.visible_to(request.user)
    rencana: RencanaPengembangan = get_object_or_404(
        daftar.select_related("pegawai", "penilai", "instansi"), pk=rencana_id
    )
    return rencana


def _find_butir(request: Request, butir_id: int) -> ButirRencana:
    daftar = ButirRencana.objects.visible_to(request.user)
    butir: ButirRencana = get_object_or_404(
        daftar.select_related("rencana__pegawai", "rencana__instansi", "pelatihan"), pk=butir_id
    )
    return butir


@require_safe
def rencana_detail(request: Request, rencana_id: int) -> HttpResponse:
    return _page(request, _find(request, rencana_id))


def _page(request: Request, rencana: RencanaPengembangan, **form: forms.Form) -> HttpResponse:
    note_penilai_or_admin(request, JenisHalaman.KOMPETENSI, rencana.pegawai_id)
    pemilik = permissions.is_owner(request.user, rencana.pegawai)
    daftar = list(rencana.daftar_butir.select_related("pelatihan").order_by("urutan", "id"))
    konteks = {
        "rencana": rencana,
        "daftar_butir": daftar,
        "jumlah_jp": sum(butir.jp for butir in daftar if butir.keadaan != KeadaanButir.BATAL),
        "daftar_versi": list(rencana.daftar_versi.select_related("disepakati_oleh").order_by("-nomor")),
        "pemilik": pemilik,
        "boleh_ubah": permissions.can_edit_rencana(request.user, rencana),
        "boleh_jawab": permissions.can_answer_rencana(request.user, rencana),
        "boleh_kabari": permissions.can_report_butir(request.user, rencana),
        "boleh_asal": permissions.can_read_origin(request.user, rencana),
        "keadaan_butir": KeadaanButir,
        "form_jawaban": form.get("jawaban") or JawabanForm(),
        "form_alasan": form.get("alasan") or AlasanForm(),
    }
    status = 422 if any(satu.errors for satu in form.values()) else 200
    return render(request, "pengembangan/rencana_detail.html", konteks, status=status)


def _own_page(pegawai: Pegawai) -> HalamanPengembangan:
    on = timezone.localdate()
    tempat = penempatan_kini(pegawai, on=on)
    return halaman_pengembangan(pegawai, jabatan=tempat.jabatan if tempat else None, on=on)


def _catalogue(pegawai: Pegawai) -> QuerySet[Pelatihan]:
    return Pelatihan.objects.filter(instansi=pegawai.instansi_id, aktif=True).order_by("nama", "id")


def butir_add(request: Request) -> HttpResponse:
    """For the plan of this year, which begins with its first item. `kode` and `pelatihan` come from a suggestion."""
    pegawai = own_pegawai(request)
    halaman, katalog = _own_page(pegawai), _catalogue(pegawai)
    rencana = halaman.rencana
    if rencana is not None and rencana.keadaan not in DAPAT_DIUBAH:
        tekan = "Tarik kembali" if rencana.keadaan == KeadaanRencana.DIAJUKAN else "Ubah rencana"
        messages.info(
            request, f"Rencana ini sudah diajukan atau disepakati. Tekan “{tekan}” dahulu, lalu tambahkan."
        )
        return redirect("pengembangan:rencana_detail", rencana.pk)
    form = ButirForm(request.POST or None, initial=_start(request, halaman), daftar_pelatihan=katalog)
    if request.method == "POST" and form.is_valid() and (rencana := _added(request, pegawai, halaman, form)):
        messages.success(request, "Butir masuk ke rencana. Ajukan bila sudah lengkap.")
        return redirect("pengembangan:rencana_detail", rencana.pk)
    konteks = {"form": form, "butir": None, "tahun": timezone.localdate().year, "rencana": rencana}
    return render(request, "pengembangan/butir_edit.html", konteks, status=422 if form.errors else 200)


def _start(request: Request, halaman: HalamanPengembangan) -> dict[str, Any]:
    """What the suggestion that was pressed fills in beforehand."""
    nomor, kode = request.GET.get("pelatihan", ""), request.GET.get("kode", "")
    saran = next((s for s in halaman.daftar_saran if str(s.pelatihan.pk) == nomor), None)
    kebutuhan = next((k for k in halaman.daftar_kebutuhan if k.kode == kode), None)
    if kebutuhan is None and saran is not None:
        kebutuhan = saran.saran.daftar_alasan[0].kebutuhan
    kelas = saran.daftar_kelas[0] if saran and saran.daftar_kelas else None
    bulan = (kelas.mulai_on if kelas else timezone.localdate()).month
    return {
        "kebutuhan": kebutuhan.label if kebutuhan else "",
        "cara": CaraBelajar.PELATIHAN.value if saran else None,
        "pelatihan": saran.pelatihan.pk if saran else None,
        "jp": kelas.jp if kelas else (saran.pelatihan.jp or 0) if saran else 0,
        "triwulan": (bulan - 1) // 3 + 1,
    }


def _added(
    request: Request, pegawai: Pegawai, halaman: HalamanPengembangan, form: ButirForm
) -> RencanaPengembangan | None:
    at = timezone.now()
    asal = asal_butir(halaman, kode=request.GET.get("kode", ""), pelatihan=form.cleaned_data["pelatihan"])
    try:
        butir = actions.plan_butir(
            pegawai, form.isian(asal=asal), tahun=timezone.localdate().year, by=request.user, at=at
        )
    except actions.CannotChangeRencana as error:
        form.add_error(None, str(error))
        return None
    return butir.rencana


def butir_edit(request: Request, butir_id: int) -> HttpResponse:
    butir = _find_butir(request, butir_id)
    rencana = butir.rencana
    if not permissions.is_owner(request.user, rencana.pegawai):
        raise PermissionDenied
    form = ButirForm(
        request.POST or None, initial=ButirForm.awal(butir), daftar_pelatihan=_catalogue(rencana.pegawai)
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_butir(butir, form.isian(), by=request.user, at=timezone.now())
            messages.success(request, "Butir rencana tersimpan.")
            return redirect("pengembangan:rencana_detail", rencana.pk)
        except actions.CannotChangeRencana as error:
            form.add_error(None, str(error))
    konteks = {"form": form, "butir": butir, "tahun": rencana.tahun, "rencana": rencana}
    return render(request, "pengembangan/butir_edit.html", konteks, status=422 if form.errors else 200)


@require_POST
def butir_remove(request: Request, butir_id: int) -> HttpResponse:
    butir = _find_butir(request, butir_id)
    try:
        actions.remove_butir(butir, by=request.user, at=timezone.now())
        messages.success(request, "Butir dihapus dari rencana.")
    except actions.CannotChangeRencana as error:
        messages.error(request, str(error))
    return redirect("pengembangan:rencana_detail", butir.rencana_id)


@require_POST
def butir_report(request: Request, butir_id: int) -> HttpResponse:
    butir = _find_butir(request, butir_id)
    if not permissions.can_report_butir(request.user, butir.rencana):
        raise PermissionDenied
    form = KabarForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Pilih keadaan butir ini dari daftar.")
        return redirect("pengembangan:rencana_detail", butir.rencana_id)
    isi = form.cleaned_data
    try:
        actions.report_butir(
            butir, keadaan=KeadaanButir(isi["keadaan"]), catatan=isi["catatan"], by=request.user, at=timezone.now()
        )  # fmt: skip
        messages.success(request, f"{butir.nama_kegiatan}: {KeadaanButir(isi['keadaan']).label.lower()}.")
    except actions.CannotChangeRencana as error:
        messages.error(request, str(error))
    return redirect("pengembangan:rencana_detail", butir.rencana_id)


@require_POST
def rencana_submit(request: Request, rencana_id: int) -> HttpResponse:
    rencana = _find(request, rencana_id)
    try:
        rencana = actions.submit_rencana(rencana, by=request.user, at=timezone.now())
        messages.success(request, f"Rencana diajukan. {rencana.penilai} melihatnya di berandanya.")
    except actions.CannotChangeRencana as error:
        messages.error(request, str(error))
    return redirect("pengembangan:rencana_detail", rencana_id)


@require_POST
def rencana_withdraw(request: Request, rencana_id: int) -> HttpResponse:
    try:
        actions.withdraw_rencana(_find(request, rencana_id), by=request.user, at=timezone.now())
        messages.success(request, "Rencana ditarik. Anda dapat mengubahnya lagi.")
    except actions.CannotChangeRencana as error:
        messages.error(request, str(error))
    return redirect("pengembangan:rencana_detail", rencana_id)


@require_POST
def rencana_answer(request: Request, rencana_id: int) -> HttpResponse:
    """Both answers in one form: what was written stays when one of them is refused."""
    rencana = _find(request, rencana_id)
    sepakat = request.POST.get("jawaban") == "sepakat"
    jawab = actions.agree_rencana if sepakat else actions.return_rencana
    form = JawabanForm(request.POST)
    if form.is_valid():
        try:
            jawab(rencana, catatan=form.cleaned_data["catatan"], by=request.user, at=timezone.now())
            kata = "disepakati" if sepakat else "dikembalikan dengan catatan Anda"
            messages.success(request, f"Rencana {rencana.pegawai} {kata}.")
            return redirect("pengembangan:rencana_detail", rencana.pk)
        except actions.CannotChangeRencana as error:
            form.add_error("catatan", str(error))
    elif not permissions.can_answer_rencana(request.user, rencana):
        raise PermissionDenied
    return _page(request, rencana, jawaban=form)


@require_POST
def rencana_reopen(request: Request, rencana_id: int) -> HttpResponse:
    rencana = _find(request, rencana_id)
    if not permissions.is_owner(request.user, rencana.pegawai):
        raise PermissionDenied
    form = AlasanForm(request.POST)
    if form.is_valid():
        try:
            actions.reopen_rencana(
                rencana, alasan=form.cleaned_data["alasan"], by=request.user, at=timezone.now()
            )
            messages.success(
                request, "Rencana dibuka lagi. Ajukan ulang sesudah diubah; versi lama tetap ada."
            )
            return redirect("pengembangan:rencana_detail", rencana.pk)
        except actions.CannotChangeRencana as error:
            form.add_error("alasan", str(error))
    return _page(request, rencana, alasan=form)


@require_safe
def rencana_pdf(request: Request, rencana_id: int) -> HttpResponse:
    rencana = _find(request, rencana_id)
    note_penilai_or_admin(request, JenisHalaman.KOMPETENSI, rencana.pegawai_id)
    return pdf(_paper(request, rencana), nama=f"rencana-pengembangan-{rencana.tahun}")


def _paper(request: Request, rencana: RencanaPengembangan) -> bytes:
    """The identical paper of the version that was agreed; anything else is printed as a draft."""
    versi = rencana.daftar_versi.filter(nomor=rencana.versi).order_by("id").first()
    if versi is None or rencana.keadaan != KeadaanRencana.DISEPAKATI:
        isi = isian_rencana(rencana, on=timezone.localdate())
        return cetak_rencana_pengembangan(isi, at=timezone.now())
    daftar = DokumenTerbit.objects.filter(kode=KODE_RENCANA_PENGEMBANGAN, objek_id=str(versi.pk))
    dokumen = get_object_or_404(daftar.order_by("id"), objek_jenis=versi._meta.label_lower)
    alamat = request.build_absolute_uri(reverse("dokumen:verifikasi", args=[dokumen.token]))
    return cetak_rencana_pengembangan(
        dokumen.isian, at=dokumen.diterbitkan_at, alamat=alamat, kode=kode_periksa(dokumen.token)
    )
