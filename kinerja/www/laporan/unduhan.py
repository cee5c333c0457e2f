"""Files: small ones at once, large ones asked for, and those that wait."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kepegawaian.models import Instansi
from kinerja.laporan import actions
from kinerja.laporan.berkas.ruang import Ruang, is_full
from kinerja.laporan.berkas.tulis import Naskah, tulis
from kinerja.laporan.istilah import JENIS_ISI, TABEL, BentukBerkas, JenisLaporan, KeadaanUnduhan
from kinerja.laporan.models import Unduhan
from kinerja.laporan.permissions import can_download
from kinerja.laporan.queries.keterangan import keterangan
from kinerja.www.laporan.saringan import Bacaan, read_laporan
from kinerja.www.laporan.views import LANGSUNG_TERBANYAK, note_rows

if TYPE_CHECKING:
    from django.http import HttpResponseBase

    from kinerja.laporan.queries.bentuk import Baris
    from kinerja.www.http import Request

PENUH = "Tempat penyimpanan penuh, jadi berkas belum dapat dibuat. Saringan Anda tetap di sini; beri tahu pengelola aplikasi."


@require_safe
def laporan_file(request: Request, jenis: str) -> HttpResponseBase:
    bacaan = read_laporan(request, jenis, request.GET)
    sumber = bacaan.sumber(request)
    bentuk = request.GET.get("bentuk", "")
    if bacaan.peringatan or bentuk not in TABEL:
        pesan = bacaan.peringatan or ("Bentuk berkas itu tidak dikenal; pilih Excel, CSV, atau PDF.",)
        return _back(request, bacaan, " ".join(pesan))
    if not 0 < sumber.jumlah() <= LANGSUNG_TERBANYAK:
        return _back(request, bacaan, "Mintalah berkasnya dengan tombol di halaman ini.")
    baris = sumber.baris(sumber.kunci())
    note_rows(request, bacaan.laporan, baris)
    pilihan = BentukBerkas(bentuk)
    try:
        isi = _write(bacaan, baris, pilihan)
    except OSError as galat:
        if not is_full(galat):
            raise
        return _back(request, bacaan, PENUH)
    return _private(HttpResponse(isi, content_type=JENIS_ISI[pilihan]), nama=bacaan.nama_berkas(pilihan))


def _write(bacaan: Bacaan, baris: list[Baris], bentuk: BentukBerkas) -> bytes:
    at = timezone.now()
    naskah = Naskah(
        judul=bacaan.judul,
        instansi=Instansi.objects.values_list("nama", flat=True).get(pk=bacaan.saringan.instansi_id),
        keterangan=keterangan(bacaan.laporan, bacaan.saringan, at=at, jumlah=len(baris)),
        daftar_kolom=bacaan.laporan.daftar_kolom,
        at=at,
    )
    keluaran = io.BytesIO()
    tulis(bentuk, keluaran, naskah, (satu.sel for satu in baris), folder=Path(tempfile.gettempdir()))
    return keluaran.getvalue()


@require_POST
def unduhan_request(request: Request, jenis: str) -> HttpResponse:
    bacaan = read_laporan(request, jenis, request.POST)
    bentuk = request.POST.get("bentuk", "")
    boleh = (*TABEL, BentukBerkas.ZIP) if bacaan.laporan.jenis is JenisLaporan.PYB else TABEL
    if bacaan.peringatan or bentuk not in boleh:
        pesan = bacaan.peringatan or ("Bentuk berkas itu tidak dikenal untuk laporan ini.",)
        return _back(request, bacaan, " ".join(pesan))
    pilihan = BentukBerkas(bentuk)
    lampiran = pilihan is BentukBerkas.ZIP and request.POST.get("lampiran") == "ya"
    permintaan = actions.Permintaan(
        saringan=bacaan.saringan,
        bentuk=pilihan,
        judul=f"Dokumen evaluasi, {bacaan.judul.partition(', ')[2]}"
        if pilihan is BentukBerkas.ZIP
        else bacaan.judul,
        nama_berkas=bacaan.nama_berkas(pilihan),
        lampiran=lampiran,
    )
    try:
        actions.request_unduhan(permintaan, by=request.user, at=timezone.now(), on=bacaan.on)
    except actions.CannotPrepare as error:
        return _back(request, bacaan, str(error))
    messages.success(
        request, "Berkas sedang disiapkan. Anda boleh pindah halaman; hasilnya menunggu di sini."
    )
    return redirect("laporan:unduhan_list")


@require_safe
def unduhan_list(request: Request) -> HttpResponse:
    daftar = Unduhan.objects.visible_to(request.user).select_related("pekerjaan").order_by("-id")
    page = Paginator(daftar, 20).get_page(request.GET.get("halaman"))
    konteks = {
        "page": page,
        "daftar": list(page.object_list),
        "berjalan": any(satu.kini is KeadaanUnduhan.DISIAPKAN for satu in page.object_list),
        "kini": timezone.now(),
    }
    templat = "laporan/bagian/unduhan.html" if request.htmx else "laporan/unduhan_list.html"
    return render(request, templat, konteks)


@require_safe
def unduhan_open(request: Request, unduhan_id: int) -> HttpResponseBase:
    unduhan = get_object_or_404(Unduhan.objects.visible_to(request.user), pk=unduhan_id)
    if not can_download(request.user, unduhan):
        messages.warning(
            request,
            "Peran Anda berubah sejak berkas itu diminta. Mintalah lagi; isinya mengikuti peran Anda kini.",
        )
        return redirect("laporan:unduhan_list")
    try:
        isi = Ruang(unduhan.pk).hasil.open("rb")
    except FileNotFoundError:
        messages.warning(
            request, "Berkas itu belum siap atau sudah dihapus. Mintalah lagi dari halaman Laporan."
        )
        return redirect("laporan:unduhan_list")
    respons = FileResponse(isi, content_type=JENIS_ISI[BentukBerkas(unduhan.bentuk)])
    return _private(respons, nama=unduhan.nama_berkas)


@require_POST
def unduhan_remove(request: Request, unduhan_id: int) -> HttpResponse:
    unduhan = get_object_or_404(Unduhan.objects.visible_to(request.user), pk=unduhan_id)
    actions.remove_unduhan(unduhan, by=request.user, at=timezone.now())
    messages.success(request, "Unduhan dihapus.")
    return redirect("laporan:unduhan_list")


def _back(request: Request, bacaan: Bacaan, pesan: str) -> HttpResponse:
    messages.warning(request, pesan)
    return redirect(f"{reverse('laporan:laporan_detail', args=[bacaan.laporan.jenis.value])}?{bacaan.alamat}")


def _private(respons: HttpResponseBase, *, nama: str) -> HttpResponseBase:
    respons["Content-Disposition"] = f'attachment; filename="{nama}"'
    respons["Cache-Control"] = "private, no-store"
    respons["X-Content-Type-Options"] = "nosniff"
    return respons
