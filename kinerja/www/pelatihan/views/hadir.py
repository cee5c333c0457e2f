"""In the room: the list of the day, the code on the screen, and who passed in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from markupsafe import Markup

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.tanggal import TanggalTidakSah, format_tanggal, parse_tanggal
from kinerja.pelatihan import actions
from kinerja.pelatihan.istilah import BERKURSI, KeadaanPeserta
from kinerja.pelatihan.models import KehadiranPelatihan, KelasPelatihan, PesertaPelatihan
from kinerja.pelatihan.permissions import can_run_kelas
from kinerja.pelatihan.queries.kode_hadir import new_kode, new_konfirmasi, read_kode
from kinerja.www.pelatihan.views.kelas import days_of, get_kelas

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpResponse

    from kinerja.www.http import Request

_CUKUP_HADIR = 80  # percent of the days: from here on "lulus" stands ticked, and people change it


def _run(request: Request, kelas_id: int) -> KelasPelatihan:
    kelas = get_kelas(request, kelas_id)
    if not can_run_kelas(request.user, kelas):
        raise PermissionDenied
    return kelas


def _day(teks: str, daftar: list[date]) -> date:
    try:
        diminta = parse_tanggal(teks)
    except TanggalTidakSah:
        return daftar[-1]
    return diminta if diminta in daftar else daftar[-1]


def kehadiran_edit(request: Request, kelas_id: int) -> HttpResponse:
    kelas, on = _run(request, kelas_id), timezone.localdate()
    if request.method == "POST":
        return _saved(request, kelas)
    daftar_hari = days_of(kelas, on=on)
    peserta = kelas.daftar_peserta.filter(keadaan__in=BERKURSI).select_related("pegawai")
    konteks: dict[str, object] = {"kelas": kelas, "daftar_hari": daftar_hari, "hari": None, "on": on}
    if daftar_hari:
        hari = _day(request.GET.get("hari", ""), daftar_hari)
        hadir = KehadiranPelatihan.objects.filter(peserta__kelas=kelas, hari_on=hari)
        konteks |= {
            "hari": hari,
            "daftar": list(peserta.order_by("pegawai__nama", "id")),
            "hadir": {satu.peserta_id: satu for satu in hadir.order_by("id")},
        }
    return render(request, "pelatihan/kehadiran_edit.html", konteks)


def _saved(request: Request, kelas: KelasPelatihan) -> HttpResponse:
    alamat = reverse("pelatihan:kehadiran_edit", args=[kelas.pk])
    try:
        hari = parse_tanggal(request.POST.get("hari", ""))
        jumlah = actions.save_attendance(
            kelas, hari_on=hari, daftar_hadir=_numbers(request, "hadir"), by=request.user, at=timezone.now()
        )
    except (TanggalTidakSah, actions.CannotTrain) as error:
        messages.error(request, str(error))
        return redirect(alamat)
    messages.success(request, f"{jumlah} orang hadir pada {format_tanggal(hari)}.")
    return redirect(f"{alamat}?hari={hari:%Y-%m-%d}")


def _numbers(request: Request, nama: str) -> list[int]:
    return [int(n) for n in request.POST.getlist(nama) if n.isascii() and n.isdigit() and len(n) < 18]


@require_safe
def kehadiran_qr(request: Request, kelas_id: int) -> HttpResponse:
    """For the screen of the room; htmx brings the next code before this one is too old."""
    kelas, at, on = _run(request, kelas_id), timezone.now(), timezone.localdate()
    berlangsung = kelas.mulai_on <= on <= kelas.selesai_on and kelas.keadaan == "dibuka"
    konteks: dict[str, object] = {"kelas": kelas, "on": on, "berlangsung": berlangsung}
    if berlangsung:
        alamat = request.build_absolute_uri(
            reverse("pelatihan:hadir_confirm", args=[new_kode(kelas.pk, on, at=at)])
        )
        hadir = KehadiranPelatihan.objects.filter(peserta__kelas=kelas, hari_on=on)
        gambar = segno.make(alamat, error="m", micro=False).svg_inline(omitsize=True, border=2)
        konteks |= {
            "gambar": Markup(gambar),
            "hadir": hadir.count(),
            "peserta": kelas.daftar_peserta.filter(keadaan=KeadaanPeserta.DITERIMA).count(),
        }
    templat = "pelatihan/_qr.html" if request.htmx else "pelatihan/kehadiran_qr.html"
    return render(request, templat, konteks)


def hadir_confirm(request: Request, kode: str) -> HttpResponse:
    """What a scan opens: who is signed in says with one press that he is here."""
    at = timezone.now()
    if request.method == "POST":
        return _confirmed(request)
    hari, pegawai = read_kode(kode, at=at), lingkup(request.user).pegawai
    konteks: dict[str, object] = {
        "pegawai": pegawai,
        "peserta": None,
        "konfirmasi": "",
        "berlaku": hari is not None,
    }
    if hari is not None and pegawai is not None:
        daftar = PesertaPelatihan.objects.filter(
            kelas=hari.kelas_id, pegawai=pegawai, keadaan=KeadaanPeserta.DITERIMA
        )
        peserta = daftar.select_related("kelas__pelatihan").order_by("id").first()
        konteks |= {
            "peserta": peserta,
            "hari": hari.hari_on,
            "konfirmasi": new_konfirmasi(hari, user_id=request.user.pk, at=at) if peserta else "",
        }
    return render(request, "pelatihan/hadir_confirm.html", konteks)


def _confirmed(request: Request) -> HttpResponse:
    try:
        hadir = actions.confirm_attendance(
            request.POST.get("konfirmasi", ""), by=request.user, at=timezone.now()
        )
    except actions.CannotAttend as error:
        messages.error(request, str(error))
        return redirect("pelatihan:pelatihan_list")
    messages.success(request, f"Kehadiran Anda {format_tanggal(hadir.hari_on)} tercatat. Selamat belajar.")
    return redirect("pelatihan:peserta_detail", hadir.peserta_id)


def hasil_edit(request: Request, kelas_id: int) -> HttpResponse:
    kelas = _run(request, kelas_id)
    if request.method == "POST":
        try:
            terbit = actions.finish_kelas(
                kelas, daftar_lulus=_numbers(request, "lulus"), by=request.user, at=timezone.now()
            )
            messages.success(
                request, f"Hasil tersimpan dan {len(terbit)} sertifikat terbit. JP-nya sudah dihitung."
            )
            return redirect("pelatihan:kelas_detail", kelas.pk)
        except actions.CannotTrain as error:
            messages.error(request, str(error))
    daftar = kelas.daftar_peserta.filter(keadaan__in=(KeadaanPeserta.DITERIMA, KeadaanPeserta.TIDAK_LULUS))
    daftar = daftar.select_related("pegawai").annotate(jumlah_hadir=Count("daftar_kehadiran"))
    jumlah_hari = (kelas.selesai_on - kelas.mulai_on).days + 1
    dicentang = set(_numbers(request, "lulus"))
    konteks = {
        "kelas": kelas,
        "belum": timezone.localdate() < kelas.selesai_on,
        "jumlah_hari": jumlah_hari,
        "daftar": [
            (p, p.pk in dicentang if request.method == "POST" else _attended(p, jumlah_hari))
            for p in daftar.order_by("pegawai__nama", "id")
        ],
    }
    return render(
        request, "pelatihan/hasil_edit.html", konteks, status=422 if request.method == "POST" else 200
    )


def _attended(peserta: PesertaPelatihan, jumlah_hari: int) -> bool:
    hadir: int = peserta.jumlah_hadir  # type: ignore[attr-defined]
    return hadir * 100 >= jumlah_hari * _CUKUP_HADIR
