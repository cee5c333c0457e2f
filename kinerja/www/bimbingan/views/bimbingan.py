"""Guidance: the list, beginning it, its page, answering, signing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.bimbingan import actions, permissions
from kinerja.bimbingan.istilah import KeadaanBimbingan
from kinerja.bimbingan.models import Bimbingan, EvaluasiKompetensi, UmpanBalikBimbingan
from kinerja.jejak.models import DokumenTerbit, JenisHalaman
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.angka import parse_nomor
from kinerja.perencanaan.models import SKP
from kinerja.www.bimbingan.forms import AlasanForm, UsulForm
from kinerja.www.bimbingan.views.dasar import attempt, back_to, fill_in, form_page, get_bimbingan
from kinerja.www.penglihatan import note_akses

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import QueryDict

    from kinerja.www.http import Request

SEHALAMAN = 20


@require_safe
def bimbingan_list(request: Request) -> HttpResponse:
    daftar = Bimbingan.objects.visible_to(request.user).with_people()
    page = Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    diterima = UmpanBalikBimbingan.objects.visible_to(request.user).exclude(
        bimbingan__pegawai=lingkup(request.user).pegawai
    )
    konteks = {
        "page": page,
        "saya": lingkup(request.user).pegawai,
        "memimpin": bool(getattr(request.user, "jumlah_tim", 0)),
        "daftar_diterima": diterima.select_related("bimbingan__pegawai", "bimbingan__pembimbing")[:10],
    }
    return render(request, "bimbingan/bimbingan_list.html", konteks)


def team(request: Request) -> QuerySet[SKP]:
    """The plans of this year that one assesses."""
    daftar = SKP.objects.assessed_by(request.user).filter(tahun=timezone.localdate().year, closed_on=None)
    return daftar.select_related("pegawai", "penempatan__jabatan", "instansi").order_by("pegawai__nama", "id")


def bimbingan_propose(request: Request) -> HttpResponse:
    tim = team(request)
    if not tim.exists():
        raise PermissionDenied
    rekan = Pegawai.objects.visible_to(request.user).filter(status="aktif")
    awal = {"skp": tim.filter(pegawai_id=parse_nomor(request.GET.get("pegawai")) or 0).first()}
    form = UsulForm(request.POST or None, daftar_skp=tim, daftar_pegawai=rekan, initial=awal)
    if request.method == "POST" and form.is_valid():
        skp = form.cleaned_data["skp"]
        try:
            bimbingan = actions.propose_bimbingan(skp, form.isian(), by=request.user, at=timezone.now())
        except actions.CannotGuide as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request,
                "Bimbingan dimulai. Pegawai mengisi bagiannya dahulu."
                if bimbingan.berjalan
                else f"Permintaan terkirim. {bimbingan.pembimbing.nama} menjawab bersedia atau tidak.",
            )
            return redirect("bimbingan:bimbingan_detail", bimbingan.pk)
    return form_page(
        request,
        form,
        judul="Mulai bimbingan",
        pengantar="Coaching dan mentoring dicatat pada Format B.1.6 dan B.1.7. Pelatihan ada di halaman Pelatihan.",
        kirim="Mulai",
        draf="usul-bimbingan",
    )


@require_safe
def bimbingan_detail(request: Request, bimbingan_id: int) -> HttpResponse:
    bimbingan = get_bimbingan(request, bimbingan_id)
    note_akses(request, JenisHalaman.DOKUMEN, bimbingan.pegawai_id, dinilai=bimbingan.skp)
    return page(request, bimbingan)


def page(request: Request, bimbingan: Bimbingan, **form: AlasanForm) -> HttpResponse:
    """A reason that was refused comes back with what was typed."""
    user = request.user
    evaluasi = EvaluasiKompetensi.objects.filter(bimbingan=bimbingan).first()
    umpan = UmpanBalikBimbingan.objects.filter(bimbingan=bimbingan).select_related("kepada").first()
    dibimbing, membimbing = (
        permissions.is_dibimbing(user, bimbingan),
        permissions.is_pembimbing(user, bimbingan),
    )
    konteks = {
        "b": bimbingan,
        "dibimbing": dibimbing,
        "membimbing": membimbing,
        "menjawab": permissions.can_answer(user, bimbingan),
        "melaporkan": permissions.can_report(user, bimbingan),
        "memutuskan": permissions.can_decide_follow_up(user, bimbingan),
        "menghentikan": permissions.can_end(user, bimbingan),
        "kekurangan": actions.kekurangan(bimbingan) if bimbingan.berjalan else [],
        "bagian_pegawai_kurang": dibimbing and bimbingan.berjalan and actions.kekurangan_pegawai(bimbingan),
        "evaluasi": evaluasi,
        "umpan": umpan,
        "boleh_baca_umpan": umpan is not None and (dibimbing or permissions.is_person(user, umpan.kepada_id))
        and not membimbing,
        "terbit": _issued(bimbingan),
        "form_tolak": reason("tolak"),
        "form_henti": reason("henti"),
        "form_kembali": reason("kembali"),
        "form_putus": reason("putus", label="Tindak lanjut"),
        **form,
    }  # fmt: skip
    status = 422 if form else 200
    return render(request, "bimbingan/bimbingan_detail.html", konteks, status=status)


def reason(untuk: str, data: QueryDict | None = None, *, label: str = "Alasan") -> AlasanForm:
    """Several stand on one page, so each names its fields after what it is for."""
    form = AlasanForm(data, auto_id=f"id_{untuk}_%s")
    form.fields["alasan"].label = label
    return form


def with_reason(
    request: Request, untuk: str, act: Callable[[str], object], *, berhasil: str, label: str = "Alasan"
) -> AlasanForm | None:
    """The form with its error, or nothing when it went through."""
    form = reason(untuk, request.POST, label=label)
    if fill_in(request, form, lambda: act(form.cleaned_data["alasan"])):
        messages.success(request, berhasil)
        return None
    return form


def _issued(bimbingan: Bimbingan) -> DokumenTerbit | None:
    if bimbingan.keadaan != KeadaanBimbingan.SELESAI:
        return None
    daftar = DokumenTerbit.objects.filter(objek_jenis=bimbingan._meta.label_lower, objek_id=str(bimbingan.pk))
    return daftar.defer("isian", "tampilan").order_by("-versi").first()


@require_POST
def bimbingan_accept(request: Request, bimbingan_id: int) -> HttpResponse:
    bimbingan = get_bimbingan(request, bimbingan_id)
    attempt(
        request,
        lambda: actions.accept_bimbingan(bimbingan, by=request.user, at=timezone.now()),
        berhasil="Terima kasih. Bimbingan dimulai; pegawai mengisi bagiannya dahulu.",
    )
    return back_to(bimbingan)


@require_POST
def bimbingan_decline(request: Request, bimbingan_id: int) -> HttpResponse:
    bimbingan = get_bimbingan(request, bimbingan_id)
    if not permissions.is_pembimbing(request.user, bimbingan):
        raise PermissionDenied
    form = with_reason(
        request,
        "tolak",
        lambda alasan: actions.decline_bimbingan(
            bimbingan, alasan=alasan, by=request.user, at=timezone.now()
        ),
        berhasil="Jawaban Anda tersampaikan kepada penilai.",
    )
    return page(request, bimbingan, form_tolak=form) if form else back_to(bimbingan)


@require_POST
def bimbingan_stop(request: Request, bimbingan_id: int) -> HttpResponse:
    bimbingan = get_bimbingan(request, bimbingan_id)
    if not permissions.can_end(request.user, bimbingan):
        raise PermissionDenied
    form = with_reason(
        request,
        "henti",
        lambda alasan: actions.stop_bimbingan(bimbingan, alasan=alasan, by=request.user, at=timezone.now()),
        berhasil="Bimbingan dihentikan. Yang sudah tertulis tetap dapat dibaca.",
    )
    return page(request, bimbingan, form_henti=form) if form else back_to(bimbingan)


@require_POST
def bimbingan_sign(request: Request, bimbingan_id: int) -> HttpResponse:
    """The guide signs what he read; the employee what the guide has signed."""
    bimbingan = get_bimbingan(request, bimbingan_id)
    at = timezone.now()
    if permissions.is_dibimbing(request.user, bimbingan):
        pesan = "Sudah ditandatangani kedua pihak. Sekarang beri umpan balik atas bimbingannya."
        attempt(request, lambda: actions.sign_as_pegawai(bimbingan, by=request.user, at=at), berhasil=pesan)
        return back_to(bimbingan)
    revisi = parse_nomor(request.POST.get("revisi"))
    attempt(
        request,
        lambda: actions.sign_as_pembimbing(
            bimbingan, revisi=-1 if revisi is None else revisi, by=request.user, at=at
        ),
        berhasil="Ditandatangani. Pegawai menandatangani atau mengembalikannya.",
    )
    return back_to(bimbingan)


@require_POST
def bimbingan_hand_back(request: Request, bimbingan_id: int) -> HttpResponse:
    bimbingan = get_bimbingan(request, bimbingan_id)
    if not permissions.is_dibimbing(request.user, bimbingan):
        raise PermissionDenied
    form = with_reason(
        request,
        "kembali",
        lambda alasan: actions.hand_back(bimbingan, alasan=alasan, by=request.user, at=timezone.now()),
        berhasil="Dikembalikan kepada pembimbing dengan catatan Anda.",
    )
    return page(request, bimbingan, form_kembali=form) if form else back_to(bimbingan)
