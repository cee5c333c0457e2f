"""The evaluation team: who is in it, whom each member looks at, and his sheet."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kinerja.kebijakan.models import Kebijakan, Periode, Tahap
from kinerja.kebijakan.queries import kebijakan_berlaku, metode_dari
from kinerja.kepegawaian.models import UnitKerja
from kinerja.metode.agregasi import Sumber
from kinerja.sumber import actions, queries
from kinerja.sumber.istilah import KeadaanHak
from kinerja.sumber.models import AnggotaTim, NilaiTim, TimEvaluasi
from kinerja.sumber.permissions import can_manage_tim, can_rate_as_tim
from kinerja.www.http import Request
from kinerja.www.kepegawaian.views.impor import instansi_of
from kinerja.www.sumber.forms import AnggotaForm, LembarForm, PeriodeTimForm, TimForm, isian_awal
from kinerja.www.sumber.views.lembar import show_lembar


@require_safe
def tim_list(request: Request) -> HttpResponse:
    instansi, on = instansi_of(request), timezone.localdate()
    bertim = [k for k in kebijakan_berlaku(instansi.pk, on=on) if metode_dari(k).bobot(Sumber.TIM_EVALUASI)]
    daftar = TimEvaluasi.objects.filter(unit_kerja__instansi=instansi).select_related("unit_kerja")
    konteks = {
        "daftar_tim": daftar.annotate(
            anggota=Count("daftar_anggota", filter=Q(daftar_anggota__keluar_on=None))
        ).order_by("-selesai_on", "nama"),
        "boleh_bentuk": [k.unit_kerja for k in bertim if can_manage_tim(request.user, k.unit_kerja)],
        "bertim": bertim,
        "on": on,
    }
    return render(request, "sumber/tim_list.html", konteks)


def tim_create(request: Request, unit_id: int) -> HttpResponse:
    unit = get_object_or_404(UnitKerja.objects.visible_to(request.user), pk=unit_id)
    if not can_manage_tim(request.user, unit):
        raise PermissionDenied
    on = timezone.localdate()
    awal = {
        "nama": f"Tim evaluasi {unit}"[:120],
        "mulai_on": on.isoformat(),
        "selesai_on": on.replace(month=12, day=31).isoformat(),
    }
    form = TimForm(request.POST or None, initial=awal)
    if request.method == "POST" and form.is_valid():
        try:
            tim = actions.form_tim(unit, form.isian(), by=request.user, at=timezone.now())
            messages.success(request, f"{tim} dibentuk. Tambahkan anggotanya.")
            return redirect("sumber:tim_detail", tim.pk)
        except actions.CannotFormTim as error:
            form.add_error(None, str(error))
    konteks = {"unit": unit, "form": form}
    return render(request, "sumber/tim_create.html", konteks, status=422 if form.errors else 200)


def tim_detail(request: Request, tim_id: int) -> HttpResponse:
    tim = _tim(request, tim_id)
    kelola = can_manage_tim(request.user, tim.unit_kerja)
    form = AnggotaForm(request.POST or None, unit=tim.unit_kerja) if kelola else None
    if request.method == "POST":
        if form is None:
            raise PermissionDenied
        if form.is_valid():
            try:
                anggota = actions.add_anggota(
                    tim, form.cleaned_data["pegawai"], by=request.user, at=timezone.now()
                )
                messages.success(request, f"{anggota.pegawai} menjadi anggota.")
                return redirect("sumber:tim_detail", tim.pk)
            except actions.CannotFormTim as error:
                form.add_error("pegawai", str(error))
    konteks = {
        "tim": tim,
        "kelola": kelola,
        "form": form,
        "form_periode": PeriodeTimForm(daftar=_periods(tim)) if kelola else None,
        "daftar_anggota": _members(tim),
    }
    return render(request, "sumber/tim_detail.html", konteks, status=422 if form and form.errors else 200)


@require_POST
def tim_assign(request: Request, tim_id: int) -> HttpResponse:
    tim = _tim(request, tim_id)
    if not can_manage_tim(request.user, tim.unit_kerja):
        raise PermissionDenied
    form = PeriodeTimForm(request.POST, daftar=_periods(tim))
    if not form.is_valid():
        messages.error(request, "Pilih periode dari daftar.")
        return redirect("sumber:tim_detail", tim.pk)
    try:
        jumlah = actions.assign_tim(tim, form.cleaned_data["periode"], by=request.user, at=timezone.now())
        messages.success(request, f"{jumlah} penilaian dibagikan. Setiap anggota melihatnya di beranda." if jumlah
                         else "Semua sudah terbagi; tidak ada yang berubah.")  # fmt: skip
    except actions.CannotAssignTim as error:
        messages.error(request, str(error))
    return redirect("sumber:tim_detail", tim.pk)


@require_POST
def anggota_remove(request: Request, anggota_id: int) -> HttpResponse:
    daftar = AnggotaTim.objects.visible_to(request.user)
    anggota: AnggotaTim = get_object_or_404(daftar.select_related("tim", "pegawai"), pk=anggota_id)
    actions.remove_anggota(anggota, by=request.user, at=timezone.now())
    messages.success(request, f"{anggota.pegawai} tidak lagi anggota. Bagikan ulang yang belum dinilainya.")
    return redirect("sumber:tim_detail", anggota.tim_id)


def nilai_tim_edit(request: Request, nilai_tim_id: int) -> HttpResponse:
    daftar = NilaiTim.objects.visible_to(request.user).select_related(
        "anggota__tim", "periode", "skp__pegawai", "skp__penempatan__jabatan", "skp__unit_kerja"
    )
    nilai: NilaiTim = get_object_or_404(daftar, pk=nilai_tim_id)
    if not can_rate_as_tim(request.user, nilai):
        raise PermissionDenied
    on = timezone.localdate()
    kebijakan: Kebijakan | None = queries.kebijakan_skp(
        nilai.skp, on=queries.hari_metode(nilai.periode, on=on)
    )
    metode = queries.with_kamus(metode_dari(kebijakan), instansi_id=nilai.skp.instansi_id)
    lama = actions.Jawaban(langkah=nilai.jawaban, kalimat=nilai.kalimat)
    form = LembarForm(
        request.POST or None,
        daftar_butir=queries.daftar_butir(metode, Sumber.TIM_EVALUASI),
        hasil_kerja=queries.jangkar_hasil_kerja(),
        initial=isian_awal(lama, hasil_kerja=nilai.hasil_kerja),
    )

    def save() -> str:
        actions.rate_as_tim(
            nilai, form.jawaban, hasil_kerja=form.langkah_hasil, by=request.user, at=timezone.now()
        )
        messages.success(request, f"Penilaian tentang {nilai.skp.pegawai} tersimpan.")
        return "sumber:tugas_list"

    konteks = {"nilai": nilai, "lama": nilai.keadaan == KeadaanHak.TERISI, "tertutup": on > nilai.batas_on}
    return show_lembar(request, form, "sumber/nilai_tim_edit.html", konteks, save=save)


def _tim(request: Request, tim_id: int) -> TimEvaluasi:
    daftar = TimEvaluasi.objects.visible_to(request.user).select_related("unit_kerja__instansi")
    tim: TimEvaluasi = get_object_or_404(daftar, pk=tim_id)
    return tim


def _members(tim: TimEvaluasi) -> list[AnggotaTim]:
    """Each with how many people he was given and how many he has done."""
    daftar = tim.daftar_anggota.filter(keluar_on=None).select_related("pegawai")
    return list(
        daftar.annotate(
            diberi=Count("daftar_nilai"),
            selesai=Count("daftar_nilai", filter=Q(daftar_nilai__keadaan=KeadaanHak.TERISI)),
        ).order_by("pegawai__nama", "id")
    )


def _periods(tim: TimEvaluasi) -> list[Periode]:
    """Periods that run or are being evaluated now."""
    on = timezone.localdate()
    return list(
        Periode.objects.filter(
            instansi_id=tim.unit_kerja.instansi_id,
            tahap=Tahap.PERIODIK,
            mulai_on__lte=on,
            jendela_selesai_on__gte=on,
        ).order_by("mulai_on", "id")
    )
