"""What one was told: the list, opening one, and choosing what to hear."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.acara import daftar_ics
from kinerja.lib.angka import parse_nomor
from kinerja.notifikasi import actions
from kinerja.notifikasi.istilah import DAFTAR_JENIS
from kinerja.notifikasi.models import Notifikasi
from kinerja.notifikasi.queries import pilihan_dari
from kinerja.pengingat.queries.isi_surat import surat_berikutnya
from kinerja.pengingat.queries.kalender import hari_saya
from kinerja.www.http import Request
from kinerja.www.notifikasi.forms import PilihanForm, initial_of

SEHALAMAN = 30


@require_safe
def notifikasi_list(request: Request) -> HttpResponse:
    belum = request.GET.get("tampil") == "belum"
    daftar = Notifikasi.objects.visible_to(request.user).order_by("-id")
    page = Paginator(daftar.unread() if belum else daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "page": page,
        "belum": belum,
        "jumlah": getattr(request.user, "jumlah_kabar", 0),
        "sampai": page.object_list[0].pk if page.object_list and page.number == 1 else None,
        "berpegawai": lingkup(request.user).pegawai is not None,
    }
    return render(request, "notifikasi/notifikasi_list.html", konteks)


@require_POST
def notifikasi_open(request: Request, notifikasi_id: int) -> HttpResponse:
    """Reading is noted here, because a link may not write."""
    notifikasi = get_object_or_404(Notifikasi.objects.visible_to(request.user), pk=notifikasi_id)
    actions.read_notifikasi(notifikasi, by=request.user, at=timezone.now())
    if url_has_allowed_host_and_scheme(notifikasi.tautan, allowed_hosts=None):
        return redirect(notifikasi.tautan)
    return redirect("notifikasi:notifikasi_list")


@require_POST
def notifikasi_read(request: Request) -> HttpResponse:
    sampai = parse_nomor(request.POST.get("sampai", ""))
    if sampai is not None:
        jumlah = actions.read_all(sampai=sampai, by=request.user, at=timezone.now())
        messages.success(request, f"{jumlah} notifikasi ditandai sudah dibaca.")
    return redirect("notifikasi:notifikasi_list")


def pilihan_edit(request: Request) -> HttpResponse:
    pilihan, pegawai = pilihan_dari(request.user.pk), lingkup(request.user).pegawai
    form = PilihanForm(request.POST or None, initial=initial_of(pilihan))
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_pilihan(form.isian(), by=request.user, at=timezone.now())
            messages.success(request, "Pilihan Anda tersimpan.")
            return redirect("notifikasi:pilihan_edit")
        except actions.CannotChoose as error:
            form.add_error("jam", str(error))
    alamat = (pegawai.email if pegawai else "") or request.user.email
    konteks = {
        "form": form,
        "wajib": [jenis for jenis in DAFTAR_JENIS if jenis.wajib],
        "alamat": alamat,
        "berkirim": bool(alamat) and pilihan.surat,
        "berikutnya": surat_berikutnya(request.user, on=timezone.localdate()),
        "tanpa_server": not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"),
    }
    return render(request, "notifikasi/pilihan_edit.html", konteks, status=422 if form.errors else 200)


@require_safe
def batas_calendar(request: Request) -> HttpResponse:
    pegawai, at = lingkup(request.user).pegawai, timezone.now()
    if pegawai is None:
        raise PermissionDenied
    alamat = request.build_absolute_uri("/").rstrip("/")
    isi = daftar_ics(hari_saya(pegawai, on=pegawai.instansi.tanggal(at), alamat=alamat), dibuat_at=at)
    berkas = HttpResponse(isi, content_type="text/calendar; charset=utf-8")
    berkas["Content-Disposition"] = 'attachment; filename="batas-waktu-kinerja.ics"'
    return berkas
