"""Rater statistics, the rater's own page first; and the equity monitor."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.lingkup import instansi_ids
from kinerja.statistik import actions, permissions
from kinerja.statistik.models import StatistikPenilai
from kinerja.statistik.queries import profil
from kinerja.www.statistik.gambar import garis
from kinerja.www.statistik.pemerataan import JENJANG, daftar_ciri

if TYPE_CHECKING:
    from kinerja.www.http import Request


@require_safe
def saya(request: Request) -> HttpResponse:
    """Everything about oneself, nothing about anybody else."""
    on = timezone.localdate()
    per_periode = [(p, list(isi)) for p, isi in groupby(profil.milik_saya(request.user), lambda s: s.periode)]
    dicari = request.GET.get("periode", "")
    terpilih = next((satu for satu in per_periode if str(satu[0].pk) == dicari), None)
    periode, daftar = terpilih or next(iter(per_periode), (None, []))
    konteks = {
        "daftar_periode": [satu for satu, _ in per_periode],
        "periode": periode,
        "daftar": [(satu, [(u, garis(u)) for u in profil.daftar_ukuran(satu)]) for satu in daftar],
        "on": on,
        "lihat_penilai": permissions.can_see_raters(request.user, on=on),
    }
    return render(request, "statistik/saya.html", konteks)


@require_POST
def saya_read(request: Request, statistik_id: int) -> HttpResponse:
    statistik = get_object_or_404(StatistikPenilai.objects.visible_to(request.user), pk=statistik_id)
    actions.mark_read(statistik, by=request.user, at=timezone.now())
    messages.success(request, "Tercatat. Tim evaluasi kini dapat membicarakannya dengan Anda.")
    return redirect(f"{reverse('statistik:saya')}?periode={statistik.periode_id}")


@require_safe
def penilai_list(request: Request) -> HttpResponse:
    on = timezone.localdate()
    if not permissions.can_see_raters(request.user, on=on):
        raise PermissionDenied
    daftar = profil.periode_bagi_tim(request.user, on=on)
    dicari = request.GET.get("periode", "")
    periode = next((satu for satu in daftar if str(satu.pk) == dicari), next(iter(daftar), None))
    isi = profil.bagi_tim(request.user, periode, on=on) if periode else None
    penilai = (
        [(satu, [u for u in profil.daftar_ukuran(satu) if u.tanda]) for satu in isi.daftar] if isi else []
    )
    konteks = {
        "daftar_periode": daftar,
        "periode": periode,
        "ringkasan": isi,
        "daftar": [(satu, [(u, garis(u)) for u in ukuran]) for satu, ukuran in penilai],
        "ada_kumpulan": any(u.kumpulan for _, ukuran in penilai for u in ukuran),
    }
    return render(request, "statistik/penilai_list.html", konteks)


@require_safe
def pemerataan(request: Request) -> HttpResponse:
    if permissions.instansi_dipantau(request.user) is None:
        raise PermissionDenied
    daftar = profil.daftar_laporan(request.user)
    dicari = request.GET.get("periode", "")
    laporan = next((satu for satu in daftar if str(satu.periode_id) == dicari), next(iter(daftar), None))
    ciri = daftar_ciri(laporan.isi) if laporan else []
    konteks = {
        "daftar_periode": [satu.periode for satu in daftar],
        "laporan": laporan,
        "daftar_ciri": ciri,
        "jumlah_tanda": sum(len(satu.daftar_tanda) for satu in ciri),
        "jenjang": JENJANG,
    }
    return render(request, "statistik/pemerataan.html", konteks)


@require_POST
def hitung(request: Request, periode_id: int) -> HttpResponse:
    periode = get_object_or_404(
        Periode.objects.filter(instansi__in=instansi_ids(request.user)).select_related("instansi"),
        pk=periode_id,
    )
    pekerjaan = actions.request_statistik(periode, by=request.user, at=timezone.now())
    if pekerjaan.diminta_oleh_id != request.user.pk:
        siapa = pekerjaan.diminta_oleh.nama if pekerjaan.diminta_oleh else "jadwal harian"
        messages.info(request, f"Statistik {periode.nama} sedang dihitung atas permintaan {siapa}.")
        return redirect(f"{reverse('kebijakan:periode_list')}?tahun={periode.tahun}")
    return redirect("pekerjaan:pekerjaan_detail", pekerjaan.pk)
