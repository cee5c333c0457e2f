"""Classes: what is asked of whom, and who sits in them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.pelatihan import actions
from kinerja.pelatihan.istilah import BERAKHIR, BERKURSI, AsalUsulan, KeadaanPeserta
from kinerja.pelatihan.models import KelasPelatihan, PesertaPelatihan
from kinerja.pelatihan.permissions import can_manage_pelatihan
from kinerja.pelatihan.queries import jp_tahun
from kinerja.pelatihan.queries.tugas import tim
from kinerja.www.pelatihan.forms import AlasanForm, DaftarForm, KelasForm, UsulForm
from kinerja.www.pelatihan.views.katalog import SEHALAMAN, get_pelatihan
from kinerja.www.tersimpan import daftar_beda, versi_of

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpResponse

    from kinerja.www.http import Request

_TERISI = Count("daftar_peserta", filter=Q(daftar_peserta__keadaan__in=BERKURSI))
_MENUNGGU = Count("daftar_peserta", filter=Q(daftar_peserta__keadaan=KeadaanPeserta.DISETUJUI))
_ANTRE = Count("daftar_peserta", filter=Q(daftar_peserta__keadaan=KeadaanPeserta.DAFTAR_TUNGGU))
# In the order in which the committee looks at people.
_URUTAN = (
    KeadaanPeserta.DISETUJUI,
    KeadaanPeserta.DITERIMA,
    KeadaanPeserta.LULUS,
    KeadaanPeserta.TIDAK_LULUS,
    KeadaanPeserta.DAFTAR_TUNGGU,
    KeadaanPeserta.DIAJUKAN,
    KeadaanPeserta.MENGUNDURKAN_DIRI,
    KeadaanPeserta.DITOLAK,
)


@require_safe
def kelas_list(request: Request) -> HttpResponse:
    """Every class one may see, the newest first: also those that are over."""
    daftar = KelasPelatihan.objects.visible_to(request.user).with_pelatihan()
    daftar = daftar.annotate(terisi=_TERISI, menunggu=_MENUNGGU).order_by("-mulai_on", "-id")
    page = Paginator(daftar, SEHALAMAN).get_page(request.GET.get("halaman"))
    return render(request, "pelatihan/kelas_list.html", {"page": page, "on": timezone.localdate()})


def get_kelas(request: Request, kelas_id: int) -> KelasPelatihan:
    daftar = KelasPelatihan.objects.visible_to(request.user).with_pelatihan()
    daftar = daftar.annotate(terisi=_TERISI, menunggu=_MENUNGGU, antre=_ANTRE)
    kelas: KelasPelatihan = get_object_or_404(daftar, pk=kelas_id)
    return kelas


@require_safe
def kelas_detail(request: Request, kelas_id: int) -> HttpResponse:
    return _page(request, get_kelas(request, kelas_id))


def _page(request: Request, kelas: KelasPelatihan, **form: forms.Form) -> HttpResponse:
    on, pegawai = timezone.localdate(), lingkup(request.user).pegawai
    kelola = can_manage_pelatihan(request.user, kelas.pelatihan.instansi)
    menjalankan = kelola or (pegawai is not None and kelas.petugas_id == pegawai.pk)
    milik = kelas.daftar_peserta.filter(pegawai=pegawai).order_by("-diajukan_at", "-id")
    saya = milik.first() if pegawai else None
    terbuka = kelas.menerima_daftar(on)
    sendiri = pegawai is not None and pegawai.instansi_id == kelas.pelatihan.instansi_id
    bebas = saya is None or saya.keadaan in BERAKHIR
    daftar = _participants(kelas) if menjalankan else []
    konteks = {
        "kelas": kelas,
        "on": on,
        "saya": saya,
        "terbuka": terbuka,
        "kelola": kelola,
        "menjalankan": menjalankan,
        "daftar": daftar,
        "jp": jp_tahun([p.pegawai_id for p in daftar], kelas.selesai_on.year) if daftar and kelola else {},
        "form_daftar": form.get("daftar") or (DaftarForm() if terbuka and sendiri and bebas else None),
        "form_usul": form.get("usul") or _proposal(request, pegawai, terbuka=terbuka),
        "form_batal": form.get("batal") or AlasanForm(auto_id="batal_%s"),
    }
    return render(
        request,
        "pelatihan/kelas_detail.html",
        konteks,
        status=422 if any(satu.errors for satu in form.values()) else 200,
    )


def _participants(kelas: KelasPelatihan) -> list[PesertaPelatihan]:
    daftar = kelas.daftar_peserta.select_related("pegawai", "penempatan__unit_kerja", "penempatan__jabatan")
    daftar = daftar.annotate(jumlah_hadir=Count("daftar_kehadiran"))
    urutan = {keadaan.value: nomor for nomor, keadaan in enumerate(_URUTAN)}
    return sorted(daftar.order_by("antre_at", "diajukan_at", "id"), key=lambda p: urutan[p.keadaan])


def _team(pegawai: Pegawai) -> QuerySet[Pegawai]:
    return Pegawai.objects.filter(pk__in=tim(pegawai).values("penempatan__pegawai")).order_by("nama", "id")


def _proposal(request: Request, pegawai: Pegawai | None, *, terbuka: bool) -> UsulForm | None:
    if pegawai is None or not terbuka or not getattr(request.user, "jumlah_tim", 0):
        return None
    return UsulForm(tim=_team(pegawai))


def kelas_create(request: Request, pelatihan_id: int) -> HttpResponse:
    pelatihan = get_pelatihan(request, pelatihan_id)
    if not can_manage_pelatihan(request.user, pelatihan.instansi):
        raise PermissionDenied
    awal = {"jp": pelatihan.jp, "cara": "tatap_muka", "kursi": 30}
    form = KelasForm(request.POST or None, initial=awal, instansi_id=pelatihan.instansi_id)
    if request.method == "POST" and form.is_valid():
        try:
            kelas = actions.save_kelas(pelatihan, form.isian(), by=request.user, at=timezone.now())
            messages.success(request, "Kelas tersimpan. Periksa sekali lagi, lalu buka pendaftarannya.")
            return redirect("pelatihan:kelas_detail", kelas.pk)
        except actions.CannotSaveKelas as error:
            form.add_error(None, str(error))
    konteks = {"form": form, "pelatihan": pelatihan, "kelas": None}
    return render(request, "pelatihan/kelas_edit.html", konteks, status=422 if form.errors else 200)


def kelas_edit(request: Request, kelas_id: int) -> HttpResponse:
    kelas = get_kelas(request, kelas_id)
    if not can_manage_pelatihan(request.user, kelas.pelatihan.instansi):
        raise PermissionDenied
    awal, versi = KelasForm.awal(kelas), versi_of(request, kelas.versi)
    form = KelasForm(request.POST or None, initial=awal, instansi_id=kelas.pelatihan.instansi_id)
    konteks: dict[str, object] = {"form": form, "pelatihan": kelas.pelatihan, "kelas": kelas, "versi": versi}
    if request.method == "POST" and form.is_valid():
        isian = form.isian()
        try:
            actions.save_kelas(
                kelas.pelatihan, isian, kelas=kelas, versi=versi, by=request.user, at=timezone.now()
            )
            messages.success(request, "Perubahan kelas tersimpan.")
            return redirect("pelatihan:kelas_detail", kelas.pk)
        except actions.StaleKelas as error:
            form.add_error(None, str(error))
            kini = get_kelas(request, kelas_id)
            konteks |= {"versi": kini.versi, "beda": daftar_beda(form, KelasForm.awal(kini))}
        except actions.CannotSaveKelas as error:
            form.add_error(None, str(error))
    return render(request, "pelatihan/kelas_edit.html", konteks, status=422 if form.errors else 200)


@require_POST
def kelas_open(request: Request, kelas_id: int) -> HttpResponse:
    kelas = get_kelas(request, kelas_id)
    try:
        actions.open_kelas(kelas, by=request.user, at=timezone.now())
        messages.success(request, "Pendaftaran dibuka. Semua pegawai melihat kelas ini.")
    except actions.CannotSaveKelas as error:
        messages.error(request, str(error))
    return redirect("pelatihan:kelas_detail", kelas.pk)


@require_POST
def kelas_cancel(request: Request, kelas_id: int) -> HttpResponse:
    kelas = get_kelas(request, kelas_id)
    if not can_manage_pelatihan(request.user, kelas.pelatihan.instansi):
        raise PermissionDenied
    form = AlasanForm(request.POST, auto_id="batal_%s")
    if form.is_valid():
        try:
            actions.cancel_kelas(
                kelas, alasan=form.cleaned_data["alasan"], by=request.user, at=timezone.now()
            )
            messages.success(request, "Kelas dibatalkan. Para pendaftar membaca alasannya.")
            return redirect("pelatihan:kelas_detail", kelas.pk)
        except actions.CannotTrain as error:
            form.add_error("alasan", str(error))
    return _page(request, kelas, batal=form)


@require_POST
def kelas_register(request: Request, kelas_id: int) -> HttpResponse:
    kelas, pegawai = get_kelas(request, kelas_id), lingkup(request.user).pegawai
    if pegawai is None:
        raise PermissionDenied
    form = DaftarForm(request.POST)
    if form.is_valid():
        try:
            peserta = actions.register_peserta(
                kelas,
                pegawai=pegawai,
                alasan=form.cleaned_data["alasan"],
                by=request.user,
                at=timezone.now(),
            )
            messages.success(request, _thanks(kelas, peserta))
            return redirect("pelatihan:peserta_detail", peserta.pk)
        except actions.CannotRegister as error:
            form.add_error(None, str(error))
    return _page(request, kelas, daftar=form)


def _thanks(kelas: KelasPelatihan, peserta: PesertaPelatihan) -> str:
    berikut = "Penilai Anda" if peserta.keadaan == KeadaanPeserta.DIAJUKAN else "Panitia"
    penuh = kelas.terisi >= kelas.kursi  # type: ignore[attr-defined]
    akhir = " Kursi sedang penuh; bila disetujui Anda masuk daftar tunggu." if penuh else ""
    return f"Ajuan Anda terkirim. {berikut} memeriksanya lebih dahulu.{akhir}"


@require_POST
def kelas_propose(request: Request, kelas_id: int) -> HttpResponse:
    kelas, pegawai = get_kelas(request, kelas_id), lingkup(request.user).pegawai
    if pegawai is None or not getattr(request.user, "jumlah_tim", 0):
        raise PermissionDenied
    form = UsulForm(request.POST, tim=_team(pegawai))
    if form.is_valid():
        try:
            peserta = actions.register_peserta(
                kelas,
                pegawai=form.cleaned_data["pegawai"],
                alasan=form.cleaned_data["alasan"],
                asal=AsalUsulan.PENILAI,
                by=request.user,
                at=timezone.now(),
            )
            messages.success(request, f"{peserta.pegawai.nama} diusulkan. Panitia memutuskan kursinya.")
            return redirect("pelatihan:kelas_detail", kelas.pk)
        except actions.CannotRegister as error:
            form.add_error(None, str(error))
    return _page(request, kelas, usul=form)


def days_of(kelas: KelasPelatihan, *, on: date) -> list[date]:
    """The days of the class that have come."""
    akhir = min(kelas.selesai_on, on)
    jumlah = (akhir - kelas.mulai_on).days + 1
    return [kelas.mulai_on + timedelta(days=n) for n in range(max(jumlah, 0))]
