"""Recording progress: the list of a period, and one indicator in under a minute."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from kinerja.jejak.models import JenisHalaman
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.lib.tautan import periksa_tautan
from kinerja.metode.telaah_bukti import telaah_bukti
from kinerja.pelaksanaan import actions, permissions, queries
from kinerja.pelaksanaan.models import BuktiDukung, Realisasi
from kinerja.pelaksanaan.queries import BarisRealisasi
from kinerja.peraturan.alur import StatusSKP
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja
from kinerja.www.http import Request
from kinerja.www.pelaksanaan.forms import AmbilAlihForm, RealisasiForm, isian_awal
from kinerja.www.penglihatan import note_skp

SUDAH_DITETAPKAN = (*permissions.BERJALAN, StatusSKP.DIEVALUASI, StatusSKP.DITUTUP)


@dataclass(frozen=True)
class Pemilih:
    """The documentation periods of the year, and the one that is shown."""

    daftar: list[Periode]
    kini: Periode

    @property
    def sebelum(self) -> Periode | None:
        letak = self.daftar.index(self.kini)
        return self.daftar[letak - 1] if letak else None

    @property
    def sesudah(self) -> Periode | None:
        letak = self.daftar.index(self.kini)
        return self.daftar[letak + 1] if letak + 1 < len(self.daftar) else None


def realisasi_list(request: Request) -> HttpResponse:
    on = timezone.localdate()
    daftar_skp = list(
        SKP.objects.owned_by(request.user)
        .filter(tahun=on.year, status__in=SUDAH_DITETAPKAN)
        .with_people()
        .order_by("mulai_on", "id")
    )
    pemilih = _pemilih(request, daftar_skp[0], on) if daftar_skp else None
    konteks = {
        "pemilih": pemilih,
        # What can be filled in comes first; a plan that ended is kept below for reading.
        "daftar": sorted(
            (_lembar(skp, pemilih, on) for skp in daftar_skp), key=lambda satu: satu.tertutup != ""
        )
        if pemilih
        else [],
        "tertinggal": [
            b
            for b in queries.belum_diisi(daftar_skp, pemilih.daftar if pemilih else (), on=on)
            if pemilih and b.periode.pk != pemilih.kini.pk and b.periode.selesai_on < on
        ],
        "pemilik": True,
        "on": on,
    }
    return render(request, "pelaksanaan/realisasi_list.html", konteks)


def realisasi_skp(request: Request, skp_id: int) -> HttpResponse:
    """The same list, read by those who see the plan."""
    on = timezone.localdate()
    daftar = SKP.objects.visible_to(request.user).filter(status__in=SUDAH_DITETAPKAN).with_people()
    skp = get_object_or_404(daftar, pk=skp_id)
    if permissions.is_owner(request.user, skp):
        return redirect("pelaksanaan:realisasi_list")
    note_skp(request, JenisHalaman.REALISASI, skp)
    pemilih = _pemilih(request, skp, on)
    konteks = {
        "skp": skp,
        "pemilih": pemilih,
        "daftar": [_lembar(skp, pemilih, on)] if pemilih else [],
        "tertinggal": [],
        "pemilik": False,
        "boleh_ambil_alih": permissions.can_take_over_rhk(request.user, skp),
        "boleh_umpan_balik": permissions.can_give_feedback(request.user, skp),
        "on": on,
    }
    return render(request, "pelaksanaan/realisasi_list.html", konteks)


def realisasi_edit(request: Request, indikator_id: int, periode_id: int) -> HttpResponse:
    milik_saya = SKP.objects.owned_by(request.user).filter(status__in=SUDAH_DITETAPKAN)
    indikator = get_object_or_404(
        IndikatorKinerja.objects.filter(rhk__skp__in=milik_saya).select_related("rhk__skp__instansi"),
        pk=indikator_id,
    )
    periode = get_object_or_404(
        Periode.objects.filter(
            instansi=indikator.rhk.skp.instansi_id, tahun=indikator.rhk.skp.tahun, tahap=Tahap.DOKUMENTASI
        ),
        pk=periode_id,
    )
    tabel = queries.realisasi_tabel(indikator.rhk.skp, periode, on=timezone.localdate())
    baris = next(satu for satu in tabel if satu.indikator.pk == indikator.pk)
    form = RealisasiForm(
        request.POST or None,
        request.FILES or None,
        baris=baris,
        periode=periode,
        daftar_bukti=queries.bukti_pilihan(indikator.rhk.skp, kecuali=baris.realisasi),
        initial=isian_awal(baris),
    )
    if request.method == "POST" and form.is_valid():
        return _record(request, indikator, periode, tabel, form)
    return _edit_page(request, indikator, periode, tabel, form)


def rhk_take_over(request: Request, rhk_id: int) -> HttpResponse:
    """Pasal 20 ayat (6)–(8): the penilai finishes what its owner cannot."""
    dinilai = SKP.objects.assessed_by(request.user)
    rhk = get_object_or_404(
        RencanaHasilKerja.objects.filter(skp__in=dinilai).select_related("skp__pegawai"), pk=rhk_id
    )
    form = AmbilAlihForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.take_over_rhk(
                rhk, catatan=form.cleaned_data["catatan"], by=request.user, at=timezone.now()
            )
        except actions.CannotTakeOver as error:
            form.add_error("catatan", str(error))
        else:
            messages.success(request, "Rencana hasil kerja ini Anda ambil alih. Pegawai membaca catatannya.")
            return redirect("pelaksanaan:realisasi_skp", skp_id=rhk.skp_id)
    status = 422 if request.method == "POST" else 200
    return render(request, "pelaksanaan/rhk_take_over.html", {"rhk": rhk, "form": form}, status=status)


def _record(
    request: Request,
    indikator: IndikatorKinerja,
    periode: Periode,
    tabel: list[BarisRealisasi],
    form: RealisasiForm,
) -> HttpResponse:
    try:
        realisasi = actions.record_realisasi(
            indikator,
            periode,
            nilai=form.nilai_akhir,
            uraian=form.cleaned_data["uraian"],
            by=request.user,
            at=timezone.now(),
            revisi=form.cleaned_data["revisi"],
            bukti=form.bukti,
        )
    except actions.RealisasiBerubah as error:
        messages.error(request, str(error))
        # The next press is an informed one: it carries the revision that is now shown beside the form.
        isian = request.POST.copy()
        isian["revisi"] = str(error.tersimpan.revisi)
        form.data = isian
        return _edit_page(request, indikator, periode, tabel, form, tersimpan=error.tersimpan)
    except actions.CannotRecordRealisasi as error:
        messages.error(request, str(error))
        return _edit_page(request, indikator, periode, tabel, form)
    _say_saved(request, realisasi)
    lanjut = _next(tabel, indikator) if "lanjut" in request.POST else None
    if lanjut is not None:
        return redirect("pelaksanaan:realisasi_edit", indikator_id=lanjut.indikator.pk, periode_id=periode.pk)
    return redirect(f"{reverse('pelaksanaan:realisasi_list')}?periode={periode.pk}")


def _edit_page(
    request: Request,
    indikator: IndikatorKinerja,
    periode: Periode,
    tabel: list[BarisRealisasi],
    form: RealisasiForm,
    *,
    tersimpan: Realisasi | None = None,
) -> HttpResponse:
    baris = form.baris
    konteks = {
        "baris": baris,
        "periode": periode,
        "form": form,
        "tersimpan": tersimpan,
        "daftar_bukti": _advised(baris.realisasi, baris.daftar_bukti) if baris.realisasi else [],
        "nomor": [satu.indikator.pk for satu in tabel].index(indikator.pk) + 1,
        "jumlah": len(tabel),
        "berikutnya": _next(tabel, indikator),
    }
    return render(
        request, "pelaksanaan/realisasi_edit.html", konteks, status=422 if request.method == "POST" else 200
    )


def _say_saved(request: Request, realisasi: Realisasi) -> None:
    messages.success(
        request, "Tersimpan. Terlambat, tetapi tetap dicatat." if realisasi.terlambat else "Tersimpan."
    )
    kemudian = Realisasi.objects.filter(
        indikator=realisasi.indikator_id,
        periode__mulai_on__gt=realisasi.periode.mulai_on,
        nilai__isnull=False,
    )
    if realisasi.revisi > 1 and kemudian.exists():
        messages.info(request, "Angka bulan-bulan sesudahnya tidak ikut berubah. Periksa apakah masih benar.")


def _next(tabel: list[BarisRealisasi], indikator: IndikatorKinerja) -> BarisRealisasi | None:
    """The next empty indicator after this one, round the end of the plan; not what the penilai took over."""
    letak = next(i for i, baris in enumerate(tabel) if baris.indikator.pk == indikator.pk)
    sisanya = tabel[letak + 1 :] + tabel[:letak]
    return next((b for b in sisanya if b.realisasi is None and b.rhk.diambil_alih_at is None), None)


def _pemilih(request: Request, skp: SKP, on: date) -> Pemilih | None:
    """The period asked for, the running one, or the nearest there is."""
    daftar = list(
        Periode.objects.filter(instansi=skp.instansi_id, tahun=skp.tahun, tahap=Tahap.DOKUMENTASI).order_by(
            "urutan"
        )
    )
    if not daftar:
        return None
    if diminta := request.GET.get("periode"):
        pilihan = next((p for p in daftar if str(p.pk) == diminta), None)
        if pilihan is None:
            raise Http404
        return Pemilih(daftar, pilihan)
    lewat = [p for p in daftar if p.mulai_on <= on]
    return Pemilih(daftar, lewat[-1] if lewat else daftar[0])


@dataclass(frozen=True)
class Lembar:
    """One plan in one period, with the reason why it cannot be written, when there is one."""

    skp: SKP
    tabel: list[BarisRealisasi]
    tertutup: str

    @property
    def per_hasil(self) -> list[tuple[RencanaHasilKerja, list[BarisRealisasi]]]:
        """The rows under their results, in the order of the plan."""
        kelompok = groupby(self.tabel, key=lambda baris: baris.rhk)
        return [(rhk, list(isi)) for rhk, isi in kelompok]

    @property
    def terisi(self) -> int:
        return sum(baris.realisasi is not None for baris in self.tabel)


def _lembar(skp: SKP, pemilih: Pemilih | None, on: date) -> Lembar:
    assert pemilih is not None
    try:
        actions.check_terbuka(skp, pemilih.kini, on=on)
        tertutup = ""
    except actions.CannotRecordRealisasi as error:
        tertutup = str(error)
    return Lembar(skp, queries.realisasi_tabel(skp, pemilih.kini, on=on), tertutup)


def _advised(
    realisasi: Realisasi, daftar_bukti: Iterable[BuktiDukung]
) -> list[tuple[BuktiDukung, list[str]]]:
    """Each piece of evidence with what its author may want to know; nothing of it blocks."""
    serupa = queries.bukti_serupa(realisasi)
    return [(bukti, [*_remarks(bukti), *_twin(serupa.get(bukti.pk))]) for bukti in daftar_bukti]


def _remarks(bukti: BuktiDukung) -> list[str]:
    saran = [
        catatan.pesan for catatan in telaah_bukti(bukti.keterangan, nama=bukti.nama_asli or bukti.tautan)
    ]
    return [*saran, *(periksa_tautan(bukti.tautan).peringatan if bukti.tautan else ())]


def _twin(kembar: BuktiDukung | None) -> list[str]:
    if kembar is None:
        return []
    return [
        f"Sama dengan bukti {kembar.realisasi.periode.nama}. Bila memang mencakup dua bulan, tidak apa-apa; bila "
        "tidak, ganti dengan bukti bulan ini."
    ]
